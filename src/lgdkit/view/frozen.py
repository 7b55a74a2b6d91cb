"""Where the drafts of a stakeholder's copies go: what was signed is never drafted over.

From `lgd sign` on, the drafts of a deal stay as they are. Once its data is not what was signed, a new version goes to
new files, named after the day of the signature.
"""

from collections.abc import Sequence

from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.signing import Signing
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.view.since_signed import changes, signing_of
from lgdkit.vocab.deal import CLOSED

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_END = r"\.[a-z]+\.md"
_AMENDMENT = rf"mou/[a-z0-9-]+\.amendment-{_DAY}{_END}"


def stem_of(city: City, stakeholder: Stakeholder, deal: Deal | None) -> str | None:
    """Return the path of a copy without its language, or None where there is nothing to draft any more."""
    if deal is None:
        return f"mou/{stakeholder.id}"
    stem, signing = f"mou/{stakeholder.id}.{deal.id}", signing_of(city, deal)
    if signing is None:
        return stem
    return f"{stem}.since-{signing.day.isoformat()}" if changes(city, deal) else None


def amendment_stem(city: City, deal: Deal) -> str:
    """Return the path of the amendment to a deal that was signed, without its language."""
    signing = signing_of(city, deal)
    return f"mou/{deal.id}.amendment-{signing.day.isoformat() if signing else ''}"


def left_out(city: City, stakeholders: Sequence[Stakeholder]) -> tuple[Signing, ...]:
    """Return the signatures of the deals of which these stakeholders get no copy, since nothing has changed."""
    parties = {each.id for each in stakeholders}
    current = [each for each in city.deals if each.state not in CLOSED and parties.intersection(each.parties)]
    same = {each.id for each in current if not changes(city, each)}
    return tuple(each for each in city.signings if each.deal in same)


def frozen_drafts(city: City) -> str:
    """Return a pattern of the paths that no run may write, move or call left over; nothing if there are none.

    These are the copies of deals that were signed, the new versions of them that were signed on a later day, and
    the amendments that were: not those drafted since the last signature.
    """
    return "|".join(
        rf"mou/[a-z0-9-]+\.{deal}(?:\.since-(?!{day}){_DAY})?{_END}|mou/{deal}\.amendment-(?!{day}){_DAY}{_END}"
        for deal, day in ((each.deal, each.day.isoformat()) for each in city.signings)
    )


def copies(city: City, mine: str) -> str:
    """Return a pattern of the paths that a run over all copies makes: none that is frozen, and no amendment."""
    others = "|".join(each for each in (frozen_drafts(city), _AMENDMENT) if each)
    return rf"(?!(?:{others})$)(?:{mine})"
