"""Circles in what refers to its like: an action that waits for itself, a group that is part of its part."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

Edges = Mapping[str, tuple[str, ...]]
_SHOWN = 6


class Circle(NamedTuple):
    """A circle: the record and the entry of its list that close it, and all the records in it, in their order."""

    name: str
    entry: int
    way: tuple[str, ...]

    def said(self, verb: str, preposition: str) -> str:
        """Write the circle: "a" is counted in "b", "b" in "a"."""
        shown = self.way[:_SHOWN]
        pairs = zip(shown, (*shown[1:], "" if len(shown) < len(self.way) else self.name), strict=True)
        steps = [f'"{one}" {preposition} "{other}"' for one, other in pairs if other]
        steps[0] = steps[0].replace(f'" {preposition} "', f'" {verb} {preposition} "', 1)
        more = [] if len(shown) == len(self.way) else [f'and so on, back to "{self.name}"']
        return ", ".join(steps + more)


def circles(edges: Edges) -> Iterator[Circle]:
    """Give the circles of two records or more, each record in one of them at most."""
    edges = _core(edges)  # what leads nowhere is left out, then what nothing leads to
    back = _core(_turned(edges))
    edges = {name: others for name, others in edges.items() if name in back}
    told: set[str] = set()
    for name, others in edges.items():
        for index, other in enumerate(others):
            if other == name or other not in edges or (name in told and other in told):
                continue
            way = _way(edges, other, name)
            if way and not told.issuperset(way):
                told.update(way)
                yield Circle(name, index, (name, *way[:-1]))


def _core(edges: Edges) -> Edges:
    """Leave out, again and again, what leads nowhere: no circle goes through it, and the search stays short."""
    left = {name: sum(other in edges and other != name for other in others) for name, others in edges.items()}
    into: dict[str, list[str]] = {}
    for name, others in edges.items():
        for other in others:
            if other != name:
                into.setdefault(other, []).append(name)
    ends = deque(name for name, count in left.items() if count == 0)
    while ends:
        end = ends.popleft()
        del left[end]
        for name in into.get(end, ()):
            left[name] -= 1
            if left[name] == 0:
                ends.append(name)
    return {name: edges[name] for name in edges if name in left}


def _turned(edges: Edges) -> Edges:
    """Return the same references the other way round."""
    turned: dict[str, list[str]] = {}
    for name, others in edges.items():
        for other in dict.fromkeys(others):
            if other in edges:
                turned.setdefault(other, []).append(name)
    return {name: tuple(others) for name, others in turned.items()}


def _way(edges: Edges, start: str, goal: str) -> list[str]:
    """Return the shortest way from one record to another, with both; or nothing."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    for name in waiting:
        if name == goal:
            way = [name]
            while came[way[-1]]:
                way.append(came[way[-1]])
            return way[::-1]
        for other in edges.get(name, ()):
            if other not in came:
                came[other] = name
                waiting.append(other)
    return []
