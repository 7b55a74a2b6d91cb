"""The ids of faults of a city's own templates: what is found while documents are drafted."""

TEMPLATE_IDS: tuple[str, ...] = (
    "letterhead",
    "template-file",
    "template-limit",
    "template-name",
    "template-picture",
    "template-refused",
    "template-syntax",
    "template-wrong",
)
"""Each has its page under `pages/`; all are errors."""
