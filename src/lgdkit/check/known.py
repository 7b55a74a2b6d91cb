"""Which ids may be referred to, and who may be meant by those that may not."""

from collections.abc import Iterable

from lgdkit.check.near import Nearest
from lgdkit.model.city import ANY, City


def is_known(city: City, kind: str, name: str) -> bool:
    """Say whether a reference leads to a record: declared, of another city, or perhaps not readable."""
    declared = city.declared.get(kind, {})
    return name in declared or ANY in declared or "/" in name or name in city.declared.get(ANY, {})


def perhaps_meant(city: City, names: Iterable[str]) -> frozenset[str]:
    """Return the stakeholders that may hide behind names of which no stakeholder is known.

    Such a name is a fault of its own; what a rule says of the stakeholder that was meant is uncertain then.
    """
    nearest = Nearest()
    meant: set[str] = set()
    for name in names:
        if is_known(city, "stakeholders", name):
            continue
        match = nearest.of(name, city.stakeholder)
        if match is None:
            return frozenset(city.stakeholder)
        meant.add(match)
    return frozenset(meant)


def is_the_city(city: City, stakeholder: str) -> bool:
    """Say whether a stakeholder signs for the city; where nobody is named for that, any municipality may."""
    organisation = city.organisation
    if organisation is not None and is_known(city, "stakeholders", organisation):
        return stakeholder == organisation
    return city.stakeholder[stakeholder].kind == "municipality"
