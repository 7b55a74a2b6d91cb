"""Joins views, words and templates: a city in, drafts out. Opens no file and reads no clock."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from lgdkit.artifact import Artifact
from lgdkit.diagnostics import Located, Span
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.render.document import Documents, WrongTemplateError
from lgdkit.render.language import Words, words_of
from lgdkit.view.inventory import inventory
from lgdkit.view.memorandum import deals_to_draft, languages_of, memorandum
from lgdkit.view.missing import Missing, missing_in_memorandum


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

    @property
    def faults(self) -> tuple[Located, ...]:
        """What was found wrong in the city's own templates so far, each once."""
        return tuple(self._faults.values())

    @cache  # noqa: B019 - lives as long as the run
    def words(self, language: str) -> Words:
        """Return the words of a language."""
        return words_of(language, self._templates)

    def inventory(self, city: City, languages: Sequence[str]) -> list[Artifact]:
        """Draft the action inventory in each language."""
        return [
            draft
            for language in languages
            for draft in self._drawn(
                f"map.{language}.md", "map/map.md.j2", inventory(city, language), language, "the inventory"
            )
        ]

    def inventory_table(self, city: City, language: str) -> list[list[str]]:
        """Return the action inventory as rows for a terminal; a row of one cell is the name of a field."""
        try:
            return self._documents.rows("map/table.txt.j2", inventory(city, language), self.words(language))
        except WrongTemplateError as error:
            self._note(error)
            return []

    def roadmap(self, city: City, languages: Sequence[str]) -> list[Artifact]:
        """Draft the roadmap in each language."""
        from lgdkit.view.roadmap import roadmap

        return [
            draft
            for language in languages
            for draft in self._drawn(
                f"roadmap.{language}.md",
                "roadmap/roadmap.md.j2",
                roadmap(city, language),
                language,
                "the roadmap",
            )
        ]

    def memoranda(
        self, city: City, stakeholders: Sequence[Stakeholder], languages: Sequence[str]
    ) -> tuple[list[Artifact], list[Missing]]:
        """Draft each stakeholder's copies: one for each of its deals, else a first proposal.

        Args:
            city: the city.
            stakeholders: whose copies to draft.
            languages: in which languages; empty for those of each deal.

        Returns:
            The drafts, and what is missing in the data for the coordinator to find out.
        """
        drafts: list[Artifact] = []
        missing: list[Missing] = []
        for stakeholder in stakeholders:
            for deal in deals_to_draft(city, stakeholder) or (None,):
                stem = f"mou/{stakeholder.id}.{deal.id}" if deal else f"mou/{stakeholder.id}"
                missing += missing_in_memorandum(city, stakeholder, deal)
                for language in languages or languages_of(city, stakeholder, deal):
                    view = memorandum(city, language, stakeholder, deal)
                    path, about = f"{stem}.{language}.md", _about(stakeholder, deal)
                    drafts += self._drawn(path, "mou/mou.md.j2", view, language, about)
        return drafts, missing

    def _drawn(self, path: str, template: str, view: Any, language: str, about: str) -> list[Artifact]:
        """Draft one document; where a template of the city is wrong, none, and the faults are kept."""
        try:
            content = self._documents.render(template, view, self.words(language), f"{about}, {language}")
        except WrongTemplateError as error:
            self._note(error)
            return []
        return [Artifact(path, content)]

    def _note(self, error: WrongTemplateError) -> None:
        for each in error.findings:
            self._faults.setdefault((each.file, each.span, each.diagnostic.rule), each)


def _about(stakeholder: Stakeholder, deal: Deal | None) -> str:
    return (
        f"deals/{deal.id}, copy of stakeholders/{stakeholder.id}"
        if deal
        else f"stakeholders/{stakeholder.id}"
    )
