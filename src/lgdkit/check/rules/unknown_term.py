"""A term that the shared vocabulary does not have in the version that the city uses."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.check.terms import used_terms
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.meant import did_you_mean, near

_MOST = 20


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    for used in used_terms(city):
        agreed = city.shared.get(used.vocabulary)
        if agreed is None:
            if city.shared:
                names = sorted(city.shared)
                yield Found(
                    used.place,
                    f'The workspace has no vocabulary "{used.vocabulary}".',
                    "one of " + ", ".join(names),
                    did_you_mean(used.vocabulary, names, "Add it to lgd.yaml, or use one of these."),
                    fault=used.vocabulary,
                )
            continue
        version = city.record.vocabularies.get(used.vocabulary) if city.record else None
        if version not in (None, agreed.version) or agreed.term(used.term):
            continue  # of another version that rule speaks which compares versions
        ids = [each.id for each in agreed.terms]
        meant = near(used.term, ids)
        yield Found(
            used.place,
            f'The vocabulary "{agreed.id}" has no term "{used.term}" in version "{agreed.version}".',
            "one of " + ", ".join(ids[:_MOST]) + (", …" if len(ids) > _MOST else ""),
            f'Did you mean "{agreed.id}/{meant}"?' if meant else "Choose one of these.",
        )


RULE = Rule("unknown-term", Severity.ERROR, "A term that the shared vocabulary does not have.", _look)
