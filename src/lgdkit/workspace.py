"""A workspace on the disk: its `lgd.yaml`, the folders of its cities, and the vocabularies that they share.

A path in `lgd.yaml` may come from a stranger. One that leads out of the workspace is followed only where the
person has allowed that folder, and nothing is looked at there before.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lgdkit import disk
from lgdkit.diagnostics import Diagnostic, Located, Place, Related, Severity
from lgdkit.model.workspace import Vocabulary, Workspace
from lgdkit.pipeline import located
from lgdkit.read.workspace import is_workspace, read_vocabulary, read_workspace

FILE = disk.WORKSPACE


@dataclass(frozen=True)
class Space:
    """A workspace: its folder, what its file says, its cities' folders, and what is wrong with all that.

    `record` is None where nothing of the file could be read. `vocabularies` holds those that are agreed, by id.
    """

    root: Path
    record: Workspace | None
    members: tuple[Path, ...] = ()
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    findings: tuple[Located, ...] = ()
    files: int = 1
    """How many files of its own it has."""


def open_workspace(root: Path, trusted: Sequence[Path] = ()) -> Space | None:
    """Read the workspace in a folder; None where the folder is none.

    Args:
        root: the folder.
        trusted: folders outside of it from which members may be taken.
    """
    raw = disk.workspace_text(root)
    if raw is None or not is_workspace(raw):
        return None
    record, wrong = read_workspace(FILE, raw)
    texts = {FILE: raw}
    found = list(wrong)
    vocabularies: dict[str, Vocabulary] = {}
    members: tuple[Path, ...] = ()
    if record is not None:
        members = tuple(_members(root, record, trusted, found))
        vocabularies = _vocabularies(root, record, texts, found)
    # lgd check --fix mends data of cities, and not this file
    findings = located((each._replace(fixes=()) for each in found), texts)
    return Space(root, record, members, vocabularies, findings, len(texts))


def _members(
    root: Path, record: Workspace, trusted: Sequence[Path], found: list[Diagnostic]
) -> Iterator[Path]:
    """Give the folder of each city; of one that cannot be taken, a finding instead."""
    if not record.members:
        if "members" not in record.broken:
            yield from disk.cities_below(root)
        return
    seen: dict[Path, Place] = {}
    for index, given in enumerate(record.members):
        place = record.at("members", index)
        folder = _folder(root, given, trusted, place, found)
        if folder is None:
            continue
        holding = [each for each in disk.find_cities(folder) if disk.holds_city(each)]
        if len(holding) != 1:
            found.append(_not_one(given, place, [each.relative_to(folder).as_posix() for each in holding]))
            continue
        if first := seen.get(holding[0].resolve()):
            message = f'"{given}" is a member already.'
            found.append(_wrong("member-twice", place, message, "each city once", "Take one of the two out."))
            found[-1] = _with_first(found[-1], first)
            continue
        seen[holding[0].resolve()] = place
        yield holding[0]


def _folder(
    root: Path, given: str, trusted: Sequence[Path], place: Place, found: list[Diagnostic]
) -> Path | None:
    path = Path(given)
    if "\0" not in given and not path.is_absolute() and ".." not in path.parts:
        for each in (*reversed((root / path).parents), root / path):
            if each.is_relative_to(root) and each != root and each.is_symlink():
                message = f'"{given}" leads over a symbolic link, and links are not followed.'
                advice = "Name the folder itself, or put it into the workspace."
                found.append(_wrong("symbolic-link", place, message, "a folder", advice))
                return None
        folder = root / path
    else:
        outside = _outside(root, given, trusted)
        if outside is None:
            message = f'"{given}" leads out of the workspace, and is not followed unless you allow it.'
            expected = "a folder in the workspace, or one that you have allowed"
            where = os.path.normpath(root.absolute() / path) if "\0" not in given else given
            advice = f"If you know the folder, allow it: LGD_MEMBERS={where}."
            found.append(_wrong("member-outside", place, message, expected, advice))
            return None
        folder = outside
    if not folder.is_dir():
        message = f'There is no folder "{given}".'
        advice = "Mend the path; a repository has to be cloned first."
        if given.startswith("~"):
            advice = "Write the whole path: ~ is not read as your home folder."
        found.append(_wrong("member-missing", place, message, "the folder of a city", advice))
        return None
    return folder


def _outside(root: Path, given: str, trusted: Sequence[Path]) -> Path | None:
    """Return the true folder behind a path, if it lies in the workspace or in one that is trusted."""
    try:
        true = (root / given).resolve()
        allowed = [root.resolve(), *(each.resolve() for each in trusted)]
    except (OSError, ValueError, RuntimeError):
        return None
    if not any(true.is_relative_to(each) for each in allowed):
        return None
    here = Path.cwd()
    return true.relative_to(here) if true.is_relative_to(here) else true


def _not_one(given: str, place: Place, holding: Sequence[str]) -> Diagnostic:
    if not holding:
        message = f'No file in "{given}" holds a record city.'
        advice = "Name the folder of a city, or write the record; who has no data is an observer."
        return _wrong("member-missing", place, message, "the folder of a city", advice)
    names = ", ".join(f"{given}/{each}" for each in holding[:5])
    message = f'"{given}" holds {len(holding)} cities.'
    return _wrong("member-missing", place, message, "the folder of one city", f"Name each of them: {names}.")


def _vocabularies(
    root: Path, record: Workspace, texts: dict[str, bytes], found: list[Diagnostic]
) -> dict[str, Vocabulary]:
    agreed: dict[str, Vocabulary] = {}
    for index, use in enumerate(record.vocabularies):
        place = record.at("vocabularies", index)
        if use.id in agreed:
            message = f'The vocabulary "{use.id}" is named already.'
            found.append(
                _wrong(
                    "vocabulary-mismatch", place.at("id"), message, "each once", "Take one of the two out."
                )
            )
            continue
        read = disk.text_inside(root, use.file)
        if isinstance(read, str):
            advice = "Put the file into the workspace and write its path from there."
            expected = "a file in the workspace"
            found.append(_wrong("vocabulary-missing", place.at("file"), read, expected, advice))
            continue
        texts[use.file] = read
        vocabulary, findings = read_vocabulary(use.file, read)
        found += findings
        if vocabulary is None:
            continue
        for key, wanted, there in (
            ("id", use.id, vocabulary.id),
            ("version", use.version, vocabulary.version),
        ):
            if wanted != there:
                message = f'The file "{use.file}" holds another {key}: "{there}".'
                advice = f'Write {key}: "{there}" if the group agrees, or put the right file there.'
                found.append(
                    _wrong("vocabulary-mismatch", place.at(key), message, f'{key} "{wanted}"', advice)
                )
                break
        else:
            found += _twice(use.file, vocabulary)
            agreed[use.id] = vocabulary
    return agreed


def _twice(file: str, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, term in enumerate(vocabulary.terms):
        place = Place(file, ("vocabulary", "terms", index, "id"))
        if term.id in first:
            message = f'Two terms have the id "{term.id}".'
            advice = "Give one of them another id."
            wrong = _wrong("duplicate-id", place, message, "each id once", advice)
            yield _with_first(wrong, Place(file, ("vocabulary", "terms", first[term.id], "id")))
        first.setdefault(term.id, index)
    for index, change in enumerate(vocabulary.changes):
        for old, new in change.terms.items():
            if vocabulary.term(new) is None:
                message = f'No term of this vocabulary has the id "{new}".'
                place = Place(file, ("vocabulary", "changes", index, "terms", old))
                expected = "the id of a term"
                yield _wrong("unknown-reference", place, message, expected, "Name a term of this version.")


def _wrong(rule: str, place: Place, message: str, expected: str, advice: str) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, place, message, expected, advice)


def _with_first(wrong: Diagnostic, first: Place) -> Diagnostic:
    return wrong._replace(related=(Related(first, "the first one"),))


def twice_the_same_city(space: Space, ids: Mapping[str, Sequence[Path]]) -> tuple[Located, ...]:
    """Return the findings for members whose cities have one id; `ids` are the folders of each id."""
    raw = disk.workspace_text(space.root) or b""
    index = {path: number for number, path in enumerate(space.members)}
    found = []
    for id_, folders in sorted(ids.items()):
        for other in folders[1:]:
            place = (
                Place(FILE, ("members", index[other]))
                if space.record and space.record.members
                else Place(FILE)
            )
            message = f'Two members have the id "{id_}": {folders[0].as_posix()} and {other.as_posix()}.'
            advice = "Give one of the cities another id; references from city to city begin with it."
            found.append(_wrong("duplicate-id", place, message, "an id of its own for each city", advice))
    return located(found, {FILE: raw})
