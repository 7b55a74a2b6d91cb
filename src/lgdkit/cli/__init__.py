"""The command line: the terminal, the clock and the environment live here alone."""

import os
import sys

COMMANDS = {
    "new": ("lgdkit.cli.new:new", "Write a small city to begin with, and settings for the editor."),
    "check": ("lgdkit.cli.check:check", "Find every fault in a city's files, at its line."),
    "explain": ("lgdkit.cli.explain:explain", "Show the page of a rule: why, how to mend, an example."),
    "rules": ("lgdkit.cli.rules:rules", "List all that lgd check can find."),
    "map": ("lgdkit.cli.map:map_", "Draw the action inventory: who does what, and where nobody does."),
    "roadmap": ("lgdkit.cli.roadmap:roadmap", "Draft the city's roadmap."),
    "mou": ("lgdkit.cli.mou:mou", "Draft a Memorandum of Understanding for each stakeholder."),
    "group": ("lgdkit.cli.group:group", "Compare the cities of a workspace, and show what they lack."),
    "sprint": ("lgdkit.cli.sprint:sprint", "Draft the papers of a sprint of several cities."),
    "template": (
        "lgdkit.cli.template:template",
        "List, show, copy out and compare the templates of the documents.",
    ),
    "add": ("lgdkit.cli.add:add", "Add a stakeholder, an action, a commitment or a deal."),
    "fmt": ("lgdkit.cli.fmt:fmt", "Lay data files out in one way; comments are kept."),
    "replicate": (
        "lgdkit.cli.replicate:replicate",
        "Take a deal or an action of another city over as a prototype.",
    ),
    "diff": ("lgdkit.cli.diff:diff", "Tell what changed in the commitments since a git revision."),
    "sign": ("lgdkit.cli.sign:sign", "Record that a deal was signed; from then on every change is told."),
    "status": ("lgdkit.cli.status:status", "Say which signatures are outstanding, what is late and due."),
    "drafts": (
        "lgdkit.cli.drafts:drafts",
        "List the drafts: as generated, edited, out of date, in conflict.",
    ),
    "schema": ("lgdkit.cli.schema:schema", "Print the JSON Schema of a data file."),
}
"""The commands, in the order of the help, each with the function that does it and a line on it."""


def run() -> None:
    """Run a command and turn whatever happens into an exit status."""
    _make_streams_ready()
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader of our output has gone; nothing more can be told, and no traceback helps
        _drop_output()
        status = 1
    except Exception as error:
        if os.environ.get("LGD_TRACEBACK"):
            raise
        status = _told(error)
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    try:
        if _is_plain_check(arguments):
            from lgdkit.cli.checking import Wish, check_cities

            check_cities(arguments[1:] or ["."], Wish())
        else:
            from lgdkit.cli.app import app, register

            register(arguments[:1])
            app(prog_name="lgd")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return 130
    return 0


def _is_plain_check(arguments: list[str]) -> bool:
    """Say whether this is `lgd check` of paths alone, which is asked at every keystroke.

    There is nothing to take apart then, and what would do it takes a third of the time of a small city. On Windows it
    also puts in the files that a pattern means.
    """
    return (
        os.name == "posix"
        and arguments[:1] == ["check"]
        and not any(each.startswith("-") or not each for each in arguments)
    )


def _told(error: Exception) -> int:
    """Say what went wrong: with the machine, such as a full disk, or with lgdkit itself."""
    _drop_output()
    if isinstance(error, OSError) and error.strerror:
        where = f": {error.filename}" if error.filename else ""
        sys.stderr.write(f"lgd: {error.strerror}{where}\n")
        return 2
    sys.stderr.write(
        f"lgd: a fault of lgdkit, not of your data: {type(error).__name__}: {str(error)[:200]!r}\n"
        "Please report it, with the output of the same command under LGD_TRACEBACK=1.\n"
    )
    return 3


def _make_streams_ready() -> None:
    """Write UTF-8 with LF everywhere; a stream that was closed before the start swallows what it is given."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _drop_output() -> None:
    """Let what is still in the buffer go nowhere, so that no second error comes of it at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
