from dataclasses import replace
from typing import Any

import pytest

from lgdkit.diagnostics import Place
from lgdkit.model.city import City
from lgdkit.model.city_record import CityRecord
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.text import digest, parse_text
from lgdkit.view.translations import is_stale, unfit_to_sign

OLD = digest("Vanha.")


def test_a_digest_does_not_see_line_breaks() -> None:
    assert digest("a  b\nc") == digest("a b c") != digest("a b d")


@pytest.mark.parametrize(
    ("wording", "stale"),
    [
        ("Ny.", False),
        ({"text": "Ny."}, False),
        ({"text": "Ny.", "of": digest("Uusi.")}, False),
        ({"text": "Ny.", "of": digest("Uusi.")[:12].upper()}, False),
        ({"text": "Ny.", "of": OLD}, True),
        ({"text": "Ny.", "of": ""}, True),
    ],
)
def test_stale_is_what_was_translated_from_another_text(wording: object, stale: bool) -> None:
    text = parse_text({"fi": "Uusi.", "sv": wording})
    assert is_stale(text, "sv") is stale
    assert not is_stale(text, "fi")
    assert not is_stale(text, "en")
    assert not is_stale(parse_text("Uusi."), "fi")


def test_a_translation_alone_has_nothing_to_be_compared_with() -> None:
    assert not is_stale(parse_text({"sv": {"text": "Ny.", "of": OLD}}), "sv")


def city(**deal: Any) -> City:
    place = Place("deals.yaml", ("deals", 0))
    known = Deal.model_validate({"id": "d", "title": "Heat", "parties": ["town", "one"], **deal})
    promise = Commitment.model_validate(
        {
            "id": "c",
            "by": "one",
            "text": {"fi": "Työ.", "sv": {"text": "Arbete.", "origin": "machine"}},
            "note": {"fi": "Työ.", "sv": {"text": "Arbete.", "origin": "machine"}},
        }
    )
    for each, keys in ((known, place), (promise, Place("commitments.yaml", ("commitments", 0)))):
        object.__setattr__(each, "place", keys)
    record = {"id": "c", "name": "Zed", "country": "FI", "languages": ["fi"], "organisation": "town"}
    return replace(City(), record=CityRecord.model_validate(record), deals=(known,), commitments=(promise,))


def found(known: City, language: str = "sv") -> list[tuple[str, str, tuple[object, ...]]]:
    return [
        (each.rule, each.place.file, each.place.keys)
        for each in unfit_to_sign(known, known.deals[0], language)
    ]


@pytest.mark.parametrize("state", [{"state": "signed"}, {"state": "reporting"}, {"legal_status": "binding"}])
def test_nobody_signs_what_a_machine_wrote_or_what_is_out_of_date(state: dict[str, str]) -> None:
    known = city(purpose={"fi": "Uusi.", "sv": {"text": "Ny.", "of": OLD}}, **state)
    assert found(known) == [
        ("stale-translation", "deals.yaml", ("deals", 0, "purpose", "sv")),
        ("machine-text-in-deal", "commitments.yaml", ("commitments", 0, "text", "sv")),
    ]
    assert found(known, "fi") == []


@pytest.mark.parametrize("state", [{}, {"state": "agreed"}, {"legal_status": "binding", "state": "expired"}])
def test_a_draft_may_hold_them(state: dict[str, str]) -> None:
    assert found(city(**state)) == []
