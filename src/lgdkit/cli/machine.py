"""The findings of a run as the machine formats take them: with paths from the root of the repository."""

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lgdkit import __version__, disk
from lgdkit.catalogue import entries, family_of
from lgdkit.check.accept import names_of, path_of
from lgdkit.diagnostics import Located
from lgdkit.model.city import City
from lgdkit.render.plain import inside
from lgdkit.render.report import Finding, Report, finding_of


class Machine:
    """Gathers findings, city by city."""

    def __init__(self) -> None:
        self._family = family_of()
        self._found: list[Finding] = []
        self._cities: list[str] = []
        self._seen: Counter[tuple[str, str, str]] = Counter()
        self._records = self._files = self._hidden = 0

    def add(
        self, root: Path, city: City, findings: Sequence[Located], *, records: int, files: int, hidden: int
    ) -> None:
        """Add what was found in a city; `hidden` is how many findings are too light to be shown."""
        path = inside(from_repository(root))
        names = names_of(city) if findings else {}
        for each in findings:
            rule, where = each.diagnostic.rule, path_of(each.diagnostic.place, names)
            fingerprint = self._fingerprint(rule, f"{path}/{each.file}", where)
            self._found.append(finding_of(each, self._family[rule], path, where, fingerprint))
        self._cities.append(path)
        self._records += records
        self._files += files
        self._hidden += hidden

    def report(self, summary: str) -> Report:
        """Return all of it, with the rules and the summary in words."""
        return Report(
            findings=tuple(self._found),
            cities=tuple(self._cities),
            records=self._records,
            files=self._files,
            hidden=self._hidden,
            summary=summary,
            version=__version__,
            rules={each.id: each for each in entries(disk.read_pages())},
        )

    def _fingerprint(self, rule: str, path: str, where: str) -> str:
        """Name a finding by what stays when lines move: rule, file and place in the data.

        Where several have the same, as in a file that is no YAML, they are counted.
        """
        key = (rule, path, where)
        self._seen[key] += 1
        text = "\0".join((*key, str(self._seen[key])))
        return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def from_repository(root: Path) -> str:
    """Return a folder as seen from the root of its repository; outside of one, from the current folder."""
    folder = root.resolve()
    base = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), Path.cwd())
    return Path(os.path.relpath(folder, base)).as_posix()
