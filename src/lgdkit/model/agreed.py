"""What of a city's data a deal covers, as plain values in one form: that is what is signed.

Left out is what may change without anybody agreeing anew: how far something is, sources, the city's own fields.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from lgdkit.model.action import Action, Funding, Milestone
from lgdkit.model.amount import Quantity, unit_of
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.date import PartialDate
from lgdkit.model.deal import Deal
from lgdkit.model.duration import Duration
from lgdkit.model.money import Money
from lgdkit.model.quantity import NOT_APPLICABLE, BySector, NotApplicable, NotQuantified
from lgdkit.model.replica import Origin
from lgdkit.model.text import Text

Agreed = Mapping[str, Any]
"""Plain values by path: actions/ID and commitments/ID whole, of the deal each clause by its key: deals/ID/term."""
_FREE: Mapping[type[BaseModel], frozenset[str]] = {
    Commitment: frozenset({"id", "status", "done", "replicates", "questions", "sources", "extra"}),
    Action: frozenset({"id", "status", "decision", "questions", "sources", "extra"}),
    Milestone: frozenset({"done"}),
    Funding: frozenset({"status"}),
    Deal: frozenset(
        {
            "id",
            "state",
            "commitments",
            "adopted",
            "signatories",
            "signed",
            "replicates",
            "questions",
            "sources",
            "extra",
        }
    ),
}
"""Fields that may change. Which commitments a deal covers is known by their lines, however it names them."""


def agreed(city: City, deal: Deal) -> dict[str, Any]:
    """Return what a deal covers: its clauses, its commitments, and their actions."""
    first = city.languages[0]
    clauses = plain(deal, first)
    commitments = city.commitments_of(deal)
    actions = {each.action for each in commitments if each.action}
    return {
        **{f"deals/{deal.id}/{key}": value for key, value in clauses.items()},
        **{f"commitments/{each.id}": plain(each, first) for each in commitments},
        **{f"actions/{each.id}": plain(each, first) for each in city.actions if each.id in actions},
    }


_FIGURES = (Quantity, Money, BySector, NotQuantified)
"""What looks like a list to Python and is one value."""


def plain(value: Any, first: str) -> Any:
    """Return a value as lists, dictionaries, texts, numbers and truth values, as the format writes it.

    Equal values give equal results, however they were laid out; what holds without being written is in it, too.

    Args:
        value: a record, or a value in one.
        first: the city's first language, in which a text without a language is.

    Raises:
        TypeError: there is no form for a value of this type.
    """
    if isinstance(value, Origin):
        return value.source
    if isinstance(value, BaseModel):
        return _record(value, first)
    if isinstance(value, Text):
        wordings = [(code, value.wording(code, first)) for code in value.languages(first)]
        return {code: " ".join(wording.text.split()) for code, wording in wordings if wording}
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, _FIGURES):
        return _figure(value, first)
    if isinstance(value, tuple | list):
        return [plain(each, first) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each, first) for key, each in value.items()}
    if isinstance(value, str | bool | int):
        return value
    return _figure(value, first)


def _record(record: BaseModel, first: str) -> dict[str, Any]:
    free = _FREE.get(type(record), frozenset())
    return {
        info.alias or name: plain(value, first)
        for name, info in type(record).model_fields.items()
        if name not in free
        for value in (getattr(record, name),)
        if value is not None and value not in ((), {})
    }


def _figure(value: Any, first: str) -> Any:
    if isinstance(value, Quantity):
        return f"{_number(value.value)} {unit_of(value)}"
    if isinstance(value, Money):
        return f"{_number(value.amount)} {value.currency}"
    if isinstance(value, BySector):
        return {sector: _figure(part, first) for sector, part in value.sectors}
    if isinstance(value, NotApplicable):
        return NOT_APPLICABLE
    if isinstance(value, NotQuantified):
        return {"not_quantified": plain(value.reason, first)}
    if isinstance(value, Duration):
        return f"{value.count} {value.unit}{'' if value.count == 1 else 's'}"
    if isinstance(value, Decimal):
        return _number(value)
    raise TypeError(f"no plain form for {type(value).__name__}")


def _number(value: Decimal) -> str:
    """Write a number without zeros at its end: 9.0 is 9."""
    return f"{value.normalize():f}"
