"""Joins views, words and templates: a city in, drafts out. Opens no file and reads no clock."""

from collections.abc import Mapping, Sequence
from functools import cache

from lgdkit.artifact import Artifact
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.model.stakeholder import Stakeholder
from lgdkit.render.document import Documents
from lgdkit.render.language import Words, words_of
from lgdkit.view.inventory import inventory
from lgdkit.view.memorandum import deals_to_draft, languages_of, memorandum
from lgdkit.view.missing import Missing, missing_in_memorandum


class Drafter:
    """Drafts the documents of cities with one set of templates."""

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        """Take the templates, the words and the legal prose by their path below `templates/`."""
        self._templates = templates
        self._documents = Documents(templates)

    @cache  # noqa: B019 - lives as long as the run
    def words(self, language: str) -> Words:
        """Return the words of a language."""
        return words_of(language, self._templates)

    def inventory(self, city: City, languages: Sequence[str]) -> list[Artifact]:
        """Draft the action inventory in each language."""
        return [
            Artifact(
                f"map.{language}.md",
                self._documents.render("map/map.md.j2", inventory(city, language), self.words(language)),
            )
            for language in languages
        ]

    def inventory_table(self, city: City, language: str) -> list[list[str]]:
        """Return the action inventory as rows for a terminal; a row of one cell is the name of a field."""
        return self._documents.rows("map/table.txt.j2", inventory(city, language), self.words(language))

    def roadmap(self, city: City, languages: Sequence[str]) -> list[Artifact]:
        """Draft the roadmap in each language."""
        from lgdkit.view.roadmap import roadmap

        return [
            Artifact(
                f"roadmap.{language}.md",
                self._documents.render(
                    "roadmap/roadmap.md.j2", roadmap(city, language), self.words(language)
                ),
            )
            for language in languages
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
                missing += missing_in_memorandum(city, stakeholder, deal)
                for language in languages or languages_of(city, stakeholder, deal):
                    view = memorandum(city, language, stakeholder, deal)
                    content = self._documents.render("mou/mou.md.j2", view, self.words(language))
                    drafts.append(Artifact(_memorandum_path(stakeholder, deal, language), content))
        return drafts, missing

    def memorandum_paths(self, city: City) -> frozenset[str]:
        """Return the paths of all memoranda that the data gives, without drafting them."""
        return frozenset(
            _memorandum_path(stakeholder, deal, language)
            for stakeholder in city.stakeholders
            if stakeholder.id != city.organisation
            for deal in deals_to_draft(city, stakeholder) or (None,)
            for language in languages_of(city, stakeholder, deal)
        )


def _memorandum_path(stakeholder: Stakeholder, deal: Deal | None, language: str) -> str:
    stem = f"{stakeholder.id}.{deal.id}" if deal else stakeholder.id
    return f"mou/{stem}.{language}.md"
