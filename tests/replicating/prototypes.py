"""Prototypes made of the example cities, and answers to what they ask."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lgdkit import disk
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.replicating.proposal import Proposal, Target, Wish, proposal
from lgdkit.view.taken import Taken, deals_about, with_action, with_deal

TODAY = date(2026, 11, 22)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@cache
def drafter() -> Drafter:
    return Drafter(disk.read_templates())


@cache
def folder(name: str) -> disk.Folder:
    return disk.read_folder(EXAMPLES / name)


@cache
def city(name: str) -> City:
    return read_city(folder(name).texts).city


def taken(source: City, name: str) -> Taken:
    deal = next((each for each in source.deals if each.id == name), None)
    if deal:
        return with_deal(source, deal)
    action = source.action[name]
    return with_action(source, action, next(iter(deals_about(source, action)), None))


def prototype(source: str, name: str, target: str, **wish: Any) -> Proposal:
    goal = folder(target)
    found = taken(city(source), name)
    return proposal(
        city(source),
        found,
        Target(city(target), goal.texts, goal.faults),
        drafter().words,
        Wish(**wish),
        TODAY,
    )


def made_of(source: str, name: str, texts: dict[str, str], **wish: Any) -> Proposal:
    """Take something over from one small city into another: texts by the city's id."""
    cities = {each: {"all.yaml": text.encode()} for each, text in texts.items()}
    read = {each: read_city(its).city for each, its in cities.items()}
    (target,) = set(texts) - {source}
    found = taken(read[source], name)
    return proposal(
        read[source], found, Target(read[target], cities[target]), drafter().words, Wish(**wish), TODAY
    )


def answered(made: Proposal, target: str) -> bytes:
    """Answer everything that a prototype asks, as a person would who edits its file."""
    here = city(target)
    assert here.record
    data = yaml.safe_load(made.text)
    for role in data["stakeholders"]:
        del role["to_be_found"]
        role["name"] = {code: f"Solberga Bygg {code}" for code in here.languages}
        role["contact"] = {
            "role": {code: "VD" if code == here.languages[0] else f"CEO {code}" for code in here.languages}
        }
    answers = {
        "start": 2027,
        "end": 2030,
        "due": 2029,
        "impact/ghg": "1 kt/year",
        "impact/energy_saved": "2 GWh/year",
        "impact/renewable_energy": "2 GWh/year",
        "ghg": "0.1 kt/year",
        "cost/total": "1 MEUR",
        "cost/own": "0.5 MEUR",
        "amount": "40 flats/year",
        "investment/amount": "1 MEUR",
        "indicators": [here.indicators[0].id],
        "indicator": here.indicators[0].id,
        "strategies": [here.record.strategies[0].id],
        "term/until": 2030,
        "adopted": {"reference": "Dnr 2027/1"},
        "reporting/to": _said(here, "the office"),
        "funding": [
            {"source": _said(here, "the state"), "amount": {"not_quantified": _said(here, "asked for")}}
        ],
    }
    for kind in ("actions", "commitments", "deals"):
        for record in data.get(kind, ()):
            for text in _texts(record):
                for code in here.languages:  # what is not there in a language yet is translated
                    text.setdefault(code, f"{next(iter(text.values()))} ({code})")
            for question in record.get("questions", ()):
                about = question.get("about")
                if about == "signatories":
                    value: Any = [
                        {"party": each, "position": _said(here, "director")} for each in record["parties"]
                    ]
                elif about:
                    value = answers[about]
                else:
                    question["answer"] = _said(here, "settled")
                    continue
                _put(record, about.split("/"), value)
    return json.dumps(data, ensure_ascii=False).encode()  # which is YAML, too


def _said(here: City, text: str) -> dict[str, str]:
    return {code: f"{text} {code}" for code in here.languages}


def _put(record: dict[str, Any], keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        record = record.setdefault(key, {})
    record[keys[-1]] = value


def _texts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if not isinstance(value, dict):
        return []
    if value and all(len(key) == 2 for key in value) and "by" not in value and "to" not in value:
        return [value]
    return [text for each in value.values() for text in _texts(each)]
