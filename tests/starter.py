"""Starts `lgd` again and again from one process that has it loaded.

Each run is a process of its own, forked from that one: it shares nothing with other runs, and it does not wait
for half a second until everything is loaded. What a start itself does is tested with processes that are truly new.
"""

import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from pathlib import Path

POSSIBLE = hasattr(os, "fork") and hasattr(socket, "send_fds")
_PATIENCE = 120.0
_LOADED = (
    "lgdkit.drafting",
    "lgdkit.drafts",
    "lgdkit.pipeline",
    "lgdkit.disk",
    "lgdkit.owned",
    "lgdkit.read.thorough",
)


class Starter:
    """A process that starts `lgd`; it ends with the process that has made it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env={**environment, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        ours.settimeout(_PATIENCE)
        self._channel = ours

    def run(self, arguments: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run `lgd` with these arguments and return what it said and how it ended."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            message = json.dumps([arguments, str(cwd)]).encode() + b"\n"
            socket.send_fds(self._channel, [message], [out.fileno(), err.fileno()])
            status = b""
            while not status.endswith(b"\n"):
                part = self._channel.recv(100)
                assert part, "the process that starts lgd has ended"
                status += part
            said = []
            for file in (out, err):
                file.seek(0)
                said.append(file.read().decode("utf-8").replace("\r\n", "\n"))
        return subprocess.CompletedProcess(["lgd", *arguments], int(status), *said)

    def end(self) -> None:
        """End the process."""
        self._channel.close()
        self._process.wait(_PATIENCE)


def _serve(channel: socket.socket) -> None:
    import compiled
    import lgdkit.__main__

    lgdkit.__main__._make_ready()
    import lgdkit.cli

    for each in pkgutil.iter_modules(lgdkit.cli.__path__, "lgdkit.cli."):
        importlib.import_module(each.name)
    for name in _LOADED:
        importlib.import_module(name)
    compiled.share()
    compiled.compile_all()
    while True:
        message, files, _, _ = socket.recv_fds(channel, 1 << 16, 2)
        while message and not message.endswith(b"\n"):
            message += channel.recv(1 << 16)
        if not message:
            return
        child = os.fork()
        if not child:
            channel.close()
            _become(*json.loads(message), *files)
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        channel.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))


def _become(arguments: list[str], cwd: str, out: int, err: int) -> None:
    """Be the process of one run, and end with it."""
    import lgdkit.__main__

    status = 1
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.chdir(cwd)
        sys.argv = [lgdkit.__main__.__file__, *arguments]
        lgdkit.__main__.main()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
