from datetime import date

from lgdkit.model.city import City
from lgdkit.view.deadlines import Review, deadlines, reviews
from lgdkit.view.speech import Speech
from lgdkit.view.values import Day, Said, Times
from status_city import CITY, read


def named(city: City) -> list[tuple[str, str, date]]:
    return [(each.record, each.key, each.last) for each in deadlines(city, Speech(city, "en"))]


def test_what_is_open_has_a_day() -> None:
    found = [(each.what, each.record, each.last) for each in deadlines(read(), Speech(read(), "en"))]
    assert found == [
        ("action-start", "actions/pumps", date(2024, 12, 31)),
        ("milestone", "actions/pumps", date(2025, 3, 31)),
        ("action-start", "actions/plan", date(2025, 12, 31)),
        ("term-start", "deals/begun", date(2025, 12, 31)),
        ("benefit", "deals/heat-deal", date(2025, 12, 31)),
        ("action-end", "actions/pumps", date(2026, 5, 31)),
        ("commitment", "commitments/c-late", date(2026, 6, 29)),
        ("commitment", "commitments/c-today", date(2026, 6, 30)),
        ("milestone", "actions/pumps", date(2026, 7, 15)),
        ("term-end", "deals/heat-deal", date(2026, 8, 31)),
        ("contribution", "deals/heat-deal", date(2026, 9, 1)),
        ("action-start", "actions/soon", date(2026, 9, 30)),
        ("term-start", "deals/new", date(2026, 9, 30)),
        ("action-end", "actions/plan", date(2028, 12, 31)),
    ]


def test_who_is_in_charge() -> None:
    who = {each.record: each.who and each.who.text for each in deadlines(read(), Speech(read(), "en"))}
    assert who["actions/pumps"] == who["commitments/c-late"] == "Heat Ltd"
    assert who["actions/plan"] is None


def test_a_name_stays_when_the_day_changes_and_tells_two_of_a_title_apart() -> None:
    before = named(read())
    assert len({(record, key) for record, key, _ in before}) == len(before)
    after = named(read(CITY.replace("2026-07-15", "2029-01-01").replace("2026-06-29", "2027")))
    assert sorted(each[:2] for each in before) == sorted(each[:2] for each in after)
    assert before != after


def test_a_city_without_organisation_names_nobody_for_its_contributions() -> None:
    city = read(CITY.replace("  organisation: town\n", ""))
    assert [each.who for each in deadlines(city, Speech(city, "en")) if each.what == "contribution"] == [None]


def test_reviews_of_deals_in_force_with_a_month() -> None:
    found = reviews(read(), Speech(read(), "en"))
    assert [(each.record, each.month, each.since, each.until) for each in found] == [
        ("deals/heat-deal", 8, date(2024, 6, 1), date(2026, 8, 31)),
        ("deals/undated", 12, None, None),
        ("deals/yearly", 2, date(2025, 3, 10), None),
    ]


def test_a_review_falls_into_the_term() -> None:
    title = Said("Deal", "en")
    review = Review("deals/x", title, Times(1, "year"), 2, date(2024, 2, 29), date(2028, 2, 1))
    held = {year: review.of_year(year) for year in range(2023, 2030)}
    assert {year for year, found in held.items() if found} == {2024, 2025, 2026, 2027, 2028}
    found = held[2024]
    assert found is not None
    assert (found.last, found.written) == (date(2024, 2, 29), Day(2024, 2))


def test_a_review_every_few_years_is_due_in_the_last_year_of_each_period() -> None:
    title, every = Said("Deal", "en"), Times(1, "3 years")
    years = range(2023, 2035)
    review = Review("deals/x", title, every, 2, date(2024, 3, 1), None, 3)
    assert [year for year in years if review.of_year(year)] == [2027, 2030, 2033]
    assert not any(Review("deals/x", title, every, 2, None, None, 3).of_year(year) for year in years)


def test_the_next_steps_of_a_sprint_have_a_day_until_they_are_done() -> None:
    steps = """
sprints:
  - id: spring
    title: Spring sprint
    next_steps:
      - {city: lakeside, text: Talk, role: land use unit, due: 2026-06}
      - {city: hill, text: Ask, by: hill/bakery, due: 2026-05}
      - {city: hill, text: Bake, due: 2026-07}
      - {city: hill, text: Eat, due: 2026-08, done: 2026-05}
      - {city: hill, text: Sleep}
"""
    city = read(CITY + steps)
    found = [each for each in deadlines(city, Speech(city, "en")) if each.what == "next-step"]
    assert {each.record for each in found} == {"sprints/spring"}
    assert [
        (each.last, each.title.text, each.detail and each.detail.text, each.who and each.who.text)
        for each in found
    ] == [
        (date(2026, 5, 31), "Spring sprint", "Ask", "hill/bakery"),
        (date(2026, 6, 30), "Spring sprint", "Talk", "lakeside: land use unit"),
        (date(2026, 7, 31), "Spring sprint", "Bake", "hill"),
    ]
