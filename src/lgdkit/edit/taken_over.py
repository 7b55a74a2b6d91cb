"""What a new city takes over from another one: its fields of action and its actions, and none of its figures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lgdkit.edit.insert import inserted
from lgdkit.edit.record import Plain
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.original import digest_of
from lgdkit.model.text import Text
from lgdkit.render.new_city import Said, TakenField

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class TakenOver:
    """Fields and actions as records of the new city.

    `with_figures` are the actions whose description was left out, because it names figures or years of the other
    city; `untranslated` are the languages of the new city in which texts are missing.
    """

    fields: tuple[TakenField, ...]
    actions: tuple[dict[str, Any], ...]
    with_figures: tuple[str, ...]
    untranslated: tuple[str, ...]

    def written_into(self, text: bytes) -> bytes:
        """Return the text of a file with the actions put into it."""
        for each in self.actions:
            text = inserted(text, "actions", each)
        return text


def taken_over(source: City, languages: Sequence[str], lead: str, reason: Said) -> TakenOver:
    """Take the fields and the actions of a city over; cancelled actions stay behind.

    Args:
        source: the city that they come from.
        languages: the languages of the new city, its own first.
        lead: the stakeholder that looks for somebody to lead the actions.
        reason: why the new city has no figures, in each of its languages.
    """
    fields = source.record.fields if source.record else ()
    actions = [each for each in source.actions if each.status != "cancelled"]
    kept = frozenset(each.id for each in actions)
    texts = [each.name for each in fields] + [each.title for each in actions]
    return TakenOver(
        tuple(
            TakenField(each.id, _said(source, each.name, languages), each.ccc, each.green_deal)
            for each in fields
        ),
        tuple(dict(_record(source, each, languages, lead, reason, kept)) for each in actions),
        tuple(each.id for each in actions if each.description and _has_figures(each.description)),
        tuple(
            code for code in languages if any(code not in _said(source, each, languages) for each in texts)
        ),
    )


def _record(
    source: City,
    action: Action,
    languages: Sequence[str],
    lead: str,
    reason: Said,
    kept: frozenset[str],
) -> Iterator[tuple[str, Any]]:
    impact, none = action.impact, {"not_quantified": dict(reason)}
    yield "id", Plain(action.id)
    yield "title", _said(source, action.title, languages)
    if action.description and not _has_figures(action.description):
        yield "description", _said(source, action.description, languages)
    if action.field:
        yield "field", Plain(action.field)
    if action.kind:
        yield "kind", Plain(action.kind)
    yield from _codes("levers", action.levers)
    yield "lead", Plain(lead)
    yield "status", Plain("not-started")
    yield "decision", {"status": Plain("proposed")}
    effect: dict[str, Any] = {"ghg": none}
    if impact:
        effect.update(_codes("enables", (each for each in impact.enables if each in kept)))
        effect.update(_codes("co_benefits", impact.co_benefits))
    yield "impact", effect
    yield "cost", {"total": none}
    yield from _codes("depends_on", (each for each in action.depends_on if each in kept))
    yield from _codes("sdgs", map(str, action.sdgs))
    city = source.record.id if source.record else ""
    yield "replicates", {"from": Plain(f"{city}/{action.id}"), "digest": digest_of(source, action)}


def _codes(key: str, codes: Iterable[str]) -> Iterator[tuple[str, Any]]:
    found = [Plain(each) for each in codes]
    if found:
        yield key, found


def _said(source: City, text: Text, languages: Sequence[str]) -> Said:
    """Return a text in the languages of the new city; where it has none of them, in the one it was written in."""
    first = source.languages[0]
    found = {code: each.text for code in languages if (each := text.wording(code, first)) is not None}
    if found:
        return found
    code, wording = text.best(first, first)
    return {code: wording.text}


def _has_figures(text: Text) -> bool:
    wordings = [text.plain or "", *(each.text for _, each in text.wordings)]
    return any(_FIGURE.search(each) for each in wordings)
