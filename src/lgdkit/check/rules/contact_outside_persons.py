"""The e-mail address or telephone number of a person outside of the list of persons."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.words import first_matches, placed
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_MAIL = re.compile(r"@(?<=[\w+-]@)((?:[\w-]{1,63}\.)+[a-zA-Z]{2,24})\b")
_BEFORE = re.compile(r"[\w.+-]{1,64}\Z")
_PHONE = re.compile(r"\+(?<![\w+]\+)\d{1,3}[ ()/.-]{0,2}\d(?:[ ()/.-]{0,2}\d){6,12}(?!\d)")
_THOUSANDS = re.compile(r"\+\d{1,3}(?:[ .]\d{3})+")
_PRIVATE = re.compile(
    r"(?i:(?:gmail|googlemail|gmx|web|outlook|hotmail|live|yahoo|icloud|me|aol|proton|protonmail|t-online"
    r"|freenet|kolumbus|luukku|telia|comhem|spray|orange|wanadoo|libero|wp|onet)\.[a-z.]{2,6})"
)
"""Providers of mailboxes for people at home."""
_OFFICES = """
info office contact kontakt mail post team service support press presse media green deal climate klima klimat
ilmasto environment umwelt miljo ymparisto energy energie city stadt stad kaupunki kommun registry registrator
kirjaamo rathaus council data privacy datenschutz project projekt hello
"""
"""Words of which the addresses of offices are made: green.deal@, umwelt-klima@."""
_ROLES = frozenset(_OFFICES.split())


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    forms = [form for sign, form in (("@", _MAIL), ("+", _PHONE)) if sign in city.vocabulary]
    for record, keys, found in placed(city, first_matches(city.told.texts, forms, _of_a_person)):
        kind = "e-mail address" if "@" in found else "telephone number"
        yield Found(
            record.at(*keys),
            f'The {kind} "{found}" stands here, outside of persons.',
            "a role, or the address of an office, such as info@…",
            "Move it to the person under persons: and name that one by its id; documents leave persons out.",
        )


def _of_a_person(match: re.Match[str]) -> str:
    """Return a number, or an address of two words or at a private provider; nothing for an office's."""
    if match.re is _PHONE:
        return "" if _THOUSANDS.fullmatch(match[0]) else match[0]
    before = _BEFORE.search(match.string[max(0, match.start() - 64) : match.start()])
    name = before[0] if before else ""
    words = re.split(r"[._+-]", name.lower())
    personal = _PRIVATE.fullmatch(match[1]) or (len(words) > 1 and _ROLES.isdisjoint(words))
    return f"{name}{match[0]}" if personal else ""


RULE = Rule(
    "contact-outside-persons", Severity.WARNING, "A person's address or number outside of persons.", _look
)
