"""How an editor wrote a file: mark at its head, line ends, end of the last line. None of it is an edit."""

from difflib import SequenceMatcher

_MARK = "\ufeff"


def plain(content: bytes) -> str | None:
    """Return a text as lgdkit writes it: no mark at its head, LF, a last line that ends; None if not UTF-8."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    text = text.removeprefix(_MARK).replace("\r\n", "\n")
    return text if not text or text.endswith("\n") else f"{text}\n"


def lines_of(text: str) -> list[str]:
    """Part a text as `plain` gives it into its lines, each with its end; only LF ends a line."""
    return [f"{line}\n" for line in text.split("\n")[:-1]]


def dressed(text: str, like: bytes) -> bytes:
    """Write a plain text as the editor wrote that file, so that only what is new in it differs."""
    old = like.decode("utf-8", "replace")
    if "\r\n" in old:
        text = "".join(_with_ends(lines_of(text), old.removeprefix(_MARK).split("\n")))
    if old and not old.endswith("\n") and text:
        text = text.removesuffix("\n").removesuffix("\r")
    return ((_MARK if old.startswith(_MARK) else "") + text).encode()


def _with_ends(lines: list[str], old: list[str]) -> list[str]:
    """End each line as it ended before, a new one as most do."""
    most = sum(line.endswith("\r") for line in old[:-1]) * 2 >= len(old) - 1
    if most and all(line.endswith("\r") for line in old[:-1]):
        return [f"{line[:-1]}\r\n" for line in lines]
    ends = ["\r\n" if most else "\n"] * len(lines)
    bare = [f"{line.removesuffix(chr(13))}\n" for line in old]
    for where, before, size in SequenceMatcher(None, lines, bare, autojunk=False).get_matching_blocks():
        for index in range(size):
            if before + index < len(old) - 1:
                ends[where + index] = "\r\n" if old[before + index].endswith("\r") else "\n"
    return [f"{line[:-1]}{end}" for line, end in zip(lines, ends, strict=True)]
