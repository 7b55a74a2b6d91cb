"""How often something happens."""

from pydantic import Field

from lgdkit.model.base import Part
from lgdkit.vocab.period import Period


class Recurrence(Part):
    """So many times in each period."""

    times: int = Field(1, ge=1, le=366, description="How many times in each period.")
    per: Period = Field(description="The period: year, or 2 years for every other one.")
