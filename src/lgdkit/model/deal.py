"""Deals: agreements between two or more parties, made of commitments."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lgdkit.model.base import Cite, CommitmentRef, LanguageCode, Many, Part, PersonRef, Record, StakeholderRef
from lgdkit.model.date import DateField
from lgdkit.model.duration import DurationField
from lgdkit.model.extra import Extra
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.replica import OriginField, Question
from lgdkit.model.text import TextField
from lgdkit.vocab.deal import Consent, DealState, LegalStatus, Level


class Promise(Part):
    """What the city contributes, or what a partner gains."""

    text: TextField = Field(description="In one or two sentences.")
    due: DateField | None = Field(None, description="By when.")
    every: Recurrence | None = Field(None, description="Or how often.")


class Review(Part):
    """When the parties look at the deal again."""

    every: Recurrence = Field(description="How often.")
    month: int | None = Field(None, ge=1, le=12, description="In which month, 1 to 12.")


class Term(Part):
    """How long the deal holds."""

    start: DateField | None = Field(None, alias="from", description="From when; default: from signature.")
    until: DateField | None = Field(None, description="Until when; default: until it is ended.")
    review: Review | None = Field(None, description="When it is looked at again.")


class Reporting(Part):
    """How the partner reports."""

    every: Recurrence = Field(description="How often.")
    to: TextField | None = Field(None, description="To whom: a role or a unit.")


class Accession(Part):
    """Whether others may join."""

    open: bool = Field(description="true where others may join.")
    consent: Consent | None = Field(None, description="Whose consent it takes: none, city, all.")


class Termination(Part):
    """How a party leaves."""

    notice: DurationField = Field(description="The period of notice: 3 months.")


class Clauses(Part):
    """Clauses that a deal may have or not."""

    confidentiality: bool | None = Field(
        None, description="A clause on confidentiality, within publicity law."
    )
    logo: bool | None = Field(None, description="The right to use the programme's mark.")


class Adoption(Part):
    """The city's decision on the deal."""

    body: TextField | None = Field(None, description="The body that adopted it.")
    reference: str | None = Field(None, description="The number of the decision.")
    date: DateField | None = Field(None, description="When.")


class Signatory(Part):
    """Who signs for a party."""

    party: StakeholderRef = Field(description="The party.")
    position: TextField | None = Field(None, description="The position of the person who signs.")
    person: PersonRef | None = Field(None, description="The person, by id.")


class Signature(Part):
    """When and where the deal was signed."""

    date: DateField | None = Field(None, description="The day of the last signature.")
    place: str | None = Field(None, description="Where.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="Digest of the signed document."
    )


class Deal(Record):
    """An agreement."""

    title: TextField = Field(description="The title of the agreement.")
    parties: Many[StakeholderRef] = Field(
        min_length=2, description="Two parties or more, the city's own among them."
    )
    level: Level = Field("framework", description="declaration of accession, framework, or full agreement.")
    state: DealState = Field("requested", description="How far it has come.")
    legal_status: LegalStatus = Field("non-binding", description="non-binding, partly-binding, binding.")
    leading_language: LanguageCode | None = Field(
        None, description="The language whose text counts; default: the city's first."
    )
    languages: Many[LanguageCode] = Field(
        (), description="Languages in which it is drafted; default: the city's."
    )
    purpose: TextField | None = Field(None, description="What the deal is for.")
    goals: Many[TextField] = Field((), description="Goals that the parties share.")
    commitments: Many[CommitmentRef] = Field(
        (), description="Default: every commitment by its parties other than the city's own organisation."
    )
    city_contributions: Many[Promise] = Field((), description="What the city contributes.")
    partner_benefits: Many[Promise] = Field((), description="What the partner gains.")
    term: Term | None = Field(None, description="How long it holds.")
    reporting: Reporting | None = Field(None, description="How the partners report.")
    accession: Accession | None = Field(None, description="Whether others may join.")
    termination: Termination | None = Field(None, description="How a party leaves.")
    clauses: Clauses | None = Field(None, description="Clauses to have or leave out.")
    adopted: Adoption | None = Field(None, description="The city's decision on it.")
    signatories: Many[Signatory] = Field((), description="Who signs for each party.")
    signed: Signature | None = Field(None, description="When and where it was signed.")
    replicates: OriginField | None = Field(
        None, description="The deal of another city that it takes over: espoo/heat-deal."
    )
    questions: Many[Question] = Field((), description="What is still to be answered about it.")
    note: TextField | None = Field(None, description="A remark that the roadmap prints.")
    sources: Many[Cite] = Field((), description="Where the facts stand.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
