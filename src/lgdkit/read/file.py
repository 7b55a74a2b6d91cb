"""One file of a city: quickly where nothing is wrong in it, thoroughly where something may be."""

from lgdkit.read.gathered import Gathered
from lgdkit.read.quick import read_quickly


def read_file(file: str, raw: bytes, gathered: Gathered) -> None:
    """Read one file into what is gathered."""
    if not read_quickly(file, raw, gathered):
        # loaded only where it is needed: PyYAML and all that explains faults take a tenth of a start
        from lgdkit.read.thorough import read_thoroughly

        read_thoroughly(file, raw, gathered)
