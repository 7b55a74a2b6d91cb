"""The ids of faults of form and text: what no rule finds, because it is found while the files are read."""

FAULT_IDS: tuple[str, ...] = (
    "bad-code",
    "bad-date",
    "bad-duration",
    "bad-id",
    "bad-money",
    "bad-number",
    "bad-quantity",
    "bad-url",
    "control-character",
    "duplicate-key",
    "empty-file",
    "empty-value",
    "file-too-large",
    "missing-field",
    "no-city",
    "not-a-mapping",
    "not-utf8",
    "out-of-range",
    "symbolic-link",
    "too-deep",
    "too-many-faults",
    "unknown-code",
    "unknown-key",
    "unreadable-file",
    "wrong-type",
    "yaml-alias",
    "yaml-directive",
    "yaml-key",
    "yaml-syntax",
    "yaml-tag",
)
"""Each has its page under `pages/`."""

WARNINGS = frozenset({"empty-file"})
"""Those of them that are warnings; the others are errors."""

WORKSPACE_IDS: tuple[str, ...] = (
    "member-missing",
    "member-outside",
    "member-twice",
    "vocabulary-mismatch",
    "vocabulary-missing",
)
"""What is found in the file of a workspace and is no fault of form; pages as above."""
