"""Drafts the papers of a sprint: the cities that take part in, drafts out. Opens no file and reads no clock."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lgdkit.artifact import Artifact
from lgdkit.drafting import Drafter
from lgdkit.model.city import City
from lgdkit.model.sprint import Sprint
from lgdkit.view.agreement_sheet import agreement_sheet, partners_in
from lgdkit.view.programme import invitation
from lgdkit.view.sprint import Group
from lgdkit.view.sprint_report import follow_up, is_over, report
from lgdkit.view.worksheets import roadmap_sheet, worksheet

Paper = tuple[str, str, Any, str]
"""The path without the language and the ending, the template, the view, the language."""


def languages_of(host: City, sprint: Sprint) -> tuple[str, ...]:
    """Return the languages of the papers: those that the sprint names, or else the host's."""
    return sprint.languages or host.languages


class Papers:
    """The papers of one sprint, as far as the data of its cities is at hand."""

    def __init__(
        self, host: City, sprint: Sprint, others: Mapping[str, City], languages: Sequence[str]
    ) -> None:
        """Take the host and the other cities by id, and the languages asked for; none for those of the sprint."""
        self._host, self._sprint, self._others = host, sprint, others
        self._wanted = tuple(languages)
        self._languages = self._wanted or languages_of(host, sprint)

    def before(self) -> Iterator[Paper]:
        """Give the invitation, the agenda and the worksheets."""
        for language in self._languages:
            group = self._group(language)
            yield "invitation", "sprint/invitation.md.j2", invitation(group), language
            yield "agenda", "sprint/agenda.md.j2", invitation(group), language
            for session in self._sprint.sessions:
                sheet = worksheet(group, session)
                if sheet:
                    yield f"worksheet-{session.id}", "sprint/worksheet.md.j2", sheet, language
        if self._works_on("roadmap"):
            yield from self._roadmaps()
        if self._works_on("agreement"):
            yield from self._agreements()

    def after(self) -> Iterator[Paper]:
        """Give the report and the follow-up of the next steps."""
        for language in self._languages:
            group = self._group(language)
            yield "report", "sprint/report.md.j2", report(group), language
            if self._sprint.next_steps:
                yield "next-steps", "sprint/next-steps.md.j2", follow_up(group), language

    @property
    def is_over(self) -> bool:
        """Whether anything is recorded that a report could tell."""
        return is_over(self._sprint)

    def _group(self, language: str) -> Group:
        return Group(self._host, self._sprint, self._others, language)

    def _works_on(self, focus: str) -> bool:
        return focus in self._sprint.focus or any(each.kind == focus for each in self._sprint.sessions)

    def _roadmaps(self) -> Iterator[Paper]:
        """Give the sheet of each city in the languages of the sprint that are the city's own too."""
        for name in self._group(self._languages[0]).cities:
            city = self._group(self._languages[0]).city(name)
            spoken = [each for each in self._languages if city and each in city.languages]
            for language in self._wanted or spoken or self._languages[:1]:
                sheet = roadmap_sheet(self._group(language), name)
                if sheet:
                    yield f"roadmap-{name}", "sprint/roadmap.md.j2", sheet, language

    def _agreements(self) -> Iterator[Paper]:
        """Give the sheet of each partner in the language of its agreement."""
        group = self._group(self._languages[0])
        for partner in partners_in(group):
            for language in self._wanted or (partner.language,):
                sheet = agreement_sheet(self._group(language), partner)
                name = f"agreement-{partner.where}-{partner.stakeholder.id}"
                yield name, "sprint/agreement.md.j2", sheet, language


def papers(drafter: Drafter, sprint: str, found: Iterator[Paper]) -> list[Artifact]:
    """Draft papers with the templates of the host."""
    return [
        draft
        for name, template, view, language in found
        for draft in drafter.drawn(
            f"sprints/{sprint}/{name}.{language}.md", template, view, language, f"sprints/{sprint}"
        )
    ]
