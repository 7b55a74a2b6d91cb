"""Joins a Word file that came back with the draft that it was made from. Opens no file."""

from collections.abc import Sequence
from dataclasses import dataclass

from lgdkit.drafts.merge import Conflict, merge
from lgdkit.office.from_word import from_word
from lgdkit.office.pieces import pieces
from lgdkit.office.remarks import Remark, remarks
from lgdkit.render.figures import changed
from lgdkit.render.language import Words
from lgdkit.returned import Edit, Fate, bring_back
from lgdkit.view.figures import Stood

NAMES = ("in Word", "as sent", "in the draft")
"""What the marks of a conflict call the sides."""


@dataclass(frozen=True)
class Proposal:
    """A figure that was changed in Word, and the values of the data that it may be."""

    edit: Edit
    figures: tuple[Stood, ...]
    places: int = 1
    """In how many places of the document it was changed in the same way."""


@dataclass(frozen=True)
class WordBack:
    """What came back."""

    text: str
    """The draft with the edits in it."""
    taken: tuple[Edit, ...]
    """What was taken into the draft."""
    proposals: tuple[Proposal, ...]
    """Figures of the data: they are changed there."""
    left: tuple[Edit, ...]
    """What no draft can take over."""
    remarks: tuple[Remark, ...]
    """Tracked changes and comments."""
    conflicts: tuple[Conflict, ...]
    """Places that were changed in the draft, too, after it was sent, and differently."""

    @property
    def well(self) -> bool:
        """Whether nothing is left for a person to do."""
        return not (self.proposals or self.left or self.conflicts)


def word_back(
    content: bytes, sent: bytes, base: str, now: str, figures: Sequence[Stood], words: Words
) -> WordBack:
    """Take what people edited in a Word file into a draft.

    Args:
        content: the Word file that came back.
        sent: the Word file as it is made from the draft that it carries.
        base: that draft, in Markdown.
        now: the draft as it stands.
        figures: the figures of the data that the draft may show.
        words: the words of the draft.

    Raises:
        NoWordFileError: it is no Word file, or too large.
        NotInstalledError: there is no pandoc.
        MergeError: the draft was changed since, and git is missing or gave up.
    """
    back = from_word(content)
    returned = bring_back(
        base,
        pieces(base),
        from_word(sent),
        back,
        lambda before, after: bool(changed(figures, words, before, after)),
    )
    merged = merge(base, returned.text, now, NAMES)
    edits = returned.edits
    return WordBack(
        merged.text,
        tuple(each for each in edits if each.fate is Fate.TAKEN),
        _proposals([each for each in edits if each.fate is Fate.FIGURE], figures, words),
        tuple(each for each in edits if each.fate is Fate.FORM),
        tuple(remarks(content)),
        merged.conflicts,
    )


def _proposals(edits: Sequence[Edit], figures: Sequence[Stood], words: Words) -> tuple[Proposal, ...]:
    """Say of each figure what it may be in the data; one that was changed alike in many places is said once."""
    alike: dict[tuple[str, str], list[Edit]] = {}
    for each in edits:
        alike.setdefault((each.before, each.after), []).append(each)
    return tuple(
        Proposal(
            first,
            tuple(changed(figures, words, first.before, first.after, first.around or first.before)),
            1 + len(others),
        )
        for first, *others in alike.values()
    )
