"""The JSON Schema of a data file, written by the models themselves."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from lgdkit.model.allowance import Allowance
from lgdkit.model.base import ID_PATTERN, REFERENCE_PATTERN
from lgdkit.model.city import LISTS
from lgdkit.model.city_record import CityRecord
from lgdkit.model.date import DATE_SCHEMA
from lgdkit.model.text import TEXT_SCHEMA
from lgdkit.model.walk import held_by
from lgdkit.read.examples import EXAMPLES
from lgdkit.read.meanings import meanings
from lgdkit.read.offered import KINDS, Offered, reference_schemas

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
    "practices": "What was done in the city that others may learn from.",
    "sprints": "Meetings of several cities in this one, with what came out of them.",
    "allow": "Findings that the city accepts, with the reason.",
}
_AS_AN_ID = {
    "examples": ["clean-heat"],
    "errorMessage": "Write small letters, digits and hyphens: clean-heat.",
}
_SHARED: dict[str, dict[str, Any]] = {"Text": TEXT_SCHEMA, "Date": DATE_SCHEMA}
"""What recurs everywhere: written once and referred to."""
_NOTHING = {"type": "null"}


class _Schema(GenerateJsonSchema):
    """Writes the schema without pydantic's titles, which only repeat the names."""

    def field_title_should_be_set(self, schema: core_schema.CoreSchema | Any) -> bool:  # noqa: ARG002
        return False


def file_schema(offered: Offered | None = None) -> dict[str, Any]:
    """Return the schema of one data file: a mapping of the top-level keys to records.

    Args:
        offered: the ids that exist, for an editor to offer; without them any id is as good as another.
    """
    kinds: dict[str, Any] = {"city": CityRecord, **LISTS, "allow": Allowance}
    inputs = [(name, "validation", TypeAdapter(model)) for name, model in kinds.items()]
    found, whole = TypeAdapter.json_schemas(inputs, schema_generator=_Schema)  # type: ignore[arg-type]
    definitions = whole["$defs"]
    for model in _models(kinds.values()):
        _refer(model, definitions[model.__name__]["properties"])
    for name, examples in EXAMPLES.items():
        holder, _, key = name.partition(".")
        definitions[holder]["properties"][key]["examples"] = list(examples)
    accepted = definitions["Allowance"]["properties"]
    accepted["rule"] = {"$ref": "#/$defs/RuleRef", "description": accepted["rule"]["description"]}
    properties: dict[str, Any] = {}
    for name in kinds:
        record = found[(name, "validation")]
        about = {"description": _ABOUT[name]}
        properties[name] = (
            {**about, **record} if name == "city" else {**about, "type": "array", "items": record}
        )
    return {
        "$schema": SCHEMA_ID,
        "description": "A data file of lgdkit, with data of a city's Local Green Deal. It holds any of these keys.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": {
            **{name: _tidy(_untitled(each)) for name, each in definitions.items()},
            "Date": _date(),
            "Text": _text(offered.languages if offered else ()),
            **reference_schemas(offered),
        },
    }


def record_schema(model: type[BaseModel], about: str, under: str = "") -> dict[str, Any]:
    """Return the schema of a file that holds one record of a kind.

    Args:
        model: the record.
        about: what the file is, in a sentence.
        under: the top-level key under which it stands; without one, the file is the record.
    """
    found = TypeAdapter(model).json_schema(schema_generator=_Schema)
    definitions = found.pop("$defs", {})
    record = _tidy(_untitled(found))
    if under:
        definitions[model.__name__] = found
        record = {
            "type": "object",
            "properties": {under: {"$ref": f"#/$defs/{model.__name__}", "description": found["description"]}},
            "required": [under],
            "additionalProperties": False,
        }
    return {
        **record,
        "$schema": SCHEMA_ID,
        "description": about,
        "$defs": {
            **{name: _tidy(_untitled(each)) for name, each in sorted(definitions.items())},
            "Date": _date(),
            "Text": _text(()),
        },
    }


def _models(kinds: Iterable[type[BaseModel]]) -> list[type[BaseModel]]:
    """Return the classes of the records and of their parts, each once."""
    waiting, models = list(kinds), dict.fromkeys(kinds)
    while waiting:
        inner = [held.detail for held in held_by(waiting.pop()) if held.kind == "part"]
        waiting += [each for each in inner if each not in models]
        models.update(dict.fromkeys(inner))
    return list(models)


def _refer(model: type[BaseModel], properties: dict[str, Any]) -> None:
    """Say of each key that holds a reference which kind of record it refers to."""
    for held in held_by(model):
        if held.kind == "ref":
            name = KINDS[held.detail][0]
            properties[held.key] = _named(properties[held.key], {"pattern": REFERENCE_PATTERN}, name)
        elif held.kind == "part" and held.detail.__name__ == "Citation":
            # a source that is named by its id alone
            properties[held.key] = _named(properties[held.key], {}, "SourceRef")


def _named(part: Any, wanted: dict[str, Any], name: str) -> Any:
    """Put a reference to a definition in the place of the strings of a certain form."""
    if isinstance(part, list):
        return [_named(each, wanted, name) for each in part]
    if not isinstance(part, dict):
        return part
    if {key: each for key, each in part.items() if key in ("type", "pattern")} == {
        "type": "string",
        **wanted,
    }:
        rest = {key: each for key, each in part.items() if key not in ("type", "pattern")}
        return {"$ref": f"#/$defs/{name}", **rest}
    return {key: _named(each, wanted, name) for key, each in part.items()}


def _untitled(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out a title that only repeats the name: an editor would show it with each of the record's keys."""
    return {key: each for key, each in record.items() if key != "title"}


def _tidy(part: Any) -> Any:
    """Make a part fit for people to read: no word of null, what recurs once, what the codes mean."""
    if isinstance(part, list):
        return [_tidy(each) for each in part]
    if not isinstance(part, dict):
        return part
    for name, shared in _SHARED.items():
        if all(part.get(key) == each for key, each in shared.items()):
            rest = {key: each for key, each in part.items() if key not in shared}
            return {"$ref": f"#/$defs/{name}", **rest}
    return _inside(part)


def _inside(part: dict[str, Any]) -> dict[str, Any]:
    tidied = {key: _tidy(each) for key, each in part.items() if key != "default" or each not in (None, [])}
    if "anyOf" in tidied:
        # a key without a value is a finding, so that null is no choice
        options = [each for option in tidied["anyOf"] if option != _NOTHING for each in _options(option)]
        rest = {key: each for key, each in tidied.items() if key != "anyOf"}
        tidied = {**options[0], **rest} if len(options) == 1 else {"anyOf": options, **rest}
    meant = meanings(tuple(tidied.get("enum", ())))
    if meant:
        tidied["enumDescriptions"] = list(meant)
    if tidied.get("pattern") == ID_PATTERN:
        tidied.update(_AS_AN_ID)
    elif "pattern" in tidied and "examples" in tidied:
        tidied["errorMessage"] = f"Write it like this: {' or '.join(tidied['examples'])}."
    return tidied


def _options(option: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the options within an option that is nothing but options."""
    return option["anyOf"] if set(option) == {"anyOf"} else [option]


def _date() -> dict[str, Any]:
    """Return the schema of a date; an editor says of a wrong one how it is written, not which type it has."""
    message = {"errorMessage": "Write a year, a month or a day: 2024, 2024-05 or 2024-05-31."}
    return {**DATE_SCHEMA, "anyOf": [{**each, **message} for each in DATE_SCHEMA["anyOf"]]}


def _text(languages: tuple[str, ...]) -> dict[str, Any]:
    """Return the schema of a text; an editor offers the languages of the city first."""
    plain, by_language = _inside(TEXT_SCHEMA)["anyOf"]
    named = dict.fromkeys(languages, by_language["additionalProperties"])
    worded = {**by_language, "properties": named} if named else by_language
    return {**TEXT_SCHEMA, "anyOf": [plain, worded]}
