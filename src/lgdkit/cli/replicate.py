"""`lgd replicate`: a deal or an action of one city as a prototype in another one's data."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.drafting import Check, Diff, Force, How, Lang, To, forms, languages, put_down
from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lgdkit.cli.travel import Found
    from lgdkit.render.language import Words
    from lgdkit.replicating.proposal import Proposal, Wish
    from lgdkit.view.taken import Taken


def replicate(
    source: Annotated[str, typer.Argument(metavar="CITY/ID", hidden=True)],
    into: Annotated[
        str, typer.Option("--into", metavar="CITY", help="The city that takes it over: its id or folder.")
    ],
    within: Annotated[
        str, typer.Option("--in", metavar="DIR", help="The workspace or folder in which the two cities lie.")
    ] = ".",
    propose: Annotated[
        bool,
        typer.Option(
            "--propose", help="Leave the data as it is; put the prototype beside its sheet in drafts/."
        ),
    ] = False,
    id_: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="The id that it gets; by default the one that it has."),
    ] = None,
    deal: Annotated[
        str | None,
        typer.Option("--deal", metavar="ID", help="Of an action with several deals: which one goes along."),
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar="WHO=TEXT",
            help="What a partner's role is called; WHO=sv=... in Swedish; may be repeated.",
        ),
    ] = None,
    partner: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="WHO=ID",
            help="A stakeholder here that takes the part of WHO; may be repeated.",
        ),
    ] = None,
    lang: Lang = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="Folder for the sheet; - prints it. Default: drafts/ of the city.",
        ),
    ] = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
) -> None:
    """Take a deal or an action of another city over as a prototype: understand, adapt, re-use.

    CITY/ID is a city and one of its deals or actions. Its commitments go along, and with an action the deal.

    Example: lgd replicate espoo/kera-commitment --into umea

    Writes replicated/<id>.yaml in the city's data and drafts/replicas/<id>.<language>.md, the transferability
    sheet. Names become roles, figures are emptied, dates, decisions and signatures are left out, and what the
    city has to answer stands in the file as questions, which lgd check lists. What was taken over once is not
    written again; its sheet is.
    """
    from lgdkit.cli.travel import city_called, parted, taken_from

    how, spoken = How(out, check, diff, force, forms(to)), languages(lang, ())
    where, kind, name = parted(source)
    origin = city_called(where, Path(within))
    target = city_called(into, Path(within))
    if origin.root.resolve() == target.root.resolve():
        fail("a city takes nothing over from itself")
    taken = taken_from(origin, kind, name, deal)
    wish = _wish(id_, role, partner, "" if propose else _revision(origin.root), target)
    if not _travel(origin, taken, target, wish, spoken, how, propose=propose):
        stop(1)


def _travel(
    origin: "Found",
    taken: "Taken",
    target: "Found",
    wish: "Wish",
    spoken: "Sequence[str]",
    how: How,
    *,
    propose: bool,
) -> bool:
    """Write the prototype and its sheet; where it is there already, the sheet alone. Return whether all is well."""
    from lgdkit.artifact import Artifact
    from lgdkit.cli.desk import Desk
    from lgdkit.read.city import read_city
    from lgdkit.replicating.proposal import ids_there

    drafter = Desk().drafter(target.root)
    if drafter is None:
        return False
    city, made = target.city, None
    ids = ids_there(origin.city, taken, city)
    if ids:
        there = f"{taken.kind}/{ids[taken.kind, taken.main.id]}"
        say(f"{_id(target)} has taken it over already, as {there}; only its sheet is drafted")
    else:
        made = _proposed(origin, taken, target, wish, drafter.words)
        ids = made.ids
        city = read_city({**target.folder.texts, made.file: made.text}).city
    sheets = drafter.transfer_sheets(origin.city, taken, city, ids, spoken or city.languages)
    for each in drafter.faults:
        say(each.diagnostic.message)
    if drafter.faults:
        return False
    if made and propose:
        sheets = [Artifact(f"replicas/{made.id}.yaml", made.text), *sheets]
    well = True
    if made and not propose and how.out != "-":
        well = _write(target, made, how)
    out = Path(how.out) if how.out not in (None, "-") else None
    return put_down(target.root, sheets, how, "", out, city=city) and well


def _proposed(
    origin: "Found", taken: "Taken", target: "Found", wish: "Wish", words: "Callable[[str], Words]"
) -> "Proposal":
    """Return the prototype; where nothing can be taken over like that, the command ends."""
    from lgdkit.cli.terminal import colours, today
    from lgdkit.render.findings import finding_text
    from lgdkit.render.plain import visible
    from lgdkit.replicating.proposal import CannotAdd, CannotReplicate, Target, proposal

    folder = target.folder
    try:
        made = proposal(
            origin.city, taken, Target(target.city, folder.texts, folder.faults), words, wish, today(None)
        )
    except (CannotReplicate, CannotAdd) as reason:
        fail(f"nothing was taken over: {visible(str(reason))}")
    for each in made.errors:
        name = (target.root / each.file).as_posix()
        say(finding_text(each, name, colours(), target.root.as_posix()))
    if made.errors:
        say(f"With it there would be errors, so nothing was written to {visible(target.root.as_posix())}.")
        stop(1)
    for renamed in made.renamed:
        say(f"{_id(target)}: {renamed}")
    return made


def _write(target: "Found", made: "Proposal", how: How) -> bool:
    """Put the prototype into the city's data, or show it; return whether there is nothing left to do."""
    from lgdkit.cli.difference import difference
    from lgdkit.render.plain import visible
    from lgdkit.rewrite import create

    name = (target.root / made.file).as_posix()
    if how.diff:
        typer.echo(difference(name, b"", made.text), nl=False)
    if how.check:
        say(f"{visible(name)}: not taken over yet")
    if how.diff or how.check:
        return False
    reason = create(target.root, made.file, made.text)
    if reason:
        fail(f"{visible(name)} cannot be written: {reason}; nothing was taken over")
    typer.echo(visible(name))
    say(f"next: lgd check {visible(target.root.as_posix())} lists what is still to be answered")
    return True


def _wish(
    id_: str | None, role: list[str] | None, partner: list[str] | None, revision: str, target: "Found"
) -> "Wish":
    import re

    from lgdkit.model.base import ID_PATTERN
    from lgdkit.replicating.proposal import Wish

    if id_ is not None and not re.fullmatch(ID_PATTERN, id_):
        fail(f"--id {id_}: an id has small letters, digits and hyphens: lake-heat")
    roles: dict[str, dict[str, str]] = {}
    for each in role or ():
        who, text = _pair("--role", each, "WHO=TEXT")
        code, parted, rest = text.partition("=")
        spoken = (
            (code, rest) if parted and code in target.city.languages else (target.city.languages[0], text)
        )
        if not spoken[1].strip():
            fail(f"--role {each}: say what the role is called")
        roles.setdefault(who, {})[spoken[0]] = spoken[1].strip()
    partners = dict(_pair("--partner", each, "WHO=ID") for each in partner or ())
    return Wish(id_ or "", roles, partners, revision)


def _pair(option: str, given: str, form: str) -> tuple[str, str]:
    who, parted, text = given.partition("=")
    if not (who and parted and text):
        from lgdkit.render.plain import visible

        fail(f"{option} {visible(given)}: write {form}")
    return who, text


def _revision(root: Path) -> str:
    """Return the commit that the data of a city is of; nothing where there is none, or where something was changed."""
    from lgdkit import git

    return git.commit_of(root)


def _id(found: "Found") -> str:
    return found.city.record.id if found.city.record else found.root.as_posix()
