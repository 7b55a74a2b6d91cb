"""The machine formats of findings: one line registers one, and it is loaded only where it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module

from lgdkit.render.report import Report

FORMATS: Mapping[str, str] = {
    "json": "lgdkit.render.findings_json",
    "github": "lgdkit.render.findings_github",
    "gitlab": "lgdkit.render.findings_gitlab",
    "sarif": "lgdkit.render.findings_sarif",
    "junit": "lgdkit.render.findings_junit",
    "markdown": "lgdkit.render.findings_markdown",
}
"""Each with the module whose `write` makes the text."""


def writer_of(name: str) -> Callable[[Report], str]:
    """Return what writes a report in a format."""
    write: Callable[[Report], str] = import_module(FORMATS[name]).write
    return write
