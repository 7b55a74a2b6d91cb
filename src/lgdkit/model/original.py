"""Records that were taken over from other cities, and what their originals say now."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from lgdkit.model.action import Action
from lgdkit.model.agreed import plain
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.replica import Origin

DIGITS = 16
"""So many digits of a digest are written: enough to see any change."""
Copied = Action | Commitment | Deal


def copies(city: City) -> Iterator[tuple[str, Copied, Origin]]:
    """Give the records of a city that were taken over, each with its kind and its origin."""
    for kind, records in _lists(city).items():
        for record in records:
            if record.replicates is not None:
                yield kind, record, record.replicates


def original_in(city: City, kind: str, name: str) -> Copied | None:
    """Return a record of a city by its kind and id."""
    return next((each for each in _lists(city).get(kind, ()) if each.id == name), None)


def digest_of(city: City, record: Copied) -> str:
    """Return the digest of what a record says, less how far it has come: the same for every layout.

    Of a deal it covers which commitments belong to it, too.
    """
    said = plain(record, city.languages[0])
    if isinstance(record, Deal):
        said["commitments"] = sorted(each.id for each in city.commitments_of(record))
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:DIGITS]


def originals(city: City, others: Mapping[str, City]) -> dict[str, str | None]:
    """Return the digest that the original of each copy has now, by kind and id: deals/espoo/heat-deal.

    None stands for one that is not there any more; of cities that are not at hand, nothing is said.
    """
    found: dict[str, str | None] = {}
    for kind, _, origin in copies(city):
        where, _, name = origin.source.partition("/")
        other = others.get(where)
        if other is None:
            continue
        record = original_in(other, kind, name)
        if record is not None and not record.broken:
            found[f"{kind}/{origin.source}"] = digest_of(other, record)
        elif record is None and name not in other.declared.get(kind, ()) and other.whole(kind):
            found[f"{kind}/{origin.source}"] = None
    return found


def _lists(city: City) -> Mapping[str, tuple[Copied, ...]]:
    return {"actions": city.actions, "commitments": city.commitments, "deals": city.deals}
