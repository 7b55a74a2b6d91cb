"""The findings of a run as the machine formats take them: with paths from the root of the repository."""

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from lgdkit import __version__, disk
from lgdkit.catalogue import entries, family_of
from lgdkit.cli.repository_path import from_repository
from lgdkit.render.plain import inside
from lgdkit.render.report import Finding, Report, finding_of

if TYPE_CHECKING:
    from lgdkit.cli.report import Looked


class Machine:
    """Gathers findings, city by city."""

    def __init__(self) -> None:
        self._family = family_of()
        self._found: list[Finding] = []
        self._cities: list[str] = []
        self._seen: Counter[tuple[str, str, str]] = Counter()
        self._records = self._files = self._hidden = 0

    def add(self, found: "Looked") -> None:
        """Add what was found in a city, or in the file of a workspace."""
        path = inside(from_repository(found.root))
        for each, where in zip(found.shown, found.where, strict=True):
            rule = each.diagnostic.rule
            fingerprint = self._fingerprint(rule, f"{path}/{each.file}", where)
            self._found.append(finding_of(each, self._family[rule], path, where, fingerprint))
        if found.cities:
            self._cities.append(path)
        self._records += found.records
        self._files += found.files
        self._hidden += len(found.light)

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
