"""Sources: where the facts stand."""

from pydantic import Field

from lgdkit.model.base import ProperField, Record, Url
from lgdkit.model.date import DateField
from lgdkit.model.text import TextField


class Source(Record):
    """A document or page that figures are taken from."""

    title: ProperField = Field(description="Its title.")
    publisher: str | None = Field(None, description="Who published it.")
    date: DateField | None = Field(None, description="When it was published.")
    url: Url | None = Field(None, description="Where it can be read.")
    note: TextField | None = Field(None, description="A remark, such as how it differs from another source.")
