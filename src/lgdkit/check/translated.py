"""Translations that do not say yet which text they were made from."""

from lgdkit.diagnostics import Fix
from lgdkit.model.city import City
from lgdkit.model.text import Text, digest

SHOWN = 12
"""So many signs of a digest are enough to tell one text from another."""


def unrecorded(city: City) -> dict[str, list[Fix]]:
    """Return what is to be noted, by file: the digest of the text in the city's first language.

    A wording in another language that says how it came about is a translation. What a person noted stays.
    """
    first = city.languages[0]
    found: dict[str, list[Fix]] = {}
    for record, walked in city.walked:
        for keys, text, _ in walked.texts:
            original = text.wording(first, first)
            if original is None or original.of or original.origin == "machine":
                continue  # not there, or a translation itself: nobody knows what the others were made from
            of = digest(original.text)[:SHOWN]
            for language in _translations(text, first):
                fix = Fix(record.at(*keys, language, "of"), of, is_new=True)
                found.setdefault(record.place.file, []).append(fix)
    return found


def _translations(text: Text, first: str) -> list[str]:
    """Return the languages of the translations that do not say what they were made from."""
    return [code for code, wording in text.wordings if code != first and wording.origin and not wording.of]
