"""Codes of an indicator: which way it should move and where its data comes from (module B-3.2 of the action plan)."""

from typing import Literal

Direction = Literal["up", "down", "steady"]
DataLevel = Literal["local", "regional", "national"]
