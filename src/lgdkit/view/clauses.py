"""Which clauses an agreement has, and their wording: by legal status, level, parties, money and country.

The clauses are those of published agreements of European cities. A declaration of accession is the paper of the
one who joins: it declares, and settles nothing between parties. A framework says what the parties want and how
they go on; a full agreement settles each commitment.
"""

from dataclasses import dataclass

from lgdkit.model.deal import Deal
from lgdkit.vocab.deal import IN_FORCE

SHORT = "declaration"
"""The level that joins a deal by one page, which one party signs."""


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
    committed: bool = True
    """Whether the stakeholder whose copy this is has named a commitment."""

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


def signatures_of(shape: Shape) -> Clause | None:
    """Return what is said above the lines for the signatures; nobody signs a first proposal."""
    if shape.deal is None:
        return None
    if shape.signed:
        return _clause("signatures", "signed")
    if shape.short and shape.status == "non-binding":
        return _clause("signatures", SHORT)
    return _clause("signatures", f"{shape.status}.{shape.country}", shape.country)


def clauses_of(shape: Shape) -> tuple[Clause, ...]:
    """Return the numbered clauses of a deal in order; without one, those of a framework without legal force."""
    found = _declaration(shape) if shape.short else (*_content(shape), *_conduct(shape), *_course(shape))
    return tuple(each for each in found if each is not None)


def _declaration(shape: Shape) -> tuple[Clause | None, ...]:
    """Return the clauses of one party's paper: no mutual duties, and nothing that the data does not call for."""
    deal, status = shape.deal, shape.status
    contributes = bool(deal and (deal.city_contributions or deal.partner_benefits))
    chosen = deal.clauses if deal else None
    secrets = bool(chosen and chosen.confidentiality)
    reports = deal is not None and deal.reporting is not None
    term, notice = (deal.term, deal.termination) if deal else (None, None)
    # what ends by itself needs no word on how it is withdrawn
    runs_out = term is not None and term.until is not None and notice is None
    return (
        _clause("declaration"),
        _clause("commitments", SHORT) if shape.committed else None,
        _clause("city-contributions", SHORT) if contributes else None,
        _clause("reporting") if reports else None,
        _clause("communication", SHORT) if chosen and chosen.logo else None,
        _clause("funding", SHORT) if shape.money or status != "non-binding" else None,
        _clause("publicity", shape.country) if reports or secrets else None,
        _clause("confidentiality", SHORT) if secrets else None,
        _clause("legal-status", f"{status}.{shape.country}", status),
        _clause("duration", SHORT) if term else None,
        None if runs_out else _clause("termination", SHORT),
        _clause("language") if shape.languages > 1 else None,
        _clause("law", shape.country) if status != "non-binding" else None,
    )


def _content(shape: Shape) -> tuple[Clause, ...]:
    """Return what the parties want and bring."""
    return (
        _clause("definitions"),
        _clause("purpose", shape.level),
        _clause("goals"),
        _clause("city-contributions"),
        _clause("commitments"),
    )


def _conduct(shape: Shape) -> tuple[Clause | None, ...]:
    """Return how they work together."""
    deal = shape.deal
    chosen = deal.clauses if deal else None
    logo = "logo" if chosen and chosen.logo else ""
    secrets = chosen.confidentiality if chosen else None
    # a frame exchanges no secrets yet
    confidential = shape.level == "full" if secrets is None else secrets
    return (
        _clause("governance", shape.level),
        _clause("reporting", _gap(deal and deal.reporting, signed=shape.signed)),
        _clause("communication", logo),
        _clause("funding", shape.status) if shape.money else _clause("funding", "none"),
        _clause("publicity", shape.country),
        _clause("confidentiality") if confidential else None,
        _clause("data-protection"),
    )


def _course(shape: Shape) -> tuple[Clause | None, ...]:
    """Return what it means in law and how long it lasts."""
    deal, status, signed = shape.deal, shape.status, shape.signed
    opening = deal.accession if deal else None
    # that a contract binds needs no saying; that another text does not, or in part, does
    binds = status == "binding"
    # a frame whose text binds nobody leaves nothing to be liable for
    liable = shape.level == "full" or status != "non-binding"
    return (
        None if binds else _clause("legal-status", f"{status}.{shape.country}", status),
        _clause("duration", _gap(deal and deal.term, signed=signed)),
        _clause("amendment", status),
        _clause("accession", _accession(opening.open if opening else None, shape.parties, signed=signed)),
        _termination(_gap(deal and deal.termination, signed=signed), status),
        _clause("liability", status) if liable else None,
        _clause("language") if shape.languages > 1 else None,
        None if status == "non-binding" else _clause("law", shape.country),
        _clause("annexes"),
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
