"""How the forms of drafts stand: Word files, PDFs and pages, for the list of `lgd drafts`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lgdkit.drafts import Shelf, Step
    from lgdkit.drafts.forms import FormShelf, Standing
    from lgdkit.model.city import City
    from lgdkit.printing import Printer

_SIDE_BY_SIDE = re.compile(r"\.[a-z]{2}-[a-z]{2}\.md")
_CHANGED = "its draft, the letterhead or lgdkit has changed since"
_NO_LETTERHEAD = "the letterhead has to be mended first"


@dataclass(frozen=True)
class StandingForm:
    """A form of a draft that stands on the disk."""

    path: str
    draft: str
    """The path of the draft beside which it stands."""
    standing: Standing | None
    """None where its draft is not there any more, or has another name."""
    reason: str = ""


class OtherPapers:
    """Which papers other commands draft, of somebody or something that the city still has.

    They are those of a sprint, letters, sheets of what was taken over, amendments, and agreements in two languages.
    """

    def __init__(self, city: City, drafted: Iterable[str]) -> None:
        """Take the city, and the paths that `map`, `roadmap` and `mou` draft from it."""
        self._agreements = {_stem(each) for each in drafted}
        self._deals = {each.id for each in city.deals}
        self._ids = {
            "requests": {each.id for each in city.stakeholders},
            "sprints": {each.id for each in city.sprints},
        }

    def has(self, path: str) -> bool:
        """Say whether a draft is one of them."""
        folder, _, rest = path.partition("/")
        name, _, kind = rest.partition("/")[0].partition(".")
        if folder == "mou":
            two = _SIDE_BY_SIDE.search(path) is not None and _stem(path) in self._agreements
            return two or (kind.startswith("amendment-") and name in self._deals)
        return folder == "replicas" or name in self._ids.get(folder, ())


def standing_forms(
    root: Path, city: City, shelf: Shelf, steps: Sequence[Step], papers: OtherPapers
) -> list[StandingForm]:
    """Return the forms that stand beside drafts, and those that are left of drafts that are gone.

    Args:
        root: the folder of the city.
        city: whose drafts these are.
        shelf: where they stand.
        steps: how each draft stands.
        papers: which drafts other commands make.
    """
    from lgdkit.drafts import Kind
    from lgdkit.drafts.forms import FormShelf
    from lgdkit.office.forms import FORMS

    forms = FormShelf(shelf)
    drafts = {each.path: each for each in steps if each.path.endswith(".md")}
    beside = {_form(draft, form): draft for draft in drafts for form in FORMS}
    left = {path: _draft(path) for path in forms.remembered() if path not in beside}
    there = {path: draft for path, draft in {**beside, **left}.items() if (shelf.folder / path).exists()}
    if not there:
        return []
    names = {each.origin: each.path for each in steps if each.origin}
    pictures = {each.path: each.there for each in steps if each.path.endswith(".svg") and each.there}
    kept = {
        path: each.there
        for path, each in drafts.items()
        if each.there is not None and (each.kind is not Kind.ORPHANED or papers.has(path))
    }
    look = _Look(root, city, forms, pictures)
    return [
        look.at(path, draft, kept[draft])
        if draft in kept
        else StandingForm(path, draft, None, _why(draft, names, drafts))
        for path, draft in sorted(there.items())
    ]


class _Look:
    """Compares forms with the drafts that they were made from."""

    def __init__(self, root: Path, city: City, forms: FormShelf, pictures: Mapping[str, bytes]) -> None:
        from lgdkit.cli.forms import printer_of

        self._forms, self._pictures = forms, pictures
        self._printer: Printer | None = printer_of(city, root)

    def at(self, path: str, draft: str, text: bytes) -> StandingForm:
        """Say how a form stands."""
        from lgdkit.drafts.forms import Standing
        from lgdkit.printing import Printed

        if self._printer is None:
            return StandingForm(path, draft, Standing.REFUSED, _NO_LETTERHEAD)
        key = self._printer.key(Printed(draft, text, self._pictures), path.rpartition(".")[2])
        found = self._forms.look(path, key)
        reason = _CHANGED if found.standing is Standing.STALE else found.reason
        return StandingForm(path, draft, found.standing, reason)


def _why(draft: str, names: Mapping[str, str], drafts: Mapping[str, Step]) -> str:
    if draft in names:
        return f"its draft is {names[draft]} now"
    return "its draft is orphaned" if draft in drafts and drafts[draft].there else "its draft is gone"


def _stem(draft: str) -> str:
    """Return the path of a draft without its languages and its ending."""
    return draft.rsplit(".", 2)[0]


def _form(draft: str, form: str) -> str:
    return f"{draft.removesuffix('.md')}.{form}"


def _draft(form: str) -> str:
    return f"{form.rpartition('.')[0]}.md"
