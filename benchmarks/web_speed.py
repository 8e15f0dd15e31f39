"""Speed of the page: how long the server takes for every kind of page over 100,000 articles, and what pages weigh.

    python -m benchmarks.web_speed [--articles 100000] [--keep FILE] [--times 5]

The ledger is that of `benchmarks.ledger_volume`, its claims woven into events of a seeded choice (what is measured is
the page, not corroboration): mostly one to eight articles, some of forty. A server of its own is asked over HTTP, one
request at a time. Beside the time that passes stands the processor time that the server takes, which other programs on
the machine do not lengthen; where the system does not tell it, it is left out.
"""

from __future__ import annotations

import argparse
import http.client
import re
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.ledger_volume import FILTERS, SEARCHES, p95, volume
from reportedly.corroborate.model import ClaimRef, Origin, Reason, Step, Stories, StoryArticle, StoryEvent
from reportedly.ledger import View, Writer
from reportedly.ledger.keeping import keep

#: Articles of an event, in turn.
SIZES = (1, 2, 1, 3, 8, 1, 4, 40, 1, 2)
LISTS = ("events", "claims", "articles", "map", "timeline")


def weave(path: Path) -> None:
    """Make events of claims of one kind in articles that follow each other."""
    with Writer(path) as writer:
        rows = writer.connection.execute(
            "SELECT a.id, c.local, c.type, c.act, c.status, c.certainty, c.polarity, c.published FROM claims c"
            " JOIN articles a ON a.number = c.article WHERE c.type IS NOT NULL ORDER BY c.number"
        )
        kinds: dict[tuple[str, str | None], list[tuple[str, ...]]] = defaultdict(list)
        for row in rows:
            kinds[row[2], row[3]].append(row)
        print(f"claims                {sum(map(len, kinds.values())):8}")
        articles = [key for (key,) in writer.connection.execute("SELECT id FROM articles ORDER BY number")]
        origin = {key: f"o{number // 2}" for number, key in enumerate(articles)}
        events = tuple(event for kind, found in kinds.items() for event in woven(kind, found, origin))
        print(f"events                {len(events):8}")
        keep(writer, Stories(told(articles, origin), origins(articles, origin), events, ()))
        writer.tidy()


def woven(
    kind: tuple[str, str | None], rows: list[tuple[str, ...]], origin: dict[str, str]
) -> Iterator[StoryEvent]:
    """Events of one kind."""
    start = number = 0
    while start < len(rows):
        size = SIZES[number % len(SIZES)]
        some, start, number = rows[start : start + size], start + size, number + 1
        refs = tuple(ClaimRef(row[0], row[1]) for row in some)
        history = tuple(
            Step(row[7], row[4], row[5], row[6], ref, origin[row[0]])  # type: ignore[arg-type]
            for row, ref in zip(some, refs, strict=True)
        )
        entered = tuple(dict.fromkeys(step.origin for step in history if step.origin))
        yield StoryEvent(
            f"e{kind}{number}", kind[0], kind[1], f"{kind[1]} {number}", refs, ("Iran",), ("Russia",), (), None,  # type: ignore[arg-type]
            ("Tehran",), entered, len(entered), history[-1].status, history, (),
            (Reason("same_kind", 1.0, "told of the same kind of act"),),
        )  # fmt: skip


def told(articles: list[str], origin: dict[str, str]) -> tuple[StoryArticle, ...]:
    return tuple(StoryArticle(key, None, None, None, (origin[key],), ()) for key in articles)


def origins(articles: list[str], origin: dict[str, str]) -> tuple[Origin, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for key in articles:
        found[origin[key]].append(key)
    return tuple(Origin(key, "outlet", key, tuple(some), ()) for key, some in found.items())


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    process: int
    line: http.client.HTTPConnection

    def worked(self) -> float:
        """Milliseconds that a processor worked for it so far; 0 where the system does not tell."""
        places = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(each.read_text("ascii").split()[0]) for each in places) / 1e6

    def get(self, address: str) -> bytes:
        """What it answers."""
        self.line.request("GET", address, headers={"Accept": "text/html"})
        answer = self.line.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
        return body


@contextmanager
def served(path: Path) -> Iterator[Served]:
    """A server of the ledger, ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "reportedly", "serve", str(path), "--port", str(port), "--read-only"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(200):
                with socket.socket() as line:
                    if line.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield Served(server.pid, http.client.HTTPConnection("127.0.0.1", port, timeout=120))
        finally:
            server.terminate()


def addresses(path: Path) -> dict[str, list[str]]:
    """What is asked for, by kind of page."""
    searches = [quote(each) for each in SEARCHES]
    filters = [quote(each) for each in FILTERS]
    found = {
        "front": ["/", "/.json"],
        "sources": ["/sources", "/sources?kind=source", "/sources?order=denied"],
    }
    for name in LISTS:
        found[f"{name}, all"] = [f"/{name}", f"/{name}?limit=50&offset=1000" if name != "map" else "/map"]
        found[f"{name}, searched"] = [f"/{name}?q={each}" for each in searches]
        found[f"{name}, filtered"] = [f"/{name}?q={each}" for each in filters]
    with View(path) as view:
        articles = [row.id for row in view.articles(limit=200)][::20]
        claims = [row.id for row in view.claims(limit=400)][::40]
        events = [row.id for row in view.events(limit=400)][::40]
        large = [row.id for row in view.events(limit=3, order="origins")]
    found["article"] = [f"/articles/{key}" for key in articles]
    found["claim"] = [f"/claims/{key}" for key in claims]
    found["event"] = [f"/events/{key}" for key in events]
    found["event of 40 articles"] = [f"/events/{key}" for key in large]
    found["actor"] = [f"/actors/{quote(name)}" for name in ("Iran", "Russia", "United States")]
    return found


def main() -> None:
    """Fill, weave, serve, ask, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=5)
    with volume(parser) as (path, args):
        with Writer(path) as writer:  # also brings an older one up to date
            events = writer.connection.execute("SELECT count(*) FROM stories").fetchone()[0]
        if not events:
            weave(path)
        with served(path) as server:
            look(path, server, args.times)


def look(path: Path, server: Served, times: int) -> None:
    """Ask for everything, and tell how long it took and what it weighs."""
    all_passed: list[float] = []
    all_worked: list[float] = []
    print(f"{'':22}  passed: p50     p95   worked: p50     p95   weight")
    for kind, asked in addresses(path).items():
        weights = [weight(server, address) for address in asked]  # also warms what a busy server has warm
        passed: list[float] = []
        worked: dict[str, float] = defaultdict(float)
        for address in asked * times:
            begun, before = time.perf_counter(), server.worked()
            server.get(address)
            passed.append(1000 * (time.perf_counter() - begun))
            all_worked.append(server.worked() - before)
            worked[address] = max(worked[address], all_worked[-1])
        all_passed += passed
        mine = all_worked[-len(passed) :]
        figures = f"{middle(passed):11.1f} {p95(passed):7.1f} {middle(mine):13.1f} {p95(mine):7.1f}"
        worst = max(worked, key=lambda address: worked[address])
        print(f"{kind:22} {figures} {max(weights) / 1000:5.0f} kB  worst: {worst}", flush=True)
    figures = (
        f"{middle(all_passed):11.1f} {p95(all_passed):7.1f} {middle(all_worked):13.1f} {p95(all_worked):7.1f}"
    )
    print(f"{'all':22} {figures}")


def middle(values: list[float]) -> float:
    return statistics.median(values)


def weight(server: Served, address: str) -> int:
    """Bytes of a page with its style and script, uncompressed."""
    page = server.get(address)
    found = set(re.findall(rb'(?:src|href)="(/static/[^"]+)"', page))
    return len(page) + sum(len(server.get(each.decode())) for each in found)


if __name__ == "__main__":
    main()
