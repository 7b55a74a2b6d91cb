"""From baseline to target: what must fall, what the actions bring, what remains."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from lgdkit.model.city import City
from lgdkit.model.city_record import EmissionsAt, Goal, Target
from lgdkit.view.profile import target_title
from lgdkit.view.speech import Speech, emissions
from lgdkit.view.totals import Reductions
from lgdkit.view.values import Amount, Percent, Said
from lgdkit.vocab.unit import EMISSIONS

TONNE = "t"
State = Literal["open", "reached", "no-target", "no-goal", "no-reference", "no-emissions", "per-person"]
"""Whether a needed reduction can be worked out, and why not."""


@dataclass(frozen=True, slots=True)
class Share:
    """What actions bring, as a share of the needed reduction."""

    amount: Amount
    percent: Percent


@dataclass(frozen=True, slots=True)
class Rest:
    """What remains of the needed reduction, or, as a surplus, what goes beyond it."""

    amount: Amount
    percent: Percent
    surplus: bool


@dataclass(frozen=True, slots=True)
class Pathway:
    """The first target in tonnes, and the actions held against it."""

    state: State
    title: Said | None = None
    boundary: Said | None = None
    baseline_year: int | None = None
    baseline: Amount | None = None
    latest_year: int | None = None
    latest: Amount | None = None
    goal_year: int | None = None
    reduction: Percent | None = None
    of: str = "baseline"
    goal: Amount | None = None
    rounded: bool = False
    """Whether the goal was worked out from a percentage and rounded."""
    start: str = "latest"
    """What the needed reduction is counted from: `latest`, or `baseline` where nothing newer is known."""
    needed: Amount | None = None
    decided: Share | None = None
    after_decided: Rest | None = None
    undecided: Share | None = None
    after_all: Rest | None = None
    """After every action that may be added, where that is not what remains after the decided ones."""


def pathway(city: City, speech: Speech, sums: Reductions) -> Pathway:
    """Work out the way from the baseline to the first target."""
    targets = city.record.targets if city.record else ()
    if not targets:
        return Pathway("no-target")
    target = targets[0]
    goal = target.target
    baseline = target.baseline.ghg.tonnes() if target.baseline else None
    latest = target.latest.ghg.tonnes() if target.latest else None
    aim = _aim(target)
    now = latest if latest is not None else baseline
    alike = not target.per_person
    needed = now - aim if now is not None and aim is not None and alike else None
    return Pathway(
        state=_state(target, aim, needed),
        title=target_title(speech, target),
        boundary=speech.say(target.boundary),
        baseline_year=target.baseline.year if target.baseline else None,
        baseline=_amount(baseline, target.baseline),
        latest_year=target.latest.year if target.latest else None,
        latest=_amount(latest, target.latest),
        goal_year=goal.year if goal else None,
        reduction=Percent(goal.reduction) if goal and goal.reduction is not None else None,
        of=(goal.of if goal else None) or "baseline",
        goal=_amount(aim, goal if goal and goal.ghg else _reference(target)),
        rounded=aim is not None and goal is not None and goal.ghg is None,
        start="baseline" if latest is None else "latest",
        needed=_amount(needed, None),
        decided=_share(needed, sums.decided),
        after_decided=_rest(needed, sums.decided) if sums.decided else None,
        undecided=_share(needed, sums.undecided),
        after_all=_rest(needed, sums.together)
        if sums.additive and (sums.undecided or not sums.decided)
        else None,
    )


def _aim(target: Target) -> Decimal | None:
    """Return the emissions that may remain, in tonnes: as stated, or from the percentage and rounded."""
    goal, known = target.target, _reference(target)
    if goal is None:
        return None
    if goal.ghg is not None:
        return goal.ghg.tonnes()
    if goal.reduction is None or known is None:
        return None
    reference = known.ghg.tonnes()
    exact = reference * (100 - goal.reduction) / 100
    # no more digits than the figure it comes from
    return _rounded(exact, _step(reference))


def _reference(target: Target) -> EmissionsAt | None:
    """Return the emissions that the goal is a share of."""
    return target.latest if target.target and target.target.of == "latest" else target.baseline


def _step(reference: Decimal) -> Decimal:
    decimals = 0 if reference == reference.to_integral() else -int(reference.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(-decimals)


def _state(target: Target, aim: Decimal | None, needed: Decimal | None) -> State:
    goal = target.target
    if goal is None or (goal.ghg is None and goal.reduction is None):
        return "no-goal"
    if target.per_person:
        return "per-person"
    if aim is None:
        return "no-reference"
    if needed is None:
        return "no-emissions"
    return "open" if needed > 0 else "reached"


def _share(needed: Decimal | None, brought: Amount | None) -> Share | None:
    if needed is None or needed <= 0 or brought is None:
        return None
    return Share(emissions(_tonnes(brought), TONNE, per_year=True), _percent(_tonnes(brought), needed))


def _rest(needed: Decimal | None, brought: Amount | None) -> Rest | None:
    if needed is None or needed <= 0:
        return None
    rest = needed - (_tonnes(brought) if brought else 0)
    return Rest(emissions(abs(rest), TONNE, per_year=True), _percent(abs(rest), needed), surplus=rest < 0)


def _tonnes(amount: Amount) -> Decimal:
    return amount.value * EMISSIONS[amount.unit]


def _percent(part: Decimal, whole: Decimal) -> Percent:
    return Percent(_rounded(part / whole * 100, Decimal("0.1")))


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    with localcontext(prec=80):  # room for whatever the data may hold
        return value.quantize(step, ROUND_HALF_UP)


def _amount(tonnes: Decimal | None, of: EmissionsAt | Goal | None) -> Amount | None:
    """Return tonnes as a document shows them, per person where the figure is that they come from."""
    if tonnes is None:
        return None
    per_person = of is not None and of.ghg is not None and of.ghg.per_person
    return emissions(tonnes, TONNE, per_year=True, per_person=per_person)
