"""What the city wants of `lgd check`."""

from pydantic import Field

from lgdkit.model.base import Many, Part
from lgdkit.vocab.weight import Weight


class CheckSettings(Part):
    """What the city wants of `lgd check`, for all of its files.

    Names are plain texts here: whether there is such a rule, only the room of the rules can say.
    """

    ignore: Many[str] = Field(
        (), description="Rules or families whose findings are not shown; never those of an error."
    )
    severity: dict[str, Weight] = Field(
        default_factory=dict,
        description="How much a rule or a family weighs here; an error cannot be made less.",
    )
