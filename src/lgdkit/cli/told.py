"""What a run says of the drafts that it wrote, merged or left."""

from collections.abc import Iterator
from pathlib import Path

from lgdkit.cli.terminal import say
from lgdkit.drafts import PICTURE, Conflict, Kind, Outcome, Step
from lgdkit.render.plain import visible

_WIDTH = 96
_STAYS = {
    Kind.DELETED: "deleted by hand, so it is not drafted; --force drafts it again",
    Kind.FOREIGN: "not drafted by lgd, so it stays as it is; --force writes over it",
    Kind.UNKNOWN: (
        "edited by hand, and what lgd drafted is not known, so nothing can be merged; it stays as it is; "
        "--force writes over it"
    ),
}


def tell(outcome: Outcome, folder: Path, *, done: bool = True) -> None:
    """Tell a person what became of the drafts, or what would."""

    def line(path: str, what: str) -> None:
        say(f"{visible((folder / path).as_posix())}: {what}")

    for each in outcome.steps:
        if each.origin:
            went = "moved from" if done else "would move from"
            line(
                each.path,
                f"{went} {visible(each.origin)}: its stakeholder, deal or session has another id now",
            )
        what = _written(each) if done else _stale(each)
        if what:
            line(each.path, what)
        for text in _places(each.conflicts):
            say(text)
    if done:
        line("", _count(outcome))
    for kind in (*_STAYS, Kind.UNRESOLVED, Kind.REFUSED, Kind.ORPHANED):
        for each in outcome.of(kind):
            line(each.path, _left(each))


def _written(step: Step) -> str:
    if step.kind is Kind.MERGED:
        return "edited by hand; the edits are kept, and what changed in the data is taken in"
    if step.kind is Kind.CONFLICT:
        if not step.conflicts:
            new = f".lgd/base/{visible(step.path)} is the new one: copy it over yours to take it"
            return f"edited by hand, and the data has changed; it stays as it is, for no picture is merged; {new}"
        return f"{_changed_twice(step)}; marked in the file, for you to choose"
    return ""


def _stale(step: Step) -> str:
    if step.kind is Kind.WRITTEN:
        return "out of date"
    if step.kind is Kind.MERGED:
        return "out of date; it was edited by hand, and the edits would be kept"
    if step.kind is Kind.CONFLICT:
        if not step.conflicts:
            return "out of date; it was edited by hand, so it would stay as it is"
        return f"out of date; {_changed_twice(step)}"
    return ""


def _changed_twice(step: Step) -> str:
    count = len(step.conflicts)
    places = f"{count} place{' was' if count == 1 else 's were'}"
    return f"{places} changed by hand and in the data, differently"


def _left(step: Step) -> str:
    if step.kind is Kind.REFUSED:
        return f"not written: {visible(step.reason)}"
    if step.kind is Kind.ORPHANED:
        edited = ", with what was edited by hand" if step.edited else ""
        return f"no longer made from the data; it stays where it is{edited}"
    if step.kind is Kind.UNRESOLVED:
        lines = ", ".join(map(str, step.lines[:3])) + (", …" if len(step.lines) > 3 else "")
        return (
            f"has conflict marks (line {lines}), so it stays as it is; choose, take the marks out, run again"
        )
    return _STAYS[step.kind]


def _places(conflicts: tuple[Conflict, ...]) -> Iterator[str]:
    """Say of each place where it is and what both sides made of it."""
    for each in conflicts:
        where = f"in “{visible(each.heading)}”, " if each.heading else ""
        yield f"  {where}line {each.line}"
        yield f"    was:           {_said(each.before, 'nothing')}"
        yield f"    by hand:       {_said(each.by_hand, 'taken out')}"
        yield f"    from the data: {_said(each.by_data, 'taken out')}"


def _said(lines: tuple[str, ...], nothing: str) -> str:
    found = [visible(each.strip()) for each in lines if each.strip()]
    if not found:
        return f"({nothing})"
    first = found[0] if len(found[0]) <= _WIDTH else f"{found[0][:_WIDTH]}…"
    more = len(found) - 1
    return f"{first} (and {more} more line{'' if more == 1 else 's'})" if more else first


def _count(outcome: Outcome) -> str:
    parts = [f"{_drafts(outcome.paths(Kind.WRITTEN))} written"]
    for kind, word in ((Kind.MERGED, "merged"), (Kind.CONFLICT, "in conflict")):
        count = len(outcome.paths(kind))
        parts += [f"{count} {word}"] if count else []
    parts.append(f"{sum(not path.endswith(PICTURE) for path in outcome.paths(Kind.UNCHANGED))} unchanged")
    edited = len(outcome.paths(Kind.EDITED))
    parts += [f"{edited} edited by hand and up to date"] if edited else []
    return ", ".join(parts)


def _drafts(paths: tuple[str, ...]) -> str:
    pictures = sum(path.endswith(PICTURE) for path in paths)
    drafts = len(paths) - pictures
    count = f"{drafts} draft{'' if drafts == 1 else 's'}"
    return f"{count} and {pictures} picture{'' if pictures == 1 else 's'}" if pictures else count
