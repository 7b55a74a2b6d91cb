"""What a font file says of itself (OpenType, table OS/2)."""

import struct

_ENTRY, _WEIGHT_AT, _STYLE_AT = 16, 4, 62
_ITALIC = 1


def face(font: bytes) -> str:
    """Return weight and style of a font as a style sheet writes them; of one that does not say, the usual ones."""
    weight, italic = 400, False
    try:
        (tables,) = struct.unpack_from(">H", font, 4)
        for number in range(tables):
            tag, _, start, _ = struct.unpack_from(">4s3I", font, 12 + number * _ENTRY)
            if tag == b"OS/2":
                (weight,) = struct.unpack_from(">H", font, start + _WEIGHT_AT)
                (style,) = struct.unpack_from(">H", font, start + _STYLE_AT)
                italic = bool(style & _ITALIC)
    except struct.error:
        pass
    return f"font-weight:{min(1000, max(1, weight))};font-style:{'italic' if italic else 'normal'}"
