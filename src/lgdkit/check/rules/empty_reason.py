"""A reason for a missing figure that says nothing."""

import re
from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.text import Text

_SAYS_NOTHING = """
na n none no unknown unclear notknown notyetknown notavailable notquantified nodata nofigure later open
ka keine keineangabe keineangaben unbekannt nichtbekannt nichtquantifiziert offen unklar nochoffen
ei eitiedossa eitietoa tuntematon avoin myöhemmin eikvantifioitu
saknas okänt okänd ejkänt ejtillgängligt ingenuppgift ejkvantifierat senare
inconnu nonconnu nonquantifié nc nd nondisponibile nonnoto sconosciuto nonquantificato
brak brakdanych nieznane niewiadomo desconocido nodisponible sindatos onbekend nvt nietbekend
"""
_EMPTY = frozenset(_SAYS_NOTHING.split())
_LETTERS = re.compile(r"[\W\d_]+")
"""What is taken out before a reason is looked up: `n/a` and `N.A.` are the same; `-` and `?` say nothing."""


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for record, walked in city.walked:
        for keys, reason, _ in walked.reasons:
            for language in _saying_nothing(reason):
                yield Found(
                    record.at(*keys, *language),
                    "This is no reason why there is no figure.",
                    "a sentence: what is missing, and when it will be known",
                    "Say what stands in the way: the oil is metered from 2027 on. If the question does not arise, "
                    "write not-applicable.",
                    fault=f"{record.id}/{'/'.join(map(str, keys[:-1]))}",
                )


def _saying_nothing(text: Text) -> Iterator[tuple[str, ...]]:
    """Give the languages in which a reason says nothing; no language where it has none."""
    written = [((), text.plain)] if text.plain is not None else []
    for language, each in (*written, *(((code,), wording.text) for code, wording in text.wordings)):
        words = _LETTERS.sub("", each.casefold())
        if not words or words in _EMPTY:
            yield language


RULE = Rule("empty-reason", Severity.WARNING, "A reason for a missing figure that says nothing.", _look)
