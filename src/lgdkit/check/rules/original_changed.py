"""An original that is not what it was when it was taken over."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    if not city.originals:
        return
    from lgdkit.model.original import copies  # only where another city is at hand

    where = f"{city.record.id}/" if city.record else ""
    for kind, record, origin in copies(city):
        key = f"{kind}/{origin.source}"
        if key not in city.originals:
            continue
        now = city.originals[key]
        if now is None:
            yield Found(
                record.at("replicates"),
                f'"{origin.source}" was taken over, and is not among the {kind} of its city any more.',
                "an original that is still there",
                "Look what became of it; if it has another id now, write that.",
            )
        elif origin.digest and not now.startswith(origin.digest):
            yield Found(
                record.at("replicates"),
                f'"{origin.source}" has changed since it was taken over.',
                f'the digest of what it says now: "{now}"',
                f"Compare: lgd diff --replica {where}{record.id}. Take over what is good, and write the new digest.",
            )


RULE = Rule(
    "original-changed", Severity.WARNING, "An original that has changed since it was taken over.", _look
)
