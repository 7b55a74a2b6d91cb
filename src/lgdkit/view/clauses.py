"""Which clauses an agreement has, and their wording: by legal status, level, parties, money and country.

The clauses are those of published agreements of European cities: title, parties and signatures stand in
every one; what else there is depends on how much the parties settle with it.
"""

from dataclasses import dataclass

from lgdkit.model.deal import Deal
from lgdkit.vocab.deal import IN_FORCE

SHORT = "declaration"
"""The level that joins a deal by one page: it leaves out what the deal that it joins already settles."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by its name; the wordings to look for, the most fitting first: files of the legal prose."""

    name: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What of an agreement decides on its clauses."""

    deal: Deal | None
    country: str
    parties: int
    money: bool
    """Whether a commitment names a sum of money."""
    languages: int
    """In how many languages it is drafted."""

    @property
    def status(self) -> str:
        """Its legal status; a first proposal binds nobody."""
        return self.deal.legal_status if self.deal else "non-binding"

    @property
    def level(self) -> str:
        """Its level; a first proposal is a framework."""
        return self.deal.level if self.deal else "framework"

    @property
    def short(self) -> bool:
        """Whether it is a declaration of accession."""
        return self.level == SHORT

    @property
    def signed(self) -> bool:
        """Whether the parties hold each other to it."""
        return self.deal is not None and self.deal.state in IN_FORCE


def preamble_of(shape: Shape) -> Clause | None:
    """Return the considerations, which stand before the numbered clauses; a declaration has none."""
    return None if shape.short else _clause("preamble", shape.country)


def signatures_of(shape: Shape) -> Clause:
    """Return what is said above the lines for the signatures."""
    return _clause("signatures", f"{shape.status}.{shape.country}", shape.country)


def clauses_of(shape: Shape) -> tuple[Clause, ...]:
    """Return the numbered clauses of a deal in order; without one, those of a framework without legal force."""
    return tuple(each for each in (*_content(shape), *_conduct(shape), *_course(shape)) if each is not None)


def _content(shape: Shape) -> tuple[Clause | None, ...]:
    """Return what the parties want and bring."""
    deal = shape.deal
    contributes = not shape.short or (
        deal is not None and bool(deal.city_contributions or deal.partner_benefits)
    )
    return (
        None if shape.short else _clause("definitions"),
        _clause("purpose", shape.level),
        _clause("goals"),
        _clause("city-contributions") if contributes else None,
        _clause("commitments", shape.level),
    )


def _conduct(shape: Shape) -> tuple[Clause | None, ...]:
    """Return how they work together."""
    deal, short = shape.deal, shape.short
    chosen = deal.clauses if deal else None
    logo = bool(chosen and chosen.logo)
    reports = not short or (deal is not None and deal.reporting is not None)
    secrets = chosen.confidentiality if chosen else None
    return (
        None if short else _clause("governance", shape.level),
        _clause("reporting", _gap(deal and deal.reporting, signed=shape.signed)) if reports else None,
        _clause("communication", "logo" if logo else "") if logo or not short else None,
        _clause("funding", shape.status) if shape.money else _clause("funding", "none"),
        _clause("publicity", shape.country),
        _clause("confidentiality") if secrets or (secrets is None and not short) else None,
        _clause("data-protection"),
    )


def _course(shape: Shape) -> tuple[Clause | None, ...]:
    """Return what it means in law and how long it lasts."""
    deal, short, status, signed = shape.deal, shape.short, shape.status, shape.signed
    opening = deal.accession if deal else None
    return (
        _clause("legal-status", f"{status}.{shape.country}", status),
        _clause("duration", _gap(deal and deal.term, signed=signed)),
        None if short else _clause("amendment", status),
        None
        if short
        else _clause(
            "accession", _accession(opening.open if opening else None, shape.parties, signed=signed)
        ),
        _termination(_gap(deal and deal.termination, signed=signed), status),
        None if short else _clause("liability", status),
        _clause("language") if shape.languages > 1 else None,
        _clause("law", shape.country) if status != "non-binding" else None,
        None if short else _clause("annexes"),
    )


def _clause(name: str, *variants: str) -> Clause:
    wordings = [f"{name}.{each}" for each in variants if each and not each.endswith(".")]
    return Clause(name, (*wordings, name))


def _gap(value: object, *, signed: bool) -> str:
    """Return the wording for what the data does not say: still to be agreed, or agreed and not recorded."""
    if value is not None:
        return ""
    return "unrecorded" if signed else "open"


def _termination(gap: str, status: str) -> Clause:
    return _clause("termination", f"{gap}.{status}", gap) if gap else _clause("termination", status)


def _accession(open_to_others: bool | None, parties: int, *, signed: bool) -> str:
    if open_to_others is None:
        return "unrecorded" if signed else "undecided"
    if not open_to_others:
        return "closed"
    return "open" if parties > 2 else "open-bilateral"
