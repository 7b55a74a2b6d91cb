"""What was taken over from another city, and what is still to be answered about it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lgdkit.model.base import Part
from lgdkit.model.parsed import Widened
from lgdkit.model.text import TextField

OF_CITY = r"^[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9-]{0,63}$"
"""The id of a record of another city, the city's id before it."""


def _origin(raw: object) -> object:
    return {"from": raw} if isinstance(raw, str) else raw


class Origin(Part):
    """The record of another city that this one takes over, as it was then."""

    source: Annotated[str, StringConstraints(pattern=OF_CITY)] = Field(
        alias="from", description="The city's id and the id of its record: espoo/m2."
    )
    revision: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{7,64}$")] | None = Field(
        None, description="The git commit of the other city's data, in quotes."
    )
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,64}$")] | None = Field(
        None, description="Digest of what the original said, in quotes; lgd writes and checks it."
    )


OriginField = Annotated[Origin, Widened(_origin)]
"""Where a record was taken over from: `espoo/m2`, or with the state that it had then."""


class Question(Part):
    """A question that a city answers about a record that it takes over."""

    ask: TextField = Field(description="What is to be answered.")
    about: str | None = Field(
        None, description="The key of the record that holds the answer: due, term, lead."
    )
    answer: TextField | None = Field(None, description="The answer, where no key of the record can hold it.")
