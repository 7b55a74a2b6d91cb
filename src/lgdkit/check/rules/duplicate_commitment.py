"""The same commitment under two ids."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.names import folded, wordings
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Related, Severity
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    by: dict[tuple[object, ...], list[Commitment]] = {}
    for commitment in city.commitments:
        key = (commitment.by, commitment.action, commitment.due, commitment.every)
        by.setdefault(key, []).append(commitment)
    first = city.languages[0]
    for same in by.values():
        if len(same) == 1:
            continue
        seen: dict[tuple[str, str], Commitment] = {}
        for commitment in same:
            texts = [(code, folded(text)) for code, text in wordings(commitment.text, first)]
            other = next((seen[text] for text in texts if text in seen), None)
            if other and other.id != commitment.id:
                yield Found(
                    commitment.at("text"),
                    f'"{commitment.by}" has undertaken the same in "{other.id}".',
                    "each commitment once",
                    "If they are one, keep one record and name it in each deal. If not, say what differs.",
                    (Related(other.at("text"), "the other one"),),
                )
            for text in texts:
                seen.setdefault(text, commitment)


RULE = Rule("duplicate-commitment", Severity.WARNING, "The same commitment under two ids.", _look)
