"""What influence and what interest the stakeholders have."""

from dataclasses import dataclass

from lgdkit.model.city import City
from lgdkit.view.speech import Speech
from lgdkit.view.values import Said
from lgdkit.vocab.stakeholder import RATINGS


@dataclass(frozen=True, slots=True)
class RatingRow:
    """Stakeholders of one influence, by their interest."""

    influence: str
    by_interest: tuple[tuple[Said, ...], ...]


def ratings_of(city: City, speech: Speech) -> tuple[RatingRow, ...]:
    """Return the stakeholders that were rated, high influence first; nothing where none was."""

    def found(influence: str, interest: str) -> tuple[Said, ...]:
        return tuple(
            speech.called(each)
            for each in city.stakeholders
            if each.influence == influence and each.interest == interest
        )

    rows = tuple(
        RatingRow(influence, tuple(found(influence, interest) for interest in RATINGS))
        for influence in reversed(RATINGS)
    )
    return rows if any(any(row.by_interest) for row in rows) else ()
