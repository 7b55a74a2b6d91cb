"""What has changed in a deal since it was signed: commitment by commitment, value by value."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from lgdkit.diagnostics import Key, Place
from lgdkit.model.agreed import Agreed, agreed
from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.signing import Signing
from lgdkit.vocab.deal import CLOSED
from lgdkit.vocab.language import LANGUAGES

Kind = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is not what was signed; without keys, a whole commitment that came or went."""

    deal: str
    kind: Kind
    record: str
    """commitments/heat-pumps, actions/clean-heat or deals/heat-deal."""
    keys: tuple[Key, ...]
    old: Any
    """The plain value that was signed, or None."""
    new: Any
    place: Place
    entry: Any = None
    """Of a value in an entry of a list, what the entry says of itself: a plain text, or one by language."""


class _Differs(NamedTuple):
    """A value that is not what it was, with the keys that lead to it, and the name of the entry that it is in."""

    keys: tuple[Key, ...]
    old: Any
    new: Any
    entry: Any = None


def signing_of(city: City, deal: Deal) -> Signing | None:
    """Return what is kept of a deal's signature, if it was signed with `lgd sign`."""
    return next((each for each in city.signings if each.deal == deal.id), None)


def changes(city: City, deal: Deal) -> tuple[Change, ...]:
    """Return what has changed in a deal since it was signed; of one that is over, nothing."""
    signing = signing_of(city, deal)
    if signing is None or signing.agreed is None or deal.state in CLOSED:
        return ()
    now = agreed(city, deal)
    return tuple(_changes(city, deal, signing.agreed, now))


def _changes(city: City, deal: Deal, then: Agreed, now: Agreed) -> Iterator[Change]:
    yield from _of_clauses(deal, then, now)
    for path in sorted({*then, *now}):
        kind, _, name = path.partition("/")
        if kind == "commitments":
            yield from _of_commitment(city, deal, name, then.get(path), now)
        elif kind == "actions" and path in then and path in now:
            # an action that came or went did so with its commitment, which is told
            yield from _of_record(deal, city.action[name], path, then[path], now[path])


def _of_clauses(deal: Deal, then: Agreed, now: Agreed) -> Iterator[Change]:
    record = f"deals/{deal.id}"
    old, new = (
        {
            path.removeprefix(f"{record}/"): value
            for path, value in side.items()
            if path.startswith(f"{record}/")
        }
        for side in (then, now)
    )
    yield from _of_record(deal, deal, record, old, new)


def _of_commitment(city: City, deal: Deal, name: str, then: Any, now: Agreed) -> Iterator[Change]:
    record, path = city.commitment.get(name), f"commitments/{name}"
    if record is None:
        if city.whole("commitments"):
            yield Change(deal.id, "removed", path, (), then, None, deal.at("commitments"))
    elif then is None:
        yield Change(deal.id, "added", path, (), None, now[path], record.place)
    elif path in now:
        yield from _of_record(deal, record, path, then, now[path])
    else:  # it is there, and the deal does not cover it any more: because of whose it is, or of what it names
        covers = agreed(city, deal.model_copy(update={"commitments": (name,)}))
        found = list(_of_record(deal, record, path, then, covers[path]))
        gone = Change(deal.id, "removed", path, (), then, None, deal.at("commitments"))
        yield from found if any(each.keys == ("by",) for each in found) else (gone,)


def _of_record(deal: Deal, record: Record, path: str, then: Any, now: Any) -> Iterator[Change]:
    for each in _differences(then, now, ()):
        # what could not be read, or not be found because of that, is a fault of its own
        if not record.broken or (each.new is not None and each.keys[0] not in record.broken):
            yield _change(deal, path, record, each)


def _change(deal: Deal, path: str, record: Record, found: _Differs) -> Change:
    kind: Kind = "added" if found.old is None else "removed" if found.new is None else "changed"
    place = record.at(*found.keys)
    return Change(deal.id, kind, path, found.keys, found.old, found.new, place, found.entry)


def _differences(old: Any, new: Any, keys: tuple[Key, ...], entry: Any = None) -> Iterator[_Differs]:
    """Give the keys of what differs, with both values, as far in as the two have one shape."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if LANGUAGES.issuperset(old) and LANGUAGES.issuperset(new) and set(old) & set(new):
            new = {
                code: text for code, text in new.items() if code in old
            }  # a translation more changes nothing
        for key in dict.fromkeys((*old, *new)):
            yield from _differences(old.get(key), new.get(key), (*keys, key), entry)
    elif _are_records(old) and _are_records(new):
        for one, other, index in _paired(old, new):
            where = (*keys, index)
            if one is None or other is None:
                yield _Differs(where, one, other)
            else:
                yield from _differences(one, other, where, _name(one) if _name(one) == _name(other) else None)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _differences(one, other, (*keys, index), entry)
    else:
        yield _Differs(keys, old, new, entry)


def _are_records(value: Any) -> bool:
    """Say whether this is a list of entries with keys, or of texts by language."""
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _name(entry: dict[str, Any]) -> Any:
    """Return what an entry says of itself; a text by language is a name of its own."""
    if LANGUAGES.issuperset(entry):
        return entry
    return next((entry[key] for key in ("text", "title", "source") if key in entry), None)


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _namesake(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _name(one) is not None and _name(one) == _name(other)


def _paired(old: list[Any], new: list[Any]) -> Iterator[tuple[Any, Any, int]]:
    """Give the entries that differ, each beside the one it was, with its number in the list afterwards.

    An entry is the one that it was if it says the same of itself; of the others, where as many are left on
    both sides, the first is the first. What is in one list alone has nothing beside it.
    """
    ours, theirs = list(enumerate(old)), list(enumerate(new))
    pairs: list[tuple[int, int]] = []
    for alike in (_same, _namesake):
        for number, one in list(ours):
            match = next((index for index, other in theirs if alike(one, other)), None)
            if match is not None:
                pairs.append((number, match))
                ours.remove((number, one))
                theirs.remove((match, new[match]))
    if len(ours) == len(theirs):
        pairs += [(number, index) for (number, _), (index, _) in zip(ours, theirs, strict=True)]
        ours, theirs = [], []
    yield from ((old[number], new[index], index) for number, index in sorted(pairs, key=lambda pair: pair[1]))
    yield from ((None, other, index) for index, other in theirs)
    yield from ((one, None, min(number, max(0, len(new) - 1))) for number, one in ours)
