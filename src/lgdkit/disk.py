"""The only room that opens files: a city's texts in, its drafts out."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lgdkit.diagnostics import Diagnostic, Place, Severity, Span

MAX_BYTES = 4 * 1024 * 1024
WORKSPACE = "lgd.yaml"
"""The file that makes a folder a workspace of cities."""
SIGNED = ".lgd/signed"
"""The folder in the city's with what was signed."""
_LEFT_OUT = frozenset({"drafts", "templates"})
_ENDINGS = (".yaml", ".yml")
_CITY = re.compile(rb"(?:^|\r)(?:\xef\xbb\xbf)?(?:\{\s*)?[\"']?city[\"']?\s*:", re.M)
_NEAR = re.compile(rb"city(?<![^\s{\"'\xbf]city)[\"']?\s*:")
"""What each match of the form above ends with, and no in_city: found ten times faster, and mostly it is not there."""
_MAX_LEVELS = 12
_KEPT_BYTES = 64 * 1024 * 1024
_AT_ONCE = 64 * 1024
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class _Kept:
    """Texts that were read to find the cities, until the cities are read: each once, no more than fit."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}
        self._left = _KEPT_BYTES

    def put(self, path: str, text: bytes) -> None:
        """Keep the text of a file if there is room."""
        self._left += len(self._texts.pop(path, b""))
        if len(text) <= self._left:
            self._left -= len(text)
            self._texts[path] = text

    def take(self, path: str) -> bytes | None:
        """Return the text of a file if it was kept; the next time it is read anew."""
        text = self._texts.pop(path, None)
        if text is not None:
            self._left += len(text)
        return text


_kept = _Kept()


class Folder(NamedTuple):
    """A city's folder: its path, its texts by their path inside it, and what could not be read."""

    root: Path
    texts: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...] = ()
    kept: Mapping[str, bytes] = MappingProxyType({})
    """What `lgd sign` has kept of signatures, by path in the folder."""


class _Tree:
    """What lies below a path: data files by their path from it, and what was passed over."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.faults: dict[str, Diagnostic] = {}


def find_cities(path: Path) -> list[Path]:
    """Return the folders below a path that hold one city each, in the order of their names.

    A folder with one record `city` below it, or with one in a file of its own, is a city; else look below it.
    """
    return [root for root, _ in _cities(path)]


def _cities(path: Path) -> list[tuple[Path, bool]]:
    """Return the folders of the cities below a path, each with whether it holds a record `city`."""
    tree = _Tree()
    _walk(path, "", tree, 0)
    holding = [file for file in tree.files if _holds_city(f"{path}/{file}")]
    return [(path / root if root else path, holds) for root, holds in _roots("", tree.files, holding)]


def workspace_text(root: Path) -> bytes | None:
    """Return the text of the file that makes a folder a workspace; None where there is none, or only a link."""
    path = f"{root}/{WORKSPACE}"
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        return _read(path)
    except OSError:
        return None


def cities_below(root: Path) -> list[Path]:
    """Return the folders of the cities that lie in the folders of a workspace, in the order of their names."""
    tree = _Tree()
    _walk(root, "", tree, 0)
    files: dict[str, list[str]] = {}
    for file in tree.files:
        if "/" in file:
            files.setdefault(file.partition("/")[0], []).append(file)
    found: list[Path] = []
    for name in sorted(files):
        holding = [file for file in files[name] if _holds_city(f"{root}/{file}")]
        if holding:
            found += [root / below for below, holds in _roots(name, files[name], holding) if holds]
    return found


def kept_for_later(path: Path) -> bytes:
    """Return what an earlier run has kept in a file; nothing where it has not."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def holds_city(root: Path) -> bool:
    """Say whether a record `city` stands in a folder or below it."""
    return any(holds for _, holds in _cities(root))


def text_inside(root: Path, file: str) -> bytes | str:
    """Return the text of a file in a folder, or in words why it is not read: it leads out, or over a link."""
    path = Path(file)
    if "\0" in file or path.is_absolute() or ".." in path.parts:
        return f'"{file}" leads out of the workspace.'
    for each in (*(root / parent for parent in reversed(path.parents)), root / path):
        if each != root and each.is_symlink():
            return f'"{file}" leads over a symbolic link, and links are not followed.'
    try:
        if not is_regular(root / path):
            return f'There is no file "{file}".'
        return _read(f"{root}/{file}")
    except OSError as error:
        return f'"{file}" cannot be read: {error.strerror or type(error).__name__}.'


def city_of(file: Path) -> Path:
    """Return the folder of the city that a data file belongs to.

    It is the nearest one above the file with a record `city` in it, or in a folder below it; outside a
    repository the folders beside the file's own are looked into, and no others.
    """
    folder = file.absolute().parent
    levels = (folder, *folder.parents[:_MAX_LEVELS])
    top = next((index for index, level in enumerate(levels) if (level / ".git").exists()), None)
    for index, level in enumerate(levels if top is None else levels[: top + 1]):
        if any(_holds_city(f"{level}/{name}") for name in _data_files(level)):
            return level
        if top is None and index > 1:
            continue
        for root, holds in _cities(level):
            if holds and folder.is_relative_to(root):
                return root
    return folder


def city_around(folder: Path) -> Path | None:
    """Return a folder with a city's record that lies in this one, or that this one lies in, or None.

    Outside a repository no folder above the next one is looked into.
    """
    inside = [root for root, holds in _cities(folder) if holds]
    if inside:
        return inside[0]
    above = folder.absolute().parents[:_MAX_LEVELS]
    top = next((index for index, level in enumerate(above) if (level / ".git").exists()), 0)
    for level in above[: top + 1]:
        if any(_holds_city(f"{level}/{name}") for name in _data_files(level)):
            return level
    return None


def _data_files(folder: Path) -> list[str]:
    """Return the names of the data files that lie in a folder itself."""
    tree = _Tree()
    _walk(folder, "", tree, _MAX_LEVELS)
    return [file for file in tree.files if "/" not in file]


def read_folder(root: Path) -> Folder:
    """Read the data files of a city; what cannot be read is a finding and does not stop the rest."""
    tree = _Tree()
    _walk(root, "", tree, 0)
    texts: dict[str, bytes] = {}
    faults = dict(tree.faults)
    for file in sorted(tree.files):
        path = f"{root}/{file}"
        try:
            texts[file] = _kept.take(path) or _read(path)
        except OSError as error:
            faults[file] = _unreadable(file, "file", error)
    return Folder(root, texts, tuple(faults[file] for file in sorted(faults)), _signings(root))


def _signings(root: Path) -> dict[str, bytes]:
    """Read what `lgd sign` has kept; what cannot be read gives no text, and the check tells that."""
    found: dict[str, bytes] = {}
    try:
        names = sorted(os.listdir(f"{root}/{SIGNED}"))  # noqa: PTH208 - quicker, and every check pays for it
    except OSError:
        return found
    for name in names:
        path = f"{SIGNED}/{name}"
        try:
            found[path] = _read(f"{root}/{path}") if is_regular(root / path) else b""
        except OSError:
            found[path] = b""
    return found


def parted(folder: Folder) -> dict[str, Folder]:
    """Part a folder into its cities, by their paths in it; one that is a city itself stays whole, under ""."""
    texts = folder.texts
    holding = [file for file in sorted(texts) if _has_city(texts[file])]
    if not holding:
        return {}
    found = {}
    for root, _ in _roots("", sorted({*texts, *(each.place.file for each in folder.faults)}), holding):
        start = f"{root}/" if root else ""
        inside = {file.removeprefix(start): texts[file] for file in texts if file.startswith(start)}
        faults = [
            each._replace(place=each.place._replace(file=each.place.file.removeprefix(start)))
            for each in folder.faults
            if each.place.file.startswith(start)
        ]
        found[root] = Folder(folder.root / root, inside, tuple(faults))
    return found


def _roots(base: str, files: list[str], holding: list[str]) -> Iterator[tuple[str, bool]]:
    """Part a tree into cities: each is a folder and whether there is a record `city` in it."""
    if len(holding) <= 1 or any("/" not in file[len(base) :].lstrip("/") for file in holding):
        yield base, bool(holding)
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
    try:
        with os.scandir(root / inside) as found:
            entries = sorted(found, key=lambda each: each.name)
    except OSError as error:
        tree.faults[inside or "."] = _unreadable(inside or ".", "folder", error)
        return
    for entry in entries:
        name = entry.name
        if name[0] == "." or name in _LEFT_OUT:
            continue
        path = f"{inside}/{name}" if inside else name
        is_data = name.lower().endswith(_ENDINGS)
        if is_data and entry.is_file(follow_symlinks=False):
            tree.files.append(path)
        elif entry.is_symlink():
            if is_data or _is_folder(root / path):
                tree.faults[path] = _link(path)
        elif entry.is_dir(follow_symlinks=False):
            if level < _MAX_LEVELS:
                _walk(root, path, tree, level + 1)
            elif inside:
                tree.faults[path] = _too_deep(path)
        elif is_data:
            message, expected = "This is no ordinary file.", "a file with YAML text"
            tree.faults[path] = _fault(
                "unreadable-file", path, message, expected, "Put an ordinary file here."
            )


def _is_folder(link: Path) -> bool:
    """Say whether a link leads to a folder; one that leads nowhere, or in a circle, does not."""
    try:
        return stat.S_ISDIR(link.stat().st_mode)
    except OSError:
        return False


def _holds_city(path: str) -> bool:
    try:
        text = _read(path)
    except OSError:
        return False
    _kept.put(path, text)
    return _has_city(text)


def _has_city(text: bytes) -> bool:
    return b"city" in text and _NEAR.search(text) is not None and _CITY.search(text) is not None


def _read(path: str) -> bytes:
    """Read a file with few calls; of one that is too large, just enough to see it."""
    handle = os.open(path, _FLAGS)
    try:
        text = os.read(handle, _AT_ONCE)
        if len(text) < _AT_ONCE:
            return text  # of an ordinary file less is read only at its end
        parts = [text]
        size = len(text)
        while size <= MAX_BYTES and (text := os.read(handle, 1 << 20)):
            parts.append(text)
            size += len(text)
        return b"".join(parts)
    finally:
        os.close(handle)


def _link(file: str) -> Diagnostic:
    message = "This is a symbolic link, and links are not followed."
    expected = "files and folders that lie in the city's own folder"
    return _fault("symbolic-link", file, message, expected, "Put the file itself here.")


def _too_deep(file: str) -> Diagnostic:
    message = f"This folder lies more than {_MAX_LEVELS} folders deep and is not looked into."
    return _fault("too-deep", file, message, "data near the city's folder", "Move its files further up.")


def _unreadable(file: str, what: str, error: OSError) -> Diagnostic:
    reason = error.strerror or type(error).__name__
    message = f"This {what} cannot be read: {reason}."
    advice = "Give yourself the right to read it, or take it away."
    return _fault("unreadable-file", file, message, f"a {what} that may be read", advice)


def _fault(rule: str, file: str, message: str, expected: str, way_out: str = "") -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, Place(file, span=Span(1, 1, 2)), message, expected, way_out)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file of any size, as hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def is_regular(path: Path) -> bool:
    """Say whether a path is an ordinary file and no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_data(path: str) -> bool:
    """Say whether a file of this path in a city's folder is read as data of the city."""
    *folders, name = path.split("/")
    left_out = any(part.startswith(".") or part in _LEFT_OUT for part in (*folders, name))
    return not left_out and len(folders) <= _MAX_LEVELS and name.lower().endswith(_ENDINGS)


def link_fault(file: str) -> Diagnostic:
    """Return the finding for a symbolic link in a city's folder."""
    return _link(file)


def read_templates() -> dict[str, bytes]:
    """Read lgdkit's own templates, words and legal prose: from the installed package or the checkout."""
    here = Path(__file__).resolve().parent
    for root in (here / "templates", here.parents[1] / "templates"):
        if (root / "terms.j2").is_file():
            return {
                path.relative_to(root).as_posix(): path.read_bytes()
                for path in sorted(root.rglob("*"))
                if path.is_file()
            }
    raise FileNotFoundError(f"the templates of lgdkit are missing in {here}")


def sources_digest(room: str) -> str:
    """Return a digest of the sources of one of lgdkit's rooms."""
    from hashlib import sha256

    files = sorted((Path(__file__).resolve().parent / room).glob("*.py"))
    return sha256(b"".join(each.read_bytes() for each in files)).hexdigest()


def read_pages() -> dict[str, str]:
    """Read the pages of the rules and of the faults of form and of templates, by the id that each is about."""
    here = Path(__file__).resolve().parent
    folders = (here / "check" / "rules", here / "read" / "pages", here / "render" / "pages")
    found = (path for folder in folders for path in folder.glob("*.md"))
    return {path.stem.replace("_", "-"): path.read_text(encoding="utf-8") for path in found}
