"""`lgd diff`: what changed in meaning between two git revisions, or one and the files as they are."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lgdkit.difference import Difference
    from lgdkit.disk import Folder
    from lgdkit.render.difference import ChangeReport


class Format(StrEnum):
    """How the changes are told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    GITHUB = "github"


def diff(
    revisions: Annotated[list[str] | None, typer.Argument(metavar="REV", hidden=True)] = None,
    city: Annotated[
        str, typer.Option("--city", metavar="DIR", help="A city's folder, or a folder of cities.")
    ] = ".",
    stakeholder: Annotated[
        str | None,
        typer.Option("--for", metavar="STAKEHOLDER", help="Only what is about this one, by its id."),
    ] = None,
    replica: Annotated[
        str | None,
        typer.Option("--replica", metavar="CITY/ID", help="Compare what CITY took over with its original."),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="github prints annotations of a pull request.")
    ] = Format.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 where anything weakened or could not be compared.")
    ] = False,
) -> None:
    """Tell what changed in the commitments: added, removed, strengthened, weakened, moved in time.

    Without a REV, the last commit is held against the files as they are; with one, that revision is; with two,
    the first against the second. How strength is judged is in docs/strength.md. Of a workspace, each member is
    compared in its own repository. With --replica, the original in the other city is held against the copy; both
    cities lie in --city, or in the workspace around it.

    Example: lgd diff main --city examples/espoo
    """
    from lgdkit.cli.terminal import colours, fail, stop, width
    from lgdkit.difference import differences

    given = revisions or ["HEAD"]
    if len(given) > 2:
        fail("diff takes two revisions at most; name the city's folder with --city")
    root = Path(city)
    if not root.is_dir():
        fail(f"there is no folder {root}")
    if replica is not None:
        if revisions:
            fail("--replica compares a copy with its original as they are: leave out the revision")
        report = _replica_report(root, replica, stakeholder)
    else:
        found = [
            (folder, each)
            for folder, apart in _repositories(root)
            for each in differences(
                *(_side(folder, apart, each) for each in (given[0], given[1] if len(given) > 1 else None))
            )
        ]
        if not found:
            fail(f"there is no city in {root}, neither before nor after")
        report = _report(found, given, stakeholder)
    if form is Format.TEXT:
        from lgdkit.render.difference_text import write

        sys.stdout.write(write(report, width(), colours()))
    else:
        from importlib import import_module

        sys.stdout.write(import_module(f"lgdkit.render.difference_{form}").write(report))
    if exit_code and (report.weakened or report.tally.uncompared):
        stop(1)


def _repositories(root: Path) -> "list[tuple[Path, frozenset[str]]]":
    """Return the folders that are compared each for itself, and what in each of them has a history of its own.

    These are the folder that was named and those members of its workspace that lie elsewhere, or are repositories.
    """
    from lgdkit.cli.space import space_at

    space = space_at(root)
    members = space.members if space else ()
    outside = [each for each in members if not each.is_relative_to(root)]
    own = [each for each in members if each.is_relative_to(root) and _is_repository(each, root)]
    apart = frozenset(each.relative_to(root).as_posix() for each in own)
    alone = members and len(outside) + len(own) == len(members)
    return [*([] if alone else [(root, apart)]), *((each, frozenset[str]()) for each in (*own, *outside))]


def _is_repository(member: Path, root: Path) -> bool:
    """Say whether a member, or a folder between it and the one that was named, is a repository."""
    between = [each for each in (member, *member.parents) if each != root and each.is_relative_to(root)]
    return any((each / ".git").exists() for each in between)


def _side(root: Path, apart: frozenset[str], revision: str | None) -> "Folder":
    """Read the folder at a revision, or as it is, without what is compared for itself."""
    from lgdkit import disk, git
    from lgdkit.cli.terminal import fail
    from lgdkit.render.plain import visible

    if revision is None:
        folder = disk.read_folder(root)
    else:
        try:
            folder = git.folder_at(root, revision)
        except git.NoRevision as reason:
            advice = ""
            if ".." in revision:
                advice = "; write the two revisions one after the other: lgd diff main HEAD"
            elif Path(revision).exists():
                advice = f"; a folder is named with --city {visible(revision)}"
            fail(f"{visible(str(reason))}{advice}")
    if not apart:
        return folder
    elsewhere = tuple(f"{each}/" for each in apart)
    texts = {path: text for path, text in folder.texts.items() if not path.startswith(elsewhere)}
    faults = tuple(each for each in folder.faults if not each.place.file.startswith(elsewhere))
    return folder._replace(texts=texts, faults=faults)


def _replica_report(root: Path, replica: str, stakeholder: str | None) -> "ChangeReport":
    """Compare what a city took over with its original."""
    from lgdkit import __version__
    from lgdkit.cli.repository_path import from_repository
    from lgdkit.cli.terminal import fail
    from lgdkit.cli.travel import city_called, parted
    from lgdkit.compare.groups import concerning
    from lgdkit.render.difference import ChangeReport, CityChanges
    from lgdkit.replicating.compared import compared, origins_of

    where, _, name = parted(replica)
    target = city_called(where, root)
    kind, other, known = origins_of(target.city, name)
    if not kind:
        fail(f"{replica} was not taken over from anywhere: nothing there says replicates")
    source = city_called(other, root)
    found = compared(source.city, target.city, target.folder.texts, kind, name)
    if stakeholder is not None:
        _known(stakeholder, frozenset(each.id for each in target.city.stakeholders))
    comparison = concerning(found.comparison, stakeholder) if stakeholder else found.comparison
    changes = CityChanges(from_repository(target.root), comparison, found.lines)
    return ChangeReport(f"{other}/{known}", f"{where}/{name}", (changes,), __version__, stakeholder or "")


def _report(
    found: "Sequence[tuple[Path, Difference]]", revisions: "Sequence[str]", stakeholder: str | None
) -> "ChangeReport":
    from lgdkit import __version__
    from lgdkit.cli.repository_path import from_repository
    from lgdkit.compare.groups import concerning
    from lgdkit.render.difference import ChangeReport, CityChanges

    if stakeholder is not None:
        _known(stakeholder, frozenset().union(*(each.stakeholders for _, each in found)))
    return ChangeReport(
        before=revisions[0],
        after=revisions[1] if len(revisions) > 1 else None,
        cities=tuple(
            CityChanges(
                from_repository(folder / each.root),
                concerning(each.comparison, stakeholder) if stakeholder else each.comparison,
                each.lines,
            )
            for folder, each in found
        ),
        version=__version__,
        stakeholder=stakeholder or "",
    )


def _known(stakeholder: str, ids: frozenset[str]) -> None:
    """End the command where no side has such a stakeholder."""
    if stakeholder in ids:
        return
    import difflib

    from lgdkit.cli.terminal import fail
    from lgdkit.render.plain import visible

    near = difflib.get_close_matches(stakeholder[:100].lower(), sorted(ids), 1)
    advice = f"; did you mean {near[0]}?" if near else ""
    fail(f"--for {visible(stakeholder[:100])}: no stakeholder has this id{advice}")
