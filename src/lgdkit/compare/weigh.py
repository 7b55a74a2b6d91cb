"""How two values of one field are weighed. The other way round, each gives the mirrored verdict."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from lgdkit.compare.change import NEUTRAL, Judgement, Verdict
from lgdkit.compare.value import day, measured
from lgdkit.model.duration import Duration

STRONGER, WEAKER, UNCLEAR = Judgement.STRENGTHENED, Judgement.WEAKENED, Judgement.UNCLEAR
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_MONTHS = {"month": 1, "year": 12}
REWORDED = Verdict(UNCLEAR, "the wording changed: read it", wording=True)


class Pair(NamedTuple):
    """A value before and after, with the pieces of data that hold it and the records that those belong to.

    A value, a piece or a record that was not there is None. Of a list of ids or codes, the values are what went
    and what came.
    """

    before: Any
    after: Any
    parts: tuple[Any, Any] = (None, None)
    records: tuple[Any, Any] = (None, None)


Weigh = Callable[[Pair], Verdict]


def sided(sign: int, up: str, down: str) -> Verdict:
    """Return the verdict for more (1), less (-1) or the same (0)."""
    if not sign:
        return NEUTRAL
    return Verdict(STRONGER, up) if sign > 0 else Verdict(WEAKER, down)


def sign(before: Any, after: Any) -> int:
    """Return 1 where the second is more, -1 where it is less."""
    return int(after > before) - int(after < before)


def figure(what: str, *, more: bool = True, emissions: bool = True) -> Weigh:
    """Weigh figures: more of it is stronger, or less of it."""
    up, down = (f"more {what}", f"less {what}") if more else (f"less {what}", f"more {what}")

    def weigh(pair: Pair) -> Verdict:
        before = measured(pair.before, emissions=emissions)
        after = measured(pair.after, emissions=emissions)
        if before is None or after is None:
            had, has = (each is not None and (each.value > 0 or not more) for each in (before, after))
            if (before is None) == (after is None):
                return NEUTRAL
            if had == has:
                return Verdict(UNCLEAR, "no figure, and a figure that is not above 0")
            return sided(1 if has else -1, "a figure where there was none", "no figure any more")
        if before.unit != after.unit:
            return Verdict(UNCLEAR, "the units cannot be compared")
        found = sign(before.value, after.value)
        return sided(found if more else -found, up, down)

    return weigh


def money(what: str) -> Weigh:
    """Weigh amounts of money; two currencies are not converted."""
    plain = figure(what)

    def weigh(pair: Pair) -> Verdict:
        found = plain(pair)
        return Verdict(UNCLEAR, "another currency") if "units" in found.reason else found

    return weigh


def deadline(pair: Pair) -> Verdict:
    """Weigh the days by which something is done: earlier is stronger."""
    before, after = day(pair.before), day(pair.after)
    if before is None or after is None:
        return sided(
            sign(before is not None, after is not None), "a date where there was none", "no date any more"
        )
    return sided(sign(after, before), "earlier", "later")


def lasting(pair: Pair) -> Verdict:
    """Weigh the ends of a term: longer is stronger, but for an end that is not written nobody can say."""
    before, after = day(pair.before), day(pair.after)
    if before is None or after is None:
        return Verdict(UNCLEAR, "without a written end, it holds until it is ended")
    return sided(sign(before, after), "holds longer", "holds for a shorter time")


def notice(pair: Pair) -> Verdict:
    """Weigh periods of notice: longer is stronger; a month has 28 to 31 days."""
    before, after = pair.before, pair.after
    if not isinstance(before, Duration) or not isinstance(after, Duration):
        return Verdict(UNCLEAR, "a period of notice on one side alone")
    if before.unit in _MONTHS and after.unit in _MONTHS:
        found = sign(before.count * _MONTHS[before.unit], after.count * _MONTHS[after.unit])
        return sided(found, "a longer notice", "a shorter notice")
    (low, high), (least, most) = (
        tuple(each.count * days for days in _DAYS[each.unit]) for each in (before, after)
    )
    if least > high:
        return Verdict(STRONGER, "a longer notice")
    if most < low:
        return Verdict(WEAKER, "a shorter notice")
    if (low, high) == (least, most):
        return NEUTRAL
    return Verdict(UNCLEAR, "a month is no fixed number of days")


def ladder(steps: Sequence[Sequence[str | None]], up: str, down: str) -> Weigh:
    """Weigh codes by the step that each stands on; codes of one step are equally strong."""
    step = {code: number for number, codes in enumerate(steps) for code in codes}

    def weigh(pair: Pair) -> Verdict:
        return sided(sign(step[pair.before], step[pair.after]), up, down)

    return weigh


def there(up: str, down: str, other: Verdict = NEUTRAL) -> Weigh:
    """Weigh whether something stands there at all; `other` is the verdict where it is another one."""

    def weigh(pair: Pair) -> Verdict:
        found = sign(pair.before is not None, pair.after is not None)
        return sided(found, up, down) if found else other

    return weigh


def unclear(reason: str, *, replaced_only: bool = False) -> Weigh:
    """Say that nobody can weigh this; or only where one thing stands for another."""

    def weigh(pair: Pair) -> Verdict:
        if replaced_only and (pair.before is None or pair.after is None):
            return NEUTRAL
        return Verdict(UNCLEAR, reason)

    return weigh


def wider(up: str, down: str) -> Weigh:
    """Weigh a list by what came and what went."""

    def weigh(pair: Pair) -> Verdict:
        if pair.before and pair.after:
            return Verdict(UNCLEAR, f"{up}, and {down}")
        return sided(1 if pair.after else -1, up, down)

    return weigh


def reduction(pair: Pair) -> Verdict:
    """Weigh reductions; one per year at the end of an action is at least as much as the same one in total."""
    if None in pair.parts or pair.parts[0].per == pair.parts[1].per:
        return _reduction(pair)
    return basis(pair)


_reduction = figure("reduction")


def basis(pair: Pair) -> Verdict:
    """Weigh `per` of two pieces of data with a reduction: per year, or in total over the years."""
    if None in pair.parts:
        return NEUTRAL
    before, after = (measured(each.ghg) for each in pair.parts)
    if before is None or after is None:
        return _reduction(Pair(*(each.ghg for each in pair.parts)))
    found = sign(before.value, after.value)
    to_year = pair.parts[1].per == "year"
    if found == (-1 if to_year else 1) or min(before.value, after.value) <= Decimal(0):
        return Verdict(UNCLEAR, "per year and in total cannot be compared")
    return sided(1 if to_year else -1, "per year, and no longer in total", "in total, and no longer per year")


def share(pair: Pair) -> Verdict:
    """Weigh percentages of a reduction, which may be of the baseline or of the latest emissions."""
    if None not in pair.parts and (pair.parts[0].of or "baseline") != (pair.parts[1].of or "baseline"):
        return Verdict(UNCLEAR, "a share of something else")
    return _reduction(pair)


def indicator(pair: Pair) -> Verdict:
    """Weigh values to be reached, by the direction in which the indicator should move."""
    before, after = pair.records
    if (before.direction, before.unit) != (after.direction, after.unit):
        return Verdict(UNCLEAR, "another direction or unit of the indicator")
    if after.direction in (None, "steady"):
        return Verdict(UNCLEAR, "the direction of the indicator does not say which is more")
    found = sign(pair.before, pair.after)
    return sided(found if after.direction == "up" else -found, "aims at more", "aims at less")
