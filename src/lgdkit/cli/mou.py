"""`lgd mou`: a Memorandum of Understanding per stakeholder."""

import difflib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgdkit.cli.cluster import Cluster
from lgdkit.cli.drafting import (
    Batch,
    Check,
    Diff,
    Force,
    How,
    Lang,
    Out,
    To,
    forms,
    languages,
    put_down,
    read_cities,
)
from lgdkit.cli.terminal import fail, say, stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lgdkit.drafting import Drafter
    from lgdkit.model.city import City
    from lgdkit.model.signing import Signing
    from lgdkit.model.stakeholder import Stakeholder
    from lgdkit.view.missing import Missing


def mou(
    targets: Annotated[list[str] | None, typer.Argument(metavar="CITY, STAKEHOLDER", hidden=True)] = None,
    lang: Lang = None,
    out: Out = None,
    to: To = None,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
    cluster: Cluster = None,
    parallel: Annotated[
        bool,
        typer.Option(
            "--parallel", help="Set two languages side by side: the leading one, and the next or --lang."
        ),
    ] = False,
    request: Annotated[
        bool, typer.Option("--request", help="Draft letters and forms that ask for what is missing instead.")
    ] = False,
    back: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Take a Word file that came back into the draft that it was made from instead.",
        ),
    ] = None,
    amend: Annotated[
        bool,
        typer.Option(
            "--amend", help="Draft amendments to signed deals instead; name deals, not stakeholders."
        ),
    ] = False,
) -> None:
    """Draft a Memorandum of Understanding for each stakeholder, one for each of its deals.

    First CITY, a city's folder or a folder of cities; without it, it is the folder you are in. Then the ids
    of stakeholders; without them, all get their drafts.

    Example: lgd mou examples/espoo fortum

    Writes drafts/mou/<stakeholder>.<deal>.<language>.md; with --request, drafts/requests/<stakeholder>.<language>.md.
    Of a deal that was signed, nothing until it changes, and then <stakeholder>.<deal>.since-<day>.<language>.md.
    What the data does not say is listed on stderr.
    Every draft is a draft for legal review.
    """
    how, spoken = How(out, check, diff, force, forms(to)), languages(lang, ())
    if parallel and request:
        fail("--parallel and --request draft different things: leave out one")
    if parallel and lang and len(spoken) != 2:
        fail("--parallel sets two languages side by side: name two with --lang, or none")
    path, wanted = _split(targets or [])
    if back is not None:
        from lgdkit.cli.word_back import take_back

        if parallel or request or amend or to or out:
            fail("--from takes a Word file into its draft: leave out what drafts")
        take_back(back, path, wanted, spoken, how)
        return
    if amend:
        from lgdkit.cli.amend import amend as draft_amendments

        draft_amendments(path, wanted, spoken, how)
        return
    cities = read_cities(path)
    if wanted and len(cities.roots) > 1:
        names = ", ".join(each.as_posix() for each in cities.roots)
        fail(f'{path} holds several cities, so name one of them before "{wanted[0]}": {names}')
    task = _Draft(how, tuple(wanted), tuple(spoken), parallel=parallel, request=request)
    well = [*cities.each(task, cluster)]
    if cities.broken or not all(well):
        stop(1)


@dataclass(frozen=True)
class _Draft:
    """Drafts the agreements of a city, or the letters that ask for what is missing."""

    how: How
    wanted: tuple[str, ...]
    spoken: tuple[str, ...]
    parallel: bool
    request: bool

    def __call__(self, root: Path, city: "City", batch: Batch) -> bool:
        from lgdkit.cli.desk import desk
        from lgdkit.view.frozen import copies, left_out

        how, spoken = self.how, self.spoken
        drafter = desk().drafter(root)
        if drafter is None:
            return False
        chosen = _chosen(city, self.wanted)
        missing: list[Missing] = []
        others: frozenset[str] = frozenset()
        if self.request:
            drafts = drafter.requests(city, chosen, spoken)
            mine = "" if self.wanted or spoken else r"requests/.*"
        else:
            drafts, missing = drafter.memoranda(city, chosen, spoken, parallel=self.parallel)
            languages = "|".join(spoken) or "[a-z]{2}"
            mine = "" if self.parallel else copies(city, rf"mou/[^/]*\.(?:{languages})\.md")
            others = drafter.memorandum_paths(city)
        if not desk().is_fit(root, drafter):
            return False
        well = _all_fit_to_sign(root, drafter)
        well &= put_down(root, drafts, how, mine, how.folder(root, batch), others, city)
        if not (how.check or how.diff or self.request):
            _tell_signed(left_out(city, chosen))
            _tell(missing)
        return well


def _all_fit_to_sign(root: Path, drafter: "Drafter") -> bool:
    """Tell the wordings for which a copy was not drafted, at their lines."""
    refused = drafter.refused()
    if not refused:
        return True
    from lgdkit import disk, pipeline
    from lgdkit.render.findings import finding_text

    for each in pipeline.located(refused, disk.read_folder(root).texts):
        say(finding_text(each, (root / each.file).as_posix(), lambda text, _: text, root.as_posix()))
    say(f"{root.as_posix()}: copies with these texts are not drafted")
    return False


def _split(targets: list[str]) -> tuple[Path, list[str]]:
    """Tell the folder from the stakeholders: the first word is one if it is a folder or looks like a path."""
    if targets and ("/" in targets[0] or os.path.isdir(targets[0])):  # noqa: PTH112 - raises for no name
        return Path(targets[0]), targets[1:]
    return Path(), targets


def _chosen(city: "City", wanted: Sequence[str]) -> "list[Stakeholder]":
    if not wanted:
        return [each for each in city.stakeholders if each.id != city.organisation]
    for each in wanted:
        if each not in city.stakeholder:
            match = difflib.get_close_matches(each, city.stakeholder, 1)
            fail(f'no stakeholder has the id "{each}"' + (f'; did you mean "{match[0]}"?' if match else ""))
        if each == city.organisation:
            fail(f'"{each}" is the city itself: its partners get a copy')
    return [city.stakeholder[each] for each in wanted]


def _tell_signed(signings: "Sequence[Signing]") -> None:
    """Name the deals of which no copy was drafted, because they were signed and nothing has changed."""
    if signings:
        say("Signed, and not changed since, so no copy is drafted over what was signed:")
    for each in signings:
        say(f"  deals/{each.deal}: signed on {each.day.isoformat()}")


def _tell(missing: "list[Missing]") -> None:
    """List what the data does not say, by record, once."""
    by_record: dict[str, list[str]] = {}
    for each in missing:
        known = by_record.setdefault(each.record, [])
        if each.what not in known:
            known.append(each.what)
    if by_record:
        say("To find out (the drafts say that it is still to be agreed or filled in):")
    for record, what in by_record.items():
        say(f"  {record}: {', '.join(what)}")
