"""How the library that validates records is loaded: without what nobody asks of it, and built once for many starts."""

import os
import sys
import typing
from contextlib import suppress
from pathlib import Path

_CORE = "pydantic_core"


def load_core() -> None:
    """Load pydantic's core, and leave the 600 annotations of its typed dictionaries as they are written.

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


class Validators:
    """The validators of the records, kept beside the compiled modules and under the same settings."""

    def __init__(self) -> None:
        """Load them as an earlier start has kept them, if it has and nothing has changed since."""
        load_core()
        from lgdkit import disk, model
        from lgdkit.model import ready

        compiled = getattr(model, "__cached__", None)
        self._path = (
            Path(compiled).with_name(f"validators.{sys.implementation.cache_tag}") if compiled else None
        )
        self._key = _key(model.__path__[0])
        kept = disk.kept_for_later(self._path) if self._path else b""
        self._ready = kept.startswith(self._key) and ready.take(kept[len(self._key) :])

    def keep(self) -> None:
        """Keep them for the next start; where that cannot be done, each builds its own."""
        if self._ready or self._path is None or sys.dont_write_bytecode:
            return
        if not os.access(self._path.parent, os.W_OK):
            return
        from lgdkit.drafts.place import replace
        from lgdkit.model import ready

        with suppress(OSError):
            replace(self._path, self._key + ready.schemas())


def _key(model: str) -> bytes:
    """Return what the validators depend on: the versions, and the modules of the classes and of their words."""
    import pydantic
    import pydantic_core

    said = [sys.version, pydantic.VERSION, pydantic_core.__version__]
    for folder in (model, f"{model}/../vocab"):
        with os.scandir(folder) as found:
            for each in sorted(found, key=lambda each: each.name):
                if each.name.endswith(".py"):
                    state = each.stat()
                    said.append(f"{each.name} {state.st_size} {state.st_mtime_ns}")
    return "\n".join((*said, "", "")).encode()
