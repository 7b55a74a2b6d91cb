"""The templates that a city owns: files in its `templates/` that stand instead of ours of the same name.

A copy of ours says in its first line from which version it was made. That version itself is kept in
`.lgd/templates/`, so that it can be shown later what has changed in ours since.
"""

import difflib
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lgdkit.diagnostics import Diagnostic, Located, Place, Severity, Span
from lgdkit.drafts.place import replace

FOLDER = "templates"
BASES = Path(".lgd") / "templates"
MAX_BYTES = 32 * 1024
"""Of one template; our longest has a third of it."""
MAX_ALL_BYTES = 512 * 1024
"""Of all templates of a city together; ours are about half of it."""
_NO_TEMPLATES = ("README.md", "reference.docx")
_NAME = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.j2")
_HEADER = re.compile(r"\{#- Copied from (\S+) of lgdkit, version ([0-9a-f]{12})\. .*-#\}")

State = Literal["ours", "same", "changed", "unversioned", "added"]


@dataclass(frozen=True)
class Owned:
    """The templates of a city by their name, and what is wrong with the folder."""

    texts: Mapping[str, bytes]
    faults: tuple[Located, ...] = ()


@dataclass(frozen=True)
class InForce:
    """Which file a name stands for, and why.

    The states: `ours`; a copy of ours in its present version (`same`) or in an older one (`changed`); one that
    does not say of which version (`unversioned`); one that we have no file for (`added`).
    """

    name: str
    state: State


def read_owned(root: Path) -> Owned:
    """Read the templates of a city; what cannot be used is a finding and does not stop the rest."""
    texts: dict[str, bytes] = {}
    faults: list[Located] = []
    folder = root / FOLDER
    if folder.is_symlink():
        return Owned({}, (_fault("", "This is a symbolic link, and links are not followed."),))
    for path in sorted(_files(folder)):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in path.relative_to(folder).parts) or name in _NO_TEMPLATES:
            continue
        reason = _unfit(path, name, sum(map(len, texts.values())))
        if reason:
            faults.append(_fault(name, reason))
            continue
        try:
            text = path.read_bytes()
            text.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(_fault(name, "This file is not written in UTF-8."))
        except OSError as error:
            faults.append(_fault(name, f"This file cannot be read: {error.strerror}."))
        else:
            texts[name] = text
    return Owned(texts, tuple(faults))


def in_force(ours: Mapping[str, bytes], own: Mapping[str, bytes]) -> list[InForce]:
    """Return every template by its name, with whose it is."""
    names = sorted({name for name in ours if name.endswith(".j2")} | set(own))
    return [InForce(name, _state(name, ours, own)) for name in names]


def version_of(text: bytes) -> str:
    """Return the version of a template of ours: the start of its digest."""
    return hashlib.sha256(text).hexdigest()[:12]


def copied_from(text: bytes) -> str | None:
    """Return the version that a city's template says it was copied from."""
    match = _HEADER.match(text.decode("utf-8", "replace").split("\n", 1)[0])
    return match[2] if match else None


def copy_out(root: Path, name: str, ours: bytes) -> Path:
    """Copy a template of ours into the city's folder, with a line that says its version.

    Raises:
        FileExistsError: the city has a file of this name.
        OSError: it cannot be written.
    """
    path = root / FOLDER / name
    if path.exists() or path.is_symlink():
        raise FileExistsError(str(path))
    version = version_of(ours)
    head = f"{{#- Copied from {name} of lgdkit, version {version}. Keep this line: lgd template diff reads it. -#}}"
    replace(root / BASES / version, ours)
    replace(path, head.encode() + b"\n" + ours)
    return path


def changes(root: Path, name: str, ours: bytes, own: bytes) -> tuple[str, bool]:
    """Return what has changed in ours since the city copied it, as a unified diff.

    Where the version it was copied from is not known any more, the diff is from the city's file to ours, and
    the second value is False.
    """
    version = copied_from(own)
    base = root / BASES / version if version else None
    if base is not None and base.is_file() and not base.is_symlink():
        old, label, known = base.read_bytes(), f"{name} (version {version})", True
    elif version == version_of(ours):
        old, label, known = ours, name, True
    else:
        old, label, known = own, f"{FOLDER}/{name}", False
    before, after = (text.decode("utf-8", "replace").splitlines(keepends=True) for text in (old, ours))
    return "".join(difflib.unified_diff(before, after, label, f"{name} (version {version_of(ours)})")), known


def _state(name: str, ours: Mapping[str, bytes], own: Mapping[str, bytes]) -> State:
    if name not in own:
        return "ours"
    if name not in ours:
        return "added"
    version = copied_from(own[name])
    if version is None:
        return "unversioned"
    return "same" if version == version_of(ours[name]) else "changed"


def _files(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        else:
            yield entry


def _unfit(path: Path, name: str, before: int) -> str:
    """Say why a file cannot be a template."""
    if path.is_symlink():
        return "This is a symbolic link, and links are not followed."
    if not path.is_file():
        return "This is no ordinary file."
    if not _NAME.fullmatch(name):
        return "The name is not one of a template."
    size = path.stat().st_size
    if size > MAX_BYTES:
        return f"This template is larger than {MAX_BYTES // 1024} KiB."
    return (
        f"The templates are larger than {MAX_ALL_BYTES // 1024} KiB." if before + size > MAX_ALL_BYTES else ""
    )


def _fault(name: str, message: str) -> Located:
    file, span = f"{FOLDER}/{name}".rstrip("/"), Span(1, 1, 2)
    diagnostic = Diagnostic(
        "template-file",
        Severity.ERROR,
        Place(file, span=span),
        message,
        "an ordinary file whose name ends in .j2, with UTF-8 text, as lgd template list shows them",
        "Put such a file here, or take it out of templates/.",
    )
    return Located(diagnostic, file, span, "")
