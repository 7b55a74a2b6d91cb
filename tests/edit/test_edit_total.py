"""Any text is laid out or left as it is, and takes a record or refuses it; none makes the tool stumble."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgdkit.edit.format import formatted, same
from lgdkit.edit.insert import inserted
from lgdkit.edit.record import CannotAdd, Plain
from lgdkit.read.yaml12 import parse

pytestmark = pytest.mark.no_cover
SIGNS = st.text(st.sampled_from("ab1#:-?,[]{}|>'\" \n\n\n&*!%\\\tä😀\r"), max_size=60)
_LINES = (
    *("a:", "b: 1", "  c: x", "  - d", "- e: 1", "    f: [1, 2]", "# c", "   # d", "", "g: |", "  text # no"),
    *("h: {", "}", "i: 'x", "  y'", "? j", ": k", "  - - l", "---", "m: >-  # e", "actions: []", "actions:"),
)
LINES = st.lists(st.sampled_from(_LINES), max_size=12).map("\n".join)


@settings(max_examples=300)
@given(st.one_of(SIGNS, LINES).map(str.encode) | st.binary(max_size=40))
def test_any_text_is_laid_out_or_left(raw: bytes) -> None:
    found = formatted(raw)
    if found.reason:
        assert found.text == raw
        # what has no fault is laid out: nothing is refused for a comment in an odd place
        assert parse(raw).faults or not isinstance(parse(raw).data, dict)
    else:
        assert same(parse(found.text).data, parse(raw).data)
        assert formatted(found.text).text == found.text


@settings(max_examples=300)
@given(st.one_of(SIGNS, LINES).map(str.encode))
def test_any_text_takes_a_record_or_refuses_it(raw: bytes) -> None:
    try:
        new = inserted(raw, "actions", {"id": Plain("n"), "title": "x: y"})
    except CannotAdd:
        return
    before, after = parse(raw).data or {}, parse(new).data
    assert after["actions"] == [*before.get("actions", []), {"id": "n", "title": "x: y"}]
    assert len(new) > len(raw) or b"[]" in raw
