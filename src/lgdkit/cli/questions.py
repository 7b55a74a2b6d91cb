"""What `lgd add` asks for, for each kind of record, and how an answer is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from lgdkit.adding import Plain, fault_of
from lgdkit.model.city import ANY, LISTS
from lgdkit.model.meant import did_you_mean
from lgdkit.vocab.action import DecisionStatus
from lgdkit.vocab.field_of_action import FieldOfAction
from lgdkit.vocab.language import LANGUAGES

if TYPE_CHECKING:
    from lgdkit.model.city import City

_LANGUAGE = re.compile(r"([a-z]{2})=(.*)", re.S)


class Form(Enum):
    """What an answer is."""

    NAME = auto()
    """A text that is the same in every language."""
    TEXT = auto()
    """A text for each language."""
    CODE = auto()
    """One of a list that the format closes."""
    ID = auto()
    """The id of another record."""
    IDS = auto()
    """Several of them."""
    VALUE = auto()
    """A date, a quantity, an address: what the format reads."""


@dataclass(frozen=True)
class Question:
    """One key of a new record."""

    key: str
    option: str
    words: str
    form: Form = Form.VALUE
    of: str = ""
    """For ids: the kind of record."""
    needed: bool = False


QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "stakeholders": (
        Question("name", "--name", "Official name", Form.NAME, needed=True),
        Question("kind", "--kind", "What it is", Form.CODE, needed=True),
        Question("legal_form", "--legal-form", "Legal form, such as Oy, AB, GmbH", Form.NAME),
        Question("website", "--website", "Web address"),
        Question("language", "--language", "Language of its agreement"),
        Question("influence", "--influence", "Influence on the city's ambition", Form.CODE),
        Question("interest", "--interest", "Interest in the city's ambition", Form.CODE),
    ),
    "actions": (
        Question("title", "--title", "Title", Form.TEXT, needed=True),
        Question("description", "--description", "What is done, in a few sentences", Form.TEXT),
        Question("field", "--field", "Field of action", Form.ID, "fields"),
        Question("kind", "--kind", "Kind of action", Form.CODE),
        Question("lead", "--lead", "Stakeholder in charge", Form.ID, "stakeholders"),
        Question("partners", "--partner", "Other stakeholders that take part", Form.IDS, "stakeholders"),
        Question("start", "--start", "Start, such as 2026 or 2026-05"),
        Question("end", "--end", "End, such as 2030"),
        Question("status", "--status", "How far it is", Form.CODE),
        Question("decision", "--decision", "Whether it is decided", Form.CODE),
    ),
    "commitments": (
        Question("by", "--by", "Stakeholder that commits itself", Form.ID, "stakeholders", needed=True),
        Question("action", "--action", "Action that it contributes to", Form.ID, "actions"),
        Question("text", "--text", "What it undertakes, in one or two sentences", Form.TEXT, needed=True),
        Question("deliverable", "--deliverable", "What the commitment delivers", Form.TEXT),
        Question("due", "--due", "By when, such as 2028 or 2028-06"),
        Question("kind", "--kind", "Kind of commitment", Form.CODE),
        Question("ghg", "--ghg", "Reduction, such as 12 kt/year"),
        Question("status", "--status", "How far it is", Form.CODE),
    ),
    "deals": (
        Question("title", "--title", "Title", Form.TEXT, needed=True),
        Question(
            "parties",
            "--party",
            "Parties beside the city's own organisation",
            Form.IDS,
            "stakeholders",
            needed=True,
        ),
        Question("level", "--level", "Level", Form.CODE),
        Question("state", "--state", "How far it has come", Form.CODE),
        Question("legal_status", "--legal-status", "Legal status", Form.CODE),
        Question("commitments", "--commitment", "Commitments that it holds", Form.IDS, "commitments"),
    ),
    "practices": (
        Question("title", "--title", "Title", Form.TEXT, needed=True),
        Question("field", "--field", "Field of action", Form.ID, "fields"),
        Question("challenge", "--challenge", "What it is an answer to", Form.TEXT),
        Question("approach", "--approach", "What was done, in a few sentences", Form.TEXT),
        Question("start", "--start", "Since when, such as 2022"),
        Question("stakeholders", "--by", "Stakeholders that carry it", Form.IDS, "stakeholders"),
        Question("actions", "--action", "Actions that it belongs to", Form.IDS, "actions"),
        Question("deals", "--deal", "Deals that it belongs to", Form.IDS, "deals"),
    ),
}


def codes(kind: str, question: Question, city: City) -> Sequence[str]:
    """Return the codes or ids that an answer may be, in the order in which they are shown."""
    if question.of:
        known = sorted(each for each in city.declared.get(question.of, ()) if each != ANY)
        return known if known or question.of != "fields" else get_args(FieldOfAction)
    if question.key == "decision":
        return get_args(DecisionStatus)
    return _literals(LISTS[kind].model_fields[question.key].annotation) if question.form is Form.CODE else ()


def answer(kind: str, question: Question, given: Sequence[str], city: City) -> Any:
    """Return the value that an answer stands for.

    Args:
        kind: the list that the record is for.
        question: what was asked.
        given: the answer; one for each language or id.
        city: what may be referred to.

    Raises:
        ValueError: it is none, with what is wrong.
    """
    for each in given:
        if not each.strip() or not _is_clean(each):
            raise ValueError("write at least one letter, and no invisible ones")
    if question.form is Form.TEXT:
        value: Any = _text(given, city)
    elif question.form is Form.IDS:
        value = [_code(kind, question, each, city) for each in _parted(given)]
        own = city.organisation
        if question.key == "parties" and own and own not in value:
            value.insert(0, Plain(own))
    elif question.form in (Form.CODE, Form.ID):
        value = _code(kind, question, given[-1], city)
    else:
        value = given[-1].strip() if question.form is Form.NAME else Plain(given[-1].strip())
    if question.key == "decision":
        value = {"status": value}
    wrong = fault_of(kind, question.key, value)
    if wrong:
        raise ValueError(wrong)
    return value


def _code(kind: str, question: Question, given: str, city: City) -> Plain:
    """Return a code or an id that was written out or given by its number in the list."""
    known, word = codes(kind, question, city), given.strip()
    if word.isdecimal() and word not in known and 0 < int(word) <= len(known):
        return Plain(known[int(word) - 1])
    unsure = question.of and not city.whole(question.of)
    if word not in known and not unsure:
        what = f"the id of one of the {question.of}" if question.of else f"one of {', '.join(known)}"
        raise ValueError(f"it is not {what}. {did_you_mean(word, known)}".strip())
    return Plain(word)


def _text(given: Sequence[str], city: City) -> str | dict[str, str]:
    """Return a text in the languages it was given in: plain where the city has one language alone."""
    first = city.languages[0]
    texts: dict[str, str] = {}
    for each in given:
        match = _LANGUAGE.fullmatch(each)
        code, text = (match[1], match[2]) if match and match[1] in LANGUAGES else (first, each)
        if not text.strip():
            raise ValueError(f"the text for {code} is empty")
        if code in texts:
            raise ValueError(f"there are two texts for {code}; write fi=… for a text in Finnish")
        texts[code] = text.strip()
    if len(city.languages) == 1 and list(texts) == [first]:
        return texts[first]
    order = [*city.languages, *texts]
    return {code: texts[code] for code in dict.fromkeys(order) if code in texts}


def _parted(given: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(word for each in given for word in re.split(r"[,\s]+", each) if word))


def _is_clean(text: str) -> bool:
    return all(sign.isprintable() or sign in "\n\u00a0\u202f" for sign in text)


def _literals(annotation: Any) -> tuple[str, ...]:
    """Return the codes of an annotation such as `Literal["a", "b"] | None`."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    found: tuple[str, ...] = ()
    for each in get_args(annotation):
        found = found or _literals(each)
    return found
