"""What changed in cities, as every format takes it, and the words that they share."""

from collections.abc import Mapping
from dataclasses import dataclass

from lgdkit.compare.change import Comparison, FieldChange, Judgement, RecordChange, What
from lgdkit.compare.groups import Tally, tally
from lgdkit.diagnostics import Place

KINDS = {
    "deals": "deal",
    "commitments": "commitment",
    "city": "city",
    "targets": "target",
    "fields": "field of action",
    "strategies": "strategy",
    "actions": "action",
    "stakeholders": "stakeholder",
    "indicators": "indicator",
    "practices": "practice",
    "sprints": "sprint",
    "persons": "person",
    "sources": "source",
    "allow": "accepted finding",
}
"""What a record of each kind is called."""
_COUNTED = {
    "weakened": "weakened",
    "strengthened": "strengthened",
    "unclear": "unclear",
    "added": "added",
    "removed": "removed",
    "otherwise": "changed otherwise",
}


@dataclass(frozen=True)
class CityChanges:
    """One city of a report."""

    path: str
    """Its folder, from the root of the repository."""
    comparison: Comparison
    lines: Mapping[Place, int]

    def spot(self, place: Place | None) -> tuple[str, int] | None:
        """Return file and line of a place in the files afterwards, from the root of the repository."""
        if place is None or place not in self.lines:
            return None
        file = place.file if self.path == "." else f"{self.path}/{place.file}"
        return file, self.lines[place]


@dataclass(frozen=True)
class ChangeReport:
    """What changed between two states; a state is a git revision, or None for the files as they are."""

    before: str
    after: str | None
    cities: tuple[CityChanges, ...]
    version: str
    """The version of lgdkit."""
    stakeholder: str = ""
    """Set where only what is about one stakeholder is told."""

    @property
    def tally(self) -> Tally:
        """How many records changed, and how."""
        return tally(each.comparison for each in self.cities)

    @property
    def weakened(self) -> bool:
        """Whether anything at all was weakened, even in a record that is unclear as a whole."""
        return any(change.weakened() for city in self.cities for change in city.comparison.changes)

    @property
    def between(self) -> str:
        """The two states in words."""
        return f"{self.before} and {self.after or 'the working tree'}"


def summary(report: ChangeReport) -> str:
    """Say on one line how many records changed, and how."""
    found = report.tally
    counted = [f"{getattr(found, name)} {said}" for name, said in _COUNTED.items() if getattr(found, name)]
    about = f" for {report.stakeholder}" if report.stakeholder else ""
    said = f"Between {report.between}{about}: {', '.join(counted) or 'no change in meaning'}."
    if found.moved:
        said += f" {found.moved} moved in time."
    if found.uncompared:
        said += f" {found.uncompared} could not be compared."
    return said


def head(change: RecordChange) -> str:
    """Say what happened to a record."""
    happened = change.what.value
    if change.what in (What.CHANGED, What.RENAMED) and change.verdict.judgement is not Judgement.NEUTRAL:
        happened = change.verdict.judgement.value
    title = f": {change.title}" if change.title and change.title != change.id else ""
    former = f" (before: {change.former_id})" if change.former_id else ""
    return f"{happened}: {KINDS[change.kind]} {change.id}{former}{title}"


def label(each: FieldChange) -> str:
    """Name a field, with the entry of a list and the language that changed."""
    entry = f" ({each.entry})" if each.entry else ""
    return f"{each.field}{entry}{f' [{each.language}]' if each.language else ''}"


def reason(each: FieldChange) -> str:
    """Say how a change of a field is judged, and why."""
    why = each.verdict.reason or each.moved
    if each.verdict.judgement is Judgement.NEUTRAL:
        return why
    return f"{each.verdict.judgement.value}: {why}"


def values(each: FieldChange) -> str:
    """Write both values on one line."""
    if each.before is not None and each.after is not None and not each.listed:
        return f"{each.before} → {each.after}"
    gone, new = each.before and f"gone: {each.before}", each.after and f"new: {each.after}"
    return "; ".join(filter(None, (gone, new)))
