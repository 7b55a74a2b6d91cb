"""How much a finding weighs."""

from typing import Literal

Weight = Literal["error", "warning", "info"]
