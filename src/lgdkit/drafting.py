"""Joins views, words and templates: a city in, drafts out. Opens no file and reads no clock."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from lgdkit.artifact import Artifact
from lgdkit.diagnostics import Diagnostic, Located, Span
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.render.document import LIMIT_RULE, Documents, WrongTemplateError
from lgdkit.render.language import Words, words_of
from lgdkit.render.parallel import side_by_side
from lgdkit.view.frozen import amendment_stem, stem_of
from lgdkit.view.inventory import inventory
from lgdkit.view.memorandum import deals_to_draft, languages_of, leading_language, memorandum
from lgdkit.view.missing import Missing, missing_in_memorandum
from lgdkit.view.pictures.sheet import pictures_in
from lgdkit.view.taken import Taken
from lgdkit.view.translations import unfit_to_sign

if TYPE_CHECKING:
    from lgdkit.view.comparison import Comparison


class Drafter:
    """Drafts the documents of cities with one set of templates."""

    def __init__(self, templates: Mapping[str, bytes], own: Mapping[str, bytes] | None = None) -> None:
        """Take the templates, the words and the legal prose by their path below `templates/`.

        Args:
            templates: ours.
            own: those that a city has of its own; each stands instead of ours of the same name.
        """
        self._templates = templates
        self._documents = Documents(templates, own)
        self._faults: dict[tuple[str, Span, str], Located] = {}
        self._refused: dict[Diagnostic, None] = {}
        self.words = cache(self._words)

    def forget(self) -> None:
        """Forget the city that was drafted last, so that of a whole workspace none is held."""
        self._documents.forget()

    @property
    def faults(self) -> tuple[Located, ...]:
        """What was found wrong in the city's own templates so far, each once."""
        return tuple(self._faults.values())

    def refused(self) -> tuple[Diagnostic, ...]:
        """Return the wordings for which copies were not drafted since the last call, each once."""
        found = tuple(self._refused)
        self._refused = {}
        return found

    def _words(self, language: str, kind: str = "") -> Words:
        """Return the words of a language, for a municipality that calls itself so."""
        return words_of(language, self._templates, kind)

    def inventory(self, city: City, languages: Sequence[str]) -> list[Artifact]:
        """Draft the action inventory in each language."""
        return [
            draft
            for language in languages
            for draft in self.drawn(
                f"map.{language}.md",
                "map/map.md.j2",
                inventory(city, language),
                language,
                "the inventory",
                city.kind,
            )
        ]

    def inventory_table(self, city: City, language: str) -> list[list[str]]:
        """Return the action inventory as rows for a terminal; a row of one cell is the name of a field."""
        try:
            return self._documents.rows(
                "map/table.txt.j2", inventory(city, language), self.words(language, city.kind)
            )
        except WrongTemplateError as error:
            self._note(error)
            return []

    def comparison(self, view: "Comparison", language: str) -> list[Artifact]:
        """Draft the comparison of a group of cities in one language."""
        return self.drawn(f"group.{language}.md", "group/group.md.j2", view, language, "the comparison")

    def comparison_table(self, view: "Comparison", language: str) -> list[list[str]]:
        """Return the comparison as rows for a terminal; a row of one cell is a heading or a remark."""
        return self._documents.rows("group/table.txt.j2", view, self.words(language))

    def roadmap(self, city: City, languages: Sequence[str]) -> list[Artifact]:
        """Draft the roadmap in each language."""
        from lgdkit.view.roadmap import roadmap

        return [
            draft
            for language in languages
            for draft in self.drawn(
                f"roadmap.{language}.md",
                "roadmap/roadmap.md.j2",
                roadmap(city, language),
                language,
                "the roadmap",
                city.kind,
            )
        ]

    def memoranda(
        self,
        city: City,
        stakeholders: Sequence[Stakeholder],
        languages: Sequence[str],
        *,
        parallel: bool = False,
    ) -> tuple[list[Artifact], list[Missing]]:
        """Draft each stakeholder's copies: one for each of its deals, else a first proposal.

        A copy whose words nobody may sign, in a deal that is signed or binding, is not drafted: see `refused`.

        Args:
            city: the city.
            stakeholders: whose copies to draft.
            languages: in which languages; empty for those of each deal.
            parallel: set two languages of each copy side by side, the leading one first.

        Returns:
            The drafts, and what is missing in the data for the coordinator to find out.
        """
        drafts: list[Artifact] = []
        missing: list[Missing] = []
        for stakeholder in stakeholders:
            for deal in deals_to_draft(city, stakeholder) or (None,):
                stem = stem_of(city, stakeholder, deal)
                if stem is None:
                    continue
                missing += missing_in_memorandum(city, stakeholder, deal)
                spoken = [
                    each
                    for each in languages or languages_of(city, stakeholder, deal)
                    if deal is None or not self._refuses(city, deal, each)
                ]
                copies = {each: self._copy(city, stakeholder, deal, each, stem) for each in spoken}
                if parallel:
                    leading = leading_language(city, stakeholder, deal)
                    drafts += self._side_by_side(
                        stem, leading, {key: one for key, one in copies.items() if one}
                    )
                else:
                    drafts += [one for one in copies.values() if one]
        return drafts, missing

    def transfer_sheets(
        self,
        source: City,
        taken: Taken,
        target: City,
        ids: Mapping[tuple[str, str], str],
        languages: Sequence[str],
    ) -> list[Artifact]:
        """Draft the transferability sheet of what is taken over from one city by another, in each language."""
        from lgdkit.view.replica import transfer_sheet

        return [
            draft
            for language in languages
            for view in (transfer_sheet(source, taken, target, ids, language),)
            for draft in self.drawn(
                f"replicas/{view.copy}.{language}.md", "replica/sheet.md.j2", view, language, view.origin
            )
        ]

    def memorandum_paths(self, city: City) -> frozenset[str]:
        """Return the paths of all memoranda that the data gives, without drafting them."""
        return frozenset(
            f"{stem}.{language}.md"
            for stakeholder in city.stakeholders
            if stakeholder.id != city.organisation
            for deal in deals_to_draft(city, stakeholder) or (None,)
            if (stem := stem_of(city, stakeholder, deal)) is not None
            for language in languages_of(city, stakeholder, deal)
        )

    def requests(
        self, city: City, stakeholders: Sequence[Stakeholder], languages: Sequence[str]
    ) -> list[Artifact]:
        """Draft the letters that ask stakeholders for what the data does not say of them.

        Args:
            city: the city.
            stakeholders: whom to ask; one of whom all is known gets no letter.
            languages: in which languages; empty for the one of each stakeholder.
        """
        from lgdkit.view.request import request, speaks

        return [
            draft
            for stakeholder in stakeholders
            for language in languages or (speaks(city, stakeholder),)
            if (view := request(city, language, stakeholder)) is not None
            for draft in self.drawn(
                f"requests/{stakeholder.id}.{language}.md",
                "mou/request.md.j2",
                view,
                language,
                f"stakeholders/{stakeholder.id}",
                city.kind,
            )
        ]

    def amendments(self, city: City, deals: Sequence[Deal], languages: Sequence[str]) -> list[Artifact]:
        """Draft the amendments to deals; one that has not changed since it was signed gets none.

        Args:
            city: the city.
            deals: the deals.
            languages: in which languages; empty for those of each deal.
        """
        from lgdkit.view.amendment import amendment

        return [
            draft
            for deal in deals
            for language in languages or deal.languages or city.languages
            if (view := amendment(city, language, deal)) is not None
            for draft in self.drawn(
                f"{amendment_stem(city, deal)}.{language}.md",
                "mou/amendment.md.j2",
                view,
                language,
                f"deals/{deal.id}, amendment",
                city.kind,
            )
        ]

    def _copy(
        self, city: City, stakeholder: Stakeholder, deal: Deal | None, language: str, stem: str
    ) -> Artifact | None:
        view = memorandum(city, language, stakeholder, deal)
        about = f"deals/{deal.id}, copy of " if deal else ""
        path = f"{stem}.{language}.md"
        about = f"{about}stakeholders/{stakeholder.id}"
        found = self.drawn(path, "mou/mou.md.j2", view, language, about, city.kind)
        return found[0] if found else None

    def _side_by_side(self, stem: str, leading: str, copies: Mapping[str, Artifact]) -> list[Artifact]:
        """Set the leading language and the next one side by side; where there is one alone, nothing."""
        first, *others = sorted(copies, key=lambda each: each != leading)[:2] or [""]
        if not others:
            return []
        names = self.words(first).language_name(first), self.words(others[0]).language_name(others[0])
        texts = [copies[each].content.decode("utf-8") for each in (first, others[0])]
        content = side_by_side(texts[0], texts[1], names)
        return [Artifact(f"{stem}.{first}-{others[0]}.md", content.encode("utf-8"))]

    def _refuses(self, city: City, deal: Deal, language: str) -> bool:
        found = list(unfit_to_sign(city, deal, language))
        self._refused.update(dict.fromkeys(found))
        return bool(found)

    def drawn(
        self, path: str, template: str, view: Any, language: str, about: str, kind: str = ""
    ) -> list[Artifact]:
        """Draft one document and its pictures; where a template of the city is wrong, none, and the faults are kept."""
        if any(each.diagnostic.rule == LIMIT_RULE for each in self._faults.values()):
            return []  # what has no end would take as long for every other document
        drafts: list[Artifact] = []
        words, about = self.words(language, kind), f"{about}, {language}"
        try:
            drafts.append(Artifact(path, self._documents.render(template, view, words, about)))
            for each in pictures_in(view):
                drafts.append(Artifact(each.path, self._documents.picture(each, words, about)))  # noqa: PERF401
        except WrongTemplateError as error:
            self._note(error)
            return []
        return drafts

    def _note(self, error: WrongTemplateError) -> None:
        for each in error.findings:
            self._faults.setdefault((each.file, each.span, each.diagnostic.rule), each)
