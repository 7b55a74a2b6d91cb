"""The forms that a draft can be had in, each with what writes it."""

import hashlib
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version

from lgdkit import __version__
from lgdkit.office.paper import Paper

FORMS = ("docx", "pdf", "html")
_NEEDS = {"docx": ("pypandoc_binary", "typst"), "pdf": ("typst",), "html": ("markdown-it-py",)}
"""The packages whose version is part of the result."""

Writer = Callable[[Paper, Mapping[str, bytes]], bytes]


def writer(form: str) -> Writer:
    """Return what writes a form."""
    if form == "docx":
        from lgdkit.office.word import word

        return word
    if form == "pdf":
        from lgdkit.office.pdf import pdf

        return pdf
    from lgdkit.office.web import web

    return web


def missing(form: str) -> tuple[str, ...]:
    """Return the packages that a form needs and that are not there."""
    return tuple(each for each in _NEEDS[form] if not _version(each))


def makers(form: str, templates: Mapping[str, bytes], sources: str = "") -> str:
    """Return a digest of what makes a form: lgdkit, its templates of forms, and the packages.

    Args:
        form: the form.
        templates: all templates of lgdkit.
        sources: a digest of the sources of lgdkit that make forms; a checkout may change without a new version.
    """
    parts = [__version__, sources, *(f"{each} {_version(each)}" for each in _NEEDS[form])]
    digest = hashlib.sha256("\n".join(parts).encode())
    for name in sorted(name for name in templates if name.startswith("office/")):
        digest.update(name.encode() + b"\n" + templates[name])
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
