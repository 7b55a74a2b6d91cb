"""`lgd check --since REV`: what was there before the change is left out."""

from collections.abc import Callable
from datetime import date

from lgdkit import git, pipeline
from lgdkit.cli.selection import Selection
from lgdkit.cli.terminal import fail, say
from lgdkit.disk import Folder
from lgdkit.model.city import City
from lgdkit.pipeline import Checked
from lgdkit.render.plain import visible
from lgdkit.since import Side, brought_in


class Change:
    """The cities of one run as they were at a revision."""

    def __init__(self, revision: str, day: date, chosen: Selection) -> None:
        """Take the revision, the day on which both sides are checked, and what the person wants to see."""
        self._revision = revision
        self._day = day
        self._chosen = chosen
        self._left_out = 0

    def only_new(
        self, folder: Folder, checked: Checked, others: Callable[[str], City | None] | None = None
    ) -> Checked:
        """Return a city with those of its findings alone that were not there at the revision."""
        try:
            before = git.folder_at(folder.root, self._revision)
        except git.NoRevision as reason:
            fail(f"--since {visible(self._revision)}: {visible(str(reason))}")
        chosen = self._chosen
        old = pipeline.check(
            before.texts,
            self._day,
            before.faults,
            chosen.wanted,
            before.kept,
            others,
            advice=chosen.advice,
        )
        new = brought_in(Side(old, before.texts), Side(checked, folder.texts))
        self._left_out += len(checked.findings) - len(new)
        return checked._replace(findings=new)

    def tell(self) -> None:
        """Say how much was left out."""
        if self._left_out:
            count = "1 finding that was" if self._left_out == 1 else f"{self._left_out} findings that were"
            say(f"Left out: {count} there at {visible(self._revision)}.")
