"""The same organisation under two ids."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lgdkit.check.names import words
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder

_LEGAL_FORMS = frozenset(
    {"oyj", "oy", "osakeyhtio", "ky", "ay", "tmi", "osk", "ry", "rs", "sr", "rf"}
    | {"ab", "abp", "aktiebolag", "aktiebolaget", "publ", "hb", "kb", "ek", "for", "ekonomisk", "forening"}
    | {
        "ag",
        "gmbh",
        "ggmbh",
        "mbh",
        "kg",
        "kgaa",
        "ohg",
        "gbr",
        "ug",
        "gug",
        "partg",
        "co",
        "se",
        "ev",
        "eg",
        "aor",
        "kdor",
    }
    | {"as", "aps", "ltd", "plc", "llc", "inc", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "vzw", "asbl"}
    | {"sro", "doo", "sp", "z", "oo", "kft", "zrt", "uab", "sia", "ou"}
)
"""Legal forms as `words` writes them, of the countries whose cities write Local Green Deals."""
_ALIKE = {
    "oyj": "oy",
    "osakeyhtio": "oy",
    "abp": "ab",
    "aktiebolag": "ab",
    "aktiebolaget": "ab",
    "publ": "ab",
    "ggmbh": "gmbh",
    "gug": "ug",
}
_PAIRS = ({"oy", "ab"},)
"""Forms that are one and the same in two languages: the Finnish Oy is Ab in Swedish."""
_AND = frozenset({"and", "und", "och", "ja", "et"})
"""What stands for the sign &, which is no word."""
_UNIQUE = frozenset({"FI-ytunnus", "SE-orgnr", "EU-VAT", "LEI"})
"""Registers whose number alone tells who it is; a German court's number needs the court."""


class _Name(NamedTuple):
    core: str
    forms: frozenset[str]


def _name(written: str) -> _Name:
    """Part a name: what tells organisations apart, without accents, capitals, signs; and its legal form."""
    parts = [word for word in words(written) if word not in _AND]
    start, end = 0, len(parts)
    while start < end and parts[end - 1] in _LEGAL_FORMS:
        end -= 1
    while start < end and parts[start] in _LEGAL_FORMS:
        start += 1
    forms = frozenset(_ALIKE.get(form, form) for form in parts[:start] + parts[end:])
    return _Name("".join(parts[start:end] or parts), forms)


def _names(stakeholder: Stakeholder) -> tuple[_Name, ...]:
    name = stakeholder.name
    written = (name.plain,) if name.plain is not None else tuple(wording.text for _, wording in name.wordings)
    return tuple(dict.fromkeys(_name(each) for each in written))


def _number(stakeholder: Stakeholder) -> str:
    register = stakeholder.registration
    if register is None or register.system not in _UNIQUE:
        return ""
    return f"{register.system}:{re.sub(r'[^A-Z0-9]', '', register.number.upper())}"


def _may_be_one(one: Stakeholder, other: Stakeholder, forms: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two of the same name may be one: not a parent and its part, not an AG and an Oy."""
    if one.id == other.id or other.id == one.part_of or one.id == other.part_of:
        return False
    if _number(one) and _number(other):
        return False  # equal numbers have been found already
    return not forms or not others or any(not pair.isdisjoint(others) for pair in _same(forms))


def _same(forms: frozenset[str]) -> Iterator[set[str]]:
    """Give the legal forms with what each is called in another language."""
    for form in forms:
        yield next((pair for pair in _PAIRS if form in pair), {form})


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    numbers: dict[str, Stakeholder] = {}
    cores: dict[str, list[tuple[Stakeholder, frozenset[str]]]] = {}
    for stakeholder in city.stakeholders:
        number, names = _number(stakeholder), _names(stakeholder)
        other = numbers.get(number) if number else None
        if other is not None and other.id != stakeholder.id:
            yield _found(
                stakeholder, other, f'"{other.id}" has the same number in the register.', "register", "number"
            )
        else:
            for name in names:
                same = [
                    one
                    for one, forms in cores.get(name.core, ())
                    if _may_be_one(stakeholder, one, name.forms, forms)
                ]
                if same:
                    message = f'This looks like the organisation "{same[0].id}" in another spelling.'
                    yield _found(stakeholder, same[0], message, "name")
                    break
        numbers.setdefault(number, stakeholder)
        for name in names:
            cores.setdefault(name.core, []).append((stakeholder, name.forms))


def _found(stakeholder: Stakeholder, other: Stakeholder, message: str, *keys: str) -> Found:
    return Found(
        stakeholder.at(*keys),
        message,
        "each organisation once",
        "If they are one, keep one record and refer to it everywhere. If not, say so under allow: "
        f"{{rule: duplicate-stakeholder, at: stakeholders/{stakeholder.id}, reason: …}}.",
        (Related(other.at(*keys), "the other one"),),
    )


RULE = Rule("duplicate-stakeholder", Severity.WARNING, "The same organisation under two ids.", _look)
