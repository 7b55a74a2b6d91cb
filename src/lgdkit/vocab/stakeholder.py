"""Codes of a stakeholder: its kind, and how much it can do and wants to.

Influence and interest are the columns of table A-3.2 of the NetZeroCities action plan template. The social
economy is meant as in COM(2021) 778: cooperatives, mutual societies, associations, foundations, social
enterprises.
"""

from typing import Literal, get_args

StakeholderKind = Literal[
    "municipality",
    "municipal-company",
    "sme",
    "company",
    "social-economy",
    "academia",
    "public-body",
    "association",
    "cooperative",
    "citizens",
]
Rating = Literal["low", "medium", "high"]
RATINGS: tuple[Rating, ...] = get_args(Rating)
RegisterSystem = Literal["FI-ytunnus", "SE-orgnr", "DE-HR", "DE-VR", "EU-VAT", "LEI", "other"]
"""Registers that give an organisation its number: Y-tunnus, organisationsnummer, Handelsregister …"""

SOCIAL_ECONOMY: frozenset[str] = frozenset({"social-economy", "cooperative", "association"})
"""The kinds that are counted as social economy, as in COM(2021) 778."""

GROUPS: dict[str, frozenset[str]] = {
    "business": frozenset({"sme", "company"}),
    "civil society": frozenset({"social-economy", "association", "cooperative", "citizens"}),
    "research": frozenset({"academia"}),
    "public sector": frozenset({"municipality", "municipal-company", "public-body"}),
}
"""Groups of partners after the quadruple helix: business, civil society, research and the public sector."""
