"""The transferability sheet: what the original is, what differs between the two cities, what is still to be answered.

Its three parts are those of the URBACT networks: understand, adapt, re-use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.original import Copied, original_in
from lgdkit.model.practice import Practice
from lgdkit.model.text import Text
from lgdkit.view.agreements import DealLine, deal_line
from lgdkit.view.legal_change import LegalChange, legal_changes
from lgdkit.view.portfolio import ActionLine, line
from lgdkit.view.profile import TargetView, targets
from lgdkit.view.questions import Asked, questions_about
from lgdkit.view.sheets import Undertaking, undertaking
from lgdkit.view.speech import Speech
from lgdkit.view.taken import Taken
from lgdkit.view.ties import Ties
from lgdkit.view.values import Figure, Said

Cited = tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    """Somebody who carries the original, and who takes or could take that part here."""

    name: Said
    kind: str | None
    here: Said | None
    candidates: tuple[Said, ...]
    """The first stakeholders here of the same kind."""
    more: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class OriginalAction:
    """An action of the original city, with its field there and here: by name, or as a shared code."""

    line: ActionLine
    description: Said | None
    field: Said | None
    code: str | None
    field_here: Said | None
    code_here: str | None
    indicators: tuple[Said, ...]
    builds_on: tuple[Said, ...]
    sources: Cited


@dataclass(frozen=True, slots=True)
class ResultLine:
    """What came of a practice."""

    text: Said
    amount: Figure


@dataclass(frozen=True, slots=True)
class Learned:
    """What the original city has written down on a practice behind it."""

    title: Said
    results: tuple[ResultLine, ...]
    conditions: tuple[Said, ...]
    did_not_work: tuple[Said, ...]
    tips: tuple[Said, ...]
    sources: Cited


@dataclass(frozen=True, slots=True)
class Setting:
    """A city as far as it matters for what is taken over."""

    name: Said
    country: str
    languages: tuple[str, ...]
    population: Decimal | None
    population_year: int | None
    targets: tuple[TargetView, ...]
    registers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TransferSheet:
    """The whole document. `city`, `instrument`, `in_force` and `references` are what the clauses ask for."""

    city: Said
    title: Said
    origin: str
    """The city and the id of the original: espoo/kera-commitment."""
    copy: str
    """The id of the prototype."""
    deal: DealLine | None
    actions: tuple[OriginalAction, ...]
    commitments: tuple[Undertaking, ...]
    learned: tuple[Learned, ...]
    parts: tuple[PartLine, ...]
    others: tuple[Said, ...]
    there: Setting
    here: Setting
    law: tuple[LegalChange, ...]
    leading_language: str
    instrument: str
    in_force: bool
    references: tuple[str, ...]
    questions: tuple[Asked, ...]
    roles: tuple[Said, ...]
    """Roles that nobody has taken yet."""
    untranslated: tuple[Said, ...]
    """Titles and texts of the prototype that are not there in this language."""


_REGISTERS = {"FI": ("FI-ytunnus",), "SE": ("SE-orgnr",), "DE": ("DE-HR", "DE-VR")}
_MOST = 8
Ids = Mapping[tuple[str, str], str]


def transfer_sheet(source: City, taken: Taken, target: City, ids: Ids, language: str) -> TransferSheet:
    """Draw up the sheet.

    Args:
        source: the city of the original.
        taken: what of it is taken over.
        target: the city that takes it over, with the prototype among its data.
        ids: the ids of the prototype's records, by kind and id in the original city.
        language: the language of the document.
    """
    there, here = Speech(source, language), Speech(target, language)
    copies = _copies(target, taken, ids)
    countries = [each.record.country if each.record else "" for each in (source, target)]
    law = legal_changes(taken.deal, countries[0], countries[1])
    return TransferSheet(
        city=here.proper(target.record.name) if target.record else Said("", language),
        title=there.say(taken.main.title),
        origin=f"{source.record.id if source.record else ''}/{taken.main.id}",
        copy=ids[taken.kind, taken.main.id],
        deal=deal_line(source, there, taken.deal) if taken.deal else None,
        actions=tuple(_action(there, here, each, ids) for each in taken.actions),
        commitments=tuple(undertaking(there, each) for each in taken.commitments),
        learned=tuple(_learned(there, each) for each in _practices(source, taken)),
        parts=tuple(_part(there, here, each, ids) for each in taken.parts),
        others=tuple(there.name(each) for each in taken.others),
        there=_setting(there),
        here=_setting(here),
        law=law.clauses,
        leading_language=target.languages[0],
        instrument=law.instrument,
        in_force=False,
        references=(),
        questions=questions_about(here, copies),
        roles=tuple(
            here.called(each)
            for each in here.city.stakeholders
            if each.to_be_found and each.id in ids.values()
        ),
        untranslated=tuple(
            said for _, each in copies for said in (here.say(_title(each)),) if said.language != language
        ),
    )


def _copies(target: City, taken: Taken, ids: Ids) -> list[tuple[str, Copied]]:
    """Return the records of the prototype, the deal first."""
    found: list[tuple[str, Copied | None]] = []
    if taken.deal:
        found.append(("deals", original_in(target, "deals", ids.get(("deals", taken.deal.id), ""))))
    found += [("actions", target.action.get(ids.get(("actions", each.id), ""))) for each in taken.actions]
    found += [
        ("commitments", target.commitment.get(ids.get(("commitments", each.id), "")))
        for each in taken.commitments
    ]
    return [(kind, each) for kind, each in found if each is not None]


def _title(record: Copied) -> Text:
    return record.text if isinstance(record, Commitment) else record.title


def _action(there: Speech, here: Speech, action: Action, ids: Ids) -> OriginalAction:
    copied = here.city.action.get(ids.get(("actions", action.id), ""))
    name, code = _field(there, action.field)
    name_here, code_here = _field(here, copied.field if copied else None)
    return OriginalAction(
        line=line(Ties(there.city), there, action),
        description=there.say(action.description),
        field=name,
        code=code,
        field_here=name_here,
        code_here=code_here,
        indicators=tuple(
            there.say(known.name) for each in action.indicators if (known := there.city.indicator.get(each))
        ),
        builds_on=tuple(there.action(each).title for each in action.depends_on),
        sources=there.cited(action.sources),
    )


def _field(speech: Speech, field: str | None) -> tuple[Said | None, str | None]:
    """Return the city's own name of a field of action, or the shared code."""
    record = speech.city.record
    own = next((each for each in (record.fields if record else ()) if each.id == field), None)
    return (speech.say(own.name), None) if own else (None, field)


def _practices(source: City, taken: Taken) -> list[Practice]:
    """Return the practices that the original city has written down on what is taken."""
    deal = {taken.deal.id} if taken.deal else set()
    actions = {each.id for each in taken.actions}
    commitments = {each.id for each in taken.commitments}
    return [
        each
        for each in source.practices
        if deal.intersection(each.deals)
        or actions.intersection(each.actions)
        or commitments.intersection(each.commitments)
    ]


def _learned(speech: Speech, practice: Practice) -> Learned:
    def said(texts: tuple[Text, ...]) -> tuple[Said, ...]:
        return tuple(speech.say(each) for each in texts)

    return Learned(
        title=speech.say(practice.title),
        results=tuple(
            ResultLine(speech.say(each.text), speech.figure(each.amount)) for each in practice.results
        ),
        conditions=said(practice.enabling_conditions),
        did_not_work=said(practice.did_not_work),
        tips=said(practice.transfer_tips),
        sources=speech.cited(practice.sources),
    )


def _part(there: Speech, here: Speech, part: str, ids: Ids) -> PartLine:
    known = there.city.stakeholder.get(part)
    kind = known.kind if known else None
    alike = [
        each
        for each in here.city.stakeholders
        if each.kind == kind and not each.to_be_found and each.id != here.city.organisation
    ]
    taking = ids.get(("stakeholders", part))
    return PartLine(
        name=there.name(part),
        kind=kind,
        here=here.name(taking) if taking else None,
        candidates=tuple(here.called(each) for each in alike[:_MOST]),
        more=max(len(alike) - _MOST, 0),
    )


def _setting(speech: Speech) -> Setting:
    city = speech.city
    record = city.record
    population = record.population if record else None
    country = record.country if record else ""
    return Setting(
        name=speech.proper(record.name) if record else Said("", speech.language),
        country=country,
        languages=city.languages,
        population=Decimal(population.value) if population else None,
        population_year=population.year if population else None,
        targets=targets(city, speech),
        registers=_REGISTERS.get(country, ("other",)),
    )
