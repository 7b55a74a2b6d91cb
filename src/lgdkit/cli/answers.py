"""A new record made of options and answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lgdkit.adding import Plain, fault_of
from lgdkit.cli.asking import ask, can_ask, show
from lgdkit.cli.questions import QUESTIONS, Form, Question, answer, codes
from lgdkit.cli.terminal import fail, say
from lgdkit.edit.ident import proposed
from lgdkit.render.plain import visible

if TYPE_CHECKING:
    from lgdkit.model.city import City


def new_record(
    kind: str, answers: Mapping[str, Sequence[str]], id_: str | None, city: City
) -> Mapping[str, Any]:
    """Return the new record, its id first; what is missing is asked for on a terminal."""
    questions = QUESTIONS[kind]
    missing = [each.option for each in questions if each.needed and not answers[each.key]]
    asks = bool(missing) and can_ask()
    if missing and not asks:
        fail(f"{' and '.join(missing)} missing; there is no terminal here to ask on")
    values: dict[str, Any] = {}
    for question in questions:
        if answers[question.key]:
            try:
                values[question.key] = answer(kind, question, answers[question.key], city)
            except ValueError as error:
                fail(visible(f"{question.option} {' '.join(answers[question.key])}: {error}"))
        elif asks:
            value = _asked(kind, question, city)
            if value is not None:
                values[question.key] = value
    return {"id": _id(kind, values, id_, city, asks=asks), **values}


def _asked(kind: str, question: Question, city: City) -> Any:
    """Ask one question; None where it is left out."""
    known = codes(kind, question, city)
    if known:
        say(f"{question.words}:")
        show([(each, _name(question.of, each, city)) for each in known])
    end = "" if question.needed else "; Enter leaves it out"
    words = f"Number or {'id' if question.of else 'code'}{end}" if known else f"{question.words}{end}"
    if known and question.form is Form.IDS:
        words = f"Numbers or ids, with commas between{end}"
    usual = None if question.needed else ""
    if question.form is not Form.TEXT:
        return ask(words, lambda text: answer(kind, question, [text], city) if text.strip() else None, usual)
    texts: list[str] = []
    for code in city.languages:
        needed = question.needed and not texts
        words = f"{question.words} ({code}{'' if needed else '; Enter leaves it out'})"

        def read(text: str, code: str = code) -> str:
            if text.strip():
                answer(kind, question, [f"{code}={text}"], city)
            return text.strip()

        text = ask(words, read, None if needed else "")
        if text:
            texts.append(f"{code}={text}")
    return answer(kind, question, texts, city) if texts else None


def _name(kind: str, id_: str, city: City) -> str:
    """Return what a record is called in the city's first language."""
    first = city.languages[0]
    named: Any = None
    if kind == "stakeholders":
        named = city.stakeholder.get(id_)
    elif kind == "fields" and city.record:
        named = next((each for each in city.record.fields if each.id == id_), None)
    elif kind == "actions" and id_ in city.action:
        return str(city.action[id_].title.best(first, first)[1].text)
    return str(named.name.best(first, first)[1].text) if named else ""


def _id(kind: str, values: Mapping[str, Any], given: str | None, city: City, *, asks: bool) -> Any:
    """Return the id of the new record: as given, else made of what it is called."""
    taken = city.declared.get(kind, {})

    def read(text: str) -> Plain:
        wrong = fault_of(kind, "id", Plain(text.strip()))
        if wrong:
            raise ValueError(wrong)
        if text.strip() in taken:
            raise ValueError(f"one of the {kind} has the id {text.strip()} already")
        return Plain(text.strip())

    language, called = _called(values, city)
    usual = proposed(called, language, taken)
    if given is None and asks:
        return ask("Id", read, usual or None)
    if given is None and not usual:
        fail("--id is missing: none can be made of the name")
    try:
        return read(usual if given is None else given)
    except ValueError as error:
        fail(visible(f"--id {given}: {error}"))


def _called(values: Mapping[str, Any], city: City) -> tuple[str, str]:
    """Return what a new record is called, with the language: in English if there is a text, as most ids are."""
    if "by" in values:
        return "en", "-".join([values["by"], *filter(None, [values.get("action")])])
    text = values.get("title", values.get("name"))
    if not isinstance(text, dict):
        return city.languages[0], text
    code = "en" if "en" in text else next(iter(text))
    return code, text[code]
