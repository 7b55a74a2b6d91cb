"""Codes of an action: its kind, its state, the decision on it, the levers it pulls.

Kinds and levers are those of the NetZeroCities action plan template (modules B-1.1 and B-2.2);
the states are those that Covenant of Mayors reporting knows.
"""

from typing import Literal

ActionKind = Literal["technical", "spatial", "social", "organisational", "financial", "other"]
Status = Literal["not-started", "ongoing", "completed", "postponed", "cancelled"]
OPEN: frozenset[str] = frozenset({"not-started", "ongoing"})
"""States in which there is still something to be done now."""
DecisionStatus = Literal["proposed", "agreed", "decided"]
Lever = Literal["technology", "governance", "social-innovation", "democracy", "finance", "learning"]
FundingStatus = Literal["planned", "applied", "granted", "rejected"]
CoBenefit = Literal[
    "air-quality",
    "health",
    "noise",
    "biodiversity",
    "water",
    "soil",
    "adaptation",
    "jobs",
    "local-economy",
    "cost-savings",
    "energy-security",
    "equity",
    "comfort",
    "safety",
    "education",
    "participation",
]
"""What an action is good for besides the climate; an own list after the co-benefits in the contracts."""
