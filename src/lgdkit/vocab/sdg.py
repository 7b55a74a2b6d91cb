"""The Sustainable Development Goals of the United Nations, 1 to 17."""

SDGS = range(1, 18)
