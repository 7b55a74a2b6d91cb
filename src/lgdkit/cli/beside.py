"""The cities from which a city took something over, as far as they are at hand."""

import re
from collections.abc import Mapping
from pathlib import Path

from lgdkit import disk

_ORIGIN = re.compile(
    rb"""replicates["']?\s*:\s*(?:\{?\s*["']?from["']?\s*:\s*)?["']?([a-z0-9][a-z0-9-]{0,63})/"""
)


def origins_beside(root: Path, texts: Mapping[str, bytes]) -> dict[str, Mapping[str, bytes]]:
    """Return the texts of the cities that a city names as origins, by their ids.

    A city is at hand where its folder lies beside the other one and is called as the city is.
    """
    names = {
        found.decode() for text in texts.values() if b"replicates" in text for found in _ORIGIN.findall(text)
    }
    folders = {name: root.absolute().parent / name for name in sorted(names)}
    return {name: disk.read_folder(folder).texts for name, folder in folders.items() if folder.is_dir()}
