"""The command `lgd`."""

import os
import sys


def main() -> None:
    """Run the command line; the version is told before anything heavy is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from lgdkit import __version__

        try:
            sys.stdout.write(f"lgd {__version__}\n")
            sys.stdout.flush()
        except (OSError, AttributeError):  # nobody reads it: the pipe, the disk or the stream is gone
            os._exit(1)
        return
    _make_ready()
    from lgdkit.cli import run

    try:
        run()
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else 0)


def _leave(status: int) -> None:
    """End at once: taking apart a large city object by object takes longer than checking half of it."""
    try:  # noqa: SIM105 - contextlib costs more to load than the version takes to tell
        sys.stderr.flush()
    except OSError:
        pass
    os._exit(status)


def _make_ready() -> None:
    """Save what every start would pay for: collecting garbage, and pydantic's search for plugins."""
    import gc

    gc.disable()  # a run is short and keeps what it makes
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # what would look for plugins brings a third of the standard library with it to find that they are off
    loader = type(sys)("pydantic.plugin._loader")
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)
    _put_off("secrets", "tokenize", "linecache", "locale", "base64")


def _put_off(*names: str) -> None:
    """Load modules when something of them is asked for: pydantic and its like bring them and hardly ever do.

    importlib's own LazyLoader does not help here: it loads a module at the next import of it.
    """
    from types import ModuleType

    class Later(ModuleType):
        def __getattr__(self, name: str) -> object:
            from importlib import import_module

            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(import_module(self.__name__), name)

    for name in names:
        sys.modules.setdefault(name, Later(name))


if __name__ == "__main__":
    main()
