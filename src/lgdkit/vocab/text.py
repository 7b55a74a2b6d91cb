"""How a text came about: by a person, by a machine, as a draft, or approved for signature."""

from typing import Literal

Origin = Literal["machine", "draft", "approved"]
