"""The template environments: a view and the words of a language in, a Markdown document out."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import TemplatesNotFound

from lgdkit.diagnostics import Located
from lgdkit.render import svg
from lgdkit.render.context import Context
from lgdkit.render.environment import Compiled, Unguarded
from lgdkit.render.language import SOURCE_LANGUAGE, Words
from lgdkit.render.markdown import ended, escaped, head, row, sentences, tidy
from lgdkit.render.municipality import renamed_prose
from lgdkit.render.plain import visible
from lgdkit.view.pictures.sheet import Picture

if TYPE_CHECKING:
    from lgdkit.render.sandbox import Limited

_OPTIONS: dict[str, Any] = {
    "extensions": ["jinja2.ext.i18n"],
    "autoescape": False,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
}


LIMIT_RULE = "template-limit"
"""The finding for a template that takes more steps than it may."""


class WrongTemplateError(Exception):
    """A document could not be drafted, because a city's own template is wrong."""

    def __init__(self, findings: Sequence[Located]) -> None:
        """Take the findings, one for each fault."""
        super().__init__()
        self.findings = tuple(findings)


class Documents:
    """Renders documents from one set of templates."""

    def __init__(self, templates: Mapping[str, bytes], own: Mapping[str, bytes] | None = None) -> None:
        """Take the templates by their path below `templates/`, ours and those that a city has of its own."""
        self._own = {path: text.decode("utf-8", "replace") for path, text in (own or {}).items()}
        ours = {path: text.decode("utf-8") for path, text in templates.items() if path.endswith(".j2")}
        self._sources = {**ours, **self._own}
        self._compiled = Compiled()
        # of each Documents its own: what all share would hold the templates of every city of a workspace
        self._context = cache(self._new_context)
        self._environment = cache(self._new_environment)
        self._sandbox = cache(self._new_sandbox)

    def forget(self) -> None:
        """Forget what was rendered of a city; its templates stay compiled."""
        self._context.cache_clear()

    def render(self, template: str, view: Any, words: Words, about: str = "") -> bytes:
        """Render one Markdown document; `about` names the records that it is about.

        Raises:
            jinja2.TemplateError: the template is wrong, or asks for something that the view does not have.
            WrongTemplateError: the same of a template that the city has of its own.
        """
        return tidy(self._rendered(template, view, words, escaped, about)).encode("utf-8")

    def picture(self, picture: Picture, words: Words, about: str = "") -> bytes:
        """Draw a picture as SVG; `about` names what it belongs to.

        Raises:
            jinja2.TemplateError: the template is wrong, or asks for something that the picture does not have.
            WrongTemplateError: the same of a template of the city, or what it draws is no harmless picture.
        """
        context = self._context(words, svg.escaped)
        doc = {**context.plain(picture), "drawing": context.plain(picture.drawing)}
        text = svg.tidy(self._filled(picture.template, {"doc": doc}, words, about))
        if self._own:
            from lgdkit.render.faults import picture_fault
            from lgdkit.render.harmless import fault_in

            fault = fault_in(text)
            if fault:
                raise WrongTemplateError([picture_fault(fault, picture.template, self._own, about)])
        return text.encode("utf-8")

    def rows(self, template: str, view: Any, words: Words) -> list[list[str]]:
        """Render a template that writes a table for the terminal: a line a row, tabs between the cells."""
        text = self._rendered(template, view, words, visible, "the table on the terminal")
        return [[cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip()]

    def _rendered(
        self, template: str, view: Any, words: Words, escape: Callable[[str], str], about: str
    ) -> str:
        return self._filled(template, {"doc": self._context(words, escape).plain(view)}, words, about)

    def _filled(self, template: str, context: dict[str, Any], words: Words, about: str) -> str:
        if self._own:
            return self._limited(template, context, words, about)
        return self._environment(words).get_template(template).render(context)

    def _limited(self, template: str, context: dict[str, Any], words: Words, about: str) -> str:
        from lgdkit.render.faults import located_fault, missing_names

        environment = self._sandbox(words)
        environment.start(context)
        text = ""
        faults = []
        try:
            text = environment.get_template(template).render(context)
        except Exception as error:
            fault = located_fault(error, self._own, about)
            if fault is None:
                raise
            faults.append(fault)
        faults = [*missing_names(environment, self._own, about), *faults]
        if faults:
            raise WrongTemplateError(faults)
        return text

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

    @staticmethod
    def _filters(words: Words) -> dict[str, Callable[..., Any]]:
        """Return the filters of our own that templates may use."""
        return {
            "sentences": sentences,
            "ended": ended,
            "listed": words.listed,
            "fitted": svg.fitted,
            "inline": svg.inline,
        }

    def _functions(self, words: Words) -> dict[str, Callable[..., Any]]:
        """Return what templates may call."""
        return {
            "head": head,
            "row": row,
            "language_name": words.language_name,
            "country_name": words.country_name,
            "month_name": words.month,
            "prose": lambda wordings, leading: self._prose(wordings, words.language, leading),
        }

    def _spoken(self, words: Words) -> dict[str, str]:
        """Return the templates, our prose with the municipality called what it calls itself."""
        rename = words.rename
        if rename is None:
            return self._sources
        prose = f"mou/prose/{words.language}/"
        return {
            path: renamed_prose(rename, text) if path.startswith(prose) and path not in self._own else text
            for path, text in self._sources.items()
        }

    @staticmethod
    def _new_context(words: Words, escape: Callable[[str], str]) -> Context:
        return Context(words, escape)

    def _new_environment(self, words: Words) -> Unguarded:
        environment = Unguarded(self._spoken(words), words, self._compiled, **_OPTIONS)
        environment.filters.update(self._filters(words))
        environment.globals.update(self._functions(words), **_told(words))
        return environment

    def _new_sandbox(self, words: Words) -> "Limited":
        from lgdkit.render.sandbox import Limited

        environment = Limited(self._spoken(words), **_OPTIONS)
        environment.install_gettext_translations(words.catalogue, newstyle=True)  # type: ignore[attr-defined]
        environment.allow_messages()
        environment.allow_filters(self._filters(words))
        environment.allow(self._functions(words))
        environment.globals.update(_told(words))
        return environment


def _told(words: Words) -> dict[str, Any]:
    """Return what templates know of the words that they are filled in with."""
    return {"words_known": words.known, "words_whole": words.whole, "language": words.language}
