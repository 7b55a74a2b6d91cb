"""Signs a deal: a city and its texts in, the changed text and the record of the signature out. Opens no file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lgdkit import pipeline
from lgdkit.diagnostics import Diagnostic, Entries, Fix, Located, Severity
from lgdkit.model.agreed import agreed
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.signing import Signing, path_of
from lgdkit.read.edit import edited
from lgdkit.read.signings import read_signing, signing_text
from lgdkit.vocab.deal import CLOSED, IN_FORCE


class NotSigned(Exception):  # noqa: N818 - what the person is told, not a fault of ours
    """The deal cannot be signed like that; says why, and what to do."""


@dataclass(frozen=True)
class Sealed:
    """What signing a deal changes: the text of its file, and the record that is kept."""

    file: str
    text: bytes
    path: str
    record: bytes
    signing: Signing


def sign(
    texts: Mapping[str, bytes], kept: Mapping[str, bytes], city: City, deal: Deal, signing: Signing
) -> Sealed:
    """Sign a deal.

    Args:
        texts: the texts of the city's files.
        kept: the records of signatures that there are, by path.
        city: the city as read from them.
        deal: the deal.
        signing: its day and place, and the signed document.

    Raises:
        NotSigned: the data says otherwise, or its file cannot be changed without touching more.
    """
    if deal.state in CLOSED:
        raise NotSigned(f"{deal.id} is {deal.state}: what is over is not signed")
    _see_earlier(kept, deal, signing.day)
    _see_data(city, deal, signing)
    whole = Signing(deal.id, signing.day, signing.place, signing.file, signing.sha256, agreed(city, deal))
    path, record = path_of(deal.id, signing.day), signing_text(whole)
    if path in kept and kept[path] != record and deal.state in IN_FORCE:
        raise NotSigned(
            f"{deal.id} was signed on {signing.day.isoformat()} already, and {path} says something else; "
            "an amendment has a day of its own"
        )
    file = deal.place.file
    fixes = _fixes(deal, signing)
    new, made = edited(texts[file], [fixes]) if fixes else (texts[file], [0])
    if not made:
        written = ", ".join(f"{key}: {value}" for key, value in _values(signing))
        raise NotSigned(
            f"{file} is written so that it cannot be changed without touching more; write there yourself, "
            f"below {deal.id}, state: signed and signed: {{{written}}}, and run the command again"
        )
    return Sealed(file, new, path, record, whole)


def objection(
    sealed: Sealed,
    texts: Mapping[str, bytes],
    kept: Mapping[str, bytes],
    today: date,
    other: tuple[Diagnostic, ...] = (),
) -> Located | None:
    """Return the first error that the data would have once it is signed, such as nobody who signs."""
    new = {**texts, sealed.file: sealed.text}
    checked = pipeline.check(new, today, other, kept={**kept, sealed.path: sealed.record})
    errors = (each for each in checked.findings if each.diagnostic.severity is Severity.ERROR)
    return next(errors, None)


def _see_earlier(kept: Mapping[str, bytes], deal: Deal, day: date) -> None:
    """Refuse to sign before what was signed already."""
    for path in sorted(kept):
        earlier = read_signing(path, kept[path])
        if earlier and earlier.deal == deal.id and earlier.day > day:
            raise NotSigned(f"{deal.id} was signed on {earlier.day.isoformat()}, which is later; see {path}")


def _see_data(city: City, deal: Deal, signing: Signing) -> None:
    """Refuse to write over a day or a place that a person wrote and that nobody signed with this tool."""
    said = deal.signed
    if said is None:
        return
    other = said.date is not None and str(said.date) != signing.day.isoformat()
    known = any(each.deal == deal.id for each in city.signings)
    if other and not known and deal.state in IN_FORCE:
        raise NotSigned(f"the data says that {deal.id} was signed on {said.date}; mend one of the two days")
    if other and said.place and not signing.place:
        raise NotSigned(
            f"the data says that {deal.id} was signed in {said.place}; say with --at where it was now"
        )


def _values(signing: Signing) -> list[tuple[str, str]]:
    values = [("date", signing.day.isoformat()), ("place", signing.place), ("sha256", signing.sha256)]
    return [(key, value) for key, value in values if value]


def _fixes(deal: Deal, signing: Signing) -> list[Fix]:
    """Return what is to be written into the data: the state and the signature, and nothing else."""
    fixes: list[Fix] = []
    has_state = "state" in deal.model_fields_set
    if deal.state not in IN_FORCE:
        fixes.append(Fix(deal.at("state"), "signed", is_new=not has_state, after="" if has_state else "id"))
    if deal.signed is None:
        entries = Entries(tuple(_values(signing)))
        fixes.append(Fix(deal.at("signed"), entries, is_new=True, after="state" if has_state else "id"))
        return fixes
    there = {key: getattr(deal.signed, key) for key in ("date", "place", "sha256")}
    known = [key for key, value in there.items() if value is not None]
    for key, value in reversed(_values(signing)):  # of two that are written below one, the last goes first
        if there[key] is None:
            fixes.append(Fix(deal.at("signed", key), value, is_new=True, after=known[-1] if known else ""))
        elif str(there[key]) != value:
            fixes.append(Fix(deal.at("signed", key), value))
    return fixes
