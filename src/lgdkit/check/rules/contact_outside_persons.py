"""The e-mail address or telephone number of a person outside of the list of persons."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.words import all_words
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@((?:[\w-]{1,63}\.)+[a-zA-Z]{2,24})\b")
_PHONE = re.compile(r"(?<![\w+])\+\d{1,3}[ ()/.-]{0,2}\d(?:[ ()/.-]{0,2}\d){6,12}(?!\d)")
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
_SIGNS = ("@", "+")


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for record, keys, text in all_words(city, _SIGNS):
        found = _mail(text) or _phone(text)
        if found:
            yield Found(
                record.at(*keys),
                f"{found} stands here, outside of persons.",
                "a role, or the address of an office, such as info@…",
                "Move it to the person under persons: and name that one by its id; documents leave persons "
                "out.",
            )


def _mail(text: str) -> str:
    """Return what to call the first address that is a person's: of two words, or at a private provider."""
    for match in _MAIL.finditer(text):
        words = re.split(r"[._+-]", match[1].lower())
        if _PRIVATE.fullmatch(match[2]) or (len(words) > 1 and _ROLES.isdisjoint(words)):
            return f'The e-mail address "{match[0]}"'
    return ""


def _phone(text: str) -> str:
    for match in _PHONE.finditer(text):
        if not _THOUSANDS.fullmatch(match[0]):
            return f'The telephone number "{match[0]}"'
    return ""


RULE = Rule(
    "contact-outside-persons", Severity.WARNING, "A person's address or number outside of persons.", _look
)
