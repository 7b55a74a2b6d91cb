"""Which questions about a record are still open, and which roles nobody has taken yet."""

from typing import Any

from pydantic import BaseModel

from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.original import Copied
from lgdkit.model.quantity import NotQuantified
from lgdkit.model.replica import Question
from lgdkit.vocab.deal import IN_FORCE


def open_questions(record: Copied) -> tuple[tuple[int, Question], ...]:
    """Return the questions that are not answered, each with its number.

    One is answered in words, or by a value at the key that it is about; a reason why there is no figure is none.
    """
    return tuple(
        (number, each)
        for number, each in enumerate(record.questions)
        if each.answer is None and not (each.about and _answers(record, each.about))
    )


def settled_with_nobody(city: City) -> tuple[tuple[Deal, int], ...]:
    """Return the deals that are agreed or more, each with the number of a party that is still to be found."""
    nobody = {each.id for each in city.stakeholders if each.to_be_found}
    return tuple(
        (deal, number)
        for deal in city.deals
        if deal.state in IN_FORCE or deal.state == "agreed"
        for number, party in enumerate(deal.parties)
        if party in nobody
    )


def _answers(record: BaseModel, about: str) -> bool:
    """Say whether there is a value at the keys of a record, written with a slash between them."""
    value: Any = record
    for key in about.split("/"):
        if not isinstance(value, BaseModel):
            return False
        fields = type(value).model_fields.items()
        name = next((name for name, info in fields if (info.alias or name) == key), None)
        if name is None or name not in value.model_fields_set:
            return False
        value = getattr(value, name)
    return value not in (None, (), {}) and not isinstance(value, NotQuantified)
