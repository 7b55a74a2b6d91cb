"""Letters are not of one breadth."""

from hypothesis import given
from hypothesis import strategies as st

from lgdkit.office.breadth import breadth


def test_broad_and_narrow_letters() -> None:
    assert breadth("mm") > breadth("iiiii")
    assert breadth("Unternehmen") > breadth("allekirjoi")
    assert breadth("ä") == breadth("a")
    assert breadth("Š") == breadth("S")
    assert breadth("é", bold=True) > breadth("é")


def test_letters_that_are_not_in_the_list() -> None:
    assert breadth("気") > breadth("Ж") > breadth("ж")
    assert breadth("") == 0


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_is_as_broad_as_its_parts(one: str, other: str) -> None:
    assert abs(breadth(one + other) - breadth(one) - breadth(other)) < 1e-9
