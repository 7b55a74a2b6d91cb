"""What a run makes: a relative path and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be written; the path is relative to the folder for drafts and uses `/`."""

    path: str
    content: bytes
