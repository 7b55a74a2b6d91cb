"""The records of a prototype: what of a deal, a commitment, an action and a partner goes along, and nothing else.

Each field that goes along is named here. Persons, contacts, register numbers, signatures, decisions, dates,
sources, remarks, and a city's own fields are not; figures are emptied.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from lgdkit.edit.record import Plain
from lgdkit.model.action import Action
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal, Promise
from lgdkit.model.original import Copied
from lgdkit.model.quantity import NOT_APPLICABLE, NotApplicable
from lgdkit.model.recurrence import Recurrence
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.replicating.asking import Asking, Question
from lgdkit.replicating.wording import LEFT_OUT, Wording

Record = dict[str, Any]
Ids = Mapping[tuple[str, str], str]
"""The ids that records have in the prototype, by kind and id in the original city."""


class Carrier:
    """Writes the records of a prototype."""

    def __init__(
        self,
        wording: Wording,
        ids: Ids,
        fields: Callable[[str | None], tuple[str, ...]],
        title: Callable[[str], str],
        origin: Callable[[Copied], Record],
    ) -> None:
        """Take what a prototype's records need to know of the two cities.

        Args:
            wording: turns texts into those of the other city.
            ids: the ids in the prototype; a stakeholder without one has no part in it.
            fields: the fields of action that match one of the original's.
            title: the title of an action of the original city.
            origin: what `replicates` says of a record.
        """
        self._wording, self._ids = wording, ids
        self._fields, self._title, self._origin = fields, title, origin
        self._ask = Asking(wording)

    def role(self, part: Stakeholder, named: str, name: Mapping[str, str]) -> Record:
        """Return the role that somebody is to be found for."""
        found: Record = {
            "id": Plain(named),
            "name": dict(name),
            "to_be_found": True,
            "kind": Plain(part.kind),
        }
        if part.sector and part.sector.nace:
            found["sector"] = {"nace": Plain(part.sector.nace)}
        found |= {
            key: Plain(value)
            for key in ("influence", "interest")
            if (value := getattr(part, key)) is not None
        }
        return found

    def action(self, action: Action) -> Record:
        """Return an action as the prototype has it: proposed, without dates and figures."""
        where = f"actions/{action.id}"
        texts = {
            "title": self._wording.carried(action.title, f"{where}: title"),
            "description": self._wording.carried(action.description),
        }
        fitting = self._fields(action.field)
        lead = self._ids.get(("stakeholders", action.lead or ""))
        partners = [
            self._ids[("stakeholders", each)]
            for each in action.partners
            if ("stakeholders", each) in self._ids
        ]
        milestones = [text for each in action.milestones if (text := self._wording.carried(each.title))]
        impact, figures = self._impact(action)
        cost, costs = self._cost(action)
        questions = [
            *([] if fitting else [self._ask.field()]),
            *([self._ask.other_fields(fitting[1:])] if fitting[1:] else []),
            *([] if lead else [self._ask.lead()]),
            *([self._ask.start()] if action.start else []),
            *([self._ask.end()] if action.end else []),
            *figures,
            *costs,
            *([self._ask.funding()] if action.funding else []),
            *([self._ask.indicators("indicators")] if action.indicators else []),
            *([self._ask.strategies()] if action.strategies else []),
            *(
                [self._ask.in_place([self._title(each) for each in action.depends_on])]
                if action.depends_on
                else []
            ),
            *self._names(
                [*texts.values(), *milestones], [each for each in (action.lead, *action.partners) if each]
            ),
        ]
        return _filled(
            {
                "id": Plain(self._ids["actions", action.id]),
                **texts,
                "field": Plain(fitting[0]) if fitting else None,
                "kind": action.kind and Plain(action.kind),
                "levers": [Plain(each) for each in action.levers],
                "lead": lead and Plain(lead),
                "partners": [Plain(each) for each in dict.fromkeys(partners) if each != lead],
                "decision": {"status": Plain("proposed")},
                "milestones": [{"title": each} for each in milestones],
                "impact": impact,
                "cost": cost,
                "sdgs": list(action.sdgs),
                "replicates": self._origin(action),
                "questions": questions,
            }
        )

    def commitment(self, commitment: Commitment) -> Record:
        """Return a commitment as the prototype has it: without a date, figures emptied."""
        where = f"commitments/{commitment.id}"
        texts = {
            "text": self._wording.carried(commitment.text, f"{where}: text"),
            "deliverable": self._wording.carried(commitment.deliverable),
        }
        questions: list[Question] = [self._ask.due()] if commitment.due else []
        amount = self._emptied(commitment.amount, questions, self._ask.amount)
        ghg = self._emptied(commitment.ghg, questions, partial(self._ask.reduction, "ghg"))
        invested = commitment.investment.amount if commitment.investment else None
        investment = self._emptied(invested, questions, self._ask.investment)
        questions += [self._ask.indicators("indicator")] if commitment.indicator else []
        questions += self._names(texts.values(), [commitment.by])
        action = self._ids.get(("actions", commitment.action or ""))
        return _filled(
            {
                "id": Plain(self._ids["commitments", commitment.id]),
                "by": Plain(self._ids["stakeholders", commitment.by]),
                "action": action and Plain(action),
                **texts,
                "amount": amount,
                "every": _recurring(commitment.every),
                "kind": commitment.kind and Plain(commitment.kind),
                "ghg": ghg,
                "per": Plain("total") if commitment.per == "total" else None,
                "investment": {"amount": investment} if investment else None,
                "replicates": self._origin(commitment),
                "questions": questions,
            }
        )

    def deal(self, deal: Deal, parties: list[str], commitments: list[str]) -> Record:
        """Return a deal as the prototype has it: requested, unsigned, its clauses as a proposal."""
        where = f"deals/{deal.id}"
        texts = {
            "title": self._wording.carried(deal.title, f"{where}: title"),
            "purpose": self._wording.carried(deal.purpose),
        }
        goals = [text for each in deal.goals if (text := self._wording.carried(each))]
        ours, theirs = map(self._promises, (deal.city_contributions, deal.partner_benefits))
        promised = [each["text"] for each in (*ours, *theirs)]
        review = deal.term.review if deal.term else None
        term = (
            {"review": _filled({"every": _recurring(review.every), "month": review.month})}
            if review
            else None
        )
        questions = [
            self._ask.term(),
            *([self._ask.report_to()] if deal.reporting and deal.reporting.to else []),
            *([self._ask.legal_force()] if deal.legal_status != "non-binding" else []),
            *([self._ask.adoption()] if deal.adopted or deal.legal_status != "non-binding" else []),
            self._ask.signatories(),
            *self._names([*texts.values(), *goals, *promised], deal.parties),
        ]
        chosen = deal.clauses
        opening = deal.accession
        return _filled(
            {
                "id": Plain(self._ids["deals", deal.id]),
                "title": texts["title"],
                "parties": [Plain(each) for each in parties],
                "level": Plain(deal.level),
                "state": Plain("requested"),
                "legal_status": Plain(deal.legal_status),
                "purpose": texts["purpose"],
                "goals": goals,
                "commitments": [Plain(each) for each in commitments],
                "city_contributions": ours,
                "partner_benefits": theirs,
                "term": term,
                "reporting": {"every": _recurring(deal.reporting.every)} if deal.reporting else None,
                "accession": opening
                and _filled({"open": opening.open, "consent": opening.consent and Plain(opening.consent)}),
                "termination": deal.termination
                and {"notice": f"{deal.termination.notice.count} {deal.termination.notice.unit}s"},
                "clauses": chosen
                and _filled({key: getattr(chosen, key) for key in ("confidentiality", "logo")}),
                "replicates": self._origin(deal),
                "questions": questions,
            }
        )

    def _impact(self, action: Action) -> tuple[Record, list[Question]]:
        impact = action.impact
        questions: list[Question] = []
        if impact is None:
            return {}, questions
        found = {
            "ghg": self._emptied(impact.ghg, questions, partial(self._ask.reduction, "impact/ghg")),
            "per": Plain("total") if impact.per == "total" else None,
            "co_benefits": [Plain(each) for each in impact.co_benefits],
        }
        for key in ("energy_saved", "renewable_energy"):
            ask = partial(self._ask.energy, f"impact/{key}")
            found[key] = self._emptied(getattr(impact, key), questions, ask)
        found["sinks"] = self._emptied(impact.sinks, questions, partial(self._ask.reduction, "impact/sinks"))
        return _filled(found), questions

    def _cost(self, action: Action) -> tuple[Record, list[Question]]:
        cost = action.cost
        questions: list[Question] = []
        if cost is None:
            return {}, questions
        found = {
            "total": self._emptied(cost.total, questions, partial(self._ask.cost, "cost/total")),
            "own": self._emptied(cost.own, questions, partial(self._ask.cost, "cost/own")),
        }
        return _filled(found), questions

    def _emptied(self, value: object, questions: list[Question], ask: Callable[[], Question]) -> object:
        """Return what stands for a figure of the other city, and note the question for ours."""
        if value is None:
            return None
        if isinstance(value, NotApplicable):
            return Plain(NOT_APPLICABLE)
        questions.append(ask())
        return self._ask.not_yet()

    def _promises(self, promises: tuple[Promise, ...]) -> list[Record]:
        return [
            _filled({"text": text, "every": _recurring(each.every)})
            for each in promises
            if (text := self._wording.carried(each.text))
        ]

    def _names(self, texts: Iterable[Mapping[str, Any]], parts: Iterable[str]) -> list[Question]:
        """Ask for what a person has to write anew in these texts."""
        said = " ".join(
            each["text"] if isinstance(each, Mapping) else each for text in texts for each in text.values()
        )
        names = self._wording.telling(said, parts)
        return [
            *([self._ask.speaks_of(names)] if names else []),
            *([self._ask.figures_in_texts()] if LEFT_OUT in said else []),
        ]


def _recurring(recurrence: Recurrence | None) -> Record | None:
    return {"times": recurrence.times, "per": Plain(recurrence.per)} if recurrence else None


def _filled(record: Record) -> Record:
    """Leave out what is empty; false is a value."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {}, ())}
