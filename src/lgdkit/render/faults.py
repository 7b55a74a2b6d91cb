"""What is wrong with a city's own template, at its file and line."""

from collections.abc import Mapping

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from lgdkit.diagnostics import Diagnostic, Located, Place, Severity, Span
from lgdkit.render.document import LIMIT_RULE
from lgdkit.render.harmless import Fault
from lgdkit.render.measure import LimitError
from lgdkit.render.sandbox import Limited
from lgdkit.render.unknown import places_of

FOLDER = "templates"
_OURS = "Take the file out of templates/, or start again from ours: lgd template eject."


def missing_names(environment: Limited, own: Mapping[str, str], about: str) -> list[Located]:
    """Return a finding for each name that nothing stood behind."""
    found = []
    first = min(own)
    for template, line, name in environment.missing:
        message = f'"{name}" is not known here: the document has nothing by this name ({about}).'
        advice = "Compare with our own template: lgd template show. Or ask first: {% if … is defined %}."
        if template in own:
            found.append(_located("template-name", template, line, own, message, "a name", advice, name))
            continue
        message = f'Our {template}, line {line}, asks for "{name}", which a template of yours does not set.'
        found.append(_located("template-name", first, 1, own, message, "what our templates set", _OURS))
    return found


def located_fault(error: Exception, own: Mapping[str, str], about: str) -> Located | None:
    """Return the finding for what a template raised; None where no template of the city's took part."""
    template, line = next((each for each in places_of(error.__traceback__) if each[0] in own), ("", 1))
    if isinstance(error, TemplateSyntaxError) and error.name in own:
        template, line = str(error.name), error.lineno
    if not template:
        return None
    rule, message, expected, advice = _told(error)
    return _located(rule, template, line, own, f"{message} ({about})", expected, advice)


def picture_fault(fault: Fault, picture: str, own: Mapping[str, str], about: str) -> Located:
    """Return the finding for a picture that is none, or that could do harm, in the template that says it."""
    saying = [name for name in (picture, *sorted(own)) if name in own and fault.said in own[name]]
    template = next(iter(saying), picture if picture in own else min(own))
    lines = own[template].splitlines()
    line = next((number for number, text in enumerate(lines, 1) if fault.said and fault.said in text), 1)
    message = f"{fault.message} ({about})"
    advice = "Compare with our own template: lgd template show."
    return _located("template-picture", template, line, own, message, fault.expected, advice, fault.said)


def _told(error: Exception) -> tuple[str, str, str, str]:
    if isinstance(error, LimitError | RecursionError | MemoryError | OverflowError):
        why = str(error) if isinstance(error, LimitError) else "This calls itself without end."
        advice = "Take out what goes round in circles or multiplies."
        return LIMIT_RULE, why, "a template that comes to an end soon", advice
    if isinstance(error, TemplateNotFound):
        name = error.name or "a template without a name"
        return (
            "template-refused",
            f"There is no template {str(name)[:60]!r}.",
            "a file of templates/, yours or ours",
            "lgd template list names them; nothing else can be read from a template.",
        )
    if isinstance(error, SecurityError):
        expected = "the names of the document, macros, loops, and the filters that our templates use"
        return "template-refused", str(error), expected, _OURS
    if isinstance(error, TemplateSyntaxError):
        message = error.message or "it cannot be read"
        advice = "Compare with our own template: lgd template show."
        return (
            "template-syntax",
            f"This template is wrong: {message}",
            "a template in Jinja's language",
            advice,
        )
    detail = (
        f": {error}" if isinstance(error, TemplateError | TypeError | ValueError | ArithmeticError) else ""
    )
    message = f"This cannot be worked out{str(detail)[:120]}."
    return "template-wrong", message, "values that fit together", "Compare with our own template."


def _located(
    rule: str,
    template: str,
    line: int,
    own: Mapping[str, str],
    message: str,
    expected: str,
    advice: str,
    marked: str = "",
) -> Located:
    lines = own[template].splitlines() or [""]
    line = min(max(line, 1), len(lines))
    text = lines[line - 1]
    at = text.find(marked) if marked else -1
    column, end = (at + 1, at + 1 + len(marked)) if at >= 0 else (1, max(2, len(text) + 1))
    span = Span(line, column, end)
    file = f"{FOLDER}/{template}"
    place = Place(file, span=span)
    return Located(Diagnostic(rule, Severity.ERROR, place, message, expected, advice), file, span, text)
