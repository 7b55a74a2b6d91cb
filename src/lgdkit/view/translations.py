"""Which wordings nobody should sign: those of a machine, and translations of what was changed afterwards."""

from collections.abc import Iterator

from lgdkit.diagnostics import Diagnostic, Severity
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.text import Text, changed_source
from lgdkit.model.walk import texts
from lgdkit.vocab.deal import CLOSED, IN_FORCE

_NOT_PRINTED = "note"
"""Remarks are no part of what is signed."""


def is_stale(text: Text, language: str) -> bool:
    """Say whether the text that a wording was translated from is none of the others any more."""
    return changed_source(text, language) is not None


def unfit_to_sign(city: City, deal: Deal, language: str) -> Iterator[Diagnostic]:
    """Name the wordings of a deal in a language that nobody may sign.

    Only a deal that is signed or binding is looked at: in a draft such texts are marked.
    """
    if deal.state not in IN_FORCE and (deal.legal_status == "non-binding" or deal.state in CLOSED):
        return
    records: tuple[Record, ...] = (deal, *city.commitments_of(deal))
    for record in records:
        for keys, text, _ in texts(record):
            wording = next((each for code, each in text.wordings if code == language), None)
            if wording is None or keys[0] == _NOT_PRINTED:
                continue
            place = record.at(*keys, language)
            if wording.origin == "machine":
                yield Diagnostic(
                    "machine-text-in-deal",
                    Severity.ERROR,
                    place,
                    "A machine made this text, and the deal that it belongs to is signed or binding.",
                    "a text that a person has read: origin: approved",
                    "Let somebody read it who knows the language; then set origin: approved.",
                )
            elif is_stale(text, language):
                yield Diagnostic(
                    "stale-translation",
                    Severity.ERROR,
                    place,
                    "The text that this was translated from has changed since, and the deal is signed or binding.",
                    "a translation of the text as it is now",
                    "Read it against the original, mend it, and bring its digest (of) up to date.",
                )
