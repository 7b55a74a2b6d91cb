"""Colours that can be read: contrast as WCAG 2.2 reckons it (1.4.3), and kindred colours of a city's own."""

_LEAST = 4.5
"""The contrast that words need against what is behind them."""
_WHITE, _DARK = "#ffffff", "#15191c"
"""What is behind the words of a document by day and by night."""


def contrast(one: str, other: str = _WHITE) -> float:
    """Return the contrast of two colours, from 1 to 21; colours are written as in `#1f5c4d`."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def fits(colour: str) -> bool:
    """Say whether words in a colour can be read on white and on the pale ground of heads and remarks."""
    return contrast(colour, pale(colour)) >= _LEAST


def pale(colour: str) -> str:
    """Return a tenth of a colour on white."""
    return _mixed(colour, _WHITE, 0.1)


def by_night(colour: str) -> str:
    """Return the colour, made as light as it must be to be read on a dark page."""
    lighter = (_mixed(colour, _WHITE, share) for share in (1.0, 0.8, 0.65, 0.5, 0.4))
    return next(each for each in lighter if contrast(each, _DARK) >= _LEAST + 1)  # black, too, at the last


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def _luminance(colour: str) -> float:
    linear = [
        each / 255 / 12.92 if each / 255 <= 0.04045 else ((each / 255 + 0.055) / 1.055) ** 2.4
        for each in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
