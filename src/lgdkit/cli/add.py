"""`lgd add`: a new record in the file where it belongs."""

from collections.abc import Mapping
from typing import Annotated

import typer

add = typer.Typer(
    help=(
        "Add a stakeholder, an action, a commitment, a deal or a practice to a city's files.\n\n"
        "It goes to the end of the list where the city has others of its kind; all else in the files stays as it is. "
        "On a terminal, lgd asks for what is not given.\n\n"
        'Example: lgd add stakeholder examples/espoo --name "Lintu Oy" --kind sme'
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Where = Annotated[str, typer.Argument(metavar="CITY", hidden=True)]
Id = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; by default made of its name.")]
File = Annotated[
    str | None,
    typer.Option(
        "--file", metavar="FILE", help="The file in the city's folder; by default where others are."
    ),
]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
Title = Annotated[
    list[str] | None,
    typer.Option("--title", metavar="TEXT", help="Its title; fi=... is one in Finnish; may be repeated."),
]
Status = Annotated[str | None, typer.Option("--status", metavar="CODE", help="How far it is: ongoing ...")]


@add.command("stakeholder", short_help="Add an organisation or a group of people.")
def stakeholder(
    city: Where = ".",
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its official name.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="CODE", help="What it is: sme, company, academia ...")
    ] = None,
    legal_form: Annotated[
        str | None, typer.Option("--legal-form", metavar="TEXT", help="Its legal form: Oy, AB, GmbH.")
    ] = None,
    website: Annotated[str | None, typer.Option("--website", metavar="URL", help="Its web address.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="The language of its agreement.")
    ] = None,
    influence: Annotated[
        str | None, typer.Option("--influence", metavar="CODE", help="low, medium or high.")
    ] = None,
    interest: Annotated[
        str | None, typer.Option("--interest", metavar="CODE", help="low, medium or high.")
    ] = None,
    id_: Id = None,
    file: File = None,
    diff: Diff = False,
) -> None:
    """Add an organisation or a group of people that can contribute.

    CITY is a city's folder; without it, it is the folder you are in.

    Example: lgd add stakeholder --name "Lintu Oy" --kind sme
    """
    given = {
        "name": name,
        "kind": kind,
        "legal_form": legal_form,
        "website": website,
        "language": language,
        "influence": influence,
        "interest": interest,
    }
    _add("stakeholders", city, given, id_, file, diff)


@add.command("action", short_help="Add something that is done.")
def action(
    city: Where = ".",
    title: Title = None,
    description: Annotated[
        list[str] | None,
        typer.Option("--description", metavar="TEXT", help="What is done; fi=... as in --title."),
    ] = None,
    field: Annotated[str | None, typer.Option("--field", metavar="ID", help="Its field of action.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="CODE", help="Its kind: technical, social ...")
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="ID", help="The stakeholder in charge.")
    ] = None,
    partner: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="ID", help="A stakeholder that takes part; may be repeated."),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="When it starts: 2026-05.")
    ] = None,
    end: Annotated[str | None, typer.Option("--end", metavar="DATE", help="When it ends: 2030.")] = None,
    status: Status = None,
    decision: Annotated[
        str | None, typer.Option("--decision", metavar="CODE", help="proposed, agreed or decided.")
    ] = None,
    id_: Id = None,
    file: File = None,
    diff: Diff = False,
) -> None:
    """Add something that is done for the city's targets.

    CITY is a city's folder; without it, it is the folder you are in.

    Example: lgd add action --title "fi=Puhdas lämpö" --title "en=Clean heat"
    """
    given = {
        "title": title,
        "description": description,
        "field": field,
        "kind": kind,
        "lead": lead,
        "partners": partner,
        "start": start,
        "end": end,
        "status": status,
        "decision": decision,
    }
    _add("actions", city, given, id_, file, diff)


@add.command("commitment", short_help="Add what a stakeholder undertakes.")
def commitment(
    city: Where = ".",
    by: Annotated[str | None, typer.Option("--by", metavar="ID", help="The stakeholder.")] = None,
    action: Annotated[str | None, typer.Option("--action", metavar="ID", help="The action.")] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text", metavar="TEXT", help="What it undertakes; fi=... is in Finnish; may be repeated."
        ),
    ] = None,
    deliverable: Annotated[
        list[str] | None,
        typer.Option(
            "--deliverable", metavar="TEXT", help="What the commitment delivers; fi=... as in --text."
        ),
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="By when: 2028-06.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="CODE", help="footprint, handprint or heartprint.")
    ] = None,
    ghg: Annotated[
        str | None, typer.Option("--ghg", metavar="QUANTITY", help="Its reduction: 12 kt/year.")
    ] = None,
    status: Status = None,
    id_: Id = None,
    file: File = None,
    diff: Diff = False,
) -> None:
    """Add what a stakeholder undertakes for an action.

    CITY is a city's folder; without it, it is the folder you are in.

    Example: lgd add commitment --by lintu-oy --text "Replaces oil by heat pumps."
    """
    given = {
        "by": by,
        "action": action,
        "text": text,
        "deliverable": deliverable,
        "due": due,
        "kind": kind,
        "ghg": ghg,
        "status": status,
    }
    _add("commitments", city, given, id_, file, diff)


@add.command("deal", short_help="Add an agreement between two or more parties.")
def deal(
    city: Where = ".",
    title: Title = None,
    party: Annotated[
        list[str] | None,
        typer.Option("--party", metavar="ID", help="A party beside the city's own; may be repeated."),
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="CODE", help="declaration, framework or full.")
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="CODE", help="How far it has come: requested ...")
    ] = None,
    legal_status: Annotated[
        str | None,
        typer.Option("--legal-status", metavar="CODE", help="non-binding, partly-binding or binding."),
    ] = None,
    commitment: Annotated[
        list[str] | None,
        typer.Option("--commitment", metavar="ID", help="A commitment that it holds; may be repeated."),
    ] = None,
    id_: Id = None,
    file: File = None,
    diff: Diff = False,
) -> None:
    """Add an agreement between two or more parties.

    CITY is a city's folder; without it, it is the folder you are in.

    The city's own organisation is a party of each.

    Example: lgd add deal --title "Heat deal" --party lintu-oy
    """
    given = {
        "title": title,
        "parties": party,
        "level": level,
        "state": state,
        "legal_status": legal_status,
        "commitments": commitment,
    }
    _add("deals", city, given, id_, file, diff)


@add.command("practice", short_help="Add what others may learn from.")
def practice(
    city: Where = ".",
    title: Title = None,
    field: Annotated[str | None, typer.Option("--field", metavar="ID", help="Its field of action.")] = None,
    challenge: Annotated[
        list[str] | None,
        typer.Option("--challenge", metavar="TEXT", help="What it is an answer to; fi=... as in --title."),
    ] = None,
    approach: Annotated[
        list[str] | None,
        typer.Option("--approach", metavar="TEXT", help="What was done; fi=... as in --title."),
    ] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="Since when: 2022.")] = None,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="ID", help="A stakeholder that carries it; may be repeated."),
    ] = None,
    action: Annotated[
        list[str] | None,
        typer.Option("--action", metavar="ID", help="An action that it belongs to; may be repeated."),
    ] = None,
    deal: Annotated[
        list[str] | None,
        typer.Option("--deal", metavar="ID", help="A deal that it belongs to; may be repeated."),
    ] = None,
    id_: Id = None,
    file: File = None,
    diff: Diff = False,
) -> None:
    """Add a practice: what the city did that another one may learn from.

    CITY is a city's folder; without it, it is the folder you are in.

    Example: lgd add practice --title "Climate partnership" --challenge "Companies act alone."
    """
    given = {
        "title": title,
        "field": field,
        "challenge": challenge,
        "approach": approach,
        "start": start,
        "stakeholders": by,
        "actions": action,
        "deals": deal,
    }
    _add("practices", city, given, id_, file, diff)


def _add(
    kind: str,
    where: str,
    given: Mapping[str, str | list[str] | None],
    id_: str | None,
    file: str | None,
    diff: bool,
) -> None:
    from lgdkit.cli.record import add_record

    answers = {key: [each] if isinstance(each, str) else list(each or ()) for key, each in given.items()}
    add_record(kind, where, answers, id_=id_, file=file, only_show=diff)
