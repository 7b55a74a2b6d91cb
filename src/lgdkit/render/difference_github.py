"""What changed, as annotations of a pull request: a warning for what is weaker, a notice for what else is judged."""

from collections import Counter
from collections.abc import Iterator

from lgdkit.compare.change import Judgement, RecordChange, What
from lgdkit.diagnostics import Place
from lgdkit.render.difference import ChangeReport, CityChanges, head, label, reason, summary, values
from lgdkit.render.plain import inside, visible
from lgdkit.render.workflow_command import MORE, MOST, command

_WARNING, _NOTICE = "warning", "notice"


def write(report: ChangeReport) -> str:
    """Write one command for each judged change, and a line in words, for the log.

    What went has no line any more: it stands at its deal, or at no line at all.
    """
    found = [each for city in report.cities for each in _city(city)]
    lines = [text for _, text in found]
    if max(Counter(level for level, _ in found).values(), default=0) > MOST:
        lines.append(MORE)
    return "\n".join([*lines, visible(summary(report))]) + "\n"


def _city(city: CityChanges) -> Iterator[tuple[str, str]]:
    deals = {each.id: each.place for each in city.comparison.changes if each.kind == "deals"}
    for change in city.comparison.changes:
        yield from _record(change, city, next((deals[each] for each in change.deals if each in deals), None))
    for other in city.comparison.uncompared:
        yield (
            _WARNING,
            _command(_WARNING, None, city, "not compared", f"{other.what} ({other.side}): {other.why}"),
        )


def _record(change: RecordChange, city: CityChanges, deal: Place | None) -> Iterator[tuple[str, str]]:
    if change.what in (What.ADDED, What.REMOVED):
        judgement = change.verdict.judgement
        if judgement is not Judgement.NEUTRAL:
            level = _level(judgement)
            place = change.place or deal
            yield level, _command(level, place, city, change.what.value, head(change))
        return
    for each in change.fields:
        judgement = each.verdict.judgement
        if judgement is not Judgement.NEUTRAL:
            text = f"{change.kind}/{change.id}: {label(each)}: {values(each)} ({reason(each)})"
            level = _level(judgement)
            yield level, _command(level, each.place, city, judgement.value, text)


def _level(judgement: Judgement) -> str:
    return _WARNING if judgement is Judgement.WEAKENED else _NOTICE


def _command(level: str, place: Place | None, city: CityChanges, title: str, text: str) -> str:
    spot = city.spot(place)
    where = {"file": inside(spot[0]), "line": spot[1]} if spot else {}
    return command(level, {**where, "title": title}, visible(text))
