"""The order of keys: that of the format's page, unknown ones last."""

from pydantic import BaseModel

from lgdkit.edit.tree import Block, Entry
from lgdkit.model.allowance import Allowance
from lgdkit.model.city import LISTS
from lgdkit.model.city_record import CityRecord
from lgdkit.read.fields import keys_at

_RECORDS: dict[str, type[BaseModel]] = {**LISTS, "city": CityRecord, "allow": Allowance}


def in_order(block: Block) -> list[Entry]:
    """Return the entries of a block in the order in which they are written.

    The keys of a record are put into the order of the format. Where somebody has parted them by blank lines or
    by comments on lines of their own, they stay as they are: the parting says what belongs together.
    """
    entries = block.entries
    if block.is_list or not block.keys or block.foot or any(each.lead for each in entries):
        return entries
    if any(each.after_blank for each in entries[1:]) or block.keys[0] not in _RECORDS:
        return entries
    known = keys_at(_RECORDS[block.keys[0]], block.keys[1:])
    places = {name: place for place, name in enumerate(known)}
    return sorted(entries, key=lambda each: places.get(each.key.value if each.key else "", len(known)))
