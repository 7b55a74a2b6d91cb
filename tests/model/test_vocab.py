"""Closed lists are what their sources say, and every code is one that may stand in a file."""

import importlib
import pkgutil
import re
from decimal import Decimal
from typing import Literal, get_args, get_origin

from babel import Locale
from babel.numbers import list_currencies

from lgdkit import vocab
from lgdkit.vocab.country import COUNTRIES
from lgdkit.vocab.currency import CURRENCIES, MULTIPLES
from lgdkit.vocab.deal import CLOSED, IN_FORCE, DealState
from lgdkit.vocab.green_deal import GREEN_DEAL_AREAS
from lgdkit.vocab.language import LANGUAGES
from lgdkit.vocab.sdg import SDGS
from lgdkit.vocab.stakeholder import RATINGS
from lgdkit.vocab.unit import EMISSIONS, ENERGY, POWER

MODULES = [
    importlib.import_module(f"lgdkit.vocab.{info.name}") for info in pkgutil.iter_modules(vocab.__path__)
]


def test_codes_are_codes() -> None:
    known_form = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
    lengths = {"2 years", "3 years", "4 years", "5 years"}  # written as lengths of time are
    registers = {"FI-ytunnus", "SE-orgnr", "DE-HR", "DE-VR", "EU-VAT", "LEI"}
    for module in MODULES:
        for value in vars(module).values():
            if get_origin(value) is Literal:
                codes = get_args(value)
                assert len(set(codes)) == len(codes)
                for code in codes:
                    assert (
                        isinstance(code, int) or code in registers | lengths or known_form.fullmatch(code)
                    ), code


def test_every_list_says_where_it_comes_from() -> None:
    for module in MODULES:
        assert module.__doc__
        assert module.__doc__.rstrip().endswith(".")


def test_countries_languages_and_currencies_are_known_elsewhere() -> None:
    english = Locale("en")
    assert all(code in english.territories for code in COUNTRIES)
    assert all(code in english.languages for code in LANGUAGES)
    assert set(list_currencies()) >= CURRENCIES
    assert {"FI", "SE", "DE", "NO"} <= COUNTRIES
    assert {"fi", "sv", "de", "en"} <= LANGUAGES
    assert len(COUNTRIES) == 47
    assert len(LANGUAGES) == 44


def test_units_have_factors() -> None:
    assert (EMISSIONS["kt"], ENERGY["GWh"], POWER["GW"]) == (Decimal(1000), Decimal(1000), Decimal(1000))
    assert MULTIPLES == {"": 0, "k": 3, "M": 6, "G": 9}
    assert not set(ENERGY) & set(POWER)


def test_groups_are_of_known_codes() -> None:
    assert set(get_args(DealState)) >= CLOSED | IN_FORCE
    assert not CLOSED & IN_FORCE
    assert len(GREEN_DEAL_AREAS) == 9
    assert RATINGS == ("low", "medium", "high")
    assert list(SDGS) == list(range(1, 18))
