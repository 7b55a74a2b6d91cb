"""Every code of every vocabulary has its words, and no words are left without a code."""

import importlib
import pkgutil
from typing import Any, Literal, get_args, get_origin

import pytest

import lgdkit.vocab
from lgdkit.disk import read_templates
from lgdkit.render.document import Documents
from lgdkit.render.language import words_of
from lgdkit.vocab.sdg import SDGS

WORDS = {
    "status": "action.Status",
    "decision": "action.DecisionStatus",
    "action_kind": "action.ActionKind",
    "lever": "action.Lever",
    "funding_status": "action.FundingStatus",
    "co_benefit": "action.CoBenefit",
    "sector": "sector.Sector",
    "ccc_field": "field_of_action.FieldOfAction",
    "green_deal": "green_deal.GreenDealArea",
    "stakeholder_kind": "stakeholder.StakeholderKind",
    "rating": "stakeholder.Rating",
    "register": "stakeholder.RegisterSystem",
    "body_kind": "city.BodyKind",
    "principle": "city.Principle",
    "strategy_kind": "city.StrategyKind",
    "level": "deal.Level",
    "deal_state": "deal.DealState",
    "legal_status": "deal.LegalStatus",
    "commitment_kind": "deal.CommitmentKind",
    "direction": "indicator.Direction",
    "data_level": "indicator.DataLevel",
    "session": "sprint.SessionKind",
    "participant": "sprint.ParticipantKind",
    "participant_one": "sprint.ParticipantKind",
    "focus": "sprint.Focus",
}
OTHERWISE = {
    "deal.Consent": "sentences of the accession clause",
    "city.MunicipalityKind": "chooses the word for the city itself",
    "sprint.View": "words of the papers of a sprint",
    "city.Scope": "printed as the number that it is",
    "city.ExtraKind": "never printed",
    "period.Period": "words that count: once a year",
    "period.ReductionBasis": "sentences around the figure",
    "text.Origin": "never printed",
    "weight.Weight": "never printed in a document",
}
MORE = {"decision": {"none", "elsewhere"}, "stakeholder_kind": {"own"}}
"""Codes of the views: no decision is recorded, or another city's data holds it; the city's own organisation."""


def codes() -> dict[str, tuple[Any, ...]]:
    found = {}
    for module in pkgutil.iter_modules(lgdkit.vocab.__path__):
        names = vars(importlib.import_module(f"lgdkit.vocab.{module.name}"))
        for name, value in names.items():
            if get_origin(value) is Literal:
                found[f"{module.name}.{name}"] = get_args(value)
    return found


def terms() -> dict[str, dict[Any, str]]:
    environment = Documents(read_templates())._environment(words_of("en", {}))
    module = environment.get_template("terms.j2").module
    return {name: value for name, value in vars(module).items() if isinstance(value, dict)}


@pytest.mark.parametrize(("name", "vocabulary"), WORDS.items())
def test_words_and_codes_match(name: str, vocabulary: str) -> None:
    assert set(terms()[name]) == set(codes()[vocabulary]) | MORE.get(name, set())


def test_goals_have_words() -> None:
    assert list(terms()["sdg"]) == list(SDGS)


def test_no_vocabulary_and_no_words_are_forgotten() -> None:
    assert set(codes()) == set(WORDS.values()) | set(OTHERWISE)
    assert set(terms()) == set(WORDS) | {"sdg"}


def test_words_tell_codes_apart() -> None:
    for name, known in terms().items():
        assert all(word.strip() == word and word for word in known.values())
        assert len(set(known.values())) == len(known), name
