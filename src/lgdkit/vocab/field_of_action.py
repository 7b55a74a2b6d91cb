"""Fields of action of the NetZeroCities Climate City Contracts; `industry` is Umeå's addition to the five."""

from typing import Literal, get_args

FieldOfAction = Literal[
    "energy-systems",
    "mobility-transport",
    "waste-circular-economy",
    "nature-based-solutions",
    "built-environment",
    "industry",
]
FIELDS: tuple[FieldOfAction, ...] = get_args(FieldOfAction)
