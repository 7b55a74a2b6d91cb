"""The city: who it is, what it aims at, how it is governed."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from lgdkit.model.base import (
    Cite,
    CountryCode,
    CurrencyCode,
    Id,
    LanguageCode,
    Many,
    Part,
    PersonRef,
    ProperField,
    Record,
    StakeholderRef,
    TermRef,
    Url,
)
from lgdkit.model.check_settings import CheckSettings
from lgdkit.model.date import DateField
from lgdkit.model.fault import fault, kind_of
from lgdkit.model.number import NumberField, PercentField
from lgdkit.model.quantity import Quantity, TargetEmissionsField
from lgdkit.model.text import TextField
from lgdkit.vocab.city import BodyKind, ExtraKind, MunicipalityKind, Principle, Scope, StrategyKind
from lgdkit.vocab.field_of_action import FieldOfAction
from lgdkit.vocab.green_deal import GreenDealArea
from lgdkit.vocab.sector import Sector

Year = Annotated[int, Field(ge=1900, le=2199)]


def _no_truth(value: object) -> object:
    """Refuse true, which Python takes for 1."""
    if isinstance(value, bool):
        raise fault(
            "wrong-type", f"This is {kind_of(value)}, not a scope.", "one of 1, 2, 3", "Write the number."
        )
    return value


ScopeField = Annotated[Scope, BeforeValidator(_no_truth)]


class Codes(Part):
    """The codes under which registers know the city."""

    municipality: str | None = Field(
        None, description="The national code, in quotes: kuntanumero, kommunkod, AGS."
    )
    nuts3: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[A-Z0-9]{3}$")] | None = Field(
        None, description="NUTS 3 region: SE331."
    )
    locode: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2} [A-Z0-9]{3}$")] | None = Field(
        None, description="UN/LOCODE with the space: SE UME."
    )
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[0-9]+$")] | None = Field(
        None, description="Wikidata item: Q25579."
    )


class Population(Part):
    """How many people live in the city."""

    value: int = Field(ge=1, description="Number of inhabitants.")
    year: Year = Field(description="The year of the count.")
    source: Cite | None = Field(None, description="Where the figure stands.")


class Coordinator(Part):
    """The office that looks after the deal."""

    unit: TextField | None = Field(None, description="The unit of the city's administration.")
    role: TextField | None = Field(None, description="The role of the person in charge; no name.")
    person: PersonRef | None = Field(
        None, description="The person, by id; left out of documents unless asked for."
    )


class Body(Part):
    """A body that steers or carries the deal."""

    name: TextField = Field(description="The body's name.")
    kind: BodyKind = Field(description="What it is: office, steering, operational, advisory.")
    task: TextField | None = Field(None, description="What it decides or does, in a sentence or two.")


class EmissionsAt(Part):
    """Greenhouse gas emissions of one year."""

    year: Year = Field(description="The year.")
    ghg: TargetEmissionsField = Field(
        description="Emissions of that year in CO2 equivalents: 217.9 kt/year, or 11.5 t/person/year."
    )
    sectors: dict[Sector, TargetEmissionsField] = Field(
        default_factory=dict, description="The same by source sector."
    )
    source: Cite | None = Field(None, description="Where the figure stands.")


class Goal(Part):
    """What is to be reached, and when."""

    year: Year = Field(description="The year in which it is to be reached.")
    reduction: PercentField | None = Field(None, description="The reduction in percent: 80 %.")
    of: Annotated[str, StringConstraints(pattern=r"^(baseline|latest)$")] | None = Field(
        None, description="What the percentage is of: baseline (default) or latest."
    )
    ghg: TargetEmissionsField | None = Field(
        None, description="Or the emissions that may remain: 65 kt/year, or 2 t/person/year."
    )


class Target(Record):
    """A target of the city, with the boundary that it is about."""

    title: TextField | None = Field(None, description="What the target is called.")
    boundary: TextField | None = Field(
        None, description="What area or organisation the figures are about; without it they mean nothing."
    )
    scopes: Many[ScopeField] = Field((), description="Scopes of the inventory that count: 1, 2, 3.")
    method: str | None = Field(None, description="The inventory's method: GPC, BISKO …")
    population: Population | None = Field(
        None, description="How many people live within the boundary, if they are not all of the city."
    )
    baseline: EmissionsAt | None = Field(None, description="Emissions that the target is measured from.")
    latest: EmissionsAt | None = Field(None, description="The newest emissions known.")
    target: Goal | None = Field(None, description="The goal itself.")
    note: TextField | None = Field(None, description="A remark that is printed with the target.")
    sources: Many[Cite] = Field((), description="Where it stands.")

    @property
    def figures(self) -> Iterator[tuple[tuple[str, ...], Quantity]]:
        """The emissions that it names, each with its keys."""
        for key, given in (("baseline", self.baseline), ("latest", self.latest)):
            if given:
                yield (key, "ghg"), given.ghg
                yield from (((key, "sectors", sector), each) for sector, each in given.sectors.items())
        if self.target and self.target.ghg:
            yield ("target", "ghg"), self.target.ghg

    @property
    def per_person(self) -> bool:
        """Whether it is about the emissions of each person: no action can be held against them."""
        return any(each.per_person for _, each in self.figures)

    @property
    def mixed(self) -> bool:
        """Whether some of its figures are per person and others are not, so that none can be compared."""
        return len({each.per_person for _, each in self.figures}) > 1


class CityField(Record):
    """One of the city's own fields of action, tied to shared vocabularies."""

    name: TextField = Field(description="The field's name in the city.")
    uses: TermRef | None = Field(
        None,
        description="The term of a shared vocabulary that it stands for.",
        examples=["alliance/clean-energy"],
    )
    ccc: FieldOfAction | None = Field(None, description="The matching field of the Climate City Contracts.")
    green_deal: Many[GreenDealArea] = Field(
        (), description="Policy areas of the European Green Deal it serves."
    )


class Strategy(Record):
    """A strategy, plan or programme that the deal integrates."""

    title: TextField = Field(description="Its title.")
    kind: StrategyKind = Field(description="What it is.")
    adopted: DateField | None = Field(None, description="When it was adopted.")
    until: DateField | None = Field(None, description="Until when it holds.")
    reference: str | None = Field(None, description="Number of the decision: Dnr, council paper, §.")
    relevance: TextField | None = Field(None, description="What it has to do with the deal.")
    source: Cite | None = Field(None, description="Where it stands.")


class ExtraField(Part):
    """A field of the city's own, which records may then carry under `extra`."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,63}$")] = Field(
        description="The key."
    )
    label: TextField = Field(description="What it is called in documents.")
    kind: ExtraKind = Field(description="text, number, quantity, date or choice.")
    choices: Many[str] = Field((), description="The values that a choice allows.")


class Totals(Part):
    """Whether the reductions of the actions may be added up."""

    additive: bool = Field(description="false where the measures overlap so that no sum of them is right.")
    reason: TextField | None = Field(
        None, description="Why they may not be added; printed instead of the sum."
    )
    source: Cite | None = Field(None, description="Where that is said.")


class Rate(Part):
    """An exchange rate that the city states."""

    currency: CurrencyCode = Field(description="The currency converted from.")
    to: CurrencyCode = Field(description="The currency converted to.")
    rate: NumberField = Field(description="One unit of the first in units of the second.")
    date: DateField = Field(description="The day of the rate.")


class Appearance(Part):
    """What makes the city's Word files, PDFs and pages look like its own; the files lie in the city's folder."""

    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] | None = Field(
        None, description="Of headings and lines, in quotes, dark enough to be read on white: '#005b96'."
    )
    logo: str | None = Field(None, description="A picture, png, svg or jpeg: letterhead/logo.svg.")
    fonts: Many[str] = Field(
        (), description="Font files, ttf or otf, of one family: letterhead/Sans-Regular.ttf."
    )


class CityRecord(Record):
    """The city's own record; there is one in a folder."""

    name: ProperField = Field(description="The city's name in its languages.")
    country: CountryCode = Field(description="ISO 3166-1 code: FI, SE, DE.")
    kind: MunicipalityKind | None = Field(
        None,
        description="What documents call it: the city or the municipality; default: the usual word of the language.",
    )
    languages: Many[LanguageCode] = Field(
        min_length=1, description="Languages of the documents; the first is the city's own."
    )
    codes: Codes | None = Field(None, description="Codes under which registers know the city.")
    population: Population | None = Field(None, description="How many people live there.")
    organisation: StakeholderRef | None = Field(None, description="The stakeholder that signs for the city.")
    coordinator: Coordinator | None = Field(None, description="The office that looks after the deal.")
    website: Url | None = Field(None, description="The deal's page.")
    vision: TextField | None = Field(None, description="What the city wants to be, in a few sentences.")
    principles: dict[Principle, TextField] = Field(
        {},
        description="What the city does for each of the four: governance, integration, partnership, action.",
    )
    governance: Many[Body] = Field((), description="The bodies that steer and carry the deal.")
    targets: Many[Target] = Field(
        (), description="The city's targets; the first is the one actions are held against."
    )
    fields: Many[CityField] = Field(
        (), description="The city's own fields of action, in the order of the documents."
    )
    vocabularies: dict[Id, str] = Field(
        {}, description='Shared vocabularies that the city uses, each with its version: {alliance: "1.1"}.'
    )
    strategies: Many[Strategy] = Field((), description="Strategies and plans that the deal integrates.")
    totals: Totals | None = Field(
        None, description="Whether the reductions may be added up; default: they may."
    )
    rates: Many[Rate] = Field((), description="Exchange rates for sums over several currencies.")
    units: dict[str, TextField] = Field(
        {}, description="What units of one's own are called in the city's languages: flats: {fi: asuntoa}."
    )
    extra_fields: Many[ExtraField] = Field(
        (), description="Fields of the city's own that records carry in `extra`."
    )
    appearance: Appearance | None = Field(
        None, description="Colour, logo and fonts of the city's Word files, PDFs and pages."
    )
    check: CheckSettings | None = Field(None, description="What the city wants of `lgd check`.")
    note: TextField | None = Field(None, description="A remark that the roadmap prints.")
    sources: Many[Cite] = Field((), description="Where the facts of this record stand.")

    @property
    def first_language(self) -> str:
        """The language in which a plain text is written."""
        return self.languages[0]
