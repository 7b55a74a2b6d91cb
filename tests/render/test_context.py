from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from small_city import full_city

from lgdkit.render.context import Context
from lgdkit.render.language import words_of
from lgdkit.render.markdown import escaped
from lgdkit.view.values import Amount, Day, Figure, Joined, Link, Price, Said, SectorPart

CONTEXT = Context(words_of("en", {}), escaped)


@dataclass(frozen=True)
class _Part:
    text: str
    values: tuple[object, ...]


@dataclass(frozen=True)
class _Holder:
    thing: object


def test_a_view_becomes_plain_data_with_every_text_escaped() -> None:
    view = _Part(
        "*a*", (_Part("<b>", ()), [1, None, True], Said("x|y", "en"), Said("x_y", "fi", foreign=True))
    )
    assert CONTEXT.plain(view) == {
        "text": "\\*a\\*",
        "values": [{"text": "\\<b\\>", "values": []}, [1, None, True], "x\\|y", "x\\_y (fi)"],
    }


def test_what_is_hidden_at_the_end_of_a_part_leaves_no_space_before_the_comma() -> None:
    assert CONTEXT.plain(Joined(("0 a\r\x1b", "\x1b 00100 *Town*"))) == "0 a, 00100 \\*Town\\*"


def test_figures_keep_their_state_beside_their_words() -> None:
    parts = (SectorPart("transport", Amount(Decimal("1.5"), "kt", per_year=True, co2=True)),)
    figure = Figure("given", Price(Decimal(5000), "EUR"), None, parts)
    assert CONTEXT.plain(figure) == {
        "state": "given",
        "amount": CONTEXT.words.money(Decimal(5000), "EUR"),
        "reason": None,
        "by_sector": [{"sector": "transport", "amount": "1.5 kt CO₂e per year"}],
    }
    assert CONTEXT.plain(Figure("not-quantified", reason=Said("*why*", "en")))["reason"] == "\\*why\\*"


def test_a_unit_is_text_from_the_data() -> None:
    assert CONTEXT.plain(Amount(Decimal(3), "<b>", per_year=True)) == "3 \\<b\\> per year"


def test_days_and_links() -> None:
    assert CONTEXT.plain([Day(2024, 5), Link("https://example.org/a_b")]) == [
        "May 2024",
        "<https://example.org/a_b>",
    ]


@pytest.mark.parametrize(
    "thing", [Path("x"), {"a": 1}, {1}, 1.5, b"x", full_city(), full_city().stakeholders[0], print]
)
def test_nothing_else_reaches_a_template(thing: object) -> None:
    """A model, a path or a console in a template can run code or write files: see traps.md."""
    if hasattr(thing, "__dataclass_fields__"):
        thing = thing.stakeholders[0]  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="may not reach a template"):
        CONTEXT.plain(thing)
    with pytest.raises(TypeError, match="may not reach a template"):
        CONTEXT.plain(_Holder((thing,)))
