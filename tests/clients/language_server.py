"""A client of a language server: requests over its standard streams, as an editor makes them."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

_SETTINGS: Final[Mapping[str, object]] = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
    }
}


class LanguageServer:
    """A server that runs; one message at a time is sent or awaited."""

    def __init__(self, to_server: IO[bytes], from_server: IO[bytes]) -> None:
        self._to, self._from = to_server, from_server
        self._requests = 0

    def request(self, method: str, **params: object) -> Any:
        """Return the answer of the server."""
        self._requests += 1
        self._send(id=self._requests, method=method, params=params)
        while "method" in (message := self._read()) or message["id"] != self._requests:
            pass
        return message["result"]

    def notify(self, method: str, **params: object) -> None:
        """Tell the server something that it does not answer."""
        self._send(method=method, params=params)

    def open(self, file: Path, text: str) -> list[Any]:
        """Open a file, which was not opened before, and return what the server finds in it."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        while True:
            message = self._read()
            found = message.get("params") or {}
            is_findings = message.get("method") == "textDocument/publishDiagnostics"
            if is_findings and found["uri"] == file.as_uri():
                return list(found["diagnostics"])

    def at(self, method: str, file: Path, line: int, column: int) -> Any:
        """Return the answer to a request about a place; both figures count from 0."""
        place = {"line": line, "character": column}
        return self.request(method, textDocument={"uri": file.as_uri()}, position=place)

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def _read(self) -> Any:
        """Return the next message, after an answer if the server asks the editor something."""
        length = 0
        while (line := self._from.readline().strip()) or not length:
            assert line, "the server has ended"
            name, _, value = line.decode().partition(":")
            length = int(value) if name.lower() == "content-length" else length
        message = json.loads(self._from.read(length))
        if "method" in message and "id" in message:
            asked = (message.get("params") or {}).get("items", [])
            answer = [_SETTINGS.get(one.get("section", ""), {}) for one in asked] or None
            self._send(id=message["id"], result=answer)
        return message


@contextmanager
def language_server(command: str, folder: Path) -> Iterator[LanguageServer]:
    """Run a server for a folder, as an editor does that shows completions and hovers."""
    with subprocess.Popen(
        [command, "--stdio"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin
        assert process.stdout
        server = LanguageServer(process.stdin, process.stdout)
        server.request(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "hearings"}],
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "completion": {"completionItem": {"snippetSupport": True}},
                    "hover": {"contentFormat": ["markdown"]},
                },
            },
        )
        server.notify("initialized")
        try:
            yield server
        finally:
            process.kill()
