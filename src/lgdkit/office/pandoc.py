"""Runs pandoc, as a process that may read no file but those given to it, and that ends."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

MEMORY_MIB = 1024
"""What pandoc may take; a document of 300 pages needs a tenth of it."""
SECONDS = 120
_NAMES = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")


class NotInstalledError(Exception):
    """What makes Word files or PDFs is not installed; the message says how to install it."""

    def __init__(self, what: str) -> None:
        """Name what is missing."""
        super().__init__(f"{what} is not installed; install it with: pip install 'lgdkit[docs]'")


class PandocError(Exception):
    """Pandoc could not do it; the message is its own, on one line."""


def pandoc(arguments: Sequence[str], content: bytes, files: Mapping[str, bytes] | None = None) -> bytes:
    """Run pandoc: content in at its standard input, its standard output back.

    Args:
        arguments: as on the command line; `--sandbox` and the limit of memory are added. Add `-o -` where the
            result is no text.
        content: what is converted.
        files: files that the arguments name, by their name; pandoc runs in a folder that holds them alone.

    Raises:
        NotInstalledError: there is no pandoc.
        PandocError: it refused, ran out of memory or took longer than SECONDS.
    """
    command = [_program(), "+RTS", f"-M{MEMORY_MIB}M", "-RTS", "--sandbox", *arguments]
    with tempfile.TemporaryDirectory(prefix="lgd-") as folder:
        for name, data in (files or {}).items():
            if not _NAMES.issuperset(name):
                raise ValueError(f"not a plain name of a file: {name!r}")
            (Path(folder) / name).write_bytes(data)
        # a clock, a time zone or a person's own settings of pandoc would change the bytes
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "315532800", "TZ": "UTC", "XDG_DATA_HOME": folder}
        try:
            done = subprocess.run(
                command, input=content, capture_output=True, cwd=folder, env=surroundings, timeout=SECONDS
            )
        except subprocess.TimeoutExpired as error:
            raise PandocError(f"pandoc took longer than {SECONDS} seconds and was stopped") from error
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise PandocError(said[:500] or f"pandoc ended with exit status {done.returncode}")
    return done.stdout


@cache
def _program() -> str:
    """Return the path of the pandoc that the extra brings, else of one on the path."""
    try:
        import pypandoc
    except ImportError as error:
        raise NotInstalledError("pandoc, which makes Word files,") from error
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise NotInstalledError("pandoc, which makes Word files,") from error
