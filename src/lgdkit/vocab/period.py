"""Periods in which something recurs."""

from typing import Literal

Period = Literal["year", "quarter", "month"]
ReductionBasis = Literal["year", "total"]
"""A reduction is given per year at the end of the action, or in total over its duration."""
