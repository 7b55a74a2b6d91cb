"""`lgd sign`: a deal was signed, and what was agreed is kept."""

import datetime
import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import read_cities
from lgdkit.cli.terminal import fail, say, stop, today

if TYPE_CHECKING:
    from lgdkit.disk import Folder
    from lgdkit.model.city import City
    from lgdkit.model.deal import Deal
    from lgdkit.signing import Sealed

_MOST_NAME = 200


def sign(
    targets: Annotated[list[str], typer.Argument(metavar="CITY, DEAL", hidden=True)],
    date: Annotated[str, typer.Option("--date", metavar="DAY", help="The day of the last signature.")],
    file: Annotated[str, typer.Option("--file", metavar="FILE", help="The signed document, such as a PDF.")],
    at: Annotated[str, typer.Option("--at", metavar="PLACE", help="Where it was signed.")] = "",
) -> None:
    """Record that a deal was signed: keep what was agreed, and set its state and signature in the data.

    First CITY, a city's folder; without it, it is the folder you are in. Then the id of the deal.

    Example: lgd sign examples/espoo grid-cooperation --date 2026-11-20 --file deal.pdf

    Keeps each clause, commitment and action of the deal, and a digest of the document, in
    .lgd/signed: commit it with the data. In the data it changes state and signed alone, and no
    comment. From then on its drafts stay as they are, and lgd check tells what has changed.
    """
    from lgdkit import pipeline
    from lgdkit.disk import read_folder
    from lgdkit.render.plain import visible
    from lgdkit.signing import objection

    root, name = _only(targets)
    now = today(None)
    day = today(date)
    if day > now:
        fail(f"--date {date}: that day is still to come")
    folder = read_folder(root)
    city = pipeline.check(folder.texts, now, folder.faults, kept=folder.kept).city
    sealed = _sealed(folder, city, _deal(city, name), day, file, " ".join(at.split()))
    wrong = objection(sealed, folder.texts, folder.kept, now, folder.faults)
    if wrong:
        where = visible((folder.root / wrong.file).as_posix())
        said = f"{wrong.diagnostic.message} {wrong.diagnostic.help}"
        fail(f"nothing is written, for then it would be wrong: {where}:{wrong.span.line}: {visible(said)}")
    _put(folder, sealed)


def _only(targets: list[str]) -> tuple[Path, str]:
    """Return the folder of the one city and the id of the deal."""
    if len(targets) > 2:
        fail("name one city and one deal")
    path, name = (Path(targets[0]), targets[1]) if len(targets) == 2 else (Path(), targets[0])
    cities = read_cities(path)
    if len(cities.roots) > 1:
        names = ", ".join(each.as_posix() for each in cities.roots)
        fail(f"{path} holds several cities, so name one of them: {names}")
    found = [root for root, _ in cities]
    if not found:
        stop(1)
    return found[0], name


def _deal(city: "City", name: str) -> "Deal":
    found = next((each for each in city.deals if each.id == name), None)
    if found is None:
        from lgdkit.render.plain import visible

        near = difflib.get_close_matches(name[:100], [each.id for each in city.deals], 1)
        shown = visible(name[:100])
        fail(f'no deal has the id "{shown}"' + (f'; did you mean "{near[0]}"?' if near else ""))
    return found


def _sealed(
    folder: "Folder", city: "City", deal: "Deal", day: datetime.date, file: str, place: str
) -> "Sealed":
    from lgdkit.disk import digest_of
    from lgdkit.model.signing import Signing
    from lgdkit.signing import NotSigned, sign

    try:
        digest = digest_of(Path(file))
    except OSError as error:
        fail(f"--file {file}: {error.strerror or type(error).__name__}")
    try:
        signing = Signing(deal.id, day, place, Path(file).name[:_MOST_NAME], digest)
        return sign(folder.texts, folder.kept, city, deal, signing)
    except NotSigned as reason:
        fail(str(reason))


def _put(folder: "Folder", sealed: "Sealed") -> None:
    """Write the record, then the data: after a kill between the two, lgd check says that they differ."""
    from lgdkit.rewrite import drop, keep, rewrite

    old = folder.kept.get(sealed.path)
    reason = keep(folder.root, sealed.path, old, sealed.record)
    if reason:
        fail(f"{sealed.path}: not written: {reason}")
    before = folder.texts[sealed.file]
    reason = "" if sealed.text == before else rewrite(folder.root, sealed.file, before, sealed.text)
    if reason:
        if old is None:
            drop(folder.root, sealed.path)
        fail(f"{sealed.file}: not written: {reason}")
    for name in (sealed.path, sealed.file):
        typer.echo((folder.root / name).as_posix())
    agreed = sealed.signing.agreed or {}
    count = {
        kind: sum(each.startswith(f"{kind}/") for each in agreed)
        for kind in ("deals", "commitments", "actions")
    }
    say(
        f"Kept: {_counted(count['deals'], 'clause')}, {_counted(count['commitments'], 'commitment')}, "
        f"{_counted(count['actions'], 'action')}. Commit both files with the data."
    )


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
