"""`lgd explain`: the page of a rule."""

from typing import Annotated

import typer


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", hidden=True)],
) -> None:
    """Show the page of a rule: why it is there, how to mend, and an example.

    RULE is the name in brackets behind error, warning or info; lgd rules lists them all.

    Example: lgd explain unknown-reference
    """
    from lgdkit import disk
    from lgdkit.catalogue import entries
    from lgdkit.cli.selection import known_rule
    from lgdkit.cli.terminal import bold, width
    from lgdkit.render.rule_page import page_text

    name = known_rule(rule)
    entry = next(each for each in entries(disk.read_pages()) if each.id == name)
    typer.echo(page_text(entry, width(), bold()), nl=False)
