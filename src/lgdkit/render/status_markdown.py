"""How deals stand, as a page in Markdown: for a pull request, a meeting, the summary of a job."""

import re
from collections.abc import Sequence

from lgdkit.render.markdown import escaped, head, row, tidy
from lgdkit.render.status_sections import Section, sections, title
from lgdkit.view.status import Status

_NUMBER = re.compile(r"[0-9-]+", re.ASCII)


def status_markdown(found: Sequence[Status]) -> str:
    """Write a section for each city."""
    return "".join(tidy(_city(each)) + "\n" for each in found).removesuffix("\n")


def _city(status: Status) -> str:
    parts = [f"# {escaped(title(status))}"]
    parts += [_section(each) for each in sections(status)]
    return "\n\n".join(parts)


def _section(section: Section) -> str:
    if not section.rows:
        return f"## {escaped(section.title)}\n\n{section.remark}"
    rows = "\n".join(row([_cell(cell) for cell in each]) for each in section.rows)
    return f"## {escaped(section.title)}\n\n{head(section.heads, section.right)}\n{rows}"


def _cell(text: str) -> str:
    """Write a cell; a number or a date means nothing else inside a table."""
    return text if _NUMBER.fullmatch(text) else escaped(text)
