"""`lgd new`: a small city to begin with."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeVar

import typer

_LONGEST = 100
T = TypeVar("T")


def new(
    folder: Annotated[str, typer.Argument(metavar="DIR", hidden=True)],
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="The city's name.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="The code of its country: FI, SE, DE.")
    ] = None,
    languages: Annotated[
        str | None,
        typer.Option(
            "--languages",
            metavar="CODES",
            help="The languages of its documents, its own first: fi,sv,en. Default: those of the country.",
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The day that the examples are dated from: 2026-01-31."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="CITY", help="Take fields and actions over from this city, without its figures."
        ),
    ] = None,
) -> None:
    """Write a small city with comments, to begin with, and settings for the editor.

    DIR is made where it is missing. Nothing that is there is written over.

    Example: lgd new lintula --name Lintula --country FI --languages fi,en

    On a terminal it asks for what is not given. With --from there are no example records: the fields and actions
    of the other city come along, each action with a note of where it is from.
    """
    from lgdkit import disk
    from lgdkit.cli.schema import offered_by, schema_text
    from lgdkit.cli.taking import read_source, taken_from, tell_taken
    from lgdkit.cli.terminal import fail, say, today
    from lgdkit.drafts.place import create
    from lgdkit.read.city import read_city
    from lgdkit.render.new_city import (
        ACTIONS,
        DATA,
        SCHEMA,
        Artifact,
        NewCity,
        city_files,
        settings_files,
        spoken_in,
        untranslated,
    )
    from lgdkit.render.plain import visible

    root = Path(folder)
    shown = visible(root.as_posix())
    _refuse_taken(root, shown, (*DATA, SCHEMA))
    day, other = today(date), read_source(source) if source is not None else None
    called = _answer("--name", "Name of the city", name, _name)
    code = _answer("--country", "Code of its country (FI, SE, DE)", country, _country)
    usual = ",".join(spoken_in(code))
    given = usual if languages is None and not _asks() else languages
    spoken = _answer("--languages", "Languages of its documents, its own first", given, _languages, usual)
    city = NewCity(called, code, spoken, day.year)
    templates = disk.read_templates()
    taken = taken_from(other, city, templates) if other else None
    data = city_files(city, templates, taken.fields if taken else None)
    if taken:
        data = [
            replace(each, content=taken.written_into(each.content)) if each.path == ACTIONS else each
            for each in data
        ]
    schema = schema_text(offered_by(read_city({each.path: each.content for each in data}).city))
    settings = [each for each in settings_files(templates) if not os.path.lexists(root / each.path)]
    try:
        create(root, [*data, Artifact(SCHEMA, schema.encode()), *settings])
    except OSError as error:
        where = visible(str(error.filename or root))
        fail(f"{where} cannot be written: {error.strerror or type(error).__name__}; nothing was written")
    for each in (*data, Artifact(SCHEMA, b""), *settings):
        typer.echo(visible((root / each.path).as_posix()))
    for each in settings_files(templates):
        if each not in settings:
            say(f"{visible((root / each.path).as_posix())} was there and stays as it is")
    if taken and other:
        tell_taken(taken, other)
        say(f"next: make what you took over your own, and run  lgd check {shown}")
        return
    for code in untranslated(spoken, templates):
        say(f"there are no example texts in {code} yet: they are in English there")
    say(f"next: write over the examples, and run  lgd check {shown}")


def _refuse_taken(root: Path, shown: str, files: tuple[str, ...]) -> None:
    """End where something would be written over, or a city would stand inside another one."""
    from lgdkit import disk
    from lgdkit.cli.terminal import fail
    from lgdkit.render.plain import visible

    if os.path.lexists(root) and not root.is_dir():
        fail(f"{shown} is a file; name a folder")
    taken = [name for name in files if os.path.lexists(root / name)]
    if taken:
        fail(f"{shown} has {', '.join(taken)} already, and nothing is written over; name another folder")
    other = disk.city_around(root)
    if other is not None:
        fail(f"there is a city in {visible(other.as_posix())} already; name a folder beside it")


def _asks() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _answer(
    option: str, question: str, given: str | None, read: Callable[[str], T], usual: str | None = None
) -> T:
    """Return what an option says; on a terminal, ask for it until the answer is right."""
    from lgdkit.cli.terminal import fail, say

    if given is not None:
        try:
            return read(given)
        except ValueError as error:
            fail(f"{option} {error}")
    if not _asks():
        fail(f"{option} is missing; there is no terminal here to ask on")
    while True:
        try:
            return read(str(typer.prompt(question, default=usual, err=True)))
        except ValueError as error:
            say(str(error))


def _name(answer: str) -> str:
    from lgdkit.render.plain import visible

    name = " ".join(answer.split())
    if not name or len(name) > _LONGEST or visible(name) != name:
        raise ValueError(
            f"{visible(answer)[:_LONGEST]!r}: not a name; write one of 1 to {_LONGEST} characters"
        )
    return name


def _country(answer: str) -> str:
    from lgdkit.vocab.country import COUNTRIES

    return _code(answer.strip().upper(), COUNTRIES, "the code of a country: FI, SE, DE")


def _languages(answer: str) -> tuple[str, ...]:
    from lgdkit.vocab.language import LANGUAGES

    parts = [part for part in re.split(r"[,\s]+", answer.lower()) if part] or [""]
    codes = (_code(part, LANGUAGES, "codes of languages: fi,sv,en") for part in parts)
    return tuple(dict.fromkeys(codes))


def _code(answer: str, known: frozenset[str], expected: str) -> str:
    from lgdkit.render.plain import visible

    if answer not in known:
        raise ValueError(f"{visible(answer)[:_LONGEST]!r}: write {expected}")
    return answer
