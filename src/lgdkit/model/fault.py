"""How a value says that it cannot be read: an error that carries what was expected and the way out."""

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

Fault = PydanticCustomError


def fault(rule: str, message: str, expected: str = "", help: str = "") -> PydanticCustomError:  # noqa: A002
    """Make the error for one value; `rule` is the id of the finding that it becomes."""
    # pydantic fills braces in the message from the context; data may hold braces, so it goes in as context
    return PydanticCustomError(
        rule,  # type: ignore[arg-type]
        "{message}",
        {"message": message, "expected": expected, "help": help},
    )


def faults(found: Iterable[tuple[tuple[str | int, ...], PydanticCustomError, object]]) -> ValidationError:
    """Join faults inside one value into one error; each is (keys within the value, fault, what was there)."""
    details: list[InitErrorDetails] = [
        InitErrorDetails(type=error, loc=keys, input=raw) for keys, error, raw in found
    ]
    return ValidationError.from_exception_data("value", details)


def kind_of(raw: object) -> str:
    """Say in a person's words what sort of YAML value this is."""
    if isinstance(raw, bool):
        return "yes or no (a boolean)"
    if isinstance(raw, int | float):
        return "a number"
    if isinstance(raw, str):
        return "a text"
    if isinstance(raw, dict):
        return "a mapping (key: value)"
    if isinstance(raw, list):
        return "a list"
    return "nothing"


def shown(raw: object) -> str:
    """Quote a short value for a message; long ones and containers are named by their sort, never printed."""
    if isinstance(raw, str):
        return f'"{raw}"' if len(raw) <= 60 else f'"{raw[:57]}…"'
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int | float):
        return str(raw)
    return kind_of(raw)
