"""What `lgd map`, `lgd roadmap` and `lgd mou` have in common: read, check, draft, and put down or show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.space import found_at
from lgdkit.cli.terminal import fail, say, today

if TYPE_CHECKING:
    from lgdkit.artifact import Artifact
    from lgdkit.diagnostics import Located
    from lgdkit.drafts import Outcome, Shelf
    from lgdkit.model.city import City as Data
    from lgdkit.workspace import Space

City = Annotated[str, typer.Argument(metavar="CITY", hidden=True)]
Lang = Annotated[
    list[str] | None, typer.Option("--lang", metavar="CODE", help="Only this language; may be repeated.")
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out",
        "-o",
        metavar="DIR",
        help="Folder for the drafts, each city of several in one of its own; - prints them. "
        "Default: drafts/ of the city.",
    ),
]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 1 where a draft is not what the data says.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
Force = Annotated[
    bool,
    typer.Option("--force", help="Write over what was edited by hand, and draft again what was deleted."),
]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="FORM",
        help="md, docx, pdf or html; several with commas. The others are made beside the Markdown, from its text "
        "as it stands. docx and pdf need pip install 'lgdkit\\[docs]'.",
    ),
]


@dataclass(frozen=True)
class How:
    """How a command puts down what it drafts."""

    out: str | None = None
    check: bool = False
    diff: bool = False
    force: bool = False
    to: tuple[str, ...] = ()
    """Forms besides Markdown, as `forms` gives them."""

    def __post_init__(self) -> None:
        if self.out == "-" and (self.check or self.diff):
            fail("--check and --diff compare drafts with files: leave out -o -")
        if self.out == "-" and len(self.to) > 1:
            fail("-o - prints one form: name one with --to")

    def folder(self, root: Path, cities: Cities) -> Path | None:
        """Return the folder that was named for the drafts of a city, or None for its own."""
        if self.out is None:
            return None
        if len(cities.roots) <= 1:
            return Path(self.out)
        return Path(self.out) / (_below(root, cities.path))


def _below(root: Path, path: Path) -> Path:
    """Return where a city lies below a folder; of one that lies elsewhere, its whole path."""
    return root.relative_to(path) if root.is_relative_to(path) else Path(*root.resolve().parts[1:])


class Cities:
    """The cities at a path: gives those that may be drafted from, and says what is wrong with the others."""

    def __init__(self, path: Path) -> None:
        """Find the cities; where there is no such folder, the command ends."""
        if path.is_file():
            fail(f"{path} is a file; name the city's folder")
        if not path.is_dir():
            fail(f"there is no folder {path}")
        self.path = path
        found = found_at(path)
        self.roots, self.space = found.roots, found.space
        self.shared = found.shared
        self.broken = bool(found.space and _tell_workspace(found.space))
        """Whether there was one that nothing could be drafted from; known after the last one."""

    def __iter__(self) -> Iterator[tuple[Path, Data]]:
        """Give the folder of each city, and the city."""
        from lgdkit import disk, pipeline
        from lgdkit.diagnostics import Severity

        for root in self.roots:
            folder = disk.read_folder(root)
            checked = pipeline.check(
                folder.texts, today(None), folder.faults, kept=folder.kept, advice=False, shared=self.shared
            )
            errors = [each for each in checked.findings if each.diagnostic.severity is Severity.ERROR]
            if errors or checked.city.record is None:
                self.broken = True
                _tell_errors(root, errors)
            else:
                yield root, checked.city


def read_cities(path: Path) -> Cities:
    """Return the cities at a path; a path that does not lead to a folder ends the command."""
    try:
        return Cities(path)
    except OSError as error:
        fail(f"there is no folder {path}: {error.strerror}")


def _tell_workspace(space: Space) -> bool:
    """Tell what is wrong with a workspace; say whether anything is."""
    from lgdkit.render.findings import finding_text

    for each in space.findings:
        say(
            finding_text(
                each, (space.root / each.file).as_posix(), lambda text, _: text, space.root.as_posix()
            )
        )
    return bool(space.findings)


def _tell_errors(root: Path, errors: Sequence[Located]) -> None:
    from lgdkit.render.plain import visible

    name = visible(root.as_posix())
    if not errors:
        say(f"{name}: no data, so nothing is drafted")
        return
    first = errors[0]
    count = f"{len(errors)} error{'' if len(errors) == 1 else 's'}"
    where = f"{(root / first.file).as_posix()}:{first.span.line}: {first.diagnostic.message}"
    say(f"{name}: {count}, so nothing is drafted; the first is at {visible(where)}")
    say(f"  lgd check {name} shows each with its way out")


def languages(wanted: list[str] | None, default: Sequence[str]) -> Sequence[str]:
    """Return the languages asked for, or the default."""
    from lgdkit.vocab.language import LANGUAGES

    for each in wanted or ():
        if each not in LANGUAGES:
            meant = f"did you mean {each.lower()}?" if each.lower() in LANGUAGES else "write fi, sv, de or en"
            fail(f"--lang {each}: not a language code; {meant}")
    return tuple(dict.fromkeys(wanted)) if wanted else default


def put_down(
    root: Path,
    drafts: Sequence[Artifact],
    how: How,
    mine: str,
    out: Path | None = None,
    others: Collection[str] = (),
    city: Data | None = None,
) -> bool:
    """Write drafts, print them or compare them, and their other forms with them; return whether all is well.

    Args:
        root: the folder that they belong to.
        drafts: the drafts.
        how: how they are put down.
        mine: a pattern of paths; drafts among them that the data no longer gives are orphans.
        out: a folder that was named for them.
        others: paths among them that the data gives and this run does not draft.
        city: the city whose name and letterhead the other forms bear; None where it is not one city's.
    """
    from lgdkit.cli.difference import difference
    from lgdkit.cli.told import tell
    from lgdkit.drafts import shelf_of

    if how.out == "-" and how.to:
        texts = [each for each in drafts if each.path.endswith(".md")]
        if len(texts) != 1:
            fail(f"-o - prints one {how.to[0]}, and these are {len(texts)} drafts: name one, or a folder")
        from lgdkit.cli.forms import show_form

        show_form(texts[0], how.to[0], city, root)
        return True
    if how.out == "-":
        typer.echo("\n".join(each.content.decode() for each in drafts), nl=False)
        return True
    shelf = shelf_of(root, out)
    if not (how.check or how.diff):
        outcome = shelf.write(drafts, force=how.force, mine=mine, others=others)
        tell(outcome, shelf.folder)
        return _put_forms(outcome, shelf, drafts, how, city, root) and outcome.well
    outcome = shelf.compare(drafts, mine=mine, others=others)
    if how.diff:
        for each in outcome.changing:
            if each.content is not None:
                text = difference(each.path, each.there or b"", each.content, each.origin or "")
                typer.echo(text, nl=False)
    tell(outcome, shelf.folder, done=False)
    return _put_forms(outcome, shelf, drafts, how, city, root) and outcome.well and not outcome.written


def _put_forms(
    outcome: Outcome, shelf: Shelf, drafts: Sequence[Artifact], how: How, city: Data | None, root: Path
) -> bool:
    if not how.to:
        return True
    from lgdkit.cli.forms import put_forms

    dry = how.check or how.diff
    return put_forms(
        outcome, shelf, how.to, city, root, drafts, force=how.force and not dry, dry=dry, diff=how.diff
    )


def forms(wanted: list[str] | None) -> tuple[str, ...]:
    """Return the forms besides Markdown that were asked for with --to; a wrong one ends the command."""
    if not wanted:
        return ()
    from lgdkit.cli.forms import forms as checked

    return checked(wanted)
