"""GitHub's workflow commands: lines that a step of a workflow prints, shown as annotations.

`%` and line ends are escaped in a text, and `:` and `,` in a property, too; see GitHub's page "Workflow
commands for GitHub Actions".
"""

from collections.abc import Mapping

MOST = 10
"""So many annotations of each level GitHub shows for one step."""
MORE = f"GitHub shows {MOST} annotations of each level for one step; all of them are in this log."


def command(level: str, properties: Mapping[str, object], text: str) -> str:
    """Write one command."""
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level}{' ' if written else ''}{written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
