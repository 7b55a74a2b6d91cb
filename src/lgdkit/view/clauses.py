"""Which clauses an agreement has, and their wording: by legal status, level, parties and country."""

from dataclasses import dataclass

from lgdkit.model.deal import Deal
from lgdkit.vocab.deal import IN_FORCE


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by its name; the wordings to look for, the most fitting first: files of the legal prose."""

    name: str
    wordings: tuple[str, ...]


def clauses_of(deal: Deal | None, country: str, parties: int) -> tuple[Clause, ...]:
    """Return the clauses of a deal in order; without one, those of a framework without legal force."""
    status = deal.legal_status if deal else "non-binding"
    level = deal.level if deal else "framework"
    chosen = deal.clauses if deal else None
    signed = deal is not None and deal.state in IN_FORCE
    accession = deal.accession if deal else None
    found = [
        _clause("purpose", level),
        _clause("goals"),
        _clause("city-contributions"),
        _clause("commitments"),
        _clause("governance"),
        _clause("reporting", _gap(deal and deal.reporting, signed=signed)),
        _clause("communication", "logo" if chosen and chosen.logo else ""),
        _clause("funding", status),
        _clause("publicity", country),
    ]
    if chosen is None or chosen.confidentiality is not False:
        found.append(_clause("confidentiality"))
    found += [
        _clause("data-protection"),
        _clause("legal-status", f"{status}.{country}", status),
        _clause("duration", _gap(deal and deal.term, signed=signed)),
        _clause("accession", _accession(accession.open if accession else None, parties, signed=signed)),
        _clause("amendment", status),
        _termination(_gap(deal and deal.termination, signed=signed), status),
        _clause("liability", status),
        _clause("language"),
    ]
    if status != "non-binding":
        found.append(_clause("law", country))
    found.append(_clause("annexes"))
    return tuple(found)


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
