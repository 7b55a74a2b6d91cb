"""The examples on the page about the layout are what `lgd fmt` does."""

import re
from pathlib import Path

import pytest

from lgdkit.edit.format import formatted

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "layout.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```\n\nbecomes\n\n```yaml\n(.*?)```", PAGE, re.S)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == PAGE.count("```yaml") / 2 == 5


@pytest.mark.parametrize(("written", "laid_out"), EXAMPLES)
def test_an_example(written: str, laid_out: str) -> None:
    found = formatted(written.encode())
    assert (found.text.decode(), found.reason) == (laid_out, "")
    assert formatted(found.text).text == found.text
