"""Text left over from a template that nobody filled in."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.walk import Keys, texts, words

_VERBS = (
    "insert|please insert|fill in|enter|add|describe|specify|to be (?:added|completed|defined|confirmed)"
    "|einfügen|bitte (?:einfügen|ergänzen|ausfüllen|angeben)|hier (?:einfügen|eintragen)|ergänzen|ausfüllen|eintragen"
    "|lisää|täydennä|kirjoita|täytä|lisätään myöhemmin|syötä"
    "|infoga|fyll i|skriv in|ange|lägg till|kompletteras"
)
RESIDUE = re.compile(
    rf"[(\[<{{](?:{_VERBS})\b[^)\]>}}]{{0,200}}[)\]>}}]"
    r"|\[\s*(?:yes\s*/\s*no|ja\s*/\s*nein|kyllä\s*/\s*ei|ja\s*/\s*nej|x|\.{2,}|…|name|datum|date|päivämäärä|namn|nimi)\s*\]"
    r"|\b[xy]{1,3} (?:partners?|kumppania|partner|parter|organisations?|companies|Unternehmen|företag|yritystä)\b"
    r"|\b(?:TBD|TBC|TODO|FIXME|XXX|t\.b\.d\.|n\.n\.b\.)(?!\w)"
    r"|\blorem ipsum\b"
    r"|Error! (?:Reference source|Bookmark) not (?:found|defined)"
    r"|Fehler! (?:Verweisquelle konnte nicht gefunden|Textmarke nicht definiert)"
    r"|Virhe[.!] (?:Viitteen lähdettä ei löytynyt|Kirjanmerkkiä ei ole määritetty)"
    r"|Fel! (?:Hittar inte referenskälla|Bokmärket är inte definierat)"
    r"|\b(?:platzhalter|paikkamerkki|platshållare|placeholder)\b"
    r"|(?:please )?(?:remove|delete) (?:the|this) (?:text|texts|paragraph)s?\b[^.]{0,40}(?:highlight|yellow)?"
    r"|\{\{[^}]{0,80}\}\}|_{4,}|\.{6,}|(?:\bXX+\b)",
    re.IGNORECASE,
)
"""Patterns of unfilled templates in English, German, Finnish and Swedish, after those found in published contracts."""

_SIGNS = re.compile(
    r"[(\[<{]|tb[dc]|todo|fixme|xx|[xy] |t\.b|n\.n|lorem|!|virhe|platz|paikka|plats|placeh|remove|delete|__|\.\.\.",
    re.IGNORECASE,
)


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for record in city.records():
        for keys, text in _written(record):
            if _SIGNS.search(text) is None:
                continue
            match = RESIDUE.search(text)
            if match:
                yield Found(
                    record.at(*keys),
                    f'"{match[0]}" is left over from a template.',
                    "the text itself",
                    "Write what belongs here, or take the line out until it is known.",
                )


def _written(record: Record) -> Iterator[tuple[Keys, str]]:
    for keys, text, _ in texts(record):
        if text.plain is not None:
            yield keys, text.plain
        else:
            for language, wording in text.wordings:
                yield (*keys, language), wording.text
    yield from words(record)


RULE = Rule("template-residue", Severity.ERROR, "Text left over from a template.", _look)
