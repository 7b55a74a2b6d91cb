"""The draft that a Word file carries with it: what a person edited is told by what was sent.

It stands in a part of the package that Word and LibreOffice keep and show nobody. Its text is the one that the
document shows, so it tells a reader nothing more.
"""

import base64
import binascii
import io
import re
import zipfile
import zlib
from dataclasses import dataclass

_NAMESPACE = "urn:lgdkit:draft:1"
_PROPERTIES_ID = "{6C676400-0000-4000-8000-647261667400}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ITEM = re.compile(rb"customXml/[\w-]+\.xml")
_PATH = re.compile(rb"\bpath=[\"']([a-z0-9./-]{1,300})[\"']")
_TEXT = re.compile(rb">\s*([A-Za-z0-9+/=][A-Za-z0-9+/=\s]*)</")
_MAX = 4 * 1024 * 1024
"""How long a draft may be, in bytes; an agreement has some 20,000."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A draft as it was when the Word file was made from it."""

    path: str
    """From the folder of the drafts."""
    text: bytes


def carry(parts: dict[str, bytes], path: str, text: bytes) -> None:
    """Put a draft into the parts of a Word file."""
    packed = base64.b64encode(text).decode("ascii")
    rows = "\n".join(packed[at : at + 76] for at in range(0, len(packed), 76))
    parts["customXml/lgd.xml"] = (
        f'{_XML}<draft xmlns="{_NAMESPACE}" path="{path}">\n{rows}\n</draft>\n'.encode()
    )
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    parts["customXml/lgdProps.xml"] = (
        f'{_XML}<ds:datastoreItem xmlns:ds="{schema}" ds:itemID="{_PROPERTIES_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>\n'.encode()
    )
    parts["customXml/_rels/lgd.xml.rels"] = (
        f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/customXmlProps" Target="lgdProps.xml"/></Relationships>\n'
    ).encode()
    _put_before(
        parts,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="lgdDraft" Type="{_RELATIONS}/customXml" Target="../customXml/lgd.xml"/>',
    )
    _put_before(
        parts,
        "[Content_Types].xml",
        "</Types>",
        '<Override PartName="/customXml/lgdProps.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    )


def _put_before(parts: dict[str, bytes], name: str, end: str, text: str) -> None:
    parts[name] = parts[name].decode("utf-8").replace(end, text + end).encode()


def carried(content: bytes) -> Carried | None:
    """Return the draft that a Word file carries; None where it carries none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for each in package.infolist():
                if _ITEM.fullmatch(each.filename.encode()) and each.file_size <= 2 * _MAX:
                    found = _read(package.read(each))
                    if found is not None:
                        return found
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError):
        return None
    return None


def _read(item: bytes) -> Carried | None:
    # LibreOffice writes the part anew, with prefixes of its own
    if _NAMESPACE.encode() not in item:
        return None
    path, text = _PATH.search(item), _TEXT.search(item)
    if path is None or text is None:
        return None
    try:
        return Carried(path[1].decode(), base64.b64decode(b"".join(text[1].split()), validate=True))
    except (binascii.Error, ValueError):
        return None
