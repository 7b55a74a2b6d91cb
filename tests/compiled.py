"""Templates are compiled once for all tests: the code of one text is the same wherever it is compiled."""

from typing import Any

from lgdkit.render.environment import Compiled

_CODES: dict[tuple[str, str], Any] = {}


def share() -> None:
    """Let all that drafts know the code of every text that was compiled before; a changed text is another one."""
    first = Compiled.__init__

    def known(self: Compiled) -> None:
        first(self)
        self._codes = _CODES

    Compiled.__init__ = known  # type: ignore[method-assign]


def compile_all() -> None:
    """Compile all our templates."""
    from lgdkit.disk import read_templates
    from lgdkit.render.document import Documents
    from lgdkit.render.language import words_of

    templates = read_templates()
    environment = Documents(templates)._environment(words_of("en", templates, ""))
    for name in templates:
        if name.endswith(".j2"):
            environment.get_template(name)
