"""What `lgd add` does with a new record: checks it, puts it into its file, or shows it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from lgdkit import disk, pipeline
from lgdkit.adding import Added, CannotAdd, added
from lgdkit.cli.answers import new_record
from lgdkit.cli.difference import difference
from lgdkit.cli.space import found_at
from lgdkit.cli.terminal import colours, fail, say, stop, today
from lgdkit.disk import Folder
from lgdkit.model.city import City
from lgdkit.render.findings import finding_text
from lgdkit.render.plain import visible
from lgdkit.rewrite import create, rewrite


def add_record(
    kind: str,
    where: str,
    answers: Mapping[str, Sequence[str]],
    *,
    id_: str | None,
    file: str | None,
    only_show: bool,
) -> None:
    """Ask for what is missing, and add the record."""
    folder, city = _city(Path(where))
    record = new_record(kind, answers, id_, city)
    try:
        found = added(folder.texts, today(None), folder.faults, kind, record, _file(file))
    except CannotAdd as reason:
        fail(f"nothing was added: {visible(str(reason))}")
    if found.errors:
        _tell(folder.root, found)
        stop(1)
    name = (folder.root / found.file).as_posix()
    if only_show:
        typer.echo(difference(name, folder.texts.get(found.file, b""), found.text), nl=False)
        return
    _write(folder, found)
    typer.echo(visible(name))
    say(f"{kind.removesuffix('s')} {record['id']} added; next: lgd check {visible(folder.root.as_posix())}")


def _city(path: Path) -> tuple[Folder, City]:
    """Return the folder and the city at a path; where there is not just one, the command ends."""
    shown = visible(path.as_posix())
    if not path.is_dir():
        fail(f"there is no folder {shown}")
    roots = found_at(path).roots
    if len(roots) != 1:
        fail(f"{shown} holds {len(roots)} cities: name one of them")
    folder = disk.read_folder(roots[0])
    city = pipeline.check(folder.texts, today(None), folder.faults).city
    if city.record is None:
        fail(f"there is no city in {shown} that can be read: lgd check {shown}")
    return folder, city


def _file(file: str | None) -> str:
    """Return the file that was named, from the city's folder, or nothing."""
    if file is None:
        return ""
    path = Path(file)
    parts = path.parts
    if path.is_absolute() or ".." in parts or path.suffix not in (".yaml", ".yml"):
        fail(f"--file {file}: write a path from the city's folder that ends with .yaml")
    if any(each in ("drafts", "templates") or each.startswith(".") for each in parts):
        fail(f"--file {file}: drafts, templates and what is hidden are not read")
    return path.as_posix()


def _tell(root: Path, found: Added) -> None:

    for each in found.errors:
        typer.echo(finding_text(each, (root / each.file).as_posix(), colours(), root.as_posix()), err=True)
    count = f"{len(found.errors)} error{'' if len(found.errors) == 1 else 's'} more"
    say(f"With it there would be {count}, so nothing was added to {visible(found.file)}.")


def _write(folder: Folder, found: Added) -> None:
    """Put the file down; where that is not possible, the command ends and nothing has changed."""
    if found.is_new:
        reason = create(folder.root, found.file, found.text)
    else:
        reason = rewrite(folder.root, found.file, folder.texts[found.file], found.text)
    if reason:
        name = visible((folder.root / found.file).as_posix())
        fail(f"{name} cannot be written: {reason}; nothing was added")
