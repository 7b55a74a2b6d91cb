"""`lgd mou --from`: a Word file that came back from a lawyer or a partner, taken into the draft it was made from."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from lgdkit.cli.drafting import How, read_cities
from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from lgdkit.model.city import City
    from lgdkit.model.deal import Deal
    from lgdkit.office.remarks import Remark
    from lgdkit.returned import Edit
    from lgdkit.word_back import Proposal, WordBack

_DRAFT = re.compile(
    r"mou/(?P<stakeholder>[a-z0-9-]+)(?:\.(?P<deal>[a-z0-9-]+))?(?:\.since-[0-9-]{10})?\.(?P<language>[a-z]{2})\.md"
)
_WIDTH = 200
_MOST = 3


class _Place(NamedTuple):
    """The draft that a Word file belongs to."""

    root: Path
    city: "City"
    path: str
    """From the folder of the drafts."""
    text: bytes
    """As it stands."""
    base: bytes
    """As it was when the Word file was made."""


def take_back(file: Path, path: Path, wanted: Sequence[str], spoken: Sequence[str], how: How) -> None:
    """Take a Word file into its draft and tell what differs.

    Args:
        file: the Word file.
        path: the city's folder, or a folder of cities.
        wanted: the stakeholder, where the Word file does not say which draft it was made from.
        spoken: the language, likewise.
        how: whether to write, to check or to show the difference.
    """
    from lgdkit.drafts import shelf_of
    from lgdkit.drafts.look import dressed
    from lgdkit.drafts.merge import MergeError
    from lgdkit.office.from_word import NoWordFileError
    from lgdkit.office.pandoc import NotInstalledError, PandocError

    content = _read(file)
    place = _place(content, path, wanted, spoken)
    try:
        found = _joined(content, place)
    except (NoWordFileError, MergeError, PandocError) as error:
        fail(f"{file}: {error}")
    except NotInstalledError as error:
        fail(str(error))
    name = (place.root / "drafts" / place.path).as_posix()
    new = dressed(found.text, place.text)
    if how.diff:
        from lgdkit.cli.difference import difference

        typer.echo(difference(place.path, place.text, new), nl=False)
    else:
        for line in _report(found, place):
            typer.echo(line)
    if new == place.text:
        say(f"{name}: nothing to take in")
    elif how.check or how.diff:
        say(f"{name}: would be changed")
        stop(1)
    else:
        reason = shelf_of(place.root, None).edit(place.path, place.text, new)
        if reason:
            say(f"{name}: not written: {reason}")
            stop(1)
        say(f"{name}: {_count(len(found.taken), 'edit')} taken in")
    if not found.well:
        stop(1)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        fail(f"--from {file}: {error.strerror}")


def _place(content: bytes, path: Path, wanted: Sequence[str], spoken: Sequence[str]) -> _Place:  # noqa: RET503 - fail
    """Find the draft that a Word file was made from; where there is none, the command ends."""
    from lgdkit.office.carried import carried

    held = carried(content)
    if held is not None and not _DRAFT.fullmatch(held.path):
        held = None
    cities = read_cities(path)
    found = []
    for root, city in cities:
        if held is not None:
            names = [held.path]
        else:
            names = [
                f"mou/{each.name}"
                for each in sorted((root / "drafts" / "mou").glob("*.md"))
                if (match := _DRAFT.fullmatch(f"mou/{each.name}"))
                and match["stakeholder"] in wanted
                and (not spoken or match["language"] in spoken)
            ]
        for name in names:
            draft = root / "drafts" / name
            if draft.is_file() and not draft.is_symlink():
                text = draft.read_bytes()
                found.append(_Place(root, city, name, text, held.text if held else text))
    if cities.broken and not found:
        stop(1)
    if len(found) == 1:
        _refuse_frozen(found[0])
        return found[0]
    if held is not None:
        fail(
            f"{path} has {'no' if not found else 'several'} draft{'s' * bool(found)} {held.path}; name its city"
        )
    if not wanted:
        fail(
            "the Word file does not say which draft it was made from: "
            "name the stakeholder, and the language with --lang"
        )
    several = ", ".join(each.path for each in found)
    fail(
        f"several drafts are {wanted[0]}'s: {several}; name one language with --lang"
        if found
        else f"there is no draft of {', '.join(wanted)} in {path}"
    )


def _refuse_frozen(place: _Place) -> None:
    from lgdkit.view.frozen import frozen_drafts

    frozen = frozen_drafts(place.city)
    if frozen and re.fullmatch(frozen, place.path):
        fail(
            f"{place.path} is the draft of a deal that was signed, and stays as it is; a change takes an amendment"
        )


def _joined(content: bytes, place: _Place) -> "WordBack":
    from lgdkit import disk
    from lgdkit.cli.forms import printer_of
    from lgdkit.drafts.look import plain
    from lgdkit.drafts.merge import marks
    from lgdkit.printing import Printed
    from lgdkit.render.language import words_of
    from lgdkit.view.figures import figures
    from lgdkit.word_back import word_back

    now, base = plain(place.text), plain(place.base)
    if now is None or base is None:
        fail(f"{place.path} is not UTF-8 text; save it as UTF-8")
    if marks(now):
        fail(f"{place.path} has conflict marks; choose, take the marks out, run again")
    match = _DRAFT.fullmatch(place.path)
    stakeholder, language = (match["stakeholder"], match["language"]) if match else ("", "en")
    printer = printer_of(place.city, place.root)
    if printer is None:
        stop(1)
    sent = printer.print(Printed(place.path, base.encode()), "docx")
    held = figures(place.city, _deal(place), stakeholder, language)
    return word_back(content, sent, base, now, held, words_of(language, disk.read_templates()))


def _deal(place: _Place) -> "Deal | None":
    match = _DRAFT.fullmatch(place.path)
    known = {each.id: each for each in place.city.deals}
    return known.get(match["deal"] or "") if match else None


# --- what is told ---


def _report(found: "WordBack", place: _Place) -> Iterator[str]:
    """Say what was taken in, what is to be changed in the data, what is left over, and what people remarked."""
    if found.taken:
        yield "Taken into the draft:"
        yield from _edits(found.taken)
    if found.proposals:
        yield "Figures of the data; change them there, and draft again:"
        for proposal in found.proposals:
            yield from _proposal(proposal, place)
    if found.left:
        yield "Not taken into the draft, since it has no place for it:"
        yield from _edits(found.left)
    for conflict in found.conflicts:
        yield f"Changed in the draft since it was sent, too, and differently; marked at line {conflict.line}."
    if found.remarks:
        yield "Tracked changes and comments:"
        yield from map(_remark, found.remarks)


def _edits(edits: Sequence["Edit"]) -> Iterator[str]:
    for each in edits:
        yield f"  in “{_short(each.heading)}”" if each.heading else "  at the beginning"
        yield f"    was: {_short(each.before) or '(nothing)'}"
        yield f"    now: {_short(each.after) or '(taken out)'}"


def _proposal(proposal: "Proposal", place: _Place) -> Iterator[str]:
    from lgdkit import disk
    from lgdkit.read.locate import Locator

    yield from _edits([proposal.edit])
    if proposal.places > 1:
        yield f"    in {proposal.places} places"
    locator = Locator(dict(disk.read_folder(place.root).texts))
    figures = proposal.figures[:_MOST]
    for number, each in enumerate(figures):
        file, keys = each.place.file, each.place.keys
        span = locator.span(each.place)
        field = ".".join(str(key) for key in keys[1 if each.record == "city" else 2 :])
        about = f" ({_short(each.titles[0])})" if each.titles else ""
        word = "or" if number else "data:"
        yield f"    {word} {(place.root / file).as_posix()}:{span.line}:{span.column}: {each.record}, {field}{about}"


def _remark(remark: "Remark") -> str:
    what = {"inserted": "inserted", "deleted": "took out", "comment": "remarked"}[remark.kind]
    who = f"{_short(remark.author) or 'somebody'}{f', {remark.day}' if remark.day else ''}"
    where = f" in “{_short(remark.heading)}”" if remark.heading else ""
    about = f" on “{_short(remark.about)}”" if remark.about else ""
    return f"  {who}{where} {what}{about}: {_short(remark.text)}"


def _short(text: str) -> str:
    from lgdkit.render.plain import visible

    return visible(text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
