"""Two states of a city, record by record: which came, which went, which changed, and how strongly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lgdkit.compare.change import (
    Comparison,
    FieldChange,
    Judgement,
    RecordChange,
    Uncompared,
    Verdict,
    What,
    merged,
)
from lgdkit.compare.fields import Walk
from lgdkit.compare.readable import NO_FORM, Readable
from lgdkit.compare.renamed import all_referring, copied, new_ids
from lgdkit.compare.strength import SPENT, WEIGHTY, weigher
from lgdkit.compare.ties import Tied
from lgdkit.compare.value import words, written
from lgdkit.compare.weigh import Pair
from lgdkit.model.allowance import Allowance
from lgdkit.model.city import INNER_LISTS, LISTS, City

WITHHELD = "(withheld)"
"""Stands for what is written of a person: persons are left out of every document."""
_ORDER = (
    *("persons", "sources", "stakeholders", *INNER_LISTS, "indicators"),
    *("actions", "commitments", "deals", "practices", "sprints"),
)
"""Kinds in an order in which each refers to earlier ones: a new id is followed from the first on."""
_KINDS = ("deals", "commitments", "city", "targets", "actions", "stakeholders")
KINDS = (*_KINDS, *(each for each in (*LISTS, *INNER_LISTS) if each not in _KINDS))
"""Kinds of record in the order in which their changes are told."""
Lists = Mapping[str, tuple[Any, ...]]


def compare(before: City, after: City) -> Comparison:
    """Return what changed in meaning; the layout of the files, and the order of most lists, mean nothing."""
    return _Comparing(before, after).result()


class _Comparing:
    """One comparison of two states of a city."""

    def __init__(self, before: City, after: City) -> None:
        self._cities = (before, after)
        self._firsts = (before.languages[0], after.languages[0])
        lists = (_lists(before), _lists(after))
        self._former: dict[str, dict[str, str]] = {}
        self._readable = Readable(self._cities, lists)
        self._lists = (self._with_new_ids(lists), lists[1])
        self._by_id = tuple(
            {kind: {each.id: each for each in all_} for kind, all_ in side.items()} for side in self._lists
        )
        self._tied = tuple(
            Tied(side, city.organisation) for side, city in zip(self._lists, self._cities, strict=True)
        )
        self._uncompared: list[Uncompared] = []

    def result(self) -> Comparison:
        changes = [each for kind in KINDS for each in self._of_kind(kind)]
        changes += self._allowances()
        city = self._cities[1] if self._cities[1].record else self._cities[0]
        return Comparison(
            id=city.record.id if city.record else "",
            name=written(city.record.name, city.languages[0]) if city.record else "",
            changes=tuple(changes),
            uncompared=(*self._readable.unknown(), *self._uncompared),
            names={**self._names(0), **self._names(1)},
        )

    def _names(self, side: int) -> dict[str, str]:
        first = self._firsts[side]
        titled = {f"deals/{each.id}": written(each.title, first) for each in self._lists[side]["deals"]}
        return {
            **titled,
            **{
                f"stakeholders/{each.id}": written(each.name, first)
                for each in self._lists[side]["stakeholders"]
            },
        }

    def _with_new_ids(self, lists: tuple[Lists, Lists]) -> Lists:
        """Return the records before with the ids that they have now."""
        before = dict(lists[0])
        for kind in _ORDER:
            ids = new_ids(before[kind], lists[1][kind], self._firsts)
            ids = {old: new for old, new in ids.items() if not self._readable.declared(kind, old, new)}
            if ids:
                self._former[kind] = {new: old for old, new in ids.items()}
                before[kind] = tuple(
                    copied(each, {"id": ids[each.id]}) if each.id in ids else each for each in before[kind]
                )
                before = {each: all_referring(records, kind, ids) for each, records in before.items()}
        return before

    def _of_kind(self, kind: str) -> Iterator[RecordChange]:
        former = self._former.get(kind, {})
        for id_ in self._ids(kind):
            doubt = None if id_ in former else self._readable.why_not(kind, id_)
            pair = self._pair(kind, id_)
            if doubt:
                self._uncompared.append(replace(doubt, concerns=self._concerned(kind, id_)))
            elif None in pair:
                yield self._came_or_went(kind, id_, pair)
            else:
                found = self._changed(kind, id_, pair)
                if found:
                    yield found

    def _pair(self, kind: str, id_: str) -> tuple[Any, Any]:
        """Return a record of both sides; there is one city, whatever its id was."""
        before, after = (side[kind] for side in self._by_id)
        if kind == "city":
            return next(iter(before.values()), None), next(iter(after.values()), None)
        return before.get(id_), after.get(id_)

    def _ids(self, kind: str) -> Sequence[str]:
        if kind != "city":
            renamed = set(self._former.get(kind, {}).values())
            return [each for each in self._readable.ids(kind) if each not in renamed]
        return [each for side in (1, 0) for each in self._by_id[side][kind]][:1]

    def _came_or_went(self, kind: str, id_: str, pair: tuple[Any, Any]) -> RecordChange:
        what = What.ADDED if pair[0] is None else What.REMOVED
        record = pair[1] if pair[0] is None else pair[0]
        field, spent = SPENT.get(kind, ("", frozenset()))
        verdict = Verdict()
        if kind in WEIGHTY and getattr(record, field, None) not in spent:
            more = what is What.ADDED
            verdict = Verdict(
                Judgement.STRENGTHENED if more else Judgement.WEAKENED, "new" if more else "gone"
            )
        return self._record(kind, id_, what, verdict, Walk(kind, self._firsts, (), pair).facts())

    def _changed(self, kind: str, id_: str, pair: tuple[Any, Any]) -> RecordChange | None:
        broken = {name for record in pair for name in getattr(record, "broken", ())}
        concerned = self._concerned(kind, id_)
        self._uncompared += (
            Uncompared(self._side(pair, name), f"{kind}/{id_}: {name}", NO_FORM, concerned)
            for name in sorted(broken)
        )
        left_out = {*broken, *({} if kind == "city" else {"id"})}
        fields: list[FieldChange] = []
        if kind == "city":
            left_out.update(INNER_LISTS)
            fields += self._order_of("targets", pair[1]) + self._order_of("fields", pair[1])
        if kind == "deals":
            fields += [] if "commitments" in broken else self._members(pair)
            left_out.add("commitments")
        fields = Walk(kind, self._firsts, self._leading(kind, id_), pair).changes(left_out) + fields
        renamed = id_ in self._former.get(kind, {})
        if not fields and not renamed:
            return None
        what = What.CHANGED if fields else What.RENAMED
        return self._record(kind, id_, what, merged(each.verdict for each in fields), fields)

    @staticmethod
    def _side(pair: tuple[Any, Any], name: str) -> str:
        sides = [name in getattr(record, "broken", ()) for record in pair]
        return "both" if all(sides) else "before" if sides[0] else "after"

    def _record(
        self, kind: str, id_: str, what: What, verdict: Verdict, fields: Sequence[FieldChange]
    ) -> RecordChange:
        side = 0 if what is What.REMOVED else 1
        record = self._by_id[side][kind][id_]
        title = (
            getattr(record, "title", None) or getattr(record, "name", None) or getattr(record, "text", None)
        )
        if kind == "persons":
            title = None
            fields = [
                replace(each, before=each.before and WITHHELD, after=each.after and WITHHELD)
                for each in fields
            ]
        return RecordChange(
            kind=kind,
            id=id_,
            what=what,
            verdict=verdict,
            title=words(title)
            if isinstance(title, str)
            else written(title, self._firsts[side])
            if title
            else "",
            former_id=self._former.get(kind, {}).get(id_, ""),
            fields=tuple(fields),
            deals=self._deals(kind, id_),
            by=record.by if kind == "commitments" else "",
            concerns=self._concerned(kind, id_),
            place=None if side == 0 else getattr(record, "place", None),
        )

    def _deals(self, kind: str, id_: str) -> tuple[str, ...]:
        """Return the deals that hold a record now, or else those that held it."""
        return self._tied[1].deals(kind, id_) or self._tied[0].deals(kind, id_)

    def _concerned(self, kind: str, id_: str) -> frozenset[str]:
        return self._tied[0].stakeholders(kind, id_) | self._tied[1].stakeholders(kind, id_)

    def _leading(self, kind: str, id_: str) -> frozenset[str]:
        """Return the languages whose wording counts: the city's first, and the leading ones of its deals."""
        named = (
            self._by_id[side]["deals"][deal].leading_language
            for side in (0, 1)
            for deal in self._tied[side].deals(kind, id_)
        )
        return frozenset((*self._firsts, *filter(None, named)))

    def _members(self, pair: tuple[Any, Any]) -> list[FieldChange]:
        """Compare the commitments that a deal holds, where the list itself changed.

        A commitment that came or went is told by itself, and one whose party joined or left with the party.
        """
        if set(pair[0].commitments) == set(pair[1].commitments):
            return []
        known = [side["commitments"].keys() for side in self._by_id]
        told = (known[0] | known[1]) - (known[0] & known[1])
        held = [set(self._tied[side].members(pair[side])) - told for side in (0, 1)]
        gone, new = (tuple(sorted(held[side] - held[1 - side])) for side in (0, 1))
        if not gone and not new:
            return []
        weigh = weigher("deals", "commitments")
        verdict = weigh(Pair(gone, new)) if weigh else Verdict()
        return [_listed("commitments", gone, new, verdict, pair[1])]

    def _order_of(self, kind: str, record: Any) -> list[FieldChange]:
        """Compare the order of records that the documents keep; of the targets the first one is the main one."""
        common = self._by_id[0][kind].keys() & self._by_id[1][kind].keys()
        before, after = (tuple(each.id for each in side[kind] if each.id in common) for side in self._lists)
        return (
            []
            if before == after
            else [_listed(kind, before, after, Verdict(reason="another order"), record, listed=False)]
        )

    def _allowances(self) -> Iterator[RecordChange]:
        before, after = ({_key(each): each for each in city.allow} for city in self._cities)
        for key in dict.fromkeys((*after, *before)):
            ours, theirs = before.get(key), after.get(key)
            fields = (
                []
                if ours is None or theirs is None
                else Walk("allow", self._firsts, (), (ours, theirs)).changes()
            )
            if ours is None or theirs is None or fields:
                what = What.CHANGED if ours and theirs else What.ADDED if theirs else What.REMOVED
                place = theirs.place if theirs else None
                yield RecordChange("allow", key, what, Verdict(), fields=tuple(fields), place=place)


def _lists(city: City) -> Lists:
    record = city.record
    inner = {kind: tuple(getattr(record, kind)) if record else () for kind in INNER_LISTS}
    own = (record,) if record else ()
    return {"city": own, **{kind: getattr(city, kind) for kind in LISTS}, **inner}


def _listed(
    field: str,
    before: tuple[str, ...],
    after: tuple[str, ...],
    verdict: Verdict,
    record: Any,
    *,
    listed: bool = True,
) -> FieldChange:
    gone, new = (", ".join(each) or None for each in (before, after))
    at = getattr(record, "place", None)
    return FieldChange(field, gone, new, verdict, listed=listed, place=at.at(field) if at else None)


def _key(each: Allowance) -> str:
    return f"{each.rule} at {each.where}"
