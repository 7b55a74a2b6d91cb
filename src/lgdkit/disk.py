"""The only room that opens files: a city's texts in, its drafts out."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lgdkit.diagnostics import Diagnostic, Place, Severity, Span

MAX_BYTES = 4 * 1024 * 1024
_LEFT_OUT = frozenset({"drafts", "templates"})
_ENDINGS = (".yaml", ".yml")
_CITY = re.compile(rb"^(?:\xef\xbb\xbf)?(?:\{ *)?[\"']?city[\"']? *:", re.M)
_MAX_LEVELS = 12
_KEPT_BYTES = 64 * 1024 * 1024


class _Kept:
    """Texts that were read to find the cities, until the cities are read: each once, and no more than fit."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}
        self._left = _KEPT_BYTES

    def put(self, path: str, text: bytes) -> None:
        if len(text) <= self._left:
            self._left -= len(text)
            self._texts[path] = text

    def take(self, path: str) -> bytes | None:
        text = self._texts.pop(path, None)
        if text is not None:
            self._left += len(text)
        return text


_kept = _Kept()


@dataclass(frozen=True)
class Folder:
    """A city's folder: its path, its texts by their path inside it, and what could not be read."""

    root: Path
    texts: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...] = ()


@dataclass
class _Tree:
    """What lies below a path: data files by their path from it, and what was passed over."""

    files: list[str] = field(default_factory=list)
    faults: dict[str, Diagnostic] = field(default_factory=dict)


def find_cities(path: Path) -> list[Path]:
    """Return the folders below a path that hold one city each, in the order of their names.

    A folder with one record `city` below it, or with data files of its own, is a city; else its subfolders are looked at.
    """
    tree = _Tree()
    _walk(path, "", tree, 0)
    holding = [file for file in tree.files if _holds_city(f"{path}/{file}")]
    return [path / each if each else path for each in _roots("", tree.files, holding)]


def city_of(file: Path) -> Path:
    """Return the folder of the city that a data file belongs to: the nearest one above it with a record `city`."""
    folder = file.absolute().parent
    for level in (folder, *folder.parents[:_MAX_LEVELS]):
        tree = _Tree()
        if (level / ".git").exists() and level != folder and not any(level.glob("*.y*ml")):
            break
        for entry in sorted(_entries(level), key=lambda each: each.name):
            if entry.name.endswith(_ENDINGS) and entry.is_file(follow_symlinks=False):
                tree.files.append(entry.name)
        if any(_holds_city(f"{level}/{name}") for name in tree.files):
            return level
    return folder


def read_folder(root: Path) -> Folder:
    """Read the data files of a city; what cannot be read is a finding and does not stop the rest."""
    tree = _Tree()
    _walk(root, "", tree, 0)
    texts: dict[str, bytes] = {}
    faults = dict(tree.faults)
    for file in sorted(tree.files):
        try:
            texts[file] = _kept.take(f"{root}/{file}") or _read(f"{root}/{file}")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            faults[file] = _fault("unreadable-file", file, f"This file cannot be read: {reason}.", "a file that may be read")
    return Folder(root, texts, tuple(faults[file] for file in sorted(faults)))


def _roots(base: str, files: list[str], holding: list[str]) -> Iterator[str]:
    if len(holding) <= 1 or any("/" not in file[len(base) :].lstrip("/") for file in holding):
        yield base
        return
    children: dict[str, list[str]] = {}
    for file in files:
        inside = file[len(base) :].lstrip("/")
        if "/" in inside:
            children.setdefault(inside.split("/", 1)[0], []).append(file)
    for name in sorted(children):
        below = f"{base}/{name}" if base else name
        yield from _roots(below, children[name], [file for file in holding if file.startswith(f"{below}/")])


def _walk(root: Path, inside: str, tree: _Tree, level: int) -> None:
    for entry in sorted(_entries(root / inside), key=lambda each: each.name):
        name = entry.name
        if name.startswith(".") or name in _LEFT_OUT:
            continue
        path = f"{inside}/{name}" if inside else name
        if entry.is_symlink():
            if name.endswith(_ENDINGS) or entry.is_dir():
                tree.faults[path] = _fault(
                    "symbolic-link",
                    path,
                    "This is a symbolic link, and links are not followed.",
                    "files and folders that lie in the city's own folder",
                    "Put the file itself here.",
                )
        elif entry.is_dir():
            if level < _MAX_LEVELS:
                _walk(root, path, tree, level + 1)
        elif name.endswith(_ENDINGS):
            if entry.is_file():
                tree.files.append(path)
            else:
                tree.faults[path] = _fault("unreadable-file", path, "This is no ordinary file.", "a file with YAML text")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _holds_city(path: str) -> bool:
    try:
        text = _read(path)
    except OSError:
        return False
    _kept.put(path, text)
    return _CITY.search(text) is not None


def _read(path: str) -> bytes:
    """Read a file with as few calls as possible; of one that is too large, just enough to see it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        text = os.read(handle, 65536)
        if len(text) < 65536:
            return text
        parts = [text]
        size = len(text)
        while size <= MAX_BYTES and (text := os.read(handle, 1 << 20)):
            parts.append(text)
            size += len(text)
        return b"".join(parts)
    finally:
        os.close(handle)


def _fault(rule: str, file: str, message: str, expected: str, way_out: str = "") -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, Place(file, span=Span(1, 1, 2)), message, expected, way_out)


def is_regular(path: Path) -> bool:
    """Say whether a path is an ordinary file and no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_templates() -> dict[str, bytes]:
    """Read lgdkit's own templates, words and legal prose: from the installed package, or from the checkout."""
    here = Path(__file__).resolve().parent
    for root in (here / "templates", here.parents[1] / "templates"):
        if (root / "terms.j2").is_file():
            return {
                path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()
            }
    raise FileNotFoundError(f"the templates of lgdkit are missing in {here}")
