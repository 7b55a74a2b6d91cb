"""What the law of another country changes in an agreement: the clauses that have another wording there."""

from dataclasses import dataclass

from lgdkit.model.deal import Deal
from lgdkit.view.clauses import Clause, Shape, clauses_of, preamble_of, signatures_of


@dataclass(frozen=True, slots=True)
class LegalChange:
    """A clause whose wording may differ: the wordings to look for there and here, the most fitting first."""

    name: str
    there: tuple[str, ...]
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """The clauses that may differ, and what the agreement calls itself here."""

    clauses: tuple[LegalChange, ...]
    instrument: str


def legal_changes(deal: Deal | None, there: str, here: str) -> Law:
    """Compare the clauses of a deal under the law of two countries.

    Args:
        deal: the deal; without one, a first proposal.
        there: the country that it comes from.
        here: the country that it goes to.
    """
    if deal is not None:  # one that is signed there is a proposal here
        deal = deal.model_copy(update={"state": "requested"})
    ours = Shape(deal, here, parties=2, money=False, languages=1)
    theirs = {each.name: each for each in _all(Shape(deal, there, parties=2, money=False, languages=1))}
    changes = tuple(
        LegalChange(each.name, theirs[each.name].wordings, each.wordings)
        for each in _all(ours)
        if each.name in theirs and theirs[each.name].wordings != each.wordings
    )
    return Law(
        changes, "declaration" if ours.short else "agreement" if ours.status == "binding" else "memorandum"
    )


def _all(shape: Shape) -> tuple[Clause, ...]:
    found = (preamble_of(shape), *clauses_of(shape), signatures_of(shape))
    return tuple(each for each in found if each is not None)
