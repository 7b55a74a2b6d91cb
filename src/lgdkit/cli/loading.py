"""How the library that validates records is loaded: without what nobody asks of it."""

import sys
import typing

_CORE = "pydantic_core"


def load_core() -> None:
    """Load pydantic's core, and leave the 760 annotations of its typed dictionaries as they are written.

    To make a reference of each, `typing` compiles it: a twentieth of a start. Nobody reads them here, and whoever
    does, `typing.get_type_hints` for one, takes a text as well. Where `typing` has no such function, all is done.
    """
    check = getattr(typing, "_type_check", None)
    if check is None or _CORE in sys.modules:
        return

    def unless_text(given: object, *args: object, **more: object) -> object:
        return given if type(given) is str else check(given, *args, **more)

    typing._type_check = unless_text  # type: ignore[attr-defined]
    try:
        __import__(_CORE)
    finally:
        typing._type_check = check  # type: ignore[attr-defined]
