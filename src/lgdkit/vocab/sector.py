"""Source sectors of greenhouse gases: the Global Protocol for Community-Scale Inventories (GPC)."""

from typing import Literal

Sector = Literal["stationary-energy", "transport", "waste", "ippu", "afolu"]
