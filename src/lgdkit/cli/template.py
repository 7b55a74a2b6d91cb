"""`lgd template`: which template is in force and why; copy one out; what has changed in ours since."""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from lgdkit.cli.terminal import fail, say, stop

WHAT = ("list", "show", "eject", "diff")
WHY = {
    "ours": "ours: templates/ has no file of this name",
    "same": "the city's: copied from ours, which has not changed since",
    "changed": "the city's: copied from ours, which has changed since (lgd template diff)",
    "unversioned": "the city's: it does not say from which version of ours it was copied",
    "added": "the city's: there is none of ours by this name",
}
"""Why a file is in force, for each state of `lgdkit.owned.InForce`."""


def template(
    what: Annotated[str, typer.Argument(metavar="list|show|eject|diff", hidden=True)],
    targets: Annotated[list[str] | None, typer.Argument(metavar="CITY, NAME", hidden=True)] = None,
) -> None:
    """Show the templates of the documents, and which file of a city stands instead of ours.

    list says which file is in force and why; show prints it; eject copies ours into templates/ of the city;
    diff shows what has changed in ours since it was copied. First CITY, a city's folder; without it, it is
    the folder you are in. Then the NAME of a template, such as mou/mou.md.j2; diff takes all where none is named.

    Example: lgd template eject examples/espoo mou/prose/fi/liability.md.j2

    Exit status 1 where diff finds that ours has changed.
    """
    from lgdkit import disk
    from lgdkit.cli.desk import tell_findings
    from lgdkit.owned import read_owned

    if what not in WHAT:
        fail(f'"{what[:40]}" is none of {", ".join(WHAT)}')
    root, names = _split(targets or [])
    ours = {name: text for name, text in disk.read_templates().items() if name.endswith(".j2")}
    owned = read_owned(root)
    for name in names:
        if name not in ours and name not in owned.texts:
            near = difflib.get_close_matches(name, [*ours, *owned.texts], 1)
            fail(f'there is no template "{name}"' + (f'; did you mean "{near[0]}"?' if near else ""))
    if what == "list":
        _list(ours, owned.texts, names)
    elif what == "show":
        typer.echo((owned.texts.get(_one(names)) or ours[_one(names)]).decode(), nl=False)
    elif what == "eject":
        _eject(root, ours, names)
    elif _differ(root, ours, owned.texts, names):
        stop(1)
    if owned.faults:
        tell_findings(root, owned.faults)
        stop(1)


def _split(targets: list[str]) -> tuple[Path, list[str]]:
    """Tell the folder from the names: a name ends in .j2."""
    if targets and not targets[0].endswith(".j2"):
        if not os.path.isdir(targets[0]):  # noqa: PTH112 - raises for no name
            fail(f"there is no folder {targets[0]}")
        return Path(targets[0]), targets[1:]
    return Path(), targets


def _one(names: list[str]) -> str:
    if len(names) != 1:
        fail("name one template, such as mou/mou.md.j2; lgd template list shows all")
    return names[0]


def _list(ours: Mapping[str, bytes], own: Mapping[str, bytes], names: list[str]) -> None:
    from lgdkit.owned import in_force

    found = [each for each in in_force(ours, own) if not names or each.name in names]
    width = max(len(each.name) for each in found)
    for each in found:
        typer.echo(f"{each.name:{width}}  {WHY[each.state]}")


def _eject(root: Path, ours: Mapping[str, bytes], names: list[str]) -> None:
    from lgdkit import disk
    from lgdkit.owned import copy_out

    name = _one(names)
    if disk.find_cities(root) != [root]:
        fail(f"{root} holds several cities: name one")
    if not disk.read_folder(root).texts:
        fail(f"{root} holds no data of a city")
    if name not in ours:
        fail(f'"{name}" is a template of the city, not of ours')
    try:
        path = copy_out(root, name, ours[name])
    except FileExistsError as error:
        fail(f"{error} is there already and stays as it is; to start again, take it away first")
    say(f"{path.as_posix()}: written; it now stands instead of ours")


def _differ(root: Path, ours: Mapping[str, bytes], own: Mapping[str, bytes], names: list[str]) -> bool:
    from lgdkit.owned import changes

    changed = False
    for name in names or sorted(own):
        if name not in own:
            say(f"{name}: ours is in force, so there is nothing to compare")
            continue
        if name not in ours:
            say(f"{name}: there is none of ours by this name")
            continue
        text, known = changes(root, name, ours[name], own[name])
        if not known:
            say(
                f"{name}: the version it was copied from is not known, so this compares the city's file with ours"
            )
        elif not text:
            say(f"{name}: ours has not changed since it was copied")
        typer.echo(text, nl=False)
        changed |= bool(text)
    return changed
