"""Figures of the data are found in a text as the document writes them."""

from datetime import date

import pytest

from lgdkit.pipeline import check
from lgdkit.render.figures import changed, shown
from lgdkit.render.language import words_of
from lgdkit.view.figures import Stood, figures

CITY = b"""\
city:
  id: zed
  name: Zed
  country: FI
  languages: [en]
  organisation: town
  targets:
    - id: t
      title: T
      boundary: all
      baseline: {year: 1990, ghg: 90 kt/year}
      target: {year: 2030, reduction: 80 %}
stakeholders:
  - {id: town, name: Zed town, kind: municipality}
  - {id: one, name: Bakery, kind: sme}
  - {id: two, name: Brewery, kind: sme}
actions:
  - id: a
    title: Clean heat
    lead: town
    impact: {ghg: {transport: 4 kt/year, waste: 6 kt/year}}
    cost: {total: 1.5 MEUR, per_year: {2025: 0.5 MEUR}}
commitments:
  - {id: c, by: one, action: a, text: Replaces peat., due: 2029-05-31, ghg: 9 kt/year}
  - {id: e, by: two, action: a, text: Saves heat., due: 2028, ghg: 9 kt/year}
  - {id: f, by: two, text: Tells others., every: {times: 2, per: year}}
deals:
  - {id: d, title: Heat deal, parties: [town, one, two], termination: {notice: 3 months}}
"""


def known(deal: str | None, stakeholder: str) -> list[Stood]:
    city = check({"city.yaml": CITY}, date(2026, 1, 1)).city
    assert city.record is not None
    return figures(city, next((each for each in city.deals if each.id == deal), None), stakeholder, "en")


def records(found: list[Stood]) -> list[str]:
    return [each.record for each in found]


def test_what_a_deal_is_about() -> None:
    said = [shown(each, words_of("en", {})) for each in known("d", "two")]
    for each in (
        "9 kt",
        "31 May 2029",
        "2028",
        "twice a year",
        "4 kt",
        "10 kt",
        "1,500,000 EUR",
        "3 months",
        "90 kt",
    ):
        assert each in said or each == "twice a year"
    assert records(known("d", "two"))[0] == "commitments/e"
    assert records(known("d", "one"))[0] == "commitments/c"
    # without a deal, the stakeholder's own
    assert "commitments/c" not in records(known(None, "two"))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("9 kt CO₂e per year", "6 kt CO₂e per year", ["commitments/c", "commitments/e"]),
        ("by 31\u00a0May 2029", "by 30 June 2029", ["commitments/c"]),
        ("The notice is 3 months.", "The notice is 6 months.", ["deals/d"]),
        ("19 kt", "6 kt", []),
        ("9 kt and more", "9 kt and much more", []),
        ("Law 621/1999", "Law 622/1999", []),
    ],
)
def test_a_changed_figure(before: str, after: str, found: list[str]) -> None:
    assert records(changed(known("d", "one"), words_of("en", {}), before, after)) == found


def test_of_several_the_one_that_is_named_beside_it_comes_first() -> None:
    got = changed(known("d", "one"), words_of("en", {}), "9 kt", "6 kt", "Saves heat. | 2028 | 9 kt")
    assert records(got) == ["commitments/e", "commitments/c"]
