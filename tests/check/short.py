"""The same as `small`, for texts that say no more than a test needs: what a city would have to add is left out."""

from collections.abc import Collection
from datetime import date

from lgdkit.diagnostics import Located

from . import small
from .small import LATE, TODAY
from .small import marked as marked

STILL_TO_ADD = frozenset(
    {
        *("commitment-without-measure", "city-contributes-nothing", "deal-without-purpose"),
        *("signatory-without-position", "empty-reason"),
    }
)


def findings(
    text: str, today: date = TODAY, *, alone: bool = False, advice: Collection[str] = LATE
) -> tuple[Located, ...]:
    """Check a text; see `small.findings`."""
    found = small.findings(text, today, alone=alone, advice=advice)
    return tuple(each for each in found if each.diagnostic.rule not in STILL_TO_ADD)


def rules(text: str, today: date = TODAY, advice: Collection[str] = LATE) -> list[str]:
    """Return the ids of what is found in a text, in the order of its lines."""
    return [each.diagnostic.rule for each in findings(text, today, advice=advice)]


def only(text: str, today: date = TODAY, advice: Collection[str] = LATE) -> Located:
    """Return the one finding in a text."""
    (found,) = findings(text, today, advice=advice)
    return found
