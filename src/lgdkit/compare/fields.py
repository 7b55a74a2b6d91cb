"""What changed inside a record: a walk through all its fields, so that a new field is covered by being written."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import BaseModel

from lgdkit.compare.change import NEUTRAL, FieldChange, Verdict, merged
from lgdkit.compare.entries import matched
from lgdkit.compare.strength import STRENGTH, weigher
from lgdkit.compare.value import IN_ORDER, canon, day, is_empty, is_percent, same, words, written
from lgdkit.compare.weigh import Pair
from lgdkit.diagnostics import Key, Place
from lgdkit.model.quantity import NotQuantified
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.text import Text, Wording

Sides = tuple[Any, Any]


class At(NamedTuple):
    """Where the walk is: the path of the rules, the keys in the text afterwards, and the entry of a list."""

    path: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    entry: str = ""
    parts: Sides = (None, None)
    percent: bool = False

    def inner(self, key: Key) -> "At":
        """Return the place of a value further in."""
        return self._replace(path=(*self.path, str(key)), keys=(*self.keys, key))

    @property
    def key(self) -> str:
        """The last key that is no number of an entry."""
        return next((each for each in reversed(self.path) if each != "*"), "")


class Walk:
    """Compares two records of one kind."""

    def __init__(self, kind: str, firsts: tuple[str, str], leading: Collection[str], records: Sides) -> None:
        """Take the first language of each side, the languages whose wording counts, and the two records."""
        self._kind = kind
        self._firsts = firsts
        self._leading = leading
        self._records = records
        self._judging = True
        self._place: Place | None = getattr(records[1], "place", None)

    def changes(self, left_out: Collection[str] = ()) -> list[FieldChange]:
        """Return every change but those of the fields left out."""
        before, after = self._records
        return list(self._part(before, after, At(), left_out))

    def facts(self) -> list[FieldChange]:
        """Return of a record that came or went what counts for its strength, without judging each of it."""
        self._judging = False
        before, after = self._records
        model = type(after if before is None else before)
        weighed = {each.partition(".")[0] for each in STRENGTH.get(self._kind, {})}
        record = after if before is None else before
        usual = {name for name, info in model.model_fields.items() if getattr(record, name) == info.default}
        left_out = {name for name in model.model_fields if name not in weighed} | usual
        return [replace(each, moved="") for each in self._part(before, after, At(), left_out)]

    def _part(self, before: Any, after: Any, at: At, left_out: Collection[str] = ()) -> Iterator[FieldChange]:
        model: type[BaseModel] = type(after if before is None else before)
        at = at._replace(parts=(before, after))
        for name, info in model.model_fields.items():
            if name not in left_out:
                ours, theirs = (None if each is None else getattr(each, name) for each in (before, after))
                inside = at.inner(info.alias or name)._replace(percent=is_percent(model, name))
                yield from self._value(ours, theirs, inside)

    def _value(self, before: Any, after: Any, at: At) -> Iterator[FieldChange]:
        before, after = (None if is_empty(each) else each for each in (before, after))
        if same(before, after, self._firsts, at.key):
            return
        kinds = {type(each) for each in (before, after) if each is not None}
        if tuple in kinds:
            yield from self._list(before or (), after or (), at)
        elif dict in kinds:
            yield from self._mapping(before or {}, after or {}, at)
        elif before is None or after is None:
            yield self._came_or_went(before, after, at)
        elif kinds == {Text}:
            yield from self._text(before, after, at)
        elif kinds == {NotQuantified}:
            yield from self._text(before.reason, after.reason, at.inner("not_quantified"))
        elif issubclass(type(after), BaseModel) and kinds != {Recurrence}:
            yield from self._part(before, after, at)
        else:
            yield self._change(at, before, after, self._judged(at, before, after))

    def _came_or_went(self, before: Any, after: Any, at: At) -> FieldChange:
        """Return one change for a whole value, judged by what is inside where it has no weight of its own."""
        value = after if before is None else before
        if weigher(self._kind, ".".join(at.path)) is None and isinstance(value, BaseModel):
            verdict = merged(each.verdict for each in self._part(before, after, at))
        else:
            verdict = self._judged(at, before, after)
        return self._change(at, before, after, verdict)

    def _list(self, before: tuple[Any, ...], after: tuple[Any, ...], at: At) -> Iterator[FieldChange]:
        entry = (before or after)[0]
        if at.key in IN_ORDER:
            yield self._change(at, before or None, after or None, NEUTRAL)
        elif not isinstance(entry, BaseModel | Text):
            gone, new = self._without(before, after, 0), self._without(after, before, 1)
            yield replace(
                self._change(at, gone or None, new or None, self._judged(at, gone, new)), listed=True
            )
        else:
            for one, other in matched(before, after, self._firsts):
                ours, theirs = (
                    (None if one is None else before[one]),
                    (None if other is None else after[other]),
                )
                keys = at.keys if other is None else (*at.keys, other)
                name = self._name(ours if theirs is None else theirs, int(theirs is not None))
                named = f"{at.entry}, {name}" if at.entry else name
                inside = at._replace(path=(*at.path, "*"), keys=keys, entry=named)
                yield from self._value(ours, theirs, inside)

    def _without(self, values: tuple[Any, ...], others: tuple[Any, ...], side: int) -> tuple[Any, ...]:
        """Return the entries that are more often here than there."""
        left = [canon(each, self._firsts[1 - side]) for each in others]
        found = []
        for each in values:
            form = canon(each, self._firsts[side])
            if form in left:
                left.remove(form)
            else:
                found.append(each)
        return tuple(found)

    def _name(self, entry: Any, side: int) -> str:
        first = next(iter(type(entry).model_fields)) if isinstance(entry, BaseModel) else None
        return written(getattr(entry, first) if first else entry, self._firsts[side])

    def _mapping(self, before: Mapping[Any, Any], after: Mapping[Any, Any], at: At) -> Iterator[FieldChange]:
        for key in dict.fromkeys((*after, *before)):
            yield from self._value(before.get(key), after.get(key), at.inner(key))

    def _text(self, before: Text, after: Text, at: At) -> Iterator[FieldChange]:
        spoken = (*after.languages(self._firsts[1]), *before.languages(self._firsts[0]))
        for code in dict.fromkeys(spoken):
            ours, theirs = before.wording(code, self._firsts[0]), after.wording(code, self._firsts[1])
            keys = at.keys if after.plain is not None else (*at.keys, code)
            inside = at._replace(keys=keys)
            if ours and theirs and words(ours.text) == words(theirs.text):
                if (ours.origin, ours.of) != (theirs.origin, theirs.of):
                    verdict = Verdict(reason="how the text came about")
                    yield replace(
                        self._change(inside, _origin(ours, theirs), _origin(theirs, ours), verdict),
                        language=code,
                    )
                continue
            old, new = (each and words(each.text) for each in (ours, theirs))
            verdict = self._judged(at, old or "", new or "") if code in self._leading else NEUTRAL
            yield replace(self._change(inside, old, new, verdict), language=code)

    def _judged(self, at: At, before: Any, after: Any) -> Verdict:
        weigh = weigher(self._kind, ".".join(at.path)) if self._judging else None
        return weigh(Pair(before, after, at.parts, self._records)) if weigh else NEUTRAL

    def _change(self, at: At, before: Any, after: Any, verdict: Verdict) -> FieldChange:
        ours, theirs = (
            None if each is None else written(each, first, percent=at.percent)
            for each, first in zip((before, after), self._firsts, strict=True)
        )
        return FieldChange(
            ".".join(each for each in at.path if each != "*"),
            ours,
            theirs,
            verdict,
            at.entry,
            moved=_moved(at.key, before, after),
            place=self._place.at(*at.keys) if self._place else None,
        )


def _moved(key: str, before: Any, after: Any) -> str:
    ours, theirs = (day(each) if key == "year" or type(each) is not int else None for each in (before, after))
    if ours is None or theirs is None or ours == theirs:
        return ""
    return "later" if theirs > ours else "earlier"


def _origin(wording: Wording, other: Wording) -> str:
    """Say how a wording came about, as far as it differs from the other one."""
    origin = f"origin {wording.origin or 'not said'}"
    of = f"of {(wording.of or 'not said')[:12]}"
    return ", ".join(
        said
        for said, own, others in ((origin, wording.origin, other.origin), (of, wording.of, other.of))
        if own != others
    )
