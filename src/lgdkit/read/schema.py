"""The JSON Schema of a data file, written by the models themselves."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from lgdkit.model.allowance import Allowance
from lgdkit.model.city import LISTS
from lgdkit.model.city_record import CityRecord
from lgdkit.model.text import TEXT_SCHEMA

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = {
    "city": "The city's own record; there is one in a folder.",
    "stakeholders": "Organisations and groups that can contribute.",
    "actions": "What is done for the city's targets.",
    "commitments": "What one stakeholder undertakes for one action.",
    "deals": "Agreements between two or more parties.",
    "indicators": "How one sees whether it works.",
    "persons": "Persons; left out of every document unless asked for.",
    "sources": "Where the facts stand.",
    "allow": "Findings that the city accepts, with the reason.",
}


class _Schema(GenerateJsonSchema):
    """Writes the schema without pydantic's titles, which only repeat the keys."""

    def field_title_should_be_set(self, schema: core_schema.CoreSchema | Any) -> bool:  # noqa: ARG002
        return False


def file_schema() -> dict[str, Any]:
    """Return the schema of one data file: a mapping of the top-level keys to records."""
    kinds: dict[str, Any] = {"city": CityRecord, **LISTS, "allow": Allowance}
    inputs = [(name, "validation", TypeAdapter(model)) for name, model in kinds.items()]
    found, definitions = TypeAdapter.json_schemas(inputs, schema_generator=_Schema)  # type: ignore[arg-type]
    properties: dict[str, Any] = {}
    for name in kinds:
        record = found[(name, "validation")]
        about = {"description": _ABOUT[name]}
        properties[name] = (
            {**about, **record} if name == "city" else {**about, "type": "array", "items": record}
        )
    return {
        "$schema": SCHEMA_ID,
        "title": "lgdkit data file",
        "description": "Data of a city's Local Green Deal. A file holds any of these keys.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **_shared({**definitions}),
    }


def _shared(definitions: dict[str, Any]) -> dict[str, Any]:
    """Write texts in several languages, which recur everywhere, once and refer to them."""

    def hoist(part: Any) -> Any:
        if isinstance(part, list):
            return [hoist(each) for each in part]
        if not isinstance(part, dict):
            return part
        if all(part.get(key) == each for key, each in TEXT_SCHEMA.items()):
            return {
                "$ref": "#/$defs/Text",
                **{key: each for key, each in part.items() if key not in TEXT_SCHEMA},
            }
        return {key: hoist(each) for key, each in part.items()}

    hoisted: dict[str, Any] = hoist(definitions)
    hoisted["$defs"]["Text"] = TEXT_SCHEMA
    return hoisted
