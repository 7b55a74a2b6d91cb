"""What `lgd map`, `lgd roadmap` and `lgd mou` have in common: read, check, draft, and put down or show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.cities import Batch as Batch
from lgdkit.cli.cities import Cities as Cities
from lgdkit.cli.cities import read_cities as read_cities
from lgdkit.cli.terminal import fail

if TYPE_CHECKING:
    from lgdkit.artifact import Artifact
    from lgdkit.drafts import Outcome, Shelf
    from lgdkit.model.city import City as Data
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

    def folder(self, root: Path, batch: Batch) -> Path | None:
        """Return the folder that was named for the drafts of a city, or None for its own."""
        if self.out is None:
            return None
        return Path(self.out) / _below(root, batch.path) if batch.several else Path(self.out)


def _below(root: Path, path: Path) -> Path:
    """Return where a city lies below a folder; of one that lies elsewhere, its whole path."""
    return root.relative_to(path) if root.is_relative_to(path) else Path(*root.resolve().parts[1:])


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
    from lgdkit.drafts import PICTURE, shelf_of

    if how.out == "-" and how.to:
        texts = [each for each in drafts if each.path.endswith(".md")]
        if len(texts) != 1:
            fail(f"-o - prints one {how.to[0]}, and these are {len(texts)} drafts: name one, or a folder")
        from lgdkit.cli.forms import show_form

        pictures = [each for each in drafts if each.path.endswith(PICTURE)]
        show_form(texts[0], how.to[0], city, root, pictures)
        return True
    if how.out == "-":
        documents = [each for each in drafts if not each.path.endswith(PICTURE)]
        typer.echo("\n".join(each.content.decode() for each in documents), nl=False)
        return True
    shelf = shelf_of(root, out)
    if not (how.check or how.diff):
        outcome = shelf.write(drafts, force=how.force, mine=mine, others=others)
        tell(outcome, shelf.folder)
        return _put_forms(outcome, shelf, how, city, root) and outcome.well
    outcome = shelf.compare(drafts, mine=mine, others=others)
    if how.diff:
        for each in outcome.changing:
            if each.content is not None:
                text = difference(each.path, each.there or b"", each.content, each.origin or "")
                typer.echo(text, nl=False)
    tell(outcome, shelf.folder, done=False)
    return _put_forms(outcome, shelf, how, city, root) and outcome.well and not outcome.written


def _put_forms(outcome: Outcome, shelf: Shelf, how: How, city: Data | None, root: Path) -> bool:
    if not how.to:
        return True
    from lgdkit.cli.forms import put_forms

    dry = how.check or how.diff
    return put_forms(outcome, shelf, how.to, city, root, force=how.force and not dry, dry=dry, diff=how.diff)


def forms(wanted: list[str] | None) -> tuple[str, ...]:
    """Return the forms besides Markdown that were asked for with --to; a wrong one ends the command."""
    if not wanted:
        return ()
    from lgdkit.cli.forms import forms as checked

    return checked(wanted)
