"""The page in a real browser: a ledger of the demonstration's articles, a server on a free port, and Chromium."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DEMO = Path(__file__).parent.parent / "examples" / "demo"
#: Names under which Chromium is installed.
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
)  # fmt: skip
#: Seconds within which a server has to answer.
PATIENCE = 20


def chromium() -> str | None:
    """Where Chromium is, if it is anywhere."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def make_ledger(path: Path) -> Path:
    """A ledger of the demonstration's articles, read and corroborated; of one there is a second version."""
    from reportedly.corroborate.run import corroborate
    from reportedly.ledger import View, Writer
    from reportedly.ledger.intake import read_waiting, take_in
    from reportedly.ledger.keeping import keep
    from reportedly.reading import Reader

    reader = Reader()
    with Writer(path) as writer:
        for _ in take_in(writer, [str(DEMO)]):
            pass
    with View(path) as view:
        (row,) = view.articles("article:shipped", limit=1)
        known = view.article(row.id)
    with Writer(path) as writer:
        mended = known.text.replace("more than 200", "about 220")
        changed = writer.store(replace(known, id="shipped", text=mended), "demo")
        if changed.outcome != "changed":
            raise AssertionError(f"the demonstration's article {row.id} reads otherwise than expected")
        for _ in read_waiting(writer, reader):
            pass
    with View(path) as view:
        stories = corroborate(view.readings())
    with Writer(path) as writer:
        keep(writer, stories)
    return path


@contextmanager
def serving(ledger: Path, **settings: object) -> Iterator[str]:
    """The page's address while it is served by a thread."""
    import uvicorn

    from reportedly.web.app import create_app
    from reportedly.web.settings import Settings

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    app = create_app(Settings(ledger=ledger, **settings))  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not server.started:
        if time.monotonic() > until:
            raise TimeoutError("the page does not start")
        time.sleep(0.01)
    try:
        yield f"http://localhost:{port}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listener.close()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Chromium without a window.

    :raises FileNotFoundError: if it is not installed.
    """
    from playwright.sync_api import sync_playwright

    where = chromium()
    if where is None:
        raise FileNotFoundError(f"no Chromium under any of {', '.join(NAMES)}; Debian has it as `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        yield browser
        browser.close()
