"""Values with a form of their own: read by a function of ours, described by a JSON Schema of ours."""

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Parsed:
    """Marks a field whose value a function reads; pydantic's own PlainValidator would also look into the type.

    That look is for serialization, which nobody asks for here, and it takes half of the time that the models take to
    be built at every start.
    """

    __slots__ = ("json_schema", "parse")

    def __init__(self, parse: Callable[[Any], Any], json_schema: dict[str, Any]) -> None:
        """Take the function that reads a value or raises a fault, and what editors are told of it."""
        self.parse = parse
        self.json_schema = json_schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the function alone."""
        return core_schema.no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema that editors are given."""
        return dict(self.json_schema)


class Widened:
    """Marks a part that may also be written in short, as a text alone.

    pydantic's own BeforeValidator would build what may be written, too, at each of its places and at every start;
    only an editor needs that.
    """

    __slots__ = ("widen",)

    def __init__(self, widen: Callable[[object], object]) -> None:
        """Take the function that makes a mapping of a text and leaves everything else as it is."""
        self.widen = widen

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the part behind the function."""
        return core_schema.no_info_before_validator_function(self.widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema that editors are given."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}
