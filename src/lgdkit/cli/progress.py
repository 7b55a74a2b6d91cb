"""A bar that shows how many cities are done: on a terminal alone, and never in what is printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress:
    """Counts the cities; the bar goes away before anything is printed, and at the end."""

    def __init__(self, total: int, done: int) -> None:
        """Take how many cities there are, and how many are done already."""
        self.total, self.done = total, done
        self._bar: Bar | None = None
        self._task: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()

    def show(self) -> None:
        """Show the bar, where stderr is a terminal."""
        if self._bar is None:
            if not sys.stderr.isatty():
                return
            # no thread of its own, and nothing of what is printed goes through it
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("cities"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(
                *columns,
                console=Console(stderr=True),
                auto_refresh=False,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._task = self._bar.add_task("cities", total=self.total, completed=self.done)
        self._bar.start()
        self._bar.refresh()

    def hide(self) -> None:
        """Take the bar away, so that something can be printed."""
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """Count one more city, and show the bar again."""
        self.done += 1
        if self._bar is not None:
            self._bar.update(self._task, completed=self.done)
            self.show()
