"""The one template environment: a view and the words of a language in, a Markdown document out."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplatesNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lgdkit.render.context import Context
from lgdkit.render.language import SOURCE_LANGUAGE, Words
from lgdkit.render.markdown import escaped, head, row, sentences, tidy
from lgdkit.render.plain import visible


class _Environment(ImmutableSandboxedEnvironment):
    """Looks names up in dictionaries first: a view's `values` is its own and not a method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


class Documents:
    """Renders documents from one set of templates."""

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        """Take the templates by their path below `templates/`."""
        self._sources = {
            path: text.decode("utf-8") for path, text in templates.items() if path.endswith(".j2")
        }

    def render(self, template: str, view: Any, words: Words) -> bytes:
        """Render one Markdown document.

        Raises:
            jinja2.TemplateError: the template is wrong, or asks for something that the view does not have.
        """
        return tidy(self._rendered(template, view, words, escaped)).encode("utf-8")

    def rows(self, template: str, view: Any, words: Words) -> list[list[str]]:
        """Render a template that writes a table for the terminal: a line a row, tabs between the cells."""
        text = self._rendered(template, view, words, visible)
        return [[cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip()]

    def _rendered(self, template: str, view: Any, words: Words, escape: Callable[[str], str]) -> str:
        context = {"doc": Context(words, escape).plain(view), "language": words.language}
        return self._environment(words).get_template(template).render(context)

    def _prose(self, wordings: Sequence[str], language: str, leading: str) -> dict[str, str]:
        """Return the file in which a clause stands: in the document's language, else the leading one, else English.

        Raises:
            jinja2.TemplatesNotFound: no language has it.
        """
        for code in dict.fromkeys((language, leading, SOURCE_LANGUAGE)):
            own = f"mou/prose/{code}/forms.j2"
            # where a language names the agreement in no form yet, the English one shows that it is missing
            forms = own if own in self._sources else f"mou/prose/{SOURCE_LANGUAGE}/forms.j2"
            for each in wordings:
                name = f"mou/prose/{code}/{each}.md.j2"
                if name in self._sources:
                    return {"name": name, "forms": forms, "language": code}
        raise TemplatesNotFound([f"mou/prose/{language}/{each}.md.j2" for each in wordings])

    @cache  # noqa: B019 - lives as long as the run
    def _environment(self, words: Words) -> _Environment:
        environment = _Environment(
            loader=DictLoader(self._sources),
            extensions=["jinja2.ext.i18n"],
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        environment.install_gettext_translations(words.catalogue, newstyle=True)  # type: ignore[attr-defined]
        environment.filters["sentences"] = sentences
        environment.filters["listed"] = words.listed
        environment.globals.update(
            head=head,
            row=row,
            words_known=words.known,
            language_name=words.language_name,
            month_name=words.month,
            prose=lambda wordings, leading: self._prose(wordings, words.language, leading),
        )
        return environment
