"""What a kind of stakeholder is called, in a city's languages."""

from collections.abc import Callable, Mapping

from lgdkit.render.language import Words
from lgdkit.replicating.wording import Wording, Written

_CALLED: Mapping[str, Callable[[Words], str]] = {
    "municipality": lambda words: words.pgettext("stakeholder", "municipality"),
    "municipal-company": lambda words: words.pgettext("stakeholder", "municipal company"),
    "sme": lambda words: words.pgettext("stakeholder", "small or medium-sized enterprise"),
    "company": lambda words: words.pgettext("stakeholder", "company"),
    "social-economy": lambda words: words.pgettext("stakeholder", "social economy"),
    "academia": lambda words: words.pgettext("stakeholder", "university or research"),
    "public-body": lambda words: words.pgettext("stakeholder", "public body"),
    "association": lambda words: words.pgettext("stakeholder", "association"),
    "cooperative": lambda words: words.pgettext("stakeholder", "cooperative"),
    "citizens": lambda words: words.pgettext("stakeholder", "citizens"),
}


def kind_in(wording: Wording, kind: str) -> Written:
    """Return the word for a kind of stakeholder in each language of the city."""
    return wording.fixed(_CALLED[kind])
