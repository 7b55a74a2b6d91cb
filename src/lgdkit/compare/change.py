"""What a comparison finds, as plain values: nothing here knows the model, or how it will look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lgdkit.diagnostics import Place


class Judgement(StrEnum):
    """Whether more or less is promised than before; `neutral` where a change promises neither."""

    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    UNCLEAR = "unclear"
    NEUTRAL = "neutral"


class What(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Verdict(NamedTuple):
    """A judgement and its reason; `wording` where it is unclear only because words changed."""

    judgement: Judgement = Judgement.NEUTRAL
    reason: str = ""
    wording: bool = False


NEUTRAL = Verdict()
"""A change that promises neither more nor less."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One change of one field.

    `before` and `after` are written as in the data; None means that nothing stood there. Of a list of codes or
    ids, `listed`, they hold what went and what came.
    """

    field: str
    """The keys from the record on, joined by full stops, without the numbers of entries."""
    before: str | None
    after: str | None
    verdict: Verdict = NEUTRAL
    entry: str = ""
    """What the entry of a list is known by: a title, a party, a year."""
    language: str = ""
    """Set where one language of a text changed."""
    moved: str = ""
    """`earlier` or `later`, where a date or year changed."""
    listed: bool = False
    place: Place | None = None
    """Where it stands afterwards, or where it would stand."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record."""

    kind: str
    id: str
    what: What
    verdict: Verdict
    title: str = ""
    former_id: str = ""
    fields: tuple[FieldChange, ...] = ()
    """Of a record that came or went: the facts that count for its strength."""
    deals: tuple[str, ...] = ()
    """The deals that hold a commitment; of a deal, itself."""
    by: str = ""
    """Of a commitment: the stakeholder that makes it."""
    concerns: frozenset[str] = frozenset()
    """The stakeholders that it is about."""
    place: Place | None = None

    def weakened(self) -> bool:
        """Say whether anything of it was weakened, even where the whole is unclear."""
        lines = (each.verdict.judgement for each in self.fields)
        return Judgement.WEAKENED in (self.verdict.judgement, *lines)


@dataclass(frozen=True, slots=True)
class Uncompared:
    """Something that could not be compared, and why."""

    side: str
    """`before`, `after`, or `both`."""
    what: str
    """The record, with its field, or the file."""
    why: str
    concerns: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Comparison:
    """All that changed in one city."""

    id: str
    name: str
    changes: tuple[RecordChange, ...] = ()
    uncompared: tuple[Uncompared, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of deals and stakeholders, by `deals/<id>` and `stakeholders/<id>`."""


def merged(verdicts: Iterable[Verdict]) -> Verdict:
    """Join the judgements on the parts of one thing.

    More here and less there is unclear, and so is whatever holds a figure that could not be compared. Words
    that changed leave the judgement to the figures, if there is one on them.
    """
    found = [each for each in verdicts if each.judgement is not Judgement.NEUTRAL]
    hard = [each for each in found if not each.wording]
    kinds = {each.judgement for each in hard}
    if not found:
        return Verdict()
    if not hard:
        return found[0]
    if kinds == {Judgement.STRENGTHENED, Judgement.WEAKENED}:
        return Verdict(Judgement.UNCLEAR, "more here and less there")
    if Judgement.UNCLEAR in kinds:
        return next(each for each in hard if each.judgement is Judgement.UNCLEAR)
    reasons = dict.fromkeys(each.reason for each in hard if each.reason)
    return Verdict(hard[0].judgement, "; ".join(reasons))
