"""Gives each city a drafter with the templates that are in force for it, and tells what is wrong with them."""

from functools import cache
from pathlib import Path

from lgdkit import disk
from lgdkit.cli.terminal import say
from lgdkit.diagnostics import Located
from lgdkit.drafting import Drafter
from lgdkit.owned import read_owned


class Desk:
    """One drafter for all cities that use our templates, and one for each that has its own."""

    def __init__(self) -> None:
        """Read our templates."""
        self._ours = disk.read_templates()
        self._plain = Drafter(self._ours)

    def drafter(self, root: Path) -> Drafter | None:
        """Return the drafter of a city; None where its folder of templates is wrong, which is then told."""
        owned = read_owned(root)
        if owned.faults:
            tell_findings(root, owned.faults)
            return None
        if owned.texts:
            return Drafter(self._ours, owned.texts)
        self._plain.forget()
        return self._plain

    def is_fit(self, root: Path, drafter: Drafter) -> bool:
        """Say whether all templates were fit to draft from; what was wrong is told."""
        tell_findings(root, drafter.faults)
        return not drafter.faults


@cache
def desk() -> Desk:
    """Return the desk of this process: templates are compiled once for all cities."""
    return Desk()


def tell_findings(root: Path, findings: tuple[Located, ...]) -> None:
    """Tell findings that stop a draft."""
    told_findings(root, findings, "nothing is drafted before this is mended")


def told_findings(root: Path, findings: tuple[Located, ...], so: str) -> None:
    """Tell findings, and what they stop."""
    from lgdkit.render.findings import finding_text

    for each in findings:
        say(finding_text(each, (root / each.file).as_posix(), lambda text, _: text, root.as_posix()))
    if findings:
        say(f"{root.as_posix()}: {so}")
