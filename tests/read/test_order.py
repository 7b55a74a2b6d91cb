"""The order of records, which no file decides."""

from hypothesis import given
from hypothesis import strategies as st

from lgdkit.read.city import read_city


def _read(ids: list[str]) -> list[str]:
    records = "".join(f"  - {{id: {each}, title: A report}}\n" for each in ids)
    city, _ = read_city({"all.yaml": f"sources:\n{records}".encode()})
    return [each.id for each in city.sources]


def test_ids_are_in_the_order_that_a_person_expects() -> None:
    ordered = ["2b", "10a", "a", "a-2", "a-10", "a-10-1", "a-b", "e02", "e2", "e2x", "e10", "es2"]
    assert _read(sorted(ordered)) == ordered
    assert _read(ordered[::-1]) == ordered


@given(
    st.lists(st.from_regex(r"q[a-c]{0,2}[0-9]{0,2}[a-c]?-?[1-9]?", fullmatch=True), unique=True, max_size=8)
)
def test_the_order_is_the_same_however_they_are_written(ids: list[str]) -> None:
    found = _read(ids)
    assert sorted(found) == sorted(ids)
    assert _read(found[::-1]) == found
