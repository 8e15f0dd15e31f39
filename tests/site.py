"""A local server that behaves as real sites do: moves, is busy, drips, lies about its encoding; and counts who asks."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><nav>Home Sport</nav><article>
<h1>{title}</h1><p>{text}</p><p>The talks in Lima will go on, the minister told the Courier on Friday evening.</p>
</article></body></html>"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Courier</title>
{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{link}</link><category>{category}</category>
<pubDate>Tue, 20 Aug 2024 10:00:00 GMT</pubDate>{source}<description>{text}</description></item>"""


#: Answers without a body.
PLAIN: dict[str, tuple[int, dict[str, str]]] = {
    "/busy": (429, {"Retry-After": "120"}),
    "/elsewhere": (302, {"Location": "/feed"}),
    "/file": (302, {"Location": "file:///etc/passwd"}),
    "/gone": (410, {}),
    "/inside": (302, {"Location": "http://10.0.0.1/secret"}),
    "/moved": (301, {"Location": "/feed"}),
    "/round": (302, {"Location": "/round"}),
    "/tired": (503, {}),
}


class Site:
    """What the server says, to be changed by tests, and what it was asked."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.times: list[float] = []
        self.headers: dict[str, dict[str, str]] = {}
        self.pages = {
            "/treaty": PAGE.format(
                title="Treaty signed", text="Peru and Chile signed a treaty on water in Lima on Tuesday."
            ),
            "/drones": PAGE.format(
                title="Drones bought", text="Rome bought twelve drones from Ankara, the ministry said."
            ),
        }
        self.items = [("Treaty signed", "/treaty", "World", ""), ("Drones bought", "/drones", "Arms", "")]
        self.robots = ""
        self.heard: list[str] = []

    def feed(self, root: str) -> bytes:
        items = "".join(
            ITEM.format(title=title, link=root + path, category=category, text="Short.", source=source)
            for title, path, category, source in self.items
        )
        return FEED.format(items=items).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site, path = self.site, self.path
        site.asked[path] += 1
        site.times.append(time.monotonic())
        site.headers[path] = dict(self.headers)
        if path in PLAIN:
            status, headers = PLAIN[path]
            self.answer(status, **headers)
        elif path in site.pages:
            self.answer(200, site.pages[path].encode(), **{"Content-Type": "text/html"})
        else:
            getattr(self, f"do_{path.strip('/').replace('.', '_')}", self.nothing)()

    def do_POST(self) -> None:
        self.site.heard.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.answer(200)

    def do_feed(self) -> None:
        body = self.site.feed(f"http://127.0.0.1:{self.server.server_address[1]}")
        tag = f'"{len(body)}"'
        if self.headers.get("If-None-Match") == tag:
            self.answer(304)
        else:
            self.answer(200, body, ETag=tag, **{"Content-Type": "application/rss+xml"})

    def do_robots_txt(self) -> None:
        self.answer(200 if self.site.robots else 404, self.site.robots.encode())

    def do_gzip(self) -> None:
        self.answer(200, gzip.compress(self.site.pages["/treaty"].encode()), **{"Content-Encoding": "gzip"})

    def do_latin1(self) -> None:
        page = PAGE.format(
            title="Démenti", text="Le ministère a démenti mardi à Lima la signature d'un traité."
        )
        self.answer(200, page.encode("latin-1"), **{"Content-Type": "text/html; charset=utf-8"})

    def do_big(self) -> None:
        self.answer(200, b"x" * 30_000_000)

    def do_bomb(self) -> None:
        self.answer(200, gzip.compress(b"x" * 60_000_000), **{"Content-Encoding": "gzip"})

    def nothing(self) -> None:
        self.answer(404)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):  # whoever asked may have heard enough
            self.wfile.write(body)

    def do_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Silence."""


@contextmanager
def served() -> Iterator[tuple[Site, str]]:
    """A running site and its address."""
    site = Site()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"site": site}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
