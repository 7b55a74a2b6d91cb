"""Policy areas of the European Green Deal, as the European Commission's website lists them (nine)."""

from typing import Literal, get_args

GreenDealArea = Literal[
    "biodiversity",
    "farm-to-fork",
    "sustainable-agriculture",
    "clean-energy",
    "sustainable-industry",
    "building-renovating",
    "sustainable-mobility",
    "eliminating-pollution",
    "climate-action",
]
GREEN_DEAL_AREAS: tuple[GreenDealArea, ...] = get_args(GreenDealArea)
