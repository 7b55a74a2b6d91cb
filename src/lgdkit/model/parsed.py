"""Values with a form of their own: read by a function of ours, described by a JSON Schema of ours."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Parsed:
    """Marks a field whose value a function reads; pydantic's own PlainValidator would also look into the type.

    That look is for serialization, which nobody asks for here, and it takes half of the time that the models take to
    be built at every start.
    """

    parse: Callable[[Any], Any]
    json_schema: dict[str, Any] = field(hash=False)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the function alone."""
        return core_schema.no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema that editors are given."""
        return dict(self.json_schema)
