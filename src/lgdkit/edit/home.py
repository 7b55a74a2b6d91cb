"""Where a new record belongs, as the city lays its files out."""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from lgdkit.read.yaml12 import parse


def home_of(texts: Mapping[str, bytes], kind: str, record: Mapping[str, Any]) -> str:
    """Return the path of the file that a record goes to; it may be one that is not there yet.

    Args:
        texts: the city's data files, by their path.
        kind: the list that it is for: stakeholders, actions, …
        record: the record.
    """
    read = {file: parse(text).data for file, text in sorted(texts.items())}
    data = {file: each for file, each in read.items() if isinstance(each, dict)}
    lists = {file: each[kind] for file, each in data.items() if isinstance(each.get(kind), list)}
    if not lists:
        return _first_of_its_kind(data, kind)
    if len(lists) == 1:
        return next(iter(lists))
    if kind == "commitments":
        partner = record.get("by")
        counted = {file: sum(_says(each, "by", partner) for each in held) for file, held in lists.items()}
        if any(counted.values()):
            return max(counted, key=lambda file: counted[file])
        # a file for each partner: there, beside the partner
        for file, each in data.items():
            if any(_says(one, "id", partner) for one in _list(each, "stakeholders")) and any(
                _list(data[other], "stakeholders") for other in lists
            ):
                return file
    if 2 * sum(len(held) == 1 for held in lists.values()) > len(lists):
        folders = Counter(PurePosixPath(file).parent for file, held in lists.items() if len(held) == 1)
        return (folders.most_common(1)[0][0] / f"{record['id']}.yaml").as_posix()
    return max(lists, key=lambda file: len(lists[file]))


def _first_of_its_kind(data: Mapping[str, Any], kind: str) -> str:
    """Return the one file of a small city, or a new one beside that of the city's own record."""
    if len(data) == 1:
        return next(iter(data))
    city = next((file for file, each in data.items() if "city" in each), "")
    return PurePosixPath(city).with_name(f"{kind}.yaml").as_posix() if city else f"{kind}.yaml"


def _list(data: Mapping[str, Any], kind: str) -> list[Any]:
    held = data.get(kind)
    return held if isinstance(held, list) else []


def _says(record: Any, key: str, value: object) -> bool:
    return isinstance(record, dict) and record.get(key) == value
