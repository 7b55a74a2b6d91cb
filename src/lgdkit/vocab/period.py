"""Periods in which something recurs."""

from typing import Literal

Period = Literal["year", "quarter", "month", "2 years", "3 years", "4 years", "5 years"]
MONTHS: dict[Period, int] = {
    "year": 12,
    "quarter": 3,
    "month": 1,
    "2 years": 24,
    "3 years": 36,
    "4 years": 48,
    "5 years": 60,
}
"""How many months a period has."""
ReductionBasis = Literal["year", "total"]
"""A reduction is given per year at the end of the action, or in total over its duration."""
