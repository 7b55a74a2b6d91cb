"""Edits a Word file as a person in Word does: with its changes tracked or not, and with comments."""

import io
import re
import zipfile
from collections.abc import Callable
from html import escape

_RUN = re.compile(r"<w:r>(?P<form><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>(?P<text>[^<]*)</w:t></w:r>")
_COMMENTS = "word/comments.xml"
_END = re.compile(r"\s*/>\s*$|>\s*</w:comments>\s*$")
_BY = 'w:author="A. Lawyer" w:date="2026-11-28T09:00:00Z"'


def replaced(content: bytes, old: str, new: str, times: int = -1) -> bytes:
    """Write something else in a Word file, wherever it stands or only the first times."""
    return _changed(content, lambda text: text.replace(escape(old), escape(new), times))


def tracked(content: bytes, old: str, new: str) -> bytes:
    """Change words with tracking on: the old ones are crossed out, the new ones stand behind them."""

    def change(form: str, before: str, after: str) -> str:
        gone = f'<w:r>{form}<w:delText xml:space="preserve">{escape(old)}</w:delText></w:r>'
        deleted = f'<w:del w:id="901" {_BY}>{gone}</w:del>'
        inserted = f'<w:ins w:id="902" {_BY}>{_run(form, escape(new))}</w:ins>' if new else ""
        return _run(form, before) + deleted + inserted + _run(form, after)

    return _at(content, old, change)


def remarked(content: bytes, words: str, remark: str) -> bytes:
    """Put a comment on words."""

    def change(form: str, before: str, after: str) -> str:
        return (
            f'{_run(form, before)}<w:commentRangeStart w:id="0"/>{_run(form, escape(words))}'
            f'<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{_run(form, after)}'
        )

    comment = f'<w:comment w:id="0" {_BY}><w:p><w:r><w:t>{escape(remark)}</w:t></w:r></w:p></w:comment>'
    content = _at(content, words, change)
    return _changed(content, lambda text: _END.sub(f">{comment}</w:comments>", text), _COMMENTS)


def _run(form: str, text: str) -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _at(content: bytes, words: str, change: Callable[[str, str, str], str]) -> bytes:
    """Change the first run in which words stand."""

    def first(text: str) -> str:
        for match in _RUN.finditer(text):
            before, found, after = match["text"].partition(escape(words))
            if found:
                return (
                    text[: match.start()] + change(match["form"] or "", before, after) + text[match.end() :]
                )
        return text

    return _changed(content, first)


def _changed(content: bytes, change: Callable[[str], str], name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            data = old.read(each)
            if each == name:
                text = data.decode("utf-8")
                after = change(text)
                assert after != text, "the words do not stand in one run"
                data = after.encode()
            new.writestr(each, data)
    return file.getvalue()
