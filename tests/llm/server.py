"""A server that speaks the protocol of chat completions as real ones do, and answers what a test puts in its script."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: Status, headers and body; a body that is a string is the words of a good answer.
Answer = tuple[int, dict[str, str], Any]
Script = Callable[[dict[str, Any]], Answer]


def said(content: str | dict[str, Any], finish: str = "stop", tokens: int = 100) -> Answer:
    """A completion with these words."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": words, "refusal": None},
        "logprobs": None,
        "finish_reason": finish,
    }
    usage = {"prompt_tokens": tokens - 40, "completion_tokens": 40, "total_tokens": tokens}
    body = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return 200, {}, {**body, "usage": usage}


def refused(status: int, message: str, **headers: str) -> Answer:
    """An error as such servers word it."""
    return status, headers, {"error": {"message": message, "type": "error", "param": None, "code": None}}


@dataclass
class Server:
    """What the server was asked, and what it will answer: the script's entries in turn, the last one for ever."""

    url: str
    script: list[Answer | Script] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def answer(self, body: dict[str, Any]) -> Answer:
        self.asked.append(body)
        if wrong := faults(body):
            return refused(400, "; ".join(wrong))
        entry = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return entry(body) if callable(entry) else entry


def faults(body: dict[str, Any]) -> list[str]:
    """What a strict server would refuse in a question."""
    wrong = [key for key in ("model", "messages") if not body.get(key)]
    wrong += ["stream"] if body.get("stream") else []
    form = body["response_format"]
    if form["type"] != "json_schema" or not form["json_schema"]["strict"]:
        wrong.append("response_format")
    return wrong + list(loose(form["json_schema"]["schema"]))


def loose(node: Any) -> Iterator[str]:
    """Parts of a schema that strict structured output does not allow."""
    if isinstance(node, dict):
        if node.get("type") == "object" and (
            node.get("additionalProperties") is not False or set(node["required"]) != set(node["properties"])
        ):
            yield f"object {sorted(node.get('properties', {}))} is not closed"
        if "enum" in node and "type" not in node:
            yield "enum without type"
        for child in node.values():
            yield from loose(child)
    elif isinstance(node, list):
        for child in node:
            yield from loose(child)


@contextmanager
def serving() -> Iterator[Server]:
    """The server on a port of this machine, for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.headers.append(dict(self.headers))
            if self.path != "/v1/chat/completions":
                status, headers, data = refused(404, "no such path")
            else:
                status, headers, data = server.answer(body)
            raw = data if isinstance(data, bytes) else json.dumps(data).encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = threading.Thread(target=http.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
