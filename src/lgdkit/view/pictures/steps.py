"""From baseline to target: what must fall, what the actions bring, what remains, each as a bar."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lgdkit.view.pathway import Pathway
from lgdkit.view.pictures.bars import Look, Row, row, row_height, scale_of
from lgdkit.view.pictures.sheet import TOP, WIDTH, Document, Key, Pictures, Room, keys, title_room
from lgdkit.view.values import Amount, Percent

What = Literal[
    "baseline",
    "latest",
    "needed-from-latest",
    "needed-from-baseline",
    "decided",
    "undecided",
    "gap-after-decided",
    "gap-after-all",
    "surplus-after-decided",
    "surplus-after-all",
    "goal",
]


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the table from baseline to target."""

    what: What
    amount: Amount
    year: int | None = None
    percent: Percent | None = None


@dataclass(frozen=True, slots=True)
class StepsAbout:
    """What the picture shows."""

    steps: tuple[Step, ...]
    added: bool
    """Whether it shows what actions bring; not where their reductions may not be added up."""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """Where the goal stands at each bar."""

    x: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class StepsDrawing:
    """A bar a step; the goal crosses each of them."""

    width: int
    height: int
    title: Room
    keys: tuple[Key, ...]
    rows: tuple[Row, ...]
    goal: tuple[GoalLine, ...]


_Bar = tuple[Step, tuple[Decimal, Decimal], Look]


def steps_pictures(document: Document, path: Pathway, *, additive: bool) -> Pictures:
    """Draw the way to the first target; nothing where fewer than two of its figures are known."""
    bars = _bars(path, additive=additive)
    if len(bars) < 2:
        return Pictures()
    scale = scale_of([value for _, between, _ in bars for value in between])
    placed, y = keys(("goal",) if path.goal else (), TOP)
    rows = []
    for step, between, look in bars:
        rows.append(row(step, y, between, scale, look))
        y += row_height(2)
    goal = path.goal.value if path.goal else None
    lines = (
        ()
        if goal is None
        else tuple(
            GoalLine(scale.at(goal), each.bar.y - 3, each.bar.y + each.bar.height + 3) for each in rows
        )
    )
    about = StepsAbout(tuple(step for step, _, _ in bars), additive)
    drawing = StepsDrawing(WIDTH, y, title_room(), placed, tuple(rows), lines)
    return document.pictures("steps", [(about, drawing)])


def _bars(path: Pathway, *, additive: bool) -> list[_Bar]:
    zero = Decimal(0)
    bars: list[_Bar] = []
    if path.baseline:
        bars.append(
            (Step("baseline", path.baseline, path.baseline_year), (zero, path.baseline.value), "grey")
        )
    if path.latest:
        bars.append((Step("latest", path.latest, path.latest_year), (zero, path.latest.value), "grey"))
    now = path.latest or path.baseline
    if path.state == "open" and now and path.goal and path.needed:
        if additive:
            bars += _brought(path, now.value, path.goal.value)
        else:
            what: What = "needed-from-latest" if path.start == "latest" else "needed-from-baseline"
            bars.append((Step(what, path.needed, path.goal_year), (path.goal.value, now.value), "dotted"))
    if path.goal:
        bars.append((Step("goal", path.goal, path.goal_year), (zero, path.goal.value), "dark"))
    return bars


def _brought(path: Pathway, now: Decimal, goal: Decimal) -> list[_Bar]:
    """Return what the actions take away, from where the emissions are now, and what is left to the goal."""
    bars: list[_Bar] = []
    level = now
    if path.decided:
        after = level - path.decided.amount.value
        step = Step("decided", path.decided.amount, percent=path.decided.percent)
        bars.append((step, (after, level), "solid"))
        level = after
    if path.undecided:
        after = level - path.undecided.amount.value
        step = Step("undecided", path.undecided.amount, percent=path.undecided.percent)
        bars.append((step, (after, level), "hatched"))
        level = after
    rest = path.after_all or path.after_decided
    if rest and rest.surplus:
        what: What = "surplus-after-all" if path.after_all else "surplus-after-decided"
        bars.append((Step(what, rest.amount, percent=rest.percent), (level, goal), "empty"))
    elif rest:
        what = "gap-after-all" if path.after_all else "gap-after-decided"
        bars.append((Step(what, rest.amount, percent=rest.percent), (goal, level), "dotted"))
    return bars
