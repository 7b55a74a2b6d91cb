"""What every record has: an id, a place, and the forms of references to other records."""

import re
from typing import Annotated, ClassVar, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)

from lgdkit.diagnostics import Key, Place
from lgdkit.model.fault import fault, shown
from lgdkit.model.meant import did_you_mean, near
from lgdkit.model.parsed import Widened
from lgdkit.model.text import TextField
from lgdkit.vocab.country import COUNTRIES
from lgdkit.vocab.currency import CURRENCIES
from lgdkit.vocab.language import LANGUAGES

T = TypeVar("T")
ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
REFERENCE_PATTERN = r"^([a-z0-9][a-z0-9-]{0,63}/)?[a-z0-9][a-z0-9-]{0,63}$"

TERM_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9-]{0,63}$"

Many = Annotated[tuple[T, ...], Strict(False)]
"""A list in YAML, a tuple in the record, so that nothing can change it."""


class RefTo(NamedTuple):
    """Marks a field that holds the id of a record of this kind."""

    kind: str


class ProperName(NamedTuple):
    """Marks a text that is the same in every language unless somebody writes another one."""


ProperField = Annotated[TextField, ProperName()]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
_Ref = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN)]
StakeholderRef = Annotated[_Ref, RefTo("stakeholders")]
ActionRef = Annotated[_Ref, RefTo("actions")]
CommitmentRef = Annotated[_Ref, RefTo("commitments")]
DealRef = Annotated[_Ref, RefTo("deals")]
PracticeRef = Annotated[_Ref, RefTo("practices")]
IndicatorRef = Annotated[_Ref, RefTo("indicators")]
PersonRef = Annotated[_Ref, RefTo("persons")]
SourceRef = Annotated[_Ref, RefTo("sources")]
StrategyRef = Annotated[_Ref, RefTo("strategies")]
FieldRef = Annotated[_Ref, RefTo("fields")]
TermRef = Annotated[str, StringConstraints(pattern=TERM_PATTERN)]
"""A term of a shared vocabulary: alliance/clean-energy."""


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(sign in value for sign in " <>\"'`\\|\n\t"):
        bare = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s<>\"'`\\|]*)?", value[:100], re.I)
        advice = (
            f"Write https://{bare[0]}." if bare else "Write the whole address, without spaces and quotes."
        )
        raise fault("bad-url", f"{shown(value)} is no web address.", "https://…", advice)
    return value


class _Known:
    """Lets the codes of one kind pass."""

    __slots__ = ("codes", "example", "what")

    def __init__(self, codes: frozenset[str], what: str, example: str) -> None:
        self.codes, self.what, self.example = codes, what, example

    def __call__(self, value: str) -> str:
        codes, what = self.codes, self.what
        if value in codes:
            return value
        # of short codes a near one is mostly another country; fi-FI and fi_FI are plain enough
        short = re.split("[-_]", value[:8])[0]
        advice = did_you_mean(short, codes, "Use the code, not the name.", alike=1)
        meant = near(short, codes, 1)
        raise fault(
            "unknown-code", f"{shown(value)} is no {what}.", f"a {what}: {self.example}", advice, fix=meant
        )


def _one_of(codes: frozenset[str], what: str, example: str) -> tuple[AfterValidator, WithJsonSchema]:
    return AfterValidator(_Known(codes, what, example)), WithJsonSchema({"enum": sorted(codes)})


LanguageCode = Annotated[str, *_one_of(LANGUAGES, "language code", "fi, sv, de, en")]
CountryCode = Annotated[str, *_one_of(COUNTRIES, "country code", "FI, SE, DE")]
CurrencyCode = Annotated[str, *_one_of(CURRENCIES, "currency code", "EUR, SEK")]

Url = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_web_address)]


class Part(BaseModel):
    """A piece of a record: frozen, strict, and closed to keys that nobody described."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Placed(Part):
    """A piece of data that knows where it was written.

    `broken` names the fields that could not be read and were left out: no rule takes them for missing.
    """

    __slots__ = ("broken", "place")
    place: ClassVar[Place]
    broken: ClassVar[frozenset[str]]

    def at(self, *keys: Key) -> Place:
        """Return the place of one of its values."""
        return self.place.at(*keys)

    def lacks(self, field: str) -> bool:
        """Say whether a field was truly not written, rather than written and unreadable."""
        return field not in self.broken and getattr(self, field) in (None, ())


class Record(Placed):
    """A record with an id."""

    id: Id = Field(description="The record's id: small letters, digits and hyphens; unique within its kind.")


def _citation(raw: object) -> object:
    return {"id": raw} if isinstance(raw, str) else raw


class Citation(Part):
    """A source, and where in it."""

    id: SourceRef = Field(description="The id of the source.")
    at: str | None = Field(None, description="Where in the source: a page, a table, a section.")


Cite = Annotated[Citation, Widened(_citation)]
