import pytest
from pydantic import ValidationError

from lgdkit.model.fault import Fault
from lgdkit.model.text import Text, Wording, digest, parse_text


def told(raw: object) -> list[tuple[object, ...]]:
    """Return rule, keys, message, way out and whether the key is meant, of each fault."""
    with pytest.raises((Fault, ValidationError)) as raised:
        parse_text(raw)
    error = raised.value
    if isinstance(error, Fault):
        context = dict(error.context or {})
        return [(error.type, (), context["message"], context["help"], context["on_key"])]
    assert isinstance(error, ValidationError)
    return [
        (each["type"], each["loc"], each["ctx"]["message"], each["ctx"]["help"], each["ctx"]["on_key"])
        for each in error.errors()
    ]


def test_plain_text_is_in_the_first_language() -> None:
    text = parse_text("Hej")
    assert text == Text("Hej")
    assert text.languages("sv") == ("sv",)
    assert text.wording("sv", "sv") == Wording("Hej")
    assert text.wording("fi", "sv") is None
    assert text.best("fi", "sv") == ("sv", Wording("Hej"))


def test_text_in_several_languages() -> None:
    text = parse_text({"fi": "Hei", "sv": {"text": "Hej", "origin": "machine", "of": "abc"}})
    assert text.languages("en") == ("fi", "sv")
    assert text.wording("sv", "en") == Wording("Hej", "machine", "abc")
    assert text.wording("en", "en") is None
    assert text.best("sv", "fi") == ("sv", Wording("Hej", "machine", "abc"))
    assert text.best("de", "sv") == ("sv", Wording("Hej", "machine", "abc"))
    assert text.best("de", "en") == ("fi", Wording("Hei"))


@pytest.mark.parametrize(
    ("raw", "message", "advice"),
    [
        (" \n", "This text is empty.", "Write the text, or take the line out."),
        ({}, "This text has no wording in any language.", "Write at least one."),
        (49, "This is a number, not a text.", 'If it is meant as a text, put it in quotes: "49".'),
        (
            True,
            "This is a boolean (true or false), not a text.",
            'If it is meant as a text, put it in quotes: "true".',
        ),
        (
            ["a"],
            "This is a list, not a text.",
            "Write one text; if the brackets or hyphens belong to it, put it in quotes.",
        ),
        (None, "This is nothing, not a text.", ""),
        ({"{ city.name }": "x"}, "This is a mapping, not a text.", "Put the text in quotes."),
        (
            {"text": "x", "origin": "machine"},
            "This wording has no language.",
            "Write the language before it: {en: {text: …, origin: machine}}.",
        ),
    ],
)
def test_no_text(raw: object, message: str, advice: str) -> None:
    assert told(raw) == [("wrong-type", (), message, advice, False)]


def test_keys_that_are_no_languages() -> None:
    advice = "Use the two-letter code of the language."
    assert told({"xx": "a", "FI": "b", "sv-SE": "c", "swe": "d", 7: "e"}) == [
        ("unknown-code", ("xx",), '"xx" is no language code.', advice, True),
        ("unknown-code", ("FI",), '"FI" is no language code.', 'Did you mean "fi"?', True),
        ("unknown-code", ("sv-SE",), '"sv-SE" is no language code.', 'Did you mean "sv"?', True),
        ("unknown-code", ("swe",), '"swe" is no language code.', advice, True),
        ("unknown-code", (7,), '"7" is no language code.', advice, True),
    ]


def test_not_every_one_of_thousand_faults_is_told() -> None:
    assert len(told({f"k{number}": "x" for number in range(1000)})) == 50
    assert len(told({"fi": {f"k{number}": "x" for number in range(1000)}})) == 50


def test_faults_of_one_wording_stand_at_their_keys() -> None:
    raw = {
        "fi": {"text": 5, "origin": "maschine", "of": 7, "by": "x"},
        "sv": " ",
        "en": ["a"],
        "de": {"text": ""},
    }
    assert [each[:3] for each in told(raw)] == [
        ("unknown-key", ("fi", "by"), 'There is no key "by" here.'),
        ("wrong-type", ("fi", "text"), "This is a number, not a text."),
        ("unknown-code", ("fi", "origin"), '"maschine" is no origin.'),
        ("wrong-type", ("fi", "of"), "This is a number, not a digest."),
        ("wrong-type", ("sv",), "This text is empty."),
        ("wrong-type", ("en",), "This is a list, not a text."),
        ("wrong-type", ("de", "text"), "This text is empty."),
    ]


def test_wording_without_text() -> None:
    assert told({"fi": {"origin": "draft"}}) == [
        ("missing-field", ("fi",), 'The key "text" is missing.', "Add the text.", False)
    ]
    misspelt = told({"fi": {"txt": "x"}})
    assert misspelt == [
        ("unknown-key", ("fi", "txt"), 'There is no key "txt" here.', 'Did you mean "text"?', True)
    ]


def test_a_digest_does_not_change_with_the_lines() -> None:
    assert digest("Clean heat") == digest("Clean\n  heat ") != digest("Clean heat.")
    assert digest("").startswith("e3b0c44298fc")
