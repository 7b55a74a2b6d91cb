"""How a value says that it cannot be read: an error that carries what was expected and the way out."""

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from lgdkit.diagnostics import Fixed

Fault = PydanticCustomError
AS_TEXT = "\0"
"""As a fix: what stands there, as it was written, in quotes. No value begins with this sign."""
ENOUGH = 50
"""So many faults inside one value are told; the others are left for the next time."""
_LONGEST = 60


def fault(
    rule: str,
    message: str,
    expected: str = "",
    help: str = "",  # noqa: A002
    *,
    on_key: bool = False,
    fix: Fixed | None = None,
) -> PydanticCustomError:
    """Make the error for a value, or with `on_key` for its key; `rule` is the id of its finding.

    `fix` is what is to stand there instead, where that is beyond doubt.
    """
    # pydantic fills braces in the message from the context; data may hold braces, so it goes in as context
    return PydanticCustomError(
        rule,  # type: ignore[arg-type,unused-ignore]
        "{message}",
        {"message": message, "expected": expected, "help": help, "on_key": on_key, "fix": fix},
    )


def faults(found: Iterable[tuple[tuple[str | int, ...], PydanticCustomError, object]]) -> ValidationError:
    """Join faults inside one value into one error; each is (keys within the value, fault, what was there)."""
    details: list[InitErrorDetails] = [
        InitErrorDetails(type=error, loc=keys, input=raw) for keys, error, raw in found
    ]
    return ValidationError.from_exception_data("value", details)


def deeper(
    key: str | int, error: PydanticCustomError | ValidationError, raw: object
) -> list[tuple[tuple[str | int, ...], PydanticCustomError, object]]:
    """Return the faults of a value as those of the mapping that holds it under a key."""
    if isinstance(error, PydanticCustomError):
        return [((key,), error, raw)]
    return [
        ((key, *detail["loc"]), fault(detail["type"], **detail["ctx"]), detail["input"])
        for detail in error.errors(include_url=False)
    ]


def kind_of(raw: object) -> str:
    """Say in a person's words what sort of YAML value this is."""
    if isinstance(raw, bool):
        return "a boolean (true or false)"
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
    """Quote a value for a message; long texts are cut, lists and mappings are named by their sort."""
    if isinstance(raw, str):
        return f'"{cut(raw)}"'
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int | float):
        return str(raw)
    return kind_of(raw)


def cut(text: str) -> str:
    """Return a text that is short enough to be quoted."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}…"


def quoting(raw: object) -> str:
    """Advise how a value is written where a text is wanted."""
    if isinstance(raw, int | float):
        return f'If it is meant as a text, put it in quotes: "{shown(raw)}".'
    if isinstance(raw, list):
        return "Write one text; if the brackets or hyphens belong to it, put it in quotes."
    if isinstance(raw, dict):
        return "Write one text; if a colon or braces belong to it, put it in quotes."
    return ""
