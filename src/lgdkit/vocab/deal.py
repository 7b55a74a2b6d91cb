"""Codes of a deal: level, state, legal status, who may join, and the direction of a signatory's effect.

The levels follow the tiers that European cities use (Warsaw, Kozani, Aachen); the kinds of contribution are
the rows of the individual signatory commitments of the Climate City Contracts.
"""

from typing import Literal, get_args

Level = Literal["declaration", "framework", "full"]
DealState = Literal["requested", "negotiating", "agreed", "signed", "reporting", "expired", "withdrawn"]
LegalStatus = Literal["non-binding", "partly-binding", "binding"]
Consent = Literal["none", "city", "all"]
CommitmentKind = Literal["footprint", "handprint", "heartprint"]

STATES: tuple[str, ...] = get_args(DealState)
"""In the order in which a deal goes through them."""
IN_FORCE: frozenset[str] = frozenset({"signed", "reporting"})
"""States in which the parties hold each other to the deal."""
CLOSED: frozenset[str] = frozenset({"expired", "withdrawn"})
"""States in which nobody drafts it any more."""
SETTLED: frozenset[str] = frozenset({"agreed", *IN_FORCE})
"""States in which the text stands: what is missing now is missing in what is signed."""
