"""Work on many cities: one after the other, on all cores where that pays, or on a cluster; in one order always.

What a city's work prints is kept and printed in the order of the cities, so that the same bytes come out however
it is done. Results are small values and texts: models never go from one process to another.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lgdkit.cli.terminal import fail, say

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from lgdkit.cli.progress import Progress

Item = TypeVar("Item")
Value = TypeVar("Value")

_SOON, _WORTH_IT = 0.5, 2.0
"""Seconds: after the first, what is left is estimated; if it takes longer than the second, more cores help."""
_AHEAD = 4
"""So many cities a worker are given out ahead, and no more results than that are ever held."""
_PATIENCE = 2.0
"""Seconds after which it is asked whether a cluster that has not answered is there at all."""
_INTERRUPTED = 130
_one_at_a_time = threading.Lock()


@dataclass
class _Talk:
    """What was printed, by stream, in its order; stands in the place of stdout or stderr."""

    name: str
    said: list[tuple[str, str]]
    is_terminal: bool
    encoding: str = "utf-8"

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError("this is a stream of text")  # who asks whether it is one tries
        self.said.append((self.name, text))
        return len(text)

    def flush(self) -> None:
        """Do nothing: all is kept."""

    def isatty(self) -> bool:
        return self.is_terminal


@dataclass(frozen=True)
class _Here:
    """What a worker has to know of the person's side: where paths begin, and what the terminal is like."""

    folder: str
    columns: int
    out: bool
    error: bool


@dataclass
class _Done(Generic[Value]):
    """What came of one city: its value, what it printed, how it ended if it did not end well."""

    value: Value | None = None
    said: list[tuple[str, str]] = field(default_factory=list)
    status: int | None = None
    fault: str = ""
    unreadable: str = ""


def over(
    items: Sequence[Item],
    work: Callable[[Item], Value],
    name: Callable[[Item], str],
    cluster: str | None = None,
) -> Iterator[Value]:
    """Do the same for each of many cities; give what comes of each, in their order.

    A city that cannot be worked on is named, and the others go on; the command then ends with status 2, or 3 where
    the fault is ours.

    Args:
        items: the cities, in any form.
        work: what to do; with many cities, it and its values have to be fit to be sent to another process.
        name: what to call a city in messages.
        cluster: the address of a Dask cluster.
    """
    status = 0
    done = 0
    try:
        for item, found in zip(items, _all(items, work, name, cluster), strict=True):
            done += 1
            status = max(status, _replay(found, name(item)))
            if found.value is not None:
                yield found.value
    except KeyboardInterrupt:
        say(f"lgd: stopped; {done} of {len(items)} cities are done, and nothing is half written")
        raise SystemExit(_INTERRUPTED) from None
    if status:
        raise SystemExit(status)


def _replay(found: _Done[Any], name: str) -> int:
    """Print what the work on a city printed; return the status that it asks for."""
    for stream, text in found.said:
        getattr(sys, stream).write(text)
    if found.status is not None:
        raise SystemExit(found.status)
    from lgdkit.render.plain import visible

    if found.unreadable:
        say(f"{visible(name)}: {visible(found.unreadable)}")
        return 2
    if found.fault:
        say(f"lgd: a fault of lgdkit, not of your data, at {visible(name)}: {visible(found.fault)}")
        return 3
    return 0


def _all(
    items: Sequence[Item], work: Callable[[Item], Value], name: Callable[[Item], str], cluster: str | None
) -> Iterator[_Done[Value]]:
    here = _here()
    begun = time.monotonic()
    at = 0
    gc.freeze()  # what is loaded stays; only what a city leaves behind is looked at
    while cluster is None and at < len(items):
        yield _work(work, items[at], here)
        at += 1
        spent = time.monotonic() - begun
        if spent > _SOON and spent / at * (len(items) - at) > _WORTH_IT and _cores() > 1:
            break
    if at == len(items):
        return
    from lgdkit.cli.progress import Progress

    with Progress(len(items), at) as progress:
        if cluster is None:
            yield from _in_processes(items[at:], work, name, here, progress)
        else:
            yield from _on_cluster(items, work, name, here, progress, cluster)


def _in_processes(
    items: Sequence[Item],
    work: Callable[[Item], Value],
    name: Callable[[Item], str],
    here: _Here,
    progress: Progress,
) -> Iterator[_Done[Value]]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # a fork has all that is loaded at once; where there is none, or it is not safe, a worker starts anew
    way = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
    count = min(_cores(), len(items))
    pool = ProcessPoolExecutor(count, multiprocessing.get_context(way), _begin)
    waiting: deque[tuple[Item, Future[_Done[Value]]]] = deque()
    try:
        yield from _in_order(pool, items, work, here, progress, waiting, count)
        pool.shutdown()
    except BrokenProcessPool:
        pool.shutdown()  # at once; else, at the end, Python may write to a pipe that is just being closed
        names = ", ".join(name(item) for item, _ in list(waiting)[:count])
        fail(
            f"a worker process was ended from outside, perhaps for want of memory, at one of: {names}; "
            f"{progress.done} of {progress.total} cities are done, and nothing is half written: run it again"
        )
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():  # none, unless we were stopped
            child.terminate()


def _on_cluster(
    items: Sequence[Item],
    work: Callable[[Item], Value],
    name: Callable[[Item], str],
    here: _Here,
    progress: Progress,
    address: str,
) -> Iterator[_Done[Value]]:
    try:
        from distributed import Client
    except ImportError:
        fail("--cluster needs the extra cluster: pip install 'lgdkit[cluster]'")
    import logging
    from asyncio import CancelledError

    logging.disable()  # what matters is said below, once; the loggers of the cluster have levels of their own
    waiting: deque[tuple[Item, Future[_Done[Value]]]] = deque()
    try:
        client = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        fail(f"--cluster {address}: no cluster answers there: {str(error)[:200] or type(error).__name__}")
    try:
        workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        pool = client.get_executor(pure=False)
        alive = lambda: client.status == "running"  # noqa: E731
        yield from _in_order(pool, items, work, here, progress, waiting, workers, alive)
    except (Exception, CancelledError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        names = ", ".join(name(item) for item, _ in list(waiting)[:3])
        fail(
            f"the cluster {address} was lost or cannot do the work, at {names}: {type(error).__name__}: "
            f"{str(error)[:200]}; {progress.done} of {progress.total} cities are done, and nothing is half "
            "written: run it again"
        )
    finally:
        with contextlib.suppress(Exception):
            client.close(timeout=2)


def _in_order(
    pool: Executor,
    items: Sequence[Item],
    work: Callable[[Item], Value],
    here: _Here,
    progress: Progress,
    waiting: deque[tuple[Item, Future[_Done[Value]]]],
    workers: int,
    alive: Callable[[], bool] | None = None,
) -> Iterator[_Done[Value]]:
    """Give out the work, never far ahead, and give what comes of it in the order of the cities.

    Work that was given to a cluster just as it was lost never ends: `alive` is asked while it is waited for.
    """
    left = iter(items)
    with _undisturbed():
        for item in left:
            waiting.append((item, pool.submit(_work, work, item, here)))
            if len(waiting) >= workers * _AHEAD:
                break
    progress.show()
    while waiting:
        found = _result(waiting[0][1], alive)
        waiting.popleft()
        for item in left:
            waiting.append((item, pool.submit(_work, work, item, here)))
            break
        progress.hide()
        yield found
        progress.advance()


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a Ctrl-C wait while workers are started: one that is half started would tell of it with a traceback."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result(future: Future[Value], alive: Callable[[], bool] | None) -> Value:
    while True:
        try:
            return future.result(None if alive is None else _PATIENCE)
        except TimeoutError:
            if future.done():
                raise
            if alive and not alive():
                raise ConnectionError("the scheduler does not answer any more") from None


def _begin() -> None:
    """Make a worker ready: a person's Ctrl-C ends the command, which then ends its workers."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.disable()


def _work(work: Callable[[Item], Value], item: Item, here: _Here) -> _Done[Value]:
    """Do the work on one city, wherever this is, and keep what it prints."""
    done: _Done[Value] = _Done()
    out, error = _Talk("stdout", done.said, here.out), _Talk("stderr", done.said, here.error)
    with _one_at_a_time, _as_if(here), contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            done.value = work(item)
        except SystemExit as end:
            done.status = end.code if isinstance(end.code, int) else 0
        except OSError as wrong:
            where = f": {wrong.filename}" if wrong.filename else ""
            done.unreadable = f"{wrong.strerror or type(wrong).__name__}{where}"
        except Exception as wrong:
            if os.environ.get("LGD_TRACEBACK"):
                raise
            done.fault = f"{type(wrong).__name__}: {str(wrong)[:200]!r}"
    gc.collect()
    return done


@contextlib.contextmanager
def _as_if(here: _Here) -> Iterator[None]:
    """Stand in the person's folder, before a terminal as wide as theirs."""
    folder, columns = os.getcwd(), os.environ.get("COLUMNS")  # noqa: PTH109
    if folder != here.folder:
        os.chdir(here.folder)
    os.environ["COLUMNS"] = str(here.columns)
    try:
        yield
    finally:
        if folder != here.folder:
            os.chdir(folder)
        os.environ.pop("COLUMNS")
        if columns is not None:
            os.environ["COLUMNS"] = columns


def _here() -> _Here:
    import shutil

    columns = shutil.get_terminal_size((80, 24)).columns
    return _Here(str(Path.cwd()), columns, sys.stdout.isatty(), sys.stderr.isatty())


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
