"""What `lgd map`, `lgd roadmap` and `lgd mou` have in common: read, check, draft, and put down or show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.terminal import fail, say, stop, today

if TYPE_CHECKING:
    from lgdkit.artifact import Artifact
    from lgdkit.model.city import City

Lang = Annotated[list[str] | None, typer.Option("--lang", metavar="CODE", help="Only this language; may be repeated.")]
Out = Annotated[
    str | None,
    typer.Option("--out", "-o", metavar="DIR", help="Folder for the drafts; - prints them. Default: drafts/ of the city."),
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 where a draft is not what the data says.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
Force = Annotated[bool, typer.Option("--force", help="Write over drafts that were edited by hand, too.")]


@dataclass(frozen=True)
class How:
    """How a command puts down what it drafts."""

    out: str | None = None
    check: bool = False
    diff: bool = False
    force: bool = False


def read_cities(path: Path) -> Iterator[tuple[Path, City]]:
    """Give each city at a path that drafts may be made from; of the others, say what is wrong."""
    from lgdkit import disk, pipeline
    from lgdkit.diagnostics import Severity

    if not path.is_dir():
        fail(f"there is no folder {path}")
    broken = False
    for root in disk.find_cities(path):
        folder = disk.read_folder(root)
        checked = pipeline.check(folder.texts, today(None), folder.faults)
        errors = [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
        if not errors and checked.city.record is not None:
            yield root, checked.city
            continue
        broken = True
        first = errors[0] if errors else None
        where = f"; the first is at {(root / first.file).as_posix()}:{first.span.line}: {first.diagnostic.message}" if first else ""
        count = f"{len(errors)} error{'' if len(errors) == 1 else 's'}" if errors else "no data"
        say(f"{root.as_posix()}: {count}, so nothing is drafted{where}")
        say(f"  lgd check {root.as_posix()} shows each with its way out")
    if broken:
        stop(1)


def languages(wanted: list[str] | None, default: Sequence[str]) -> Sequence[str]:
    """Return the languages asked for, or the default."""
    from lgdkit.vocab.language import LANGUAGES

    for each in wanted or ():
        if each not in LANGUAGES:
            fail(f"--lang {each}: not a language code; write fi, sv, de or en")
    return tuple(dict.fromkeys(wanted)) if wanted else default


def put_down(root: Path, drafts: Sequence[Artifact], how: How, mine: str, paint: Callable[[str], str] = str) -> bool:
    """Write drafts, print them or compare them; return whether all is well."""
    from lgdkit.drafts import shelf_of
    from lgdkit.render.plain import visible

    if how.out == "-":
        typer.echo("\n".join(each.content.decode() for each in drafts), nl=False)
        return True
    out = Path(how.out) if how.out else None
    shelf = shelf_of(root, out)
    if how.check or how.diff:
        outcome = shelf.compare(drafts, mine=mine)
        for path in (*outcome.written, *outcome.edited):
            if how.diff:
                content = next(each for each in drafts if each.path == path)
                typer.echo(shelf.difference(content), nl=False)
            kind = "edited by hand" if path in outcome.edited else "out of date"
            say(f"{(shelf.folder / path).as_posix()}: {kind}")
    else:
        outcome = shelf.write(drafts, force=how.force, mine=mine)
        for path in outcome.edited:
            say(f"{(shelf.folder / path).as_posix()}: edited by hand, so it stays as it is; --force writes over it")
        say(paint(f"{shelf.folder.as_posix()}: {_counted(len(outcome.written))} written, {len(outcome.unchanged)} unchanged"))
    for path, reason in outcome.refused:
        say(f"{visible((shelf.folder / path).as_posix())}: not written: {reason}")
    for path in outcome.orphaned:
        say(f"{(shelf.folder / path).as_posix()}: no longer made from the data; it stays where it is")
    stale = (how.check or how.diff) and outcome.written
    return not (stale or outcome.edited or outcome.refused)


def _counted(number: int) -> str:
    return f"{number} draft{'' if number == 1 else 's'}"
