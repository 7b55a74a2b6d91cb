"""Changes as people look for them: by deal, and in it by partner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from lgdkit.compare.change import Comparison, Judgement, RecordChange, What

AGREEMENT = "the agreement itself"
_REST = (
    ("city", "City and targets", ("city", "targets", "fields", "strategies")),
    ("actions", "Actions", ("actions",)),
    ("stakeholders", "Stakeholders", ("stakeholders",)),
    ("indicators", "Indicators", ("indicators",)),
    ("exchange", "Practices and sprints", ("practices", "sprints")),
    ("other", "Persons, sources, accepted findings", ("persons", "sources", "allow")),
)


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one partner in a deal; of no partner, where `id` is empty."""

    title: str
    id: str
    changes: tuple[RecordChange, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A deal with the changes in it, or the changes that belong to no deal."""

    title: str
    kind: str
    id: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records changed, and how."""

    added: int = 0
    removed: int = 0
    strengthened: int = 0
    weakened: int = 0
    unclear: int = 0
    otherwise: int = 0
    moved: int = 0
    """Records of which a date moved; they are counted above, too."""
    uncompared: int = 0


def tally(comparisons: Iterable[Comparison]) -> Tally:
    """Count each record that changed once; one that came or went is neither strengthened nor weakened here."""
    found = list(comparisons)
    changes = [each for one in found for each in one.changes]

    def count(fits: Callable[[RecordChange], bool]) -> int:
        return sum(map(fits, changes))

    def judged(judgement: Judgement) -> int:
        inner = (What.CHANGED, What.RENAMED)
        return count(lambda each: each.what in inner and each.verdict.judgement is judgement)

    return Tally(
        added=count(lambda each: each.what is What.ADDED),
        removed=count(lambda each: each.what is What.REMOVED),
        strengthened=judged(Judgement.STRENGTHENED),
        weakened=judged(Judgement.WEAKENED),
        unclear=judged(Judgement.UNCLEAR),
        otherwise=judged(Judgement.NEUTRAL),
        moved=count(lambda each: any(field.moved for field in each.fields)),
        uncompared=sum(len(one.uncompared) for one in found),
    )


def concerning(comparison: Comparison, stakeholder: str) -> Comparison:
    """Return what is about one stakeholder: itself, its commitments and deals, the actions it has a part in."""
    return replace(
        comparison,
        changes=tuple(each for each in comparison.changes if stakeholder in each.concerns),
        uncompared=tuple(
            each for each in comparison.uncompared if stakeholder in each.concerns or not each.concerns
        ),
    )


def grouped(comparison: Comparison) -> tuple[Group, ...]:
    """Return the changes by deal and partner, then those that belong to no deal; each stands once.

    A commitment of several deals stands in the first of them.
    """
    deals: dict[str, list[RecordChange]] = {}
    for each in comparison.changes:
        if each.kind in ("deals", "commitments"):
            deals.setdefault(each.deals[0] if each.deals else "", []).append(each)
    found = [
        _deal(comparison, deal, deals[deal]) for deal in sorted(deals, key=lambda deal: (not deal, deal))
    ]
    for kind, title, kinds in _REST:
        changes = tuple(each for each in comparison.changes if each.kind in kinds)
        if changes:
            found.append(Group(title, kind, "", (Section("", "", changes),)))
    return tuple(found)


def _deal(comparison: Comparison, deal: str, changes: list[RecordChange]) -> Group:
    partners: dict[str, list[RecordChange]] = {}
    for each in changes:
        partners.setdefault(each.by, []).append(each)
    sections = tuple(
        Section(comparison.names.get(f"stakeholders/{by}", by) if by else AGREEMENT, by, tuple(partners[by]))
        for by in sorted(partners)
    )
    title = comparison.names.get(f"deals/{deal}", deal) if deal else "Commitments without a deal"
    return Group(title, "deal" if deal else "no-deal", deal, sections)
