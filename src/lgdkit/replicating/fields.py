"""Which of a city's own fields of action matches one of another city, by the vocabularies that they share."""

from lgdkit.model.city import City
from lgdkit.model.city_record import CityField


def matching(source: City, field: str | None, target: City) -> tuple[str, ...]:
    """Return the fields of a city that match one of another city, the best first.

    A shared term counts most, then the field of the Climate City Contracts, then each policy area of the
    European Green Deal. A city that names no fields takes the shared code.
    """
    if field is None or target.record is None:
        return ()
    own = next((each for each in (source.record.fields if source.record else ()) if each.id == field), None)
    shared = own.ccc if own else field
    if not target.record.fields:
        return (shared,) if shared else ()
    found = [(_alike(own, shared, each), each.id) for each in target.record.fields]
    ranked = sorted(enumerate(found), key=lambda each: (-each[1][0], each[0]))
    return tuple(name for _, (weight, name) in ranked if weight)


def _alike(own: CityField | None, shared: str | None, other: CityField) -> int:
    same_term = own is not None and own.uses is not None and own.uses == other.uses
    areas = set(own.green_deal) & set(other.green_deal) if own else set()
    return 100 * same_term + 10 * (shared is not None and shared == other.ccc) + len(areas)
