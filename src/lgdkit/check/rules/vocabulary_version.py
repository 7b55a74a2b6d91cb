"""A city that uses another version of a shared vocabulary than its workspace has agreed on."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.terms import used_terms
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City

_MOST = 10


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if city.record is None:
        return
    for name, version in sorted(city.record.vocabularies.items()):
        agreed = city.shared.get(name)
        if agreed is None or agreed.version == version:
            continue
        changed = {}
        lost = []
        for used in used_terms(city):
            if used.vocabulary != name:
                continue
            now = agreed.now(used.term, version)
            if now is None:
                lost.append(used.term)
            elif now != used.term:
                changed[used.term] = now
        steps = [f'write {name}: "{agreed.version}"']
        steps += [f"{name}/{new} for {name}/{old}" for old, new in sorted(changed.items())[:_MOST]]
        if lost:
            steps.append(
                f"look for what stands for {', '.join(sorted(set(lost))[:_MOST])}, which it does not have"
            )
        way_out = ", ".join(steps)
        yield Found(
            city.record.at("vocabularies", name),
            f'The city uses version "{version}" of the vocabulary "{name}"; '
            f'the workspace has agreed on "{agreed.version}".',
            f'"{agreed.version}"',
            f"{way_out[0].upper()}{way_out[1:]}.",
        )


RULE = Rule(
    "vocabulary-version",
    Severity.WARNING,
    "A version of a shared vocabulary that is not the one agreed.",
    _look,
)
