"""A prototype as a file of the city that takes it over: which ids it gets, what its text is, what is wrong with it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lgdkit.adding import new_errors
from lgdkit.diagnostics import Diagnostic, Located
from lgdkit.edit.ident import proposed
from lgdkit.edit.insert import inserted
from lgdkit.edit.record import CannotAdd as CannotAdd
from lgdkit.edit.record import Plain
from lgdkit.model.action import Action
from lgdkit.model.city import City
from lgdkit.model.commitment import Commitment
from lgdkit.model.original import Copied, copies, digest_of
from lgdkit.model.text import Text
from lgdkit.render.language import Words
from lgdkit.replicating.carried import Carrier
from lgdkit.replicating.fields import matching
from lgdkit.replicating.kinds import kind_in
from lgdkit.replicating.wording import CannotReplicate as CannotReplicate
from lgdkit.replicating.wording import Wording
from lgdkit.view.taken import Taken

FOLDER = "replicated"
_MODELINE = re.compile(rb"(?:\xef\xbb\xbf)?# yaml-language-server: \$schema=(\.lgd/\S+)")
_LONGEST = 64


@dataclass(frozen=True)
class Wish:
    """What a person wants of a prototype.

    `roles` names roles, by the stakeholder of the original city whose part they take, each in some languages;
    `partners` gives the stakeholders of the other city that take a part.
    """

    id: str = ""
    roles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)
    revision: str = ""
    """The git commit of the original city's data; empty where there is none."""


@dataclass(frozen=True)
class Proposal:
    """A prototype: the file, the ids that its records got, and what would be wrong with it."""

    id: str
    file: str
    text: bytes
    ids: Mapping[tuple[str, str], str]
    """The ids of the records in the other city, by kind and id in the original one."""
    renamed: tuple[str, ...]
    """What has another id than in the original city, in words."""
    errors: tuple[Located, ...]


@dataclass(frozen=True)
class Target:
    """The city that takes something over: its texts, and what was read of them."""

    city: City
    texts: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...] = ()


def copy_of(target: City, source: City, kind: str, record: Copied) -> str | None:
    """Return the id of the record that takes one of another city over already, or None."""
    wanted = f"{source.record.id if source.record else ''}/{record.id}"
    return next(
        (each.id for its, each, origin in copies(target) if its == kind and origin.source == wanted), None
    )


def ids_there(source: City, taken: Taken, target: City) -> Mapping[tuple[str, str], str]:
    """Return the ids of what a city has taken over already; nothing where it has not taken over the main record."""
    if copy_of(target, source, taken.kind, taken.main) is None:
        return {}
    records: list[tuple[str, Copied]] = [("deals", taken.deal)] if taken.deal else []
    records += [
        *(("actions", each) for each in taken.actions),
        *(("commitments", each) for each in taken.commitments),
    ]
    ids: dict[tuple[str, str], str] = {}
    for kind, record in records:
        there = copy_of(target, source, kind, record)
        if there is None:
            continue
        ids[kind, record.id] = there
        if isinstance(record, Commitment):
            ids["stakeholders", record.by] = target.commitment[there].by
        elif isinstance(record, Action) and record.lead and (lead := target.action[there].lead):
            ids.setdefault(("stakeholders", record.lead), lead)
    return ids


def proposal(
    source: City, taken: Taken, target: Target, words: Callable[[str], Words], wish: Wish, today: date
) -> Proposal:
    """Write the prototype of what is taken.

    Args:
        source: the city that it comes from.
        taken: what goes along.
        target: the city that takes it over.
        words: the words of a language.
        wish: what the person wants of it.
        today: the day that late and past are measured from.

    Raises:
        CannotReplicate: nothing can be taken over like that; says why.
        CannotAdd: a text cannot be written.
    """
    city = target.city
    if source.record is None or city.record is None or city.organisation is None:
        raise CannotReplicate("the city that takes it over does not say who signs for it: city: organisation")
    wording = Wording(source, city.languages, words)
    named = _Named(source, city, taken, wish, wording)
    name = source.record.id

    def origin(record: Copied) -> dict[str, Any]:
        known = {"from": Plain(f"{name}/{record.id}"), "digest": digest_of(source, record)}
        return {**known, "revision": wish.revision} if wish.revision else known

    carrier = Carrier(
        wording,
        named.ids,
        lambda each: matching(source, each, city),
        lambda each: _title(source, each, city.languages),
        origin,
    )
    records = _records(source, taken, carrier, named)
    file = _file(target.texts, named.main)
    text = _head(target.texts, f"{name}/{taken.main.id}", named.main)
    for kind, record in records:
        text = inserted(text, kind, record)
    text = re.sub(rb"\n(?=(?:actions|commitments|deals):\n)", b"\n\n", text).replace(b"\n\n\n", b"\n\n")
    errors = new_errors(target.texts, {**target.texts, file: text}, today, target.faults)
    return Proposal(named.main, file, text, named.ids, tuple(named.renamed), errors)


class _Named:
    """The ids in the prototype, none of which the city has already."""

    def __init__(self, source: City, target: City, taken: Taken, wish: Wish, wording: Wording) -> None:
        self.ids: dict[tuple[str, str], str] = {}
        self.renamed: list[str] = []
        self.there: set[tuple[str, str]] = set()
        self.roles: dict[str, Mapping[str, str]] = {}
        self._source, self._target, self._wording = source, target, wording
        for kind, records in (("actions", taken.actions), ("commitments", taken.commitments)):
            for record in records:
                self._record(kind, record, wish.id if record is taken.main else "")
        if taken.deal:
            self._record("deals", taken.deal, wish.id if taken.deal is taken.main else "")
        self.main = self.ids[taken.kind, taken.main.id]
        self._stakeholders(taken, wish)

    def _record(self, kind: str, record: Copied, wanted: str) -> None:
        there = copy_of(self._target, self._source, kind, record)
        if there is not None:
            self.there.add((kind, record.id))
            self.ids[kind, record.id] = there
            return
        self.ids[kind, record.id] = found = self._free(kind, wanted or record.id)
        if found != record.id:
            self.renamed.append(f"{kind}/{found} is {record.id} in the original city")

    def _free(self, kind: str, wanted: str) -> str:
        taken = {
            *self._target.declared.get(kind, ()),
            *(new for (its, _), new in self.ids.items() if its == kind),
        }
        origin = self._source.record.id if self._source.record else ""
        ends = ("", f"-{origin}", *(f"-{number}" for number in range(2, len(taken) + 3)))
        return next(name for end in ends if (name := f"{wanted[: _LONGEST - len(end)]}{end}") not in taken)

    def _stakeholders(self, taken: Taken, wish: Wish) -> None:
        source, target = self._source, self._target
        for given in (*wish.roles, *wish.partners):
            if given not in taken.parts:
                parts = ", ".join(taken.parts) or "nobody"
                raise CannotReplicate(f'"{given}" has no part in it; these have one: {parts}')
        if source.organisation and target.organisation:
            self.ids["stakeholders", source.organisation] = target.organisation
        kinds = [source.stakeholder[each].kind for each in taken.parts if each in source.stakeholder]
        counted: dict[str, int] = {}
        for part in taken.parts:
            known = source.stakeholder.get(part)
            if part in wish.partners:
                self._partner(part, wish.partners[part])
                continue
            if known is None:
                raise CannotReplicate(
                    f'"{part}" is in the data of another city, so nobody knows what role it has'
                )
            counted[known.kind] = counted.get(known.kind, 0) + 1
            number = f" {counted[known.kind]}" if kinds.count(known.kind) > 1 else ""
            name = wish.roles.get(part) or {
                code: f"{text}{number}" for code, text in kind_in(self._wording, known.kind).items()
            }
            language = next(iter(name))
            taken_ids = {*target.declared.get("stakeholders", ()), *self.ids.values()}
            self.ids["stakeholders", part] = proposed(name[language], language, taken_ids) or self._free(
                "stakeholders", known.kind
            )
            self.roles[part] = name

    def _partner(self, part: str, taking: str) -> None:
        if taking not in self._target.stakeholder:
            raise CannotReplicate(f'the city that takes it over has no stakeholder "{taking}"')
        self.ids["stakeholders", part] = taking


def _records(source: City, taken: Taken, carrier: Carrier, named: _Named) -> list[tuple[str, dict[str, Any]]]:
    ids = named.ids
    records: list[tuple[str, dict[str, Any]]] = [
        ("stakeholders", carrier.role(source.stakeholder[part], ids["stakeholders", part], name))
        for part, name in named.roles.items()
    ]
    records += [
        ("actions", carrier.action(each)) for each in taken.actions if ("actions", each.id) not in named.there
    ]
    records += [
        ("commitments", carrier.commitment(each))
        for each in taken.commitments
        if ("commitments", each.id) not in named.there
    ]
    deal = taken.deal
    if deal and ("deals", deal.id) not in named.there:
        parties = (source.organisation or "", *(each for each in deal.parties if each != source.organisation))
        chosen = [ids["stakeholders", each] for each in parties if ("stakeholders", each) in ids]
        held = [ids["commitments", each.id] for each in taken.commitments]
        records.append(("deals", carrier.deal(deal, list(dict.fromkeys(chosen)), held)))
    return records


def _file(texts: Mapping[str, bytes], name: str) -> str:
    names = (
        f"{FOLDER}/{name}{end}.yaml" for end in ("", *(f"-{number}" for number in range(2, len(texts) + 3)))
    )
    return next(each for each in names if each not in texts)


def _head(texts: Mapping[str, bytes], origin: str, name: str) -> bytes:
    """Return the first lines: where editors find the schema, and what this file is."""
    lines = [
        f"# Taken over from {origin} as a prototype: nobody has agreed to it, and nothing is decided.",
        "# lgd check lists what is still to be answered. How it may be adapted stands in",
        f"# drafts/replicas/{name}.<language>.md.",
    ]
    found = (_MODELINE.match(text) for file, text in sorted(texts.items()) if "/" not in file)
    schema = next((match[1].decode() for match in found if match), "")
    return "\n".join(
        [*([f"# yaml-language-server: $schema=../{schema}"] if schema else []), *lines, ""]
    ).encode()


def _title(source: City, action: str, languages: Sequence[str]) -> str:
    known = source.action.get(action)
    if known is None:
        return action
    title: Text = known.title
    first = source.languages[0]
    spoken = title.languages(first)
    return title.best(next((each for each in languages if each in spoken), first), first)[1].text
