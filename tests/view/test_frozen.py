"""Drafts of what was signed stay; a new version has a name of its own."""

import re
from dataclasses import replace
from datetime import date

import pytest

from lgdkit.model.city import City
from lgdkit.view.frozen import copies, frozen_drafts, stem_of
from signed_city import CITY, changed, kept, read, signing

DAY = "2026-05-04"


def signed(city: City, *days: date) -> City:
    return replace(city, signings=tuple(signing()._replace(day=day) for day in days or (signing().day,)))


def test_where_a_copy_goes() -> None:
    city, other = read(), read(changed("commitments", "ghg", "8 kt/year"))
    heat, deal = city.stakeholder["heat"], city.deals[0]
    assert stem_of(city, heat, None) == "mou/heat"
    assert stem_of(city, heat, deal) == "mou/heat.heat-deal"
    assert stem_of(signed(city), heat, deal) is None
    assert stem_of(signed(other), heat, other.deals[0]) == f"mou/heat.heat-deal.since-{DAY}"


@pytest.mark.parametrize(
    ("path", "is_frozen"),
    [
        ("mou/heat.heat-deal.fi.md", True),
        ("mou/town.heat-deal.fi.md", True),
        (f"mou/heat.heat-deal.since-{DAY}.fi.md", False),  # made since, and not signed
        ("mou/heat.heat-deal.since-2025-01-01.fi.md", True),  # this is what was signed
        (f"mou/heat-deal.amendment-{DAY}.fi.md", False),
        ("mou/heat-deal.amendment-2025-01-01.fi.md", True),
        ("mou/heat.other-deal.fi.md", False),
        ("mou/heat.fi.md", False),
        ("map.fi.md", False),
    ],
)
def test_what_is_frozen(path: str, is_frozen: bool) -> None:
    assert bool(re.fullmatch(frozen_drafts(signed(read())), path)) == is_frozen


def test_without_a_signature_nothing_is() -> None:
    assert frozen_drafts(read()) == ""
    assert re.fullmatch(copies(read(), "mou/.*"), "mou/heat.heat-deal.fi.md")


def test_a_run_over_all_copies_looks_at_no_other_draft() -> None:
    mine = copies(signed(read()), "mou/.*")
    assert re.fullmatch(mine, f"mou/heat.heat-deal.since-{DAY}.fi.md")
    assert re.fullmatch(mine, "mou/heat.fi.md")
    for other in ("mou/heat.heat-deal.fi.md", f"mou/heat-deal.amendment-{DAY}.fi.md", "map.fi.md"):
        assert not re.fullmatch(mine, other)


def test_what_is_kept_names_the_deal() -> None:
    assert list(kept(CITY)) == [f".lgd/signed/heat-deal.{DAY}"]
