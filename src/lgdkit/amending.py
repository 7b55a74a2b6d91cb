"""Drafts amendments to deals that were signed: a city in, drafts out. Opens no file and reads no clock."""

from collections.abc import Mapping, Sequence

from lgdkit.artifact import Artifact
from lgdkit.model.city import City
from lgdkit.model.deal import Deal
from lgdkit.render.document import Documents
from lgdkit.render.language import words_of
from lgdkit.view.amendment import amendment
from lgdkit.view.since_signed import signing_of


def amendments(
    templates: Mapping[str, bytes], city: City, deals: Sequence[Deal], languages: Sequence[str]
) -> list[Artifact]:
    """Draft the amendments to deals, each in the languages asked for or else in its own.

    Args:
        templates: the templates and the words by their path below `templates/`.
        city: the city.
        deals: the deals; one that has not changed since it was signed gets no draft.
        languages: in which languages; empty for those of each deal.
    """
    documents = Documents(templates)
    drafts: list[Artifact] = []
    for deal in deals:
        signing = signing_of(city, deal)
        for language in languages or deal.languages or city.languages:
            view = amendment(city, language, deal)
            if signing and view:
                content = documents.render("mou/amendment.md.j2", view, words_of(language, templates))
                drafts.append(
                    Artifact(f"mou/{deal.id}.amendment-{signing.day.isoformat()}.{language}.md", content)
                )
    return drafts
