"""A reference to a record that does not exist."""

from collections.abc import Iterator
from datetime import date

from lgdkit.check.known import Known
from lgdkit.check.near import Nearest, asked, slip_of
from lgdkit.check.rule import Found, Rule
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.model.meant import slip
from lgdkit.model.walk import Reference

_ONE = {
    "stakeholders": "stakeholder",
    "actions": "action",
    "commitments": "commitment",
    "deals": "deal",
    "practices": "practice",
    "indicators": "indicator",
    "persons": "person",
    "sources": "source",
    "strategies": "strategy of the city",
}


def _look(city: City, today: date) -> Iterator[Found]:  # noqa: ARG001
    known, nearest, slips, certain = Known(city), Nearest(), Nearest(slip_of), Nearest(slip)
    own = f"{city.record.id}/" if city.record else ""
    declared = {kind: city.declared.get(kind, {}) for kind in _ONE}
    for record, walked in city.walked:
        for reference in walked.references:
            keys, kind, name = reference
            ids = declared.get(kind)
            if ids is None or name in ids:
                continue
            if own and name.startswith(own):
                alone = name.removeprefix(own)
                message, way_out = f'"{name}" names this city itself.', f"Write the id alone: {alone}."
                fix = alone if alone in ids else None
            elif "/" in name:
                told = _elsewhere(city, kind, name, nearest)
                if told is None:
                    continue
                message, way_out, fix = *told, None
            elif known.declares(kind, name) or (known.hides(kind) and not slips.of(name, ids, kind)):
                continue
            else:
                message = f'No {_ONE[kind]} has the id "{name}".'
                other = _of_another_kind(city, name)
                way_out = other or asked(nearest.of(name, ids, kind), _otherwise(reference))
                fix = None if other else certain.of(name, ids, kind)
            yield Found(
                record.at(*keys),
                message,
                f"the id of {_article(kind)} {_ONE[kind]}",
                way_out,
                fault=f"{kind}/{name}",
                fix=fix,
            )


def _elsewhere(city: City, kind: str, name: str, nearest: Nearest) -> tuple[str, str] | None:
    """Say what is wrong with the id of a record of another city; None where nothing is, or nobody can know."""
    where, _, alone = name.partition("/")
    other = city.others.get(where)
    if other is None or Known(other).holds(kind, alone):
        return None
    near = nearest.of(alone, other.declared.get(kind, {}), f"{where}/{kind}")
    way_out = asked(f"{where}/{near}" if near else None, _of_another_kind(other, alone))
    return f'{where} has no {_ONE[kind]} with the id "{alone}".', way_out or f"Ask {where}, or mend the id."


def _article(kind: str) -> str:
    return "an" if kind in ("actions", "indicators") else "a"


def _of_another_kind(city: City, name: str) -> str:
    """Say of which kind of record a name is the id; a record that is only called alike is then not meant."""
    for kind, one in _ONE.items():
        if name in city.declared.get(kind, {}):
            return f'"{name}" is the id of {_article(kind)} {one}; look which is meant.'
    return ""


def _otherwise(reference: Reference) -> str:
    """Say what to do where no id is near."""
    where = "city: strategies:" if reference.kind == "strategies" else f"{reference.kind}:"
    return f"Write the record under {where}, or mend the id."


RULE = Rule("unknown-reference", Severity.ERROR, "A reference to a record that does not exist.", _look)
