"""The Memorandum of Understanding: a stakeholder's copy of a deal, or a first draft where there is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.model.city_record import Goal, Target
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal, Promise
from lgdkit.model.money import Money
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.clauses import SHORT, Clause, Shape, clauses_of, preamble_of, signatures_of
from lgdkit.view.commitment_sheet import CommitmentLine, CommitmentSheet, commitment_line, commitment_sheet
from lgdkit.view.parties import Party, city_name, party_of, unnamed_city
from lgdkit.view.speech import Speech, day, emitted, length, speech_of, times
from lgdkit.view.values import Amount, Day, Length, Percent, Said, Shared, Times
from lgdkit.vocab.deal import CLOSED

_FEW = 4
"""Up to so many parties each copy prints the commitments of all; beyond it only those of the stakeholder."""


@dataclass(frozen=True, slots=True)
class Aim(Shared):
    """A target of the city with its boundary."""

    title: Said | None
    boundary: Said | None
    year: int
    reduction: Percent | None
    base_year: int | None
    remaining: Amount | None


@dataclass(frozen=True, slots=True)
class Reference(Shared):
    """A strategy or plan that the agreement builds on."""

    title: Said
    adopted: Day | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What the city contributes or the partner gains."""

    text: Said
    due: Day | None
    every: Times | None


@dataclass(frozen=True, slots=True)
class PartyCommitments:
    """The commitments of one party."""

    party: Said
    commitments: tuple[CommitmentLine, ...]


@dataclass(frozen=True, slots=True)
class Memorandum:
    """The whole document; what a deal does not say is None, and the clause then says so."""

    city: Said
    city_organisation: Said
    partner: Said
    title: Said | None
    has_deal: bool
    state: str | None
    in_force: bool
    level: str
    legal_status: str
    instrument: str
    """What the text calls itself: declaration, memorandum, agreement."""
    country: str
    leading_language: str
    leading: bool
    languages: tuple[str, ...]
    adopted_by: Said | None
    adopted_reference: str | None
    adopted_on: Day | None
    signed_on: Day | None
    signed_at: str | None
    parties: tuple[Party, ...]
    """Who agrees; of a declaration the one who declares."""
    signing: tuple[Party, ...]
    """Who signs."""
    city_signs: bool
    aims: tuple[Aim, ...]
    references: tuple[Reference, ...]
    purpose: Said | None
    goals: tuple[Said, ...]
    city_contributions: tuple[Contribution, ...]
    benefits: tuple[Contribution, ...]
    own: PartyCommitments
    others: tuple[PartyCommitments, ...]
    other_parties: int
    """How many other parties have commitments that this copy does not print."""
    undecided: bool
    coordinator: Said | None
    coordinator_role: Said | None
    contact: Said | None
    reporting: Times | None
    reporting_to: Said | None
    term_from: Day | None
    term_until: Day | None
    review: Times | None
    review_month: int | None
    consent: str | None
    notice: Length | None
    preamble: Clause | None
    clauses: tuple[Clause, ...]
    signatures: Clause | None
    annexed: bool
    """Whether the individual commitment sheet goes with it; a declaration of support alone has nothing to put in."""
    sheet: CommitmentSheet
    note: Said | None


def memorandum(city: City, language: str, stakeholder: Stakeholder, deal: Deal | None) -> Memorandum:
    """Draw up a stakeholder's copy of a deal; without one, a framework without legal force."""
    languages = languages_of(city, stakeholder, deal)
    leading = leading_language(city, stakeholder, deal)
    speech = speech_of(city, language, leading)
    organisation = city.organisation or ""
    ids = deal.parties if deal else (*((organisation,) if organisation else ()), stakeholder.id)
    commitments = city.commitments_of(deal) if deal else _commitments_by(city, ids)
    own = tuple(each for each in commitments if each.by == stakeholder.id)
    partners = [each for each in ids if each not in (organisation, stakeholder.id)]
    short = deal is not None and deal.level == SHORT
    few = len(ids) <= _FEW
    others = () if short else _by_party(city, speech, partners, commitments)
    record = city.record
    term = deal.term if deal else None
    coordinator = record.coordinator if record else None
    parties = tuple(party_of(city, speech, each, deal, own=each == stakeholder.id) for each in ids)
    if deal is None and not organisation:
        parties = (unnamed_city(city, speech), *parties)
    own_party = PartyCommitments(
        speech.called(stakeholder), tuple(commitment_line(city, speech, each) for each in own)
    )
    shape = Shape(
        deal,
        record.country if record else "",
        len(parties),
        money=_money(
            each for each in commitments if each.by == stakeholder.id or (each.by in ids and not short)
        ),
        languages=len(languages),
        committed=bool(own),
    )
    joining = tuple(each for each in parties if each.own)
    accepts = shape.status != "non-binding" or (deal is not None and _named(deal, organisation))
    signing = tuple(each for each in parties if each.own or (each.city and accepts)) if short else parties
    return Memorandum(
        city=speech.proper(record.name) if record else Said("", language),
        city_organisation=speech.name(organisation) if organisation else city_name(city, speech),
        partner=speech.called(stakeholder),
        title=speech.say(deal.title) if deal else None,
        has_deal=deal is not None,
        state=deal.state if deal else None,
        in_force=shape.signed,
        level=shape.level,
        legal_status=shape.status,
        instrument=_instrument(shape),
        country=shape.country,
        leading_language=leading,
        leading=leading == language,
        languages=languages,
        adopted_by=speech.say(deal.adopted.body) if deal and deal.adopted else None,
        adopted_reference=deal.adopted.reference if deal and deal.adopted else None,
        adopted_on=day(deal.adopted.date) if deal and deal.adopted else None,
        signed_on=day(deal.signed.date) if deal and deal.signed else None,
        signed_at=deal.signed.place if deal and deal.signed else None,
        parties=joining if short else parties,
        signing=signing,
        city_signs=any(each.city for each in signing),
        aims=_aims(city, speech),
        references=_references(city, speech),
        purpose=speech.say(deal.purpose) if deal else None,
        goals=tuple(speech.say(each) for each in deal.goals) if deal else (),
        city_contributions=_contributions(speech, deal.city_contributions if deal else ()),
        benefits=_contributions(speech, deal.partner_benefits if deal else ()),
        own=own_party,
        others=others if few else (),
        other_parties=0 if few else len(others),
        undecided=any(
            line.action is not None and line.action.decision != "decided"
            for each in (own_party, *(others if few else ()))
            for line in each.commitments
        ),
        coordinator=speech.say(coordinator.unit) if coordinator else None,
        coordinator_role=speech.say(coordinator.role) if coordinator else None,
        contact=speech.say(stakeholder.contact.role) if stakeholder.contact else None,
        reporting=times(deal.reporting.every) if deal and deal.reporting else None,
        reporting_to=speech.say(deal.reporting.to) if deal and deal.reporting else None,
        term_from=day(term.start) if term else None,
        term_until=day(term.until) if term else None,
        review=times(term.review.every) if term and term.review else None,
        review_month=term.review.month if term and term.review else None,
        consent=deal.accession.consent if deal and deal.accession else None,
        notice=length(deal.termination.notice) if deal and deal.termination else None,
        preamble=preamble_of(shape),
        clauses=clauses_of(shape),
        signatures=signatures_of(shape),
        annexed=bool(own) or not short,
        sheet=commitment_sheet(city, speech, stakeholder, own),
        note=speech.say(deal.note) if deal else None,
    )


def deals_to_draft(city: City, stakeholder: Stakeholder) -> tuple[Deal, ...]:
    """Return the deals of which a stakeholder gets a copy: all that are neither expired nor withdrawn."""
    return tuple(each for each in city.deals_of(stakeholder.id) if each.state not in CLOSED)


def languages_of(city: City, stakeholder: Stakeholder, deal: Deal | None) -> tuple[str, ...]:
    """Return the languages of a copy: the deal's, else the city's, and the one of the stakeholder."""
    chosen = deal.languages if deal and deal.languages else city.languages
    wanted = (*chosen, *((stakeholder.language,) if stakeholder.language else ()))
    return tuple(dict.fromkeys(wanted))


def leading_language(city: City, stakeholder: Stakeholder, deal: Deal | None) -> str:
    """Return the language whose text prevails: as said, else the city's first, else the first one drafted."""
    said = deal.leading_language if deal else stakeholder.language
    if said:
        return said
    languages = languages_of(city, stakeholder, deal)
    return city.languages[0] if city.languages[0] in languages else languages[0]


def _commitments_by(city: City, parties: Iterable[str]) -> tuple[Commitment, ...]:
    return tuple(own for each in dict.fromkeys(parties) for own in city.commitments_by(each))


def _money(commitments: Iterable[Commitment]) -> bool:
    return any(each.investment and isinstance(each.investment.amount, Money) for each in commitments)


def _named(deal: Deal, organisation: str) -> bool:
    """Say whether the data names a signatory of the city: then it signs what only the other party declares."""
    return any(each.party == organisation for each in deal.signatories)


def _instrument(shape: Shape) -> str:
    """Return what the text calls itself; its heading alone decides nothing on its force."""
    if shape.short:
        return "declaration"
    return "agreement" if shape.status == "binding" else "memorandum"


def _by_party(
    city: City, speech: Speech, parties: list[str], commitments: tuple[Commitment, ...]
) -> tuple[PartyCommitments, ...]:
    found = []
    for party in parties:
        lines = tuple(commitment_line(city, speech, each) for each in commitments if each.by == party)
        if lines:
            found.append(PartyCommitments(speech.name(party), lines))
    return tuple(found)


def _aims(city: City, speech: Speech) -> tuple[Aim, ...]:
    """Return the targets of the city, the same for all copies."""
    if "aims" not in speech.kept:
        targets = city.record.targets if city.record else ()
        speech.kept["aims"] = tuple(_aim(speech, each, each.target) for each in targets if each.target)
    found: tuple[Aim, ...] = speech.kept["aims"]
    return found


def _references(city: City, speech: Speech) -> tuple[Reference, ...]:
    """Return the strategies that agreements build on, the same for all copies."""
    if "references" not in speech.kept:
        speech.kept["references"] = tuple(
            Reference(speech.say(each.title), day(each.adopted), each.reference)
            for each in (city.record.strategies if city.record else ())
        )
    found: tuple[Reference, ...] = speech.kept["references"]
    return found


def _aim(speech: Speech, target: Target, goal: Goal) -> Aim:
    base = (target.latest if goal.of == "latest" else target.baseline) if goal.reduction is not None else None
    return Aim(
        title=speech.say(target.title),
        boundary=speech.say(target.boundary),
        year=goal.year,
        reduction=Percent(goal.reduction) if goal.reduction is not None else None,
        base_year=base.year if base else None,
        remaining=emitted(goal.ghg) if goal.ghg else None,
    )


def _contributions(speech: Speech, promises: tuple[Promise, ...]) -> tuple[Contribution, ...]:
    return tuple(Contribution(speech.say(each.text), day(each.due), times(each.every)) for each in promises)
