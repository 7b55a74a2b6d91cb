"""What `--format` and `--output` of `lgd check` mean: which formats, and where each goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lgdkit.cli.terminal import fail

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown")
"""What --format takes; the first is the default."""


class Target(NamedTuple):
    """A format, and the file that it goes to; without one it is printed."""

    form: str
    file: Path | None = None


def targets_of(formats: Sequence[str] | None, output: str | None) -> list[Target]:
    """Read --format and --output; what cannot be meant ends the command before anything is checked."""
    targets = [_target(each) for each in formats or FORMATS[:1]]
    printed = [each for each in targets if each.file is None]
    if len(printed) > 1:
        one = printed[1].form
        fail(f"--format: only one format can be printed; write the other to a file: --format {one}=FILE")
    if output is not None:
        if not printed:
            fail(f"--output {output}: each --format has its file already")
        targets[targets.index(printed[0])] = Target(printed[0].form, _file(output))
    for each in targets:
        if each.file is not None:
            _see(each.form, each.file)
    files = [each.file.resolve() for each in targets if each.file]
    if len(set(files)) < len(files):
        fail("--format: two reports cannot go to the same file")
    return targets


def _target(given: str) -> Target:
    """Read `sarif` or `sarif=lgd.sarif`."""
    form, parted, file = given.partition("=")
    if form not in FORMATS:
        import difflib

        from lgdkit.render.plain import visible

        near = difflib.get_close_matches(form[:100].lower(), FORMATS, 1)
        advice = f"did you mean {near[0]}?" if near else f"write one of {', '.join(FORMATS)}"
        fail(f"--format {visible(form[:100])}: no such format; {advice}")
    if parted and not file:
        fail(f"--format {form}=: name the file")
    return Target(form, _file(file) if parted else None)


def _file(name: str) -> Path | None:
    """Return the file of this name; a hyphen means printing."""
    return None if name == "-" else Path(name)


def _see(form: str, file: Path) -> None:
    """End the command where a file cannot be meant: the data itself, or a folder."""
    if file.suffix.lower() in (".yaml", ".yml"):
        fail(f"{file} has the ending of data; give the report in {form} another one")
    if file.is_dir():
        fail(f"{file} is a folder; name a file for the report in {form}")
