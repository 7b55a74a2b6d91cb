"""What a forge makes of Markdown: the blocks and marks, and the text that a reader sees in each."""

from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token


def new_parser() -> MarkdownIt:
    """Return a parser of what forges read, as far as the package knows it."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


PARSER = new_parser()


class Piece(NamedTuple):
    """A token: its kind, and its text where it is one."""

    kind: str
    text: str


def pieces(markdown: str) -> list[Piece]:
    """Return the tokens of a document in their order; neighbouring texts are one, a line break is a space."""
    found: list[Piece] = []
    for token in PARSER.parse(markdown):
        if token.type != "inline":
            found.append(Piece(f"{token.type} {token.tag} {token.markup}", token.content))
            continue
        for child in token.children or []:
            _add(found, child)
        found.append(Piece("end", ""))
    return found


def _add(found: list[Piece], token: Token) -> None:
    if token.type == "image":
        found.append(Piece(f"image {token.attrs['src']}", ""))
        for child in token.children or []:
            _add(found, child)
        return
    text = {"text": token.content, "softbreak": " "}.get(token.type)
    if text is None:
        detail = str(sorted(token.attrs.items()))
        found.append(Piece(f"{token.type} {token.tag} {detail}", token.content))
    elif found and found[-1].kind == "text":
        found[-1] = Piece("text", found[-1].text + text)
    else:
        found.append(Piece("text", text))
