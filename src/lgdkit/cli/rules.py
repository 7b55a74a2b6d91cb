"""`lgd rules`: all that `lgd check` can find."""

from enum import StrEnum
from typing import Annotated

import typer


class RulesFormat(StrEnum):
    """How the rules are listed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def rules(
    form: Annotated[
        RulesFormat,
        typer.Option(
            "--format",
            help="text is a list for people, json one for programs, markdown the whole reference.",
        ),
    ] = RulesFormat.TEXT,
) -> None:
    """List all rules by family: name, weight, and what each finds.

    Example: lgd rules

    lgd explain RULE shows the page of one.
    """
    from lgdkit import disk
    from lgdkit.catalogue import ABOUT, entries
    from lgdkit.cli.terminal import bold, width
    from lgdkit.render.rule_list import rules_json, rules_markdown, rules_text

    found = entries(disk.read_pages())
    if form is RulesFormat.JSON:
        shown = rules_json(found)
    elif form is RulesFormat.MARKDOWN:
        shown = rules_markdown(found, ABOUT)
    else:
        shown = rules_text(found, ABOUT, width(), bold())
    typer.echo(shown, nl=False)
