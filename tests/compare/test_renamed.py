"""References are followed to a new id, wherever a record holds them."""

from lgdkit.compare.renamed import referring
from lgdkit.compare.value import written
from lgdkit.model.base import Part, StakeholderRef
from lgdkit.model.deal import Signatory


class Held(Part):
    """A piece of data with references in every shape."""

    one: StakeholderRef
    none: StakeholderRef | None = None
    many: tuple[StakeholderRef, ...] = ()
    by_year: dict[int, StakeholderRef]
    inside: tuple[Signatory, ...] = ()


def test_every_reference() -> None:
    before = Held(
        one="a", many=("a", "b"), by_year={1: "a"}, inside=(Signatory(party="a"), Signatory(party="b"))
    )
    after = referring(before, "stakeholders", {"a": "x"})
    assert after == Held(
        one="x", many=("x", "b"), by_year={1: "x"}, inside=(Signatory(party="x"), Signatory(party="b"))
    )
    assert referring(before, "persons", {"a": "x"}) is before


def test_a_mapping_is_written_on_one_line() -> None:
    assert written({2025: "a", 2026: "b"}, "fi") == "2025 a, 2026 b"
