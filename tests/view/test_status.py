from datetime import date, timedelta

import pytest

from lgdkit.diagnostics import Place
from lgdkit.model.city import City
from lgdkit.view.status import Span, status, watched
from lgdkit.view.values import Day
from status_city import TODAY, read, standing


def test_deals_in_the_order_of_their_states() -> None:
    assert [(each.state, each.id) for each in standing().deals] == [
        ("requested", "new"),
        ("negotiating", "begun"),
        ("agreed", "adopted"),
        ("agreed", "year"),
        ("signed", "heat-deal"),
        ("signed", "monthless"),
        ("signed", "termless"),
        ("signed", "yearly"),
        ("reporting", "undated"),
        ("expired", "past"),
    ]
    assert {(each.parties, each.commitments) for each in standing().deals} == {(2, 4)}


def test_signatures_outstanding_and_for_how_long() -> None:
    found = {each.id: (each.since, each.source, each.days) for each in standing().signatures}
    assert found == {
        "adopted": (Day(2026, 6, 1), "adopted", 29),
        "begun": (Day(2025), "term", 181),
        "new": (Day(2026, 6, 20), "written", 10),
        "year": (Day(2026), "adopted", None),  # nobody knows how long: the year is not over
    }
    [new] = [each for each in standing(history=False).signatures if each.id == "new"]
    assert (new.since, new.source, new.days) == (None, None, None)
    assert [each.text for each in new.parties] == ["Lintulan kaupunki", "Heat Ltd"]


def test_what_is_late() -> None:
    """What is due today is not; who is late with the end is not told of the start; promises have no end."""
    assert [(each.deadline.record, each.deadline.what, each.days) for each in standing().late] == [
        ("actions/pumps", "milestone", 456),
        ("actions/plan", "action-start", 181),
        ("actions/pumps", "action-end", 30),
        ("commitments/c-late", "commitment", 1),
    ]


def test_what_is_due() -> None:
    def due(within: int) -> list[tuple[str, str, int]]:
        return [(each.deadline.record, each.deadline.what, each.days) for each in standing(within=within).due]

    assert due(0) == [("commitments/c-today", "commitment", 0)]
    assert due(62)[-2:] == [("deals/heat-deal", "review", 62), ("deals/heat-deal", "term-end", 62)]
    assert due(63)[-1] == ("deals/heat-deal", "contribution", 63)
    several = [each for each in due(3 * 365) if each[:2] == ("deals/undated", "review")]
    assert len(several) == 3  # one a year


@pytest.mark.parametrize("days", range(0, 800, 53))
def test_nothing_is_late_and_due_or_lost_between_the_two(days: int) -> None:
    today = TODAY + timedelta(days)
    found = status(read(), "en", Span(today, 10_000), None)
    late = {(each.deadline.record, each.deadline.key) for each in found.late}
    due = {(each.deadline.record, each.deadline.key) for each in found.due if each.deadline.what != "review"}
    assert late.isdisjoint(due)
    assert ("commitments/c-late", "due") in late
    assert {("actions/pumps", "end"), ("actions/plan", "end")} <= late | due


def test_what_nobody_touches() -> None:
    found = standing().untouched
    assert found is not None
    assert [(each.record, each.days) for each in found] == [
        ("deals/new", 912),
        ("actions/pumps", 911),
        ("commitments/c-open", 366),  # one day less is not yet long
    ]
    assert standing(history=False).untouched is None
    longer = standing(untouched=911).untouched
    assert longer is not None
    assert [each.record for each in longer] == ["deals/new"]


def test_what_is_watched_is_what_is_open() -> None:
    places = watched(read())
    assert {"actions/gone", "commitments/c-done", "deals/past"}.isdisjoint(places)
    assert places["deals/new/state"] == Place("city.yaml", ("deals", 4, "state"))
    assert places["commitments/c-open"] == Place("city.yaml", ("commitments", 3))


def test_no_city() -> None:
    found = status(City(), "en", Span(date(2026, 1, 1)), {})
    assert (found.city, found.name.text, found.deals, found.untouched) == ("", "", (), ())
