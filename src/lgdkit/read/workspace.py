"""The files of a workspace, `lgd.yaml` and shared vocabularies: read like data, with findings at their lines."""

import re
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from lgdkit.diagnostics import Diagnostic, Place
from lgdkit.model.base import Placed
from lgdkit.model.city import LISTS
from lgdkit.model.fault import kind_of
from lgdkit.model.workspace import Vocabulary, Workspace
from lgdkit.read.gathered import Gathered, Raw, settle
from lgdkit.read.mend import mend
from lgdkit.read.thorough import from_text
from lgdkit.read.yaml12 import parse

_Kind = TypeVar("_Kind", bound=Placed)
_OF_A_CITY = re.compile(rb"^[\"']?(?:%s|allow)[\"']?[ \t]*:" % "|".join(("city", *LISTS)).encode(), re.M)


class ReadWorkspace(NamedTuple):
    """A workspace, or None where nothing of it could be read, and what is wrong with its text."""

    workspace: Workspace | None
    findings: tuple[Diagnostic, ...] = ()


class ReadVocabulary(NamedTuple):
    """A vocabulary, or None where nothing of it could be read, and what is wrong with its text."""

    vocabulary: Vocabulary | None
    findings: tuple[Diagnostic, ...] = ()


def is_workspace(raw: bytes) -> bool:
    """Say whether a file `lgd.yaml` is about a workspace: a city may have data in a file of that name."""
    return _OF_A_CITY.search(raw) is None


def read_workspace(file: str, raw: bytes) -> ReadWorkspace:
    """Read `lgd.yaml`. Never raises."""
    gathered = Gathered({file: raw})
    data = _mapping(file, raw, gathered, "name, languages, members, observers, vocabularies")
    found = None if data is None else _record(Workspace, data, gathered)
    return ReadWorkspace(found, tuple(gathered.findings))


def read_vocabulary(file: str, raw: bytes) -> ReadVocabulary:
    """Read the file of a shared vocabulary. Never raises."""
    gathered = Gathered({file: raw})
    whole = _mapping(file, raw, gathered, "vocabulary")
    if whole is None:
        return ReadVocabulary(None, tuple(gathered.findings))
    data = whole.data.get("vocabulary")
    if not isinstance(data, dict):
        if not whole.faults:
            message = "This file holds no vocabulary."
            expected = "vocabulary: with id, version and terms"
            gathered.error("missing-field", Place(file), message, expected, "Write the key vocabulary.")
        return ReadVocabulary(None, tuple(gathered.findings))
    for other in whole.data.keys() - {"vocabulary"}:
        gathered.error(
            "unknown-key",
            Place(file).key(other),
            f'There is no key "{other}" here.',
            "vocabulary",
            "Put data of a city into the city's folder.",
        )
    faults = tuple(keys[1:] for keys in whole.faults if keys[:1] == ("vocabulary",))
    inner = Raw("vocabulary", data, Place(file, ("vocabulary",)), faults)
    found = _record(Vocabulary, inner, gathered)
    if found is not None:
        for index, term in enumerate(found.terms):
            settle(term, inner.place.at("terms", index))
    return ReadVocabulary(found, tuple(gathered.findings))


def _mapping(file: str, raw: bytes, gathered: Gathered, keys: str) -> Raw | None:
    """Return what the text holds, or None where it is no mapping, which is then a finding."""
    data, faults, node = parse(raw)
    gathered.keep(file, node)
    gathered.findings += [from_text(file, each) for each in faults]
    if isinstance(data, dict):
        lost = tuple(each.keys for each in faults if each.rule not in ("control-character", "duplicate-key"))
        return None if () in lost else Raw("workspace", data, Place(file), lost)
    if data is not None:
        advice = "Begin with a key, such as name:, and put its value behind it."
        message = f"This file holds {kind_of(data)}."
        gathered.error("not-a-mapping", Place(file), message, f"keys: {keys}", advice)
    return None


def _record(model: type[_Kind], raw: Raw, gathered: Gathered) -> _Kind | None:
    try:
        record = None if raw.faults else model.model_validate(raw.data)
    except ValidationError:
        record = None
    if record is None:
        mended: Any = mend(raw, model, gathered)
        return mended if isinstance(mended, model) else None
    settle(record, raw.place)
    return record
