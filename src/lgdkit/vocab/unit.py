"""Units that a quantity may have, by what they measure, each with its factor to the first of its kind.

A rate is written with `/year`. Emissions are CO2 equivalents, so `kt/year` needs no more words.
"""

from decimal import Decimal

EMISSIONS = {"t": Decimal(1), "kg": Decimal("0.001"), "kt": Decimal(1000), "Mt": Decimal(1000000)}
ENERGY = {
    "MWh": Decimal(1),
    "kWh": Decimal("0.001"),
    "GWh": Decimal(1000),
    "TWh": Decimal(1000000),
}
POWER = {
    "MW": Decimal(1),
    "kW": Decimal("0.001"),
    "GW": Decimal(1000),
    "MWp": Decimal(1),
    "kWp": Decimal("0.001"),
}
PER_YEAR = "/year"
PER_PERSON = "/person"
