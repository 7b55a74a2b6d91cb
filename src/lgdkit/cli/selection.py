"""Which findings a person wants to see: the names and weights given on the command line."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lgdkit.cli.terminal import fail
from lgdkit.diagnostics import Located, Severity

_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Selection(NamedTuple):
    """What is shown of all that is found; where nothing is `selected`, every rule is."""

    selected: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()
    least: Severity = Severity.WARNING

    @property
    def wanted(self) -> frozenset[str]:
        """The rules that were asked for by name: these are told even where the city ignores them."""
        return self.selected or frozenset()

    @property
    def advice(self) -> bool:
        """Whether advice is shown, so that the rules that give it have to be asked."""
        return self.least is Severity.INFO

    def parted(self, findings: Iterable[Located]) -> tuple[list[Located], list[Located]]:
        """Return the findings that are shown, and those that are only too light for that."""
        shown: list[Located] = []
        light: list[Located] = []
        for each in findings:
            rule = each.diagnostic.rule
            if rule not in self.ignored and (self.selected is None or rule in self.selected):
                heavy = _WEIGHT[each.diagnostic.severity] >= _WEIGHT[self.least]
                (shown if heavy else light).append(each)
        return shown, light


def selection(select: Sequence[str] | None, ignore: Sequence[str] | None, least: str) -> Selection:
    """Read what the command line says; a name that nobody knows ends the command."""
    selected = _rules("--select", select) if select else None
    ignored = _rules("--ignore", ignore) if ignore else frozenset()
    return Selection(selected, ignored, Severity(least))


def known_rule(name: str) -> str:
    """Return the rule of this name; if there is none, the command ends and names the near one."""
    from lgdkit.catalogue import families

    groups = families()
    if name in groups:
        members = ", ".join(groups[name]) or "none yet"
        fail(f"{name} is a family of rules; name one of them: {members}")
    rules = [rule for members in groups.values() for rule in members]
    return _known(name, rules, name)


def _rules(option: str, given: Sequence[str]) -> frozenset[str]:
    """Return the rules that are named, by themselves or by their family, parted by commas or not."""
    from lgdkit.catalogue import families

    groups = families()
    ids: Mapping[str, tuple[str, ...]] = {rule: (rule,) for members in groups.values() for rule in members}
    names = [name for each in given for name in (part.strip() for part in each.split(",")) if name]
    if not names:
        fail(f"{option}: name a rule or a family; lgd rules lists them")
    known = {**ids, **groups}
    return frozenset(rule for name in names for rule in known[_known(name, known, f"{option} {name}")])


def _known(name: str, known: Iterable[str], said: str) -> str:
    """Return the name if it is known; if not, the command ends and names the near one."""
    from lgdkit.render.plain import visible

    names = list(known)
    if name not in names:
        fail(f"{visible(said[:200])}: no such rule; {_advice(name, names)}")
    return name


def _advice(name: str, names: Sequence[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name[:100].lower().replace("_", "-"), names, 1)
    return f"did you mean {near[0]}?" if near else "lgd rules lists them"
