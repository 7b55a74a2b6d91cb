"""Persons: kept apart from everything else, and left out of every document unless asked for."""

from pydantic import Field

from lgdkit.model.base import Record


class Person(Record):
    """A person whom the city may name in an agreement."""

    name: str = Field(min_length=1, max_length=200, description="The person's name.")
    email: str | None = Field(None, max_length=254, description="E-mail address.")
    phone: str | None = Field(None, max_length=40, description="Telephone number, in quotes.")
