"""From baseline to target as bars: what is drawn where figures are missing."""

from decimal import Decimal

import pytest

from lgdkit.view.pathway import Pathway, Rest, Share
from lgdkit.view.pictures.sheet import Document
from lgdkit.view.pictures.steps import steps_pictures
from lgdkit.view.values import Amount, Percent, Said

DOCUMENT = Document("roadmap", Said("Lintula", "en"), "en")


def tonnes(value: int) -> Amount:
    return Amount(Decimal(value), "t", per_year=True, co2=True)


def drawn(path: Pathway, *, additive: bool = True) -> list[tuple[str, str]]:
    """Return what each bar stands for, and how it looks."""
    found = steps_pictures(DOCUMENT, path, additive=additive).drawn
    return [(row.shown.what, row.bar.look) for each in found for row in each.drawing.rows]


WAY = {"state": "open", "baseline": tonnes(100), "goal": tonnes(20), "needed": tonnes(80)}
DECIDED = Share(tonnes(50), Percent(Decimal("62.5")))
MORE = Share(tonnes(40), Percent(Decimal(50)))


@pytest.mark.parametrize(
    ("known", "between"),
    [
        ({}, []),  # without a rest no gap is drawn
        ({"decided": DECIDED}, [("decided", "solid")]),
        (
            {"decided": DECIDED, "after_decided": Rest(tonnes(30), Percent(Decimal(30)), surplus=False)},
            [("decided", "solid"), ("gap-after-decided", "dotted")],
        ),
        (
            {
                "decided": DECIDED,
                "after_decided": Rest(tonnes(30), Percent(Decimal(30)), surplus=False),
                "undecided": MORE,
                "after_all": Rest(tonnes(10), Percent(Decimal(10)), surplus=True),
            },
            [("decided", "solid"), ("undecided", "hatched"), ("surplus-after-all", "empty")],
        ),
    ],
)
def test_what_stands_between_the_baseline_and_the_goal(
    known: dict[str, Share | Rest], between: list[tuple[str, str]]
) -> None:
    assert drawn(Pathway(**WAY, **known)) == [("baseline", "grey"), *between, ("goal", "dark")]  # type: ignore[arg-type]


def test_reductions_that_may_not_be_added_up_are_no_bars() -> None:
    path = Pathway(**WAY, decided=DECIDED, start="baseline")  # type: ignore[arg-type]
    assert drawn(path, additive=False)[1:-1] == [("needed-from-baseline", "dotted")]


def test_one_figure_alone_is_no_picture() -> None:
    assert drawn(Pathway("no-goal", baseline=tonnes(100))) == []
