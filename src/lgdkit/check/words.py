"""Everything that is written in words, searched as one text: a look at each of them would cost too much."""

from collections.abc import Iterator

from lgdkit.model.base import Record
from lgdkit.model.city import City
from lgdkit.model.person import Person
from lgdkit.model.walk import Keys


def all_words(city: City, signs: tuple[str, ...]) -> Iterator[tuple[Record, Keys, str]]:
    """Give each text that holds one of these signs, with its record and keys, save what is said of persons.

    A record is looked at closely only where a sign is found in it.
    """
    for record, walked in city.walked:
        if type(record) is Person:
            continue
        for keys, text, _ in walked.texts:
            if text.plain is not None:
                if any(sign in text.plain for sign in signs):
                    yield record, keys, text.plain
            else:
                for language, wording in text.wordings:
                    if any(sign in wording.text for sign in signs):
                        yield record, (*keys, language), wording.text
        for keys, word in walked.words:
            if any(sign in word for sign in signs):
                yield record, keys, word
