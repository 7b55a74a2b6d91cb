"""What a run does to a draft, or would do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from lgdkit.drafts.merge import Conflict


class Kind(StrEnum):
    """What comes of a draft."""

    WRITTEN = "written"
    """Nobody edited it: what stands there is what the data says."""
    MERGED = "merged"
    """Edits of a person and changes of the data are both in it."""
    CONFLICT = "conflict"
    """Both changed the same lines: the places are marked in the file; a picture stays as the person left it."""
    UNRESOLVED = "unresolved"
    """There are marks in it still, so it was not touched."""
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person edited it, and the data gives what it gave before."""
    DELETED = "deleted"
    """A person took it away, so it stays away."""
    FOREIGN = "foreign"
    """Something stands there that lgdkit never drafted."""
    UNKNOWN = "unknown"
    """A person edited it while lgdkit kept only digests, so nothing can be merged."""
    ORPHANED = "orphaned"
    """The data no longer gives it; it was left where it is."""
    REFUSED = "refused"
    """It could not be written or merged; the reason says why."""


WELL = frozenset({Kind.WRITTEN, Kind.MERGED, Kind.UNCHANGED, Kind.EDITED, Kind.DELETED, Kind.ORPHANED})
"""What leaves nothing for a person to do."""


@dataclass(frozen=True)
class Step:
    """What is done to the draft at a path."""

    path: str
    kind: Kind
    there: bytes | None = None
    """What stands in the file before."""
    content: bytes | None = None
    """What is to stand there; None to leave it as it is."""
    base: bytes | None = None
    """The drafted text to remember; None to remember what is remembered."""
    known: bytes | None = None
    """The drafted text that is remembered before."""
    conflicts: tuple[Conflict, ...] = ()
    lines: tuple[int, ...] = ()
    """Where marks stand that nobody has settled yet."""
    reason: str = ""
    origin: str = ""
    """The path that it moved from, because its stakeholder, deal or session has another id now."""
    moved: bytes | None = None
    """What stands there, at the origin, to be taken away when the draft has its new place."""
    edited: bool = False
    """Whether a person wrote something of what stands there."""


@dataclass(frozen=True)
class Outcome:
    """What a run did or would do, in the order of the paths."""

    steps: tuple[Step, ...] = ()

    def of(self, *kinds: Kind) -> Iterator[Step]:
        """Give the steps of some kinds."""
        return (each for each in self.steps if each.kind in kinds)

    def paths(self, *kinds: Kind) -> tuple[str, ...]:
        """Return the paths of some kinds."""
        return tuple(each.path for each in self.of(*kinds))

    @property
    def changing(self) -> tuple[Step, ...]:
        """The steps that change a file."""
        return tuple(each for each in self.steps if each.content is not None)

    @property
    def written(self) -> tuple[str, ...]:
        """The paths whose files change."""
        return tuple(each.path for each in self.changing)

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """The paths that cannot be written, each with the reason."""
        return tuple((each.path, each.reason) for each in self.of(Kind.REFUSED))

    @property
    def well(self) -> bool:
        """Whether nothing is left for a person to do."""
        return all(each.kind in WELL for each in self.steps)


def outcome_of(steps: Iterable[Step]) -> Outcome:
    """Put steps in the order of their paths."""
    return Outcome(tuple(sorted(steps, key=lambda each: each.path)))
