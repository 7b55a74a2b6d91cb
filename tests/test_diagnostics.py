"""The values that findings and drafts are made of."""

import pytest

from lgdkit.artifact import Artifact
from lgdkit.diagnostics import Diagnostic, Located, Place, Related, Severity, Span


def test_places_lead_further_in() -> None:
    place = Place("a.yaml", ("actions", 0))
    assert place.at("title", "sv") == Place("a.yaml", ("actions", 0, "title", "sv"))
    assert place.at() == place
    assert place.key("title") == Place("a.yaml", ("actions", 0, "title"), on_key=True)
    assert Place("a.yaml", span=Span(1, 2, 3)).at("x").span is None


def test_values_can_be_compared_and_kept_in_sets() -> None:
    def finding() -> Diagnostic:
        place = Place("a.yaml", ("x",))
        return Diagnostic("bad-id", Severity.ERROR, place, "Wrong.", related=(Related(place, "here"),))

    assert finding() == finding()
    assert len({finding(), finding()}) == 1
    assert (finding().expected, finding().help) == ("", "")
    located = Located(finding(), "a.yaml", Span(1, 1, 2), "x: 1")
    assert located.related == ()
    assert hash(located) == hash(Located(finding(), "a.yaml", Span(1, 1, 2), "x: 1"))


def test_nothing_can_be_changed() -> None:
    for value, field in (
        (Place("a"), "file"),
        (Diagnostic("r", Severity.INFO, Place("a"), "m"), "rule"),
        (Artifact("a.md", b""), "path"),
    ):
        with pytest.raises(AttributeError):
            setattr(value, field, "x")


def test_severities_are_words() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning", "info"]


def test_spans_are_ordered_as_in_the_text() -> None:
    assert sorted([Span(2, 1, 2), Span(1, 9, 10), Span(1, 2, 3)]) == [
        Span(1, 2, 3),
        Span(1, 9, 10),
        Span(2, 1, 2),
    ]
