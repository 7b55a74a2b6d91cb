"""The same organisation under two spellings."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.stakeholder import Stakeholder

_LEGAL_FORMS = re.compile(
    r"\b(?:oyj|oy|ab|publ|hb|kb|ek for|ekonomisk forening|ag|gmbh|ggmbh|mbh|kg|co|se|ev|eg|rf|ry|rs|abp|as|ltd|plc|inc|sa|srl|bv)\b"
)


def _same(name: str) -> str:
    """Reduce a name to what tells organisations apart: no accents, capitals, signs or legal form."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).replace(".", "").replace("ß", "ss")
    words = re.sub(r"[^a-z0-9]+", " ", letters)
    return "".join(_LEGAL_FORMS.sub(" ", words).split()) or words


def _spellings(stakeholder: Stakeholder) -> set[str]:
    name = stakeholder.name
    written = [name.plain] if name.plain is not None else [wording.text for _, wording in name.wordings]
    return {_same(each) for each in written}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    seen: dict[str, Stakeholder] = {}
    for stakeholder in city.stakeholders:
        if "name" in stakeholder.broken:
            continue
        spellings = _spellings(stakeholder)
        other = next((seen[each] for each in spellings if each in seen), None)
        if other is not None and other.id != stakeholder.id:
            yield Found(
                stakeholder.at("name"),
                f'This looks like the organisation "{other.id}" in another spelling.',
                "each organisation once",
                f'If they are one, keep one record and refer to it everywhere; if not, say so under allow: '
                f"{{rule: duplicate-stakeholder, at: stakeholders/{stakeholder.id}, reason: …}}.",
                (Related(other.at("name"), "the other one"),),
            )
        for each in spellings:
            seen.setdefault(each, stakeholder)


RULE = Rule("duplicate-stakeholder", Severity.WARNING, "The same organisation under two spellings.", _look)
