"""`lgd check --fix` and `--diff`: what has one right answer is mended in the files, or shown."""

from collections.abc import Collection
from datetime import date

import typer

from lgdkit.cli.difference import difference
from lgdkit.cli.terminal import say
from lgdkit.disk import Folder
from lgdkit.mending import mend
from lgdkit.render.plain import visible
from lgdkit.rewrite import rewrite


class Mender:
    """Mends the cities of one run, and remembers what became of it."""

    def __init__(self, day: date, *, only_show: bool) -> None:
        """Take the day that late and past are measured from, and whether to write nothing."""
        self._day = day
        self._only_show = only_show
        self._found = self._files = self._left = self._recorded = 0
        self.refused = False
        """Whether a file could not be written."""

    @property
    def would_change(self) -> bool:
        """Whether there was anything to mend."""
        return self._files > 0

    def mend(self, folder: Folder, only: Collection[str] | None) -> Folder:
        """Mend a city's files, or show how they would change; return the folder as it is afterwards."""
        mended = mend(folder.texts, self._day, folder.faults, only, folder.kept)
        changed = mended.changed(folder.texts)
        self._found += len(mended.made)
        self._files += len(changed)
        self._recorded += mended.recorded
        self._left += sum(
            bool(each.diagnostic.fixes)
            for each in mended.checked.findings
            if only is None or each.file in only
        )
        texts = dict(folder.texts)
        for file in changed:
            old, new = folder.texts[file], mended.texts[file]
            name = (folder.root / file).as_posix()
            if self._only_show:
                typer.echo(difference(name, old, new), nl=False)
                continue
            reason = rewrite(folder.root, file, old, new)
            if reason:
                self.refused = True
                say(f"{visible(name)}: not mended: {visible(reason)}")
            else:
                texts[file] = new
        return folder._replace(texts=texts)

    def tell(self) -> None:
        """Say what was done, or would be."""
        what = _counted(self._found, "finding")
        if self._left:
            say(f"{_counted(self._left, 'finding')} left as found: the near answer does not fit there.")
        if self._recorded:
            noted = "to be noted" if self._only_show else "noted"
            say(f"{_counted(self._recorded, 'translation')}: {noted} which text it was made from.")
        if not self._files:
            say("Nothing to mend.")
        elif self._found and self._only_show:
            say(f"{what} can be mended in {_counted(self._files, 'file')}: lgd check --fix")
        elif self._found:
            say(f"{what} mended in {_counted(self._files, 'file')}.")


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
