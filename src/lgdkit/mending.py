"""Mends what has one right answer: texts in, mended texts and what is left to say out. Opens no file.

What was mended is checked again. A mend that brings in a fault of form, or a reference that leads nowhere, where it
was made is taken back. What a fault hid until then may come to light; taking something out may not even do that.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lgdkit import pipeline
from lgdkit.check.translated import unrecorded
from lgdkit.diagnostics import Diagnostic, Fix, Key, Located, Place
from lgdkit.pipeline import Checked
from lgdkit.read.edit import edited
from lgdkit.read.fault_ids import FAULT_IDS

_GUARDED = frozenset((*FAULT_IDS, "unknown-reference", "field-not-named", "duplicate-id", "undeclared-extra"))
"""Findings about the written word: who brings one in has made things worse."""
_MOST_ROUNDS = 50
"""Each mends something or gives something up; who has more mistakes than that runs it again."""
_Where = tuple[str, tuple[Key, ...]]


@dataclass(frozen=True)
class Mended:
    """The texts of a city after mending, the findings that were mended, and what is found now."""

    texts: Mapping[str, bytes]
    made: tuple[Located, ...]
    checked: Checked
    recorded: int = 0
    """Of how many translations the text was noted that they were made from."""

    def changed(self, texts: Mapping[str, bytes]) -> tuple[str, ...]:
        """Return the files of which the text is another one than before."""
        return tuple(sorted(file for file, text in self.texts.items() if text != texts[file]))


@dataclass
class _Bench:
    """A city on which work goes on."""

    today: date
    other: tuple[Diagnostic, ...]
    only: Collection[str] | None
    patient: bool
    """Whether a mend may bring in what has one right answer itself: it is mended in the next round."""
    kept: Mapping[str, bytes] | None = None
    given_up: set[Diagnostic] = field(default_factory=set)
    made: list[Located] = field(default_factory=list)
    touched: list[_Where] = field(default_factory=list)
    """Where something was mended, as it is found now."""

    def mendable(self, checked: Checked) -> list[Located]:
        return [
            each
            for each in checked.findings
            if each.diagnostic.fixes
            and (self.only is None or each.file in self.only)
            and each.diagnostic not in self.given_up
        ]

    def attempt(
        self, texts: Mapping[str, bytes], before: Checked, found: Sequence[Located]
    ) -> tuple[Mapping[str, bytes], Checked] | None:
        """Mend these findings, or of too many the first half; None where none of them can be."""
        new, made = _edit(texts, found)
        if made:
            after = pipeline.check(new, self.today, self.other, kept=self.kept)
            fixes = [fix for each in made for fix in each.diagnostic.fixes]
            news = _news(before, after)
            if not (news if any(fix.to is None for fix in fixes) else self._worse(news, _touched(fixes))):
                self.made += made
                self.touched = [*(_now(each, fixes) for each in self.touched), *_touched(fixes)]
                return new, after
        if len(found) == 1:
            self.given_up.add(found[0].diagnostic)
            return None
        half = len(found) // 2
        return self.attempt(texts, before, found[:half]) or self.attempt(texts, before, found[half:])

    def is_worse(self, before: Checked, after: Checked) -> bool:
        """Say whether something was brought in after all."""
        self.patient = False
        return self._worse(_news(before, after), self.touched)

    def _worse(self, news: Iterable[Located], touched: Collection[_Where]) -> bool:
        """Say whether new findings are faults where something was mended: at the value, in it or around it."""
        return any(
            each.diagnostic.rule in _GUARDED
            and not (self.patient and each.diagnostic.fixes)
            and any(_meet(each.diagnostic.place, where) for where in touched)
            for each in news
        )


def mend(
    texts: Mapping[str, bytes],
    today: date,
    other: Iterable[Diagnostic] = (),
    only: Collection[str] | None = None,
    kept: Mapping[str, bytes] | None = None,
) -> Mended:
    """Mend one city.

    Args:
        texts: the YAML texts by their path in the city's folder.
        today: the day that late and past are measured from.
        other: findings about the folder itself.
        only: the files that may be changed; None for all of them.
        kept: what `lgd sign` has kept of signatures.
    """
    other = tuple(other)
    first = pipeline.check(texts, today, other, kept=kept)
    bench = _Bench(today, other, only, patient=True, kept=kept)
    mended = _mended(texts, first, bench)
    if bench.is_worse(first, mended.checked):  # what was to be mended next could not be
        mended = _mended(texts, first, _Bench(today, other, only, patient=False, kept=kept))
    return _recorded(mended, today, other, only, kept)


def _mended(texts: Mapping[str, bytes], checked: Checked, bench: _Bench) -> Mended:
    for _ in range(_MOST_ROUNDS):
        found = bench.mendable(checked)
        done = bench.attempt(texts, checked, found) if found else None
        if done is None:
            break
        texts, checked = done
    return Mended(texts, tuple(bench.made), checked)


def _recorded(
    mended: Mended,
    today: date,
    other: tuple[Diagnostic, ...],
    only: Collection[str] | None,
    kept: Mapping[str, bytes] | None,
) -> Mended:
    """Note of each translation which text it was made from; where that finds anything new, of none."""
    texts = dict(mended.texts)
    count = 0
    for file, fixes in unrecorded(mended.checked.city).items():
        if only is None or file in only:
            texts[file], numbers = edited(texts[file], [[each] for each in fixes])
            count += len(numbers)
    checked = pipeline.check(texts, today, other, kept=kept) if count else mended.checked
    if not count or _news(mended.checked, checked):
        return mended
    return Mended(texts, mended.made, checked, count)


def _edit(texts: Mapping[str, bytes], found: Iterable[Located]) -> tuple[Mapping[str, bytes], list[Located]]:
    """Return the texts with these findings mended as far as that can be done at once, and which were."""
    by_file: dict[str, list[Located]] = {}
    for each in found:
        by_file.setdefault(each.file, []).append(each)
    new = dict(texts)
    made: list[Located] = []
    for file, those in by_file.items():
        new[file], numbers = edited(texts[file], [each.diagnostic.fixes for each in those])
        made += [those[number] for number in numbers]
    return new, made


def _news(before: Checked, after: Checked) -> list[Located]:
    """Return the findings that were not there before, told apart by file, rule and message, and counted."""
    there = Counter(map(_said, before.findings))
    new: list[Located] = []
    for each in after.findings:
        there[_said(each)] -= 1
        if there[_said(each)] < 0:
            new.append(each)
    return new


def _said(each: Located) -> tuple[str, str, str]:
    return each.file, each.diagnostic.rule, each.diagnostic.message


def _touched(fixes: Sequence[Fix]) -> list[_Where]:
    """Return where fixes were made, by the keys that lead there afterwards."""
    return [_now((fix.place.file, () if fix.place.span else fix.place.keys), fixes) for fix in fixes]


def _now(where: _Where, fixes: Iterable[Fix]) -> _Where:
    """Return the keys of a place after fixes: some of them were renamed."""
    file, keys = where
    new = list(keys)
    for fix in fixes:
        length = len(fix.place.keys)
        if fix.place.on_key and fix.place.file == file and fix.place.keys == keys[:length]:
            new[length - 1] = fix.to if isinstance(fix.to, str | int) else new[length - 1]
    return file, tuple(new)


def _meet(place: Place, where: _Where) -> bool:
    """Say whether one of two places lies in the other."""
    file, keys = where
    shorter = min(len(place.keys), len(keys))
    return place.file == file and place.keys[:shorter] == keys[:shorter]
