"""The questions that are still open about records of a city, as documents list them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lgdkit.model.commitment import Commitment
from lgdkit.model.open import open_questions
from lgdkit.model.original import Copied
from lgdkit.view.speech import Speech
from lgdkit.view.values import Said


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions that are open about a record."""

    record: str
    title: Said
    asks: tuple[Said, ...]


def questions_about(
    speech: Speech, records: Iterable[tuple[str, Copied]], known: Iterable[str] = ()
) -> tuple[Asked, ...]:
    """Return the open questions about records, each given with its kind; a record without one is left out.

    Args:
        speech: the language to say it in.
        records: the records.
        known: keys that are asked for already, so that a question about one of them is none of its own.
    """
    known = frozenset(known)
    found = []
    for kind, record in records:
        asks = tuple(speech.say(each.ask) for _, each in open_questions(record) if each.about not in known)
        if asks:
            title = record.text if isinstance(record, Commitment) else record.title
            found.append(Asked(f"{kind}/{record.id}", speech.say(title), asks))
    return tuple(found)
