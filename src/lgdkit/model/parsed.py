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
