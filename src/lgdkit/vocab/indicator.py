"""Codes of an indicator: which way it should move, where its data comes from (action plan, module B-3.2)."""

from typing import Literal

Direction = Literal["up", "down", "steady"]
DataLevel = Literal["local", "regional", "national"]
