"""The other forms of drafts: what `--to` asks for, made beside the drafts from their text as it stands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from lgdkit.artifact import Artifact
    from lgdkit.drafts import Outcome, Shelf
    from lgdkit.drafts.forms import Form, FormShelf
    from lgdkit.model.city import City
    from lgdkit.printing import Printed, Printer

MARKDOWN = "md"
_MANY = 4


def forms(wanted: list[str] | None) -> tuple[str, ...]:
    """Return the forms besides Markdown that were asked for; a wrong one, or one that needs more, ends the command."""
    if not wanted:
        return ()
    from lgdkit.office.forms import FORMS, missing

    found = [part.strip().lower() for each in wanted for part in each.split(",") if part.strip()]
    for each in found:
        if each != MARKDOWN and each not in FORMS:
            meant = {"word": "docx", "doc": "docx", "markdown": "md", "web": "html", "htm": "html"}.get(each)
            advice = f"did you mean {meant}?" if meant else f"write {', '.join((MARKDOWN, *FORMS))}"
            fail(f"--to {each[:40]}: not a form of a draft; {advice}")
        packages = missing(each) if each != MARKDOWN else ()
        if packages:
            fail(
                f"--to {each} needs {' and '.join(packages)}; install what is missing with: "
                "pip install 'lgdkit[docs]'"
            )
    return tuple(dict.fromkeys(each for each in found if each != MARKDOWN))


@dataclass(frozen=True)
class Job:
    """A form to be made of a draft, or to be left."""

    draft: Printed
    kind: str
    form: Form


def show_form(
    draft: Artifact, form: str, city: City | None, root: Path, pictures: Iterable[Artifact] = ()
) -> None:
    """Write a form of one draft, with its pictures, to standard output."""
    from lgdkit.printing import Printed

    printer = printer_of(city, root)
    if printer is None:
        stop(1)
    content = _made(
        printer, Printed(draft.path, draft.content, {each.path: each.content for each in pictures}), form
    )
    if isinstance(content, str):
        fail(content)
    sys.stdout.buffer.write(content)


def put_forms(
    outcome: Outcome,
    shelf: Shelf,
    kinds: Sequence[str],
    city: City | None,
    root: Path,
    *,
    force: bool,
    dry: bool,
    diff: bool,
) -> bool:
    """Make the forms of the drafts beside them, or say which would be made; return whether all is well.

    Args:
        outcome: what became of the drafts and their pictures, or would.
        shelf: where they stand.
        kinds: the forms.
        city: the city that they are of; None where they are not those of one city.
        root: its folder.
        force: write over what a person changed.
        dry: write nothing.
        diff: say of each what would become of it.
    """
    from lgdkit.drafts import PICTURE
    from lgdkit.drafts.forms import WRITABLE, FormShelf, Standing

    pictures = {
        each.path: drawn
        for each in outcome.steps
        if each.path.endswith(PICTURE) and (drawn := each.there if each.content is None else each.content)
    }
    printer, forms_shelf = printer_of(city, root), FormShelf(shelf)
    if printer is None:
        return False
    jobs, left = _jobs(outcome, printer, forms_shelf, kinds, pictures, force=force)
    to_make = [each for each in jobs if each.form.standing in WRITABLE]
    made = 0
    well = not left
    if dry:
        for job in to_make:
            _tell(shelf, job.form.path, "would be written anew" if diff else "out of date")
        well &= not to_make
    else:
        for job, content in _all_made(printer, to_make):
            reason = content if isinstance(content, str) else forms_shelf.put(job.form, content)
            made += not reason
            well &= not reason
            if reason:
                _tell(shelf, job.form.path, f"not written: {reason}")
        current = sum(each.form.standing is Standing.CURRENT for each in jobs)
        say(f"{_shown(shelf, '')}: {_count(made, kinds)}, {current} unchanged")
    for path, reason in left:
        _tell(shelf, path, reason)
    for job in jobs:
        well &= _tell_left(shelf, job)
    return well


def _jobs(
    outcome: Outcome,
    printer: Printer,
    shelf: FormShelf,
    kinds: Sequence[str],
    pictures: dict[str, bytes],
    *,
    force: bool,
) -> tuple[list[Job], list[tuple[str, str]]]:
    """Return what is to be made, and the drafts of which nothing can be made, with the reason."""
    from lgdkit.drafts import Kind
    from lgdkit.printing import Printed

    jobs: list[Job] = []
    left: list[tuple[str, str]] = []
    said = " and ".join(kinds)
    for step in outcome.steps:
        if not step.path.endswith(".md") or step.kind in (
            Kind.DELETED,
            Kind.ORPHANED,
            Kind.FOREIGN,
            Kind.REFUSED,
        ):
            continue
        if step.kind in (Kind.CONFLICT, Kind.UNRESOLVED):
            left.append((step.path, f"has conflict marks, so no {said} is made of it"))
            continue
        text = step.content if step.content is not None else step.there
        draft = Printed(step.path, text or b"", pictures)
        jobs += [
            Job(draft, kind, shelf.look(draft.form(kind), printer.key(draft, kind), force=force))
            for kind in kinds
        ]
    return jobs, left


def _all_made(printer: Printer, jobs: Sequence[Job]) -> Iterable[tuple[Job, bytes | str]]:
    """Give each job with its content, or with why it cannot be made; on all processors where there are many."""
    if len(jobs) < _MANY:
        for each in jobs:
            yield each, _made(printer, each.draft, each.kind)
        return
    import os
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:  # pandoc is a process, and typst lets others run
        yield from zip(jobs, pool.map(lambda each: _made(printer, each.draft, each.kind), jobs), strict=True)


def _made(printer: Printer, draft: Printed, form: str) -> bytes | str:
    from lgdkit.office.pandoc import NotInstalledError, PandocError
    from lgdkit.office.typesetter import PictureError

    try:
        return printer.print(draft, form)
    except (NotInstalledError, PandocError, PictureError) as error:
        return str(error)


def printer_of(city: City | None, root: Path) -> Printer | None:
    """Return what makes the forms of a city's drafts; None where its letterhead cannot be used, which is then told."""
    from lgdkit import disk
    from lgdkit.cli.letterhead import look_of
    from lgdkit.printing import Printer, Sender

    if city is None or city.record is None:
        return Printer(
            disk.read_templates(), Sender({"en": "Local Green Deal"}), disk.sources_digest("office")
        )
    look = look_of(root, city)
    if look is None:
        return None
    name, first = city.record.name, city.languages[0]
    names = {each: name.best(each, first)[1].text for each in city.languages}
    return Printer(disk.read_templates(), Sender(names, look), disk.sources_digest("office"))


def _tell_left(shelf: Shelf, job: Job) -> bool:
    """Say why a form was not made; return whether nothing is left to do about it."""
    from lgdkit.drafts.forms import Standing

    said = {
        Standing.CHANGED: "changed by hand, so it stays as it is; --force writes over it",
        Standing.FOREIGN: "not made by lgd, so it stays as it is; --force writes over it",
        Standing.REFUSED: f"not written: {job.form.reason}",
    }.get(job.form.standing)
    if said:
        _tell(shelf, job.form.path, said)
    return not said


def _count(made: int, kinds: Sequence[str]) -> str:
    return f"{made} {' and '.join(kinds)} file{'' if made == 1 else 's'} written"


def _tell(shelf: Shelf, path: str, what: str) -> None:
    from lgdkit.render.plain import visible

    say(f"{_shown(shelf, path)}: {visible(what)}")


def _shown(shelf: Shelf, path: str) -> str:
    from lgdkit.render.plain import visible

    return visible((shelf.folder / path).as_posix())
