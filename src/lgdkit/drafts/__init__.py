"""Drafts that survive people: edits kept, changes of the data taken in, each file whole or not written at all."""

from lgdkit.drafts.decide import PICTURE
from lgdkit.drafts.merge import Conflict
from lgdkit.drafts.outcome import Kind, Outcome, Step
from lgdkit.drafts.shelf import Shelf, shelf_of

__all__ = ["PICTURE", "Conflict", "Kind", "Outcome", "Shelf", "Step", "shelf_of"]
