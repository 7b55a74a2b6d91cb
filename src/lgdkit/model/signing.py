"""What was agreed when a deal was signed: kept beside the data, so that a later change is seen."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

FOLDER = ".lgd/signed"
"""Where it is kept in the city's folder: a file for each deal and day, DEAL.DAY."""


class Signing(NamedTuple):
    """A deal on the day it was signed.

    `agreed` holds plain values by path, as lgdkit.model.agreed makes them. `broken` says what is wrong with the
    file, if it is not what was written; nothing else is known then.
    """

    deal: str
    day: date
    place: str = ""
    file: str = ""
    """The name of the signed document."""
    sha256: str = ""
    """The digest of the signed document."""
    agreed: Mapping[str, Any] | None = None
    broken: str = ""

    @property
    def path(self) -> str:
        """Where it is kept in the city's folder."""
        return path_of(self.deal, self.day)


def path_of(deal: str, day: date) -> str:
    """Return where the record of a signature is kept in the city's folder."""
    return f"{FOLDER}/{deal}.{day.isoformat()}"
