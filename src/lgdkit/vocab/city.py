"""Codes of a city's own record: its principles, the bodies that steer the deal, the kinds of strategy.

The four principles are those of the Local Green Deals Blueprint (Intelligent Cities Challenge, 2021).
"""

from typing import Literal

Principle = Literal["governance", "integration", "partnership", "action"]
BodyKind = Literal["office", "steering", "operational", "advisory"]
StrategyKind = Literal[
    "strategy", "roadmap", "action-plan", "programme", "plan", "budget", "contract", "policy", "report"
]
Scope = Literal[1, 2, 3]
"""Scopes of the Global Protocol for Community-Scale Greenhouse Gas Inventories (GPC)."""
ExtraKind = Literal["text", "number", "quantity", "date", "choice"]
MunicipalityKind = Literal["city", "municipality"]
"""What a municipality calls itself: kaupunki or kunta, stad or kommun, Stadt or Gemeinde."""
