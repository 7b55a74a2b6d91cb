"""The real YAML language server, which VS Code and most other editors run, driven as an editor drives it."""

import itertools
import json
import os
import queue
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from from_npm import fetched

VERSION = "1.25.0"
_PATIENCE = 30.0


def installed() -> Path:
    """Return the start file of the server; install it where it is missing, or skip the test."""
    home = fetched(f"yaml-language-server-{VERSION}", f"yaml-language-server@{VERSION}")
    return home / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """A running server, spoken to over its standard input and output."""

    def __init__(self, start: Path, folder: Path, settings: dict[str, Any]) -> None:
        self._folder, self._settings = folder, settings
        self._numbers = itertools.count(1)
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            ["node", str(start), "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        formats = ["markdown", "plaintext"]
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": folder.name}],
            capabilities={
                "textDocument": {
                    "hover": {"contentFormat": formats},
                    "completion": {
                        "completionItem": {"documentationFormat": formats, "snippetSupport": True}
                    },
                },
                "workspace": {"configuration": True, "workspaceFolders": True},
            },
        )
        self._say("initialized")
        self._say("workspace/didChangeConfiguration", settings=settings)

    def close(self) -> None:
        """End the server as an editor does."""
        if self._process.poll() is None:
            self.ask("shutdown")
            self._say("exit")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def open(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file, or a text that is not saved yet, and return the faults that the server shows in it."""
        uri = path.as_uri()
        shown = path.read_text("utf-8") if text is None else text
        document = {"uri": uri, "languageId": "yaml", "version": next(self._numbers), "text": shown}
        self._say("textDocument/didOpen", textDocument=document)
        until = time.monotonic() + _PATIENCE
        while uri not in self._told:
            self._hear(until)
        return self._told[uri]

    def completion(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return what is offered at a place, counted from 0, each with the words shown beside it."""
        found = self.ask("textDocument/completion", **_at(path, line, column))
        items = found if isinstance(found, list) else found["items"]
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown where the mouse rests."""
        found = self.ask("textDocument/hover", **_at(path, line, column))
        return _words(found["contents"]) if found else ""

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and return its result."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        until = time.monotonic() + _PATIENCE
        while True:
            message = self._hear(until)
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _say(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _hear(self, until: float) -> dict[str, Any]:
        """Take the next message; the server's own questions are answered, its faults are noted."""
        message = self._heard.get(timeout=max(until - time.monotonic(), 0.01))
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            parts = [self._settings.get(each["section"], {}) for each in message["params"]["items"]]
            self._send({"id": message["id"], "result": parts})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                return
            self._heard.put(json.loads(stream.read(length)))


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}


def _words(content: Any) -> str:
    return str(content["value"] if isinstance(content, dict) else content)
