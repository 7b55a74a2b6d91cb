"""The amendment to a deal that was signed: exactly what the data says otherwise since then."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lgdkit.model.city import City
from lgdkit.model.date import PartialDate, parse_date
from lgdkit.model.deal import Deal
from lgdkit.model.duration import parse_duration
from lgdkit.model.fault import Fault
from lgdkit.model.money import parse_money
from lgdkit.model.quantity import parse_quantity
from lgdkit.model.text import Text
from lgdkit.view.since_signed import Change, changes, signing_of
from lgdkit.view.speech import Speech, emitted, length, price
from lgdkit.view.values import Amount, Day, Length, Price, Said, Times
from lgdkit.vocab.language import LANGUAGES

Value = Said | Day | Amount | Price | Length | Times | str | bool | int
_DATES = frozenset({"due", "start", "end", "from", "until"})
_CO2 = frozenset({"ghg", "sinks"})
_FIGURES = _CO2 | {"amount", "total", "own", "per_year", "energy_saved", "renewable_energy"}
_STAKEHOLDERS = frozenset({"by", "lead", "partners", "parties"})
_ACTIONS = frozenset({"action", "counted_in", "enables", "depends_on", "replicates"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value in something larger, with the keys that lead to it there."""

    keys: tuple[str, ...]
    value: Value


@dataclass(frozen=True, slots=True)
class Amended:
    """A value that is amended: its keys, and what it was and is; empty where there is nothing.

    An entry of a list is named by what it says of itself: a number would be another one as soon as an entry
    comes before it.
    """

    keys: tuple[str, ...]
    old: tuple[Leaf, ...]
    new: tuple[Leaf, ...]
    entry: Said | None = None


@dataclass(frozen=True, slots=True)
class AmendedRecord:
    """A commitment or an action with what is amended in it; of an action there is no party."""

    id: str
    name: Said
    party: Said | None
    values: tuple[Amended, ...]


@dataclass(frozen=True, slots=True)
class WholeCommitment:
    """A commitment that is added or withdrawn, with all that it says."""

    id: str
    party: Said
    values: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """The whole document."""

    city: Said
    title: Said
    signed_on: Day
    signed_at: str
    document: str
    """The name of the signed document."""
    digest: str
    level: str
    legal_status: str
    leading_language: str
    leading: bool
    parties: tuple[Said, ...]
    clauses: tuple[Amended, ...]
    commitments: tuple[AmendedRecord, ...]
    added: tuple[WholeCommitment, ...]
    withdrawn: tuple[WholeCommitment, ...]
    actions: tuple[AmendedRecord, ...]


def amendment(city: City, language: str, deal: Deal) -> Amendment | None:
    """Draw up the amendment to a deal; None where it was not signed, or nothing has changed since."""
    signing, found = signing_of(city, deal), changes(city, deal)
    if signing is None or not found:
        return None
    speech = Speech(city, language)
    leading = deal.leading_language or speech.first
    whole = [each for each in found if not each.keys]
    return Amendment(
        city=speech.proper(city.record.name) if city.record else Said("", language),
        title=speech.say(deal.title),
        signed_on=Day(signing.day.year, signing.day.month, signing.day.day),
        signed_at=signing.place,
        document=signing.file,
        digest=signing.sha256,
        level=deal.level,
        legal_status=deal.legal_status,
        leading_language=leading,
        leading=leading == language,
        parties=tuple(speech.name(each) for each in deal.parties),
        clauses=tuple(_amended(speech, each) for each in found if each.record.startswith("deals/")),
        commitments=tuple(_records(speech, found, "commitments")),
        added=tuple(_whole(speech, each, each.new) for each in whole if each.kind == "added"),
        withdrawn=tuple(_whole(speech, each, each.old) for each in whole if each.kind == "removed"),
        actions=tuple(_records(speech, found, "actions")),
    )


def amendments_of(city: City) -> tuple[Deal, ...]:
    """Return the deals that have changed since they were signed."""
    return tuple(each for each in city.deals if changes(city, each))


def _records(speech: Speech, found: tuple[Change, ...], kind: str) -> Iterator[AmendedRecord]:
    city = speech.city
    changed = [each for each in found if each.keys and each.record.startswith(f"{kind}/")]
    for record, group in groupby(changed, key=lambda each: each.record):
        name = record.partition("/")[2]
        values = tuple(_amended(speech, each) for each in group)
        if kind == "actions":
            yield AmendedRecord(name, speech.say(city.action[name].title), None, values)
        else:
            commitment = city.commitment[name]
            yield AmendedRecord(name, speech.say(commitment.text), speech.name(commitment.by), values)


def _amended(speech: Speech, change: Change) -> Amended:
    keys = tuple(str(each) for each in change.keys)
    shown = tuple(_name(each) for each in change.keys if isinstance(each, str))
    if shown[-1] in LANGUAGES:
        shown = shown[:-1]  # the text itself says which language it is in
    old, new = (tuple(_leaves(speech, keys, each)) for each in (change.old, change.new))
    return Amended(shown, old, new, _entry(speech, change.entry) if len(shown) > 1 else None)


def _entry(speech: Speech, name: Any) -> Said | None:
    if isinstance(name, dict):
        language = speech.language if speech.language in name else next(iter(name))
        return _said(speech, name[language], language)
    return None if name is None else speech.proper(Text(str(name)))


def _whole(speech: Speech, change: Change, values: Any) -> WholeCommitment:
    return WholeCommitment(
        change.record.partition("/")[2],
        speech.name(values["by"]),
        tuple(_leaves(speech, (), {key: value for key, value in values.items() if key != "by"})),
    )


def _leaves(
    speech: Speech, keys: tuple[str, ...], value: Any, inside: tuple[str, ...] = ()
) -> Iterator[Leaf]:
    """Give what a plain value is made of; `keys` lead to it, and `inside` is the part of them within it."""
    if value is None:
        return
    if isinstance(value, dict) and value and LANGUAGES.issuperset(value):
        language = speech.language if speech.language in value else next(iter(value))
        yield Leaf(inside, _said(speech, value[language], language))
    elif isinstance(value, dict) and keys[-1:] == ("every",):
        yield Leaf(inside, Times(value["times"], value["per"]))
    elif isinstance(value, dict):
        for key, each in sorted(value.items()):
            yield from _leaves(speech, (*keys, key), each, (*inside, _name(key)))
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(speech, keys, each, inside)
    else:
        yield Leaf(inside, _shown(speech, keys, value))


def _name(key: str) -> str:
    """Return a key as templates know it: an underscore means something in Markdown."""
    return key.replace("_", "-")


def _shown(speech: Speech, keys: tuple[str, ...], value: str | bool | int) -> Value:
    """Return a plain value as a document shows it; what it is, its key says."""
    if not isinstance(value, str):
        return value
    named = [each for each in keys if not each.isdigit()]
    key = named[-1] if named else ""
    if key in LANGUAGES:
        return _said(speech, value, key)
    if key in _STAKEHOLDERS:
        return speech.name(value)
    if key in _ACTIONS:
        return speech.action(value).title
    try:
        if key in _DATES:
            date: PartialDate = parse_date(value)
            return Day(*date)
        if key == "notice":
            return length(parse_duration(value))
        if _FIGURES.intersection(named):
            return _figure(speech, value, co2=bool(_CO2.intersection(named)))
    except Fault:  # not-applicable, or a reason
        pass
    return value


def _figure(speech: Speech, value: str, *, co2: bool) -> Amount | Price:
    try:
        return price(parse_money(value))
    except Fault:
        quantity = parse_quantity(value)
        return emitted(quantity) if co2 else speech.amount(quantity)


def _said(speech: Speech, text: str, language: str) -> Said:
    return Said(text, language, foreign=language != speech.language)
