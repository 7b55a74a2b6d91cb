from datetime import date

from lgdkit.model.city import City
from lgdkit.render.status_calendar import status_calendar
from lgdkit.view.calendar import Entries, entries
from status_city import CITY, read, standing


def uids(text: str = CITY) -> list[str]:
    return [each.uid for each in entries(read(text), "en").entries]


def test_every_deadline_and_review_once() -> None:
    assert len(set(uids())) == len(uids()) == 14 + 2
    assert "lintula/commitments/c-late/due@lgdkit" in uids()


def test_a_review_comes_again_each_year() -> None:
    found = {each.uid: each for each in entries(read(), "en").entries if each.years}
    review = found["lintula/deals/heat-deal/review@lgdkit"]
    assert (review.first, review.until) == (date(2024, 8, 1), date(2026, 8, 31))
    other = found["lintula/deals/yearly/review@lgdkit"]  # signed in March, so the first one is in a year
    assert (other.first, other.until) == (date(2026, 2, 1), None)
    assert len(found) == 2


def test_a_review_without_a_beginning_is_named() -> None:
    assert entries(read(), "en").left_out == ("deals/undated",)


def test_names_stay_when_days_and_the_order_change() -> None:
    changed = CITY
    for old, new in (
        ("due: 2026-06-29", "due: 2027"),
        ("from: 2024-06", "from: 2023"),
        ("month: 8", "month: 3"),
        ("end: 2026-05", "end: 2026-06"),
        ("due: 2026-07-15", "due: 2027-07-15"),
    ):
        assert old in changed
        changed = changed.replace(old, new)
    assert sorted(uids(changed)) == sorted(uids())
    assert entries(read(changed), "en") != entries(read(), "en")


def test_some_of_them() -> None:
    due = [each.deadline for each in standing(within=62).due]
    found = entries(read(), "en", due).entries
    assert [(each.uid, each.first) for each in found if each.deadline.what == "review"] == [
        ("lintula/deals/heat-deal/review/2026@lgdkit", date(2026, 8, 1))
    ]
    assert len(found) == len(due)
    assert not any(each.years for each in found)


def test_no_city() -> None:
    assert entries(City(), "en") == Entries(())


def test_a_review_every_other_year() -> None:
    city = read(
        CITY.replace("review: {every: {per: year}, month: 8}", "review: {every: {per: 2 years}, month: 8}")
    )
    found = {each.uid: each for each in entries(city, "en").entries if each.years}
    review = found["lintula/deals/heat-deal/review@lgdkit"]
    assert (review.first, review.years) == (date(2025, 8, 1), 2)
    assert "RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20260831" in status_calendar([review])
    assert "08\\, every 2 years\\, from 2025" in status_calendar([review]).replace("\r\n ", "")
