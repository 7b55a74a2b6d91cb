"""From baseline to target: what must fall, what the actions bring, what remains."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from lgdkit.model.city import City
from lgdkit.model.city_record import Goal, Target
from lgdkit.view.profile import target_title
from lgdkit.view.speech import Speech, emissions
from lgdkit.view.totals import Reductions
from lgdkit.view.values import Amount, Percent, Said

TONNE = "t"
State = Literal["open", "reached", "no-target", "no-goal", "no-reference", "no-emissions"]
"""Whether a needed reduction can be worked out, and why not."""


@dataclass(frozen=True, slots=True)
class Share:
    """What actions bring, as a share of the needed reduction, and what remains after them."""

    amount: Amount
    percent: Percent
    remaining: Amount
    surplus: bool
    """Whether `remaining` is what goes beyond the goal."""


@dataclass(frozen=True, slots=True)
class Pathway:
    """The first target in tonnes, and the actions held against it."""

    state: State
    title: Said | None
    boundary: Said | None
    baseline_year: int | None
    baseline: Amount | None
    latest_year: int | None
    latest: Amount | None
    goal_year: int | None
    reduction: Percent | None
    of: str
    goal: Amount | None
    rounded: bool
    """Whether the goal was worked out from a percentage and rounded."""
    start: str
    """What the needed reduction is counted from: `latest`, or `baseline` where nothing newer is known."""
    needed: Amount | None
    decided: Share | None
    undecided: Share | None
    """Of actions that are not decided yet; its `remaining` is what remains after decided and undecided ones."""
    together: Share | None


def pathway(city: City, speech: Speech, sums: Reductions) -> Pathway:
    """Work out the way from the baseline to the first target."""
    targets = city.record.targets if city.record else ()
    if not targets:
        return Pathway("no-target", *[None] * 8, "baseline", None, False, "latest", *[None] * 4)  # type: ignore[arg-type]
    target = targets[0]
    goal = target.target
    baseline = target.baseline.ghg.tonnes() if target.baseline else None
    latest = target.latest.ghg.tonnes() if target.latest else None
    aim = _aim(goal, baseline, latest)
    now = latest if latest is not None else baseline
    needed = now - aim if now is not None and aim is not None else None
    shares = _shares(needed, sums)
    return Pathway(
        state=_state(target, aim, needed),
        title=target_title(speech, target),
        boundary=speech.say(target.boundary),
        baseline_year=target.baseline.year if target.baseline else None,
        baseline=_amount(baseline),
        latest_year=target.latest.year if target.latest else None,
        latest=_amount(latest),
        goal_year=goal.year if goal else None,
        reduction=Percent(goal.reduction) if goal and goal.reduction is not None else None,
        of=(goal.of if goal else None) or "baseline",
        goal=_amount(aim),
        rounded=aim is not None and goal is not None and goal.ghg is None,
        start="baseline" if latest is None else "latest",
        needed=_amount(needed),
        **shares,
    )


def _aim(goal: Goal | None, baseline: Decimal | None, latest: Decimal | None) -> Decimal | None:
    """Return the emissions that may remain, in tonnes: as stated, or from the percentage and rounded."""
    if goal is None:
        return None
    if goal.ghg is not None:
        return goal.ghg.tonnes()
    reference = latest if goal.of == "latest" else baseline
    if goal.reduction is None or reference is None:
        return None
    exact = reference * (100 - goal.reduction) / 100
    # no more digits than the figure it comes from
    return exact.quantize(_step(reference), ROUND_HALF_UP)


def _step(reference: Decimal) -> Decimal:
    decimals = 0 if reference == reference.to_integral() else -int(reference.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(-decimals)


def _state(target: Target, aim: Decimal | None, needed: Decimal | None) -> State:
    goal = target.target
    if goal is None or (goal.ghg is None and goal.reduction is None):
        return "no-goal"
    if aim is None:
        return "no-reference"
    if needed is None:
        return "no-emissions"
    return "open" if needed > 0 else "reached"


def _shares(needed: Decimal | None, sums: Reductions) -> dict[str, Share | None]:
    if needed is None or needed <= 0:
        return {"decided": None, "undecided": None, "together": None}
    found: dict[str, Share | None] = {}
    for name in ("decided", "undecided", "together"):
        brought: Decimal | None = getattr(sums, f"{name}_tonnes")
        if brought is None:
            found[name] = None
            continue
        percent = (brought / needed * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        rest = needed - brought
        found[name] = Share(
            emissions(brought, TONNE, per_year=True),
            Percent(percent),
            emissions(abs(rest), TONNE, per_year=True),
            rest < 0,
        )
    return found


def _amount(tonnes: Decimal | None) -> Amount | None:
    return None if tonnes is None else emissions(tonnes, TONNE, per_year=True)
