"""The questions that a city answers about what it takes over: each in its own languages."""

from collections.abc import Callable, Sequence
from typing import Any

from lgdkit.render.language import Words
from lgdkit.replicating.wording import Wording, Written

Question = dict[str, Any]


class Asking:
    """Writes questions as a record holds them."""

    def __init__(self, wording: Wording) -> None:
        """Take what knows the languages of the city that answers."""
        self._wording = wording

    def _about(self, key: str, say: Callable[[Words], str]) -> Question:
        return {"ask": self._wording.fixed(say), **({"about": key} if key else {})}

    def not_yet(self) -> Written:
        """Return what stands in the place of a figure of the other city."""
        reason = self._wording.fixed(lambda words: words.gettext("not yet quantified here"))
        return {"not_quantified": reason}

    def start(self) -> Question:
        """Ask when an action begins."""
        return self._about("start", lambda words: words.gettext("When does it begin here?"))

    def end(self) -> Question:
        """Ask when an action ends."""
        return self._about("end", lambda words: words.gettext("When does it end here?"))

    def due(self) -> Question:
        """Ask by when a commitment is kept."""
        return self._about("due", lambda words: words.gettext("By when is it done here?"))

    def reduction(self, key: str) -> Question:
        """Ask how much emissions fall."""
        return self._about(
            key, lambda words: words.gettext("By how much do emissions fall here, and within which boundary?")
        )

    def energy(self, key: str) -> Question:
        """Ask how much energy is saved or generated."""
        return self._about(key, lambda words: words.gettext("How much energy is it about here?"))

    def amount(self) -> Question:
        """Ask how much of something is promised."""
        return self._about("amount", lambda words: words.gettext("How much of it is promised here?"))

    def cost(self, key: str) -> Question:
        """Ask what an action costs."""
        return self._about(key, lambda words: words.gettext("What does it cost here?"))

    def investment(self) -> Question:
        """Ask what a partner invests."""
        return self._about("investment/amount", lambda words: words.gettext("What is invested here?"))

    def funding(self) -> Question:
        """Ask who pays."""
        return self._about("funding", lambda words: words.gettext("Who pays for it here?"))

    def indicators(self, key: str) -> Question:
        """Ask by what the effect is seen."""
        return self._about(key, lambda words: words.gettext("By which indicator is the effect seen here?"))

    def strategies(self) -> Question:
        """Ask which strategy an action carries out."""
        return self._about(
            "strategies", lambda words: words.gettext("Which strategy of this city does it carry out?")
        )

    def field(self) -> Question:
        """Ask to which field of action it belongs."""
        return self._about(
            "field", lambda words: words.gettext("To which field of action does it belong here?")
        )

    def other_fields(self, fields: Sequence[str]) -> Question:
        """Ask whether another field of action fits better."""
        names = ", ".join(fields)
        return self._about(
            "",
            lambda words: (
                words.gettext("Would another field of action fit better: %(fields)s?") % {"fields": names}
            ),
        )

    def lead(self) -> Question:
        """Ask who leads an action."""
        return self._about("lead", lambda words: words.gettext("Who leads it here?"))

    def in_place(self, actions: Sequence[str]) -> Question:
        """Ask whether what the original builds on is there."""
        names = "; ".join(actions)
        return self._about(
            "",
            lambda words: (
                words.gettext("The original builds on: %(actions)s. Is that in place here?")
                % {"actions": names}
            ),
        )

    def term(self) -> Question:
        """Ask how long a deal runs."""
        return self._about("term/until", lambda words: words.gettext("Until when does it hold here?"))

    def adoption(self) -> Question:
        """Ask who decides on a deal."""
        return self._about(
            "adopted",
            lambda words: words.gettext("Which body of this city decides on it, and under what number?"),
        )

    def signatories(self) -> Question:
        """Ask who signs."""
        return self._about("signatories", lambda words: words.gettext("Who signs for each party here?"))

    def report_to(self) -> Question:
        """Ask to whom the partners report."""
        return self._about(
            "reporting/to", lambda words: words.gettext("To whom do the partners report here?")
        )

    def legal_force(self) -> Question:
        """Ask whether a deal is to bind here, too."""
        return self._about(
            "",
            lambda words: words.gettext(
                "In the original city this deal is legally binding, at least in part. "
                "Is it to be so here, and does its form meet this country's law?"
            ),
        )

    def speaks_of(self, names: Sequence[str]) -> Question:
        """Ask for texts that no longer speak of the other city."""
        listed = ", ".join(names)
        return self._about(
            "",
            lambda words: (
                words.gettext("The texts still speak of %(names)s. Are they written for this city?")
                % {"names": listed}
            ),
        )

    def figures_in_texts(self) -> Question:
        """Ask for the figures that were left out of texts."""
        return self._about(
            "",
            lambda words: words.gettext(
                "Figures and years of the original were left out of the texts, where … stands. What holds here?"
            ),
        )
