"""What one city lacks and another one has: a practice or a deal to look at, and why it is offered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lgdkit.view.said import proper, said
from lgdkit.view.standing import Offer, Standing, Subject
from lgdkit.view.values import Said
from lgdkit.vocab.field_of_action import FIELDS
from lgdkit.vocab.green_deal import GREEN_DEAL_AREAS

MOST_OFFERS = 3
MOST_NAMES = 10
_PARTNERS = (
    "sme",
    "company",
    "social-economy",
    "cooperative",
    "association",
    "academia",
    "public-body",
    "citizens",
)
_FIRST = {"reporting": 0, "signed": 1, "agreed": 2, "negotiating": 3, "requested": 4}


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A practice or a deal of another city; why it is offered is what is known of it."""

    city: Said
    record: str
    """How another city refers to it: espoo/kera-commitment."""
    title: Said
    kind: str
    state: str
    commitments: int
    quantified: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that cities lack: no action in a field or area, no deal with a partner, no figure at all."""

    kind: str
    """field, area, partner or figures."""
    code: str
    cities: tuple[Said, ...]
    more: int
    """How many cities besides those that are named."""
    ids: tuple[str, ...]
    offers: tuple[ToLookAt, ...]


def gaps(cities: Sequence[Standing], language: str) -> tuple[Gap, ...]:
    """Return what at least one city lacks, with what others have of it; what all lack is told, too."""
    by_subject: dict[Subject, list[tuple[Standing, Offer]]] = {}
    for city in cities:
        for offer in city.offers:
            by_subject.setdefault(offer.subject, []).append((city, offer))
    found = []
    for subject in _subjects():
        lacking = [each for each in cities if _lacks(each, subject)]
        if lacking:
            found.append(_gap(subject, lacking, by_subject.get(subject, []), language))
    return tuple(found)


def _subjects() -> Iterator[Subject]:
    yield from (Subject("field", code) for code in FIELDS)
    yield from (Subject("area", code) for code in GREEN_DEAL_AREAS)
    yield from (Subject("partner", code) for code in _PARTNERS)
    yield Subject("figures", "")


def _lacks(city: Standing, subject: Subject) -> bool:
    if subject.kind == "figures":
        return city.commitments > 0 and city.quantified == 0
    held = {"field": city.fields, "area": city.areas, "partner": city.partners}[subject.kind]
    return subject.code not in dict(held)


def _gap(
    subject: Subject, lacking: list[Standing], offers: list[tuple[Standing, Offer]], language: str
) -> Gap:
    ids = {each.id for each in lacking}
    ranked = sorted(((city, offer) for city, offer in offers if city.id not in ids), key=_rank)
    return Gap(
        kind=subject.kind,
        code=subject.code,
        cities=tuple(proper(each.name, language, each.first) for each in lacking[:MOST_NAMES]),
        more=max(0, len(lacking) - MOST_NAMES),
        ids=tuple(each.id for each in lacking),
        offers=tuple(_to_look_at(*each, language) for each in ranked[:MOST_OFFERS]),
    )


def _rank(found: tuple[Standing, Offer]) -> tuple[object, ...]:
    """Put practices first, then deals by how far they are, then those with the most figures."""
    city, offer = found
    return offer.kind != "practice", _FIRST.get(offer.state, 9), -offer.quantified, city.id, offer.id


def _to_look_at(city: Standing, offer: Offer, language: str) -> ToLookAt:
    return ToLookAt(
        city=proper(city.name, language, city.first),
        record=f"{city.id}/{offer.id}",
        title=said(offer.title, language, city.first),
        kind=offer.kind,
        state=offer.state,
        commitments=offer.commitments,
        quantified=offer.quantified,
    )
