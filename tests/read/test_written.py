"""Values written as YAML: read again, they are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgdkit.read.written import written
from lgdkit.read.yaml12 import parse


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        ("planned", None, "planned"),
        ("planned", "", "planned"),
        ("planned", "'", "'planned'"),
        ("planned", '"', '"planned"'),
        ("5 MEUR", None, "5 MEUR"),
        ("80 %", None, "80 %"),
        ("2026-03-01", None, "2026-03-01"),
        ("2026", None, '"2026"'),
        ("true", None, '"true"'),
        ("-x", None, '"-x"'),
        ("a: b", None, '"a: b"'),
        ("a # b", None, '"a # b"'),
        ("a  b", None, '"a  b"'),
        ("a ", None, '"a "'),
        ('a"b', None, "'a\"b'"),
        ("a\\b", '"', "'a\\b'"),
        (True, None, "true"),
        (False, "'", "false"),
        (12, None, "12"),
        (17.4, '"', "17.4"),
    ],
)
def test_a_value(value: str | float | bool, style: str | None, text: str) -> None:
    assert written(value, style) == text


ONE_LINE = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), min_size=1, max_size=12
)
NUMBERS = st.integers(-(10**13), 10**13)


@given(ONE_LINE | NUMBERS | st.booleans(), st.sampled_from([None, "", "'", '"']))
def test_read_again_it_is_the_same(value: str | float | bool, style: str | None) -> None:
    for text in (f"a: {written(value, style)} # b\n", f"{{a: {written(value, style)}, b: 1}}\n"):
        read = parse(text.encode()).data["a"]
        assert (read, type(read)) == (value, type(value))
