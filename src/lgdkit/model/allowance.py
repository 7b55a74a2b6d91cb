"""Findings that the city accepts."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lgdkit.model.base import Placed


class Allowance(Placed):
    """One accepted finding, with its reason."""

    rule: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")] = Field(
        description="The id of the rule."
    )
    where: str = Field(alias="at", description="The record: actions/smart-transport, or city.")
    reason: str | None = Field(None, description="Why the city accepts it.")
