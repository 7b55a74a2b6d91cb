"""Whole documents are read as ruamel.yaml reads them: maps, lists, block texts, quotes, line ends, mark."""

import io
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from lgdkit.read.fault import CONTROL
from lgdkit.read.yaml12 import parse

EXCEPTIONS = {
    "tabs are findings where libyaml takes them for indentation": r"\t",
    "in brackets libyaml takes no text that begins with a question mark or a colon, as in YAML 1.1": (
        r"[\[{,:]\s*[?:]\S"
    ),
}
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Cf", "Zl", "Zp"))
WORDS = st.text(st.one_of(LETTERS, st.sampled_from(" :#-?,[]{}&*!|>'\"%@`\\~")), max_size=30)
LINES = st.lists(st.text(LETTERS, max_size=20), max_size=4).map("\n".join)
STYLES = (str, DoubleQuotedScalarString, SingleQuotedScalarString)
TEXTS = st.one_of(
    st.builds(lambda style, text: style(text), st.sampled_from(STYLES), WORDS),
    st.builds(
        lambda style, text: style(text), st.sampled_from((LiteralScalarString, FoldedScalarString)), LINES
    ),
)
NUMBERS = st.one_of(
    st.integers(-(10**13), 10**13),
    st.floats(allow_nan=False, allow_infinity=False, width=16).filter(lambda number: len(repr(number)) < 15),
)
KEYS = st.one_of(st.text(LETTERS, min_size=1, max_size=10), st.integers(1900, 2199)).filter(
    lambda key: key not in ("<<", "=")
)
DATA = st.recursive(
    st.one_of(TEXTS, NUMBERS, st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, DATA, min_size=1, max_size=5)


def dumped(data: Any, flow: bool, width: int) -> str:
    yaml = YAML()
    yaml.version = None
    yaml.default_flow_style = flow
    yaml.width = width
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def by_ruamel(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(text)


@settings(max_examples=100, deadline=None)
@given(
    DOCUMENTS,
    st.booleans(),
    st.sampled_from((40, 80, 4096)),
    st.sampled_from(("\n", "\r\n", "\r")),
    st.booleans(),
)
def test_document_is_what_ruamel_reads(
    data: dict[Any, Any], flow: bool, width: int, end: str, mark: bool
) -> None:
    text = dumped(data, flow, width)
    if CONTROL.search(text) or any(re.search(form, text) for form in EXCEPTIONS.values()):
        return
    try:
        theirs = by_ruamel(text)
    except YAMLError:
        return  # ruamel.yaml does not always read what it has written itself
    ours, faults, _ = parse((("\ufeff" if mark else "") + text.replace("\n", end)).encode())
    assert [fault.rule for fault in faults] == []
    assert plain(ours) == plain(theirs)


def plain(value: Any) -> Any:
    """Write keys as texts: a key `true` or `1.5` is a text here, as another test says."""
    if isinstance(value, dict):
        return {str(key).lower(): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value
