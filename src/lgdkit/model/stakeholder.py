"""Stakeholders: who can contribute."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lgdkit.model.base import (
    Cite,
    LanguageCode,
    Many,
    Part,
    PersonRef,
    ProperField,
    Record,
    StakeholderRef,
    Url,
)
from lgdkit.model.extra import Extra
from lgdkit.model.text import TextField
from lgdkit.vocab.stakeholder import Rating, RegisterSystem, StakeholderKind


class Register(Part):
    """The register that knows the organisation, and its number there."""

    system: RegisterSystem = Field(description="Which register.")
    number: str = Field(description="The number, in quotes.")


class Sector(Part):
    """What the organisation does, in a shared classification."""

    nace: Annotated[str, StringConstraints(pattern=r"^[A-V]?[0-9]{0,2}(\.[0-9]{1,2})?$")] | None = Field(
        None, description="NACE code: S94."
    )
    activity: TextField | None = Field(None, description="The main line of activity in words.")


class Employees(Part):
    """How many people work there."""

    total: int | None = Field(None, ge=0, description="In total.")
    in_city: int | None = Field(None, ge=0, description="In the city.")
    year: int | None = Field(None, ge=1900, le=2199, description="The year of the count.")


class Address(Part):
    """The postal address that an agreement prints."""

    street: str | None = Field(None, description="Street and number.")
    postal_code: str | None = Field(None, description="Postal code, in quotes.")
    town: str | None = Field(None, description="Town.")


class Contact(Part):
    """Whom to talk to: a role in documents, a person only by id."""

    role: TextField | None = Field(None, description="The role: managing director, climate officer.")
    person: PersonRef | None = Field(None, description="The person, by id.")


class Stakeholder(Record):
    """An organisation or a group of people that can contribute."""

    name: ProperField = Field(description="The official name.")
    to_be_found: bool = Field(
        False,
        description="true where nobody has been found for this role yet; its name says which role it is.",
    )
    kind: StakeholderKind = Field(description="What it is.")
    legal_form: str | None = Field(
        None, description="Legal form as its country calls it: Oyj, GmbH, AB, e.V."
    )
    registration: Register | None = Field(None, alias="register", description="Its number in a register.")
    sector: Sector | None = Field(None, description="What it does.")
    employees: Employees | None = Field(None, description="How many people work there.")
    address: Address | None = Field(None, description="Its postal address.")
    website: Url | None = Field(None, description="Its web address.")
    language: LanguageCode | None = Field(None, description="The language of its agreement.")
    influence: Rating | None = Field(None, description="Influence on the city's ambition: low, medium, high.")
    interest: Rating | None = Field(None, description="Interest in the city's ambition: low, medium, high.")
    contact: Contact | None = Field(None, description="Whom to talk to.")
    signatory: Contact | None = Field(None, description="Who may sign for it.")
    part_of: StakeholderRef | None = Field(None, description="The group or parent it belongs to.")
    operations: TextField | None = Field(None, description="Its operations that matter to the climate.")
    collaboration: TextField | None = Field(
        None, description="Collaboration with the city so far, and what it expects of it."
    )
    note: TextField | None = Field(None, description="A remark that is printed with it.")
    sources: Many[Cite] = Field((), description="Where the facts stand.")
    extra: Extra = Field(default_factory=dict, description="Values of the city's own fields.")
