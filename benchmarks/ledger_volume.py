"""Volume: a ledger of 100,000 articles; how fast they are stored, searched and filtered, and how much room they take.

    python -m benchmarks.ledger_volume [--articles 100000] [--keep FILE]

Texts are the project's own articles (examples and test cases) varied by a seeded generator: paragraphs shuffled,
words of no meaning put in. Readings are those of thirty such articles, given to all others: what is measured is the
ledger.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reportedly.ledger import View, Writer
from reportedly.ledger.fingerprint import fingerprint
from reportedly.model import Article
from reportedly.reading import Reader

ROOT = Path(__file__).parents[1]
WORDS = (
    "missiles",
    "drones",
    "ministère",
    "Iran",
    "Russia",
    "sanctions",
    "démenti",
    "officials",
    "livraison",
)
SEARCHES = (*WORDS, '"two officials"', "missil* -drones", "mot17 OR mot18", "mot4321", "dementi missiles")
FILTERS = (
    "actor:Iran", "recipient:Russie", "type:AID", "status:denied", "source:Reuters", "outlet:\"Outlet 7\"", "lang:fr",
    "since:2024-06 until:2024-06", "actor:Iran type:AID since:2024-05", "-type:AID actor:Chili", "certainty:possible",
)  # fmt: skip


def generator(seed: int) -> Callable[[int], Article]:
    """A maker of articles by number."""
    rng = random.Random(seed)
    files = [*sorted((ROOT / "examples").glob("*.txt")), *sorted((ROOT / "tests" / "cases").glob("*.txt"))]
    paragraphs = [part for each in files for part in each.read_text("utf-8").split("\n\n") if len(part) > 80]

    def make(number: int) -> Article:
        parts = [rng.choice(paragraphs) for _ in range(6)]
        parts.append(" ".join(f"mot{rng.randrange(20_000)}" for _ in range(60)))
        return Article(
            text="\n\n".join(parts),
            title=f"Story {number} mot{rng.randrange(20_000)}",
            url=f"https://site{number % 200}.example/{number}",
            outlet=f"Outlet {number % 200}",
            published=f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
        )

    return make


def batches(make: Callable[[int], Article], count: int) -> Iterator[list[tuple[Article, str]]]:
    for start in range(0, count, 500):
        yield [(make(number), "generated") for number in range(start, min(start + 500, count))]


def timed(look: Callable[[], object], times: int = 5) -> list[float]:
    """Milliseconds of each of several goes."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        look()
        found.append(1000 * (time.perf_counter() - start))
    return found


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


@contextmanager
def volume(parser: argparse.ArgumentParser) -> Iterator[tuple[Path, argparse.Namespace]]:
    """The ledger that the command line asks for, filled if it is not there yet, with what else is asked."""
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="the ledger's file, kept (and used again if it is there)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder, "news.db")
        if not path.exists():
            fill(path, args.articles)
        yield path, args


def main() -> None:
    """Fill, look, and print a table."""
    with volume(argparse.ArgumentParser(description=__doc__.split("\n")[0])) as (path, _):
        look(path)


def fill(path: Path, count: int) -> None:
    """Store and index."""
    make, spent, cpu = generator(1), 0.0, 0.0
    with Writer(path) as writer:
        for batch in batches(make, count):
            start, begun = time.perf_counter(), time.process_time()
            writer.store_many(batch)
            spent += time.perf_counter() - start
            cpu += time.process_time() - begun
        print(
            f"stored                {count / spent:8.0f} articles/s ({count / cpu:.0f} per second of processor time)"
        )
        print(f"peak memory           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
        print(f"file, texts alone     {path.stat().st_size / count:8.0f} bytes an article")
        readings = list(Reader().read_many(make(number) for number in range(30)))
        name, start = fingerprint(), time.perf_counter()
        while waiting := writer.waiting(name, 500):
            pairs = ((v, readings[v % 30]) for v, _ in waiting)
            writer.save_many(
                ((v, replace(one, document=replace(one.document, id=None))) for v, one in pairs), name
            )
        print(f"readings saved        {count / (time.perf_counter() - start):8.0f} a second")
        writer.tidy()
    print(f"file, with readings   {path.stat().st_size / count:8.0f} bytes an article")


def look(path: Path) -> None:
    """Search and filter."""
    with View(path) as view:
        for name, queries, whole in (
            ("search articles", SEARCHES, True),
            ("search claims", SEARCHES, False),
            ("filter claims", FILTERS, False),
            ("filter articles", FILTERS, True),
        ):
            found = {
                query: timed(
                    lambda query=query, whole=whole: list((view.articles if whole else view.claims)(query))
                )  # type: ignore[misc]
                for query in queries
            }
            values = [value for each in found.values() for value in each]
            worst = max(found, key=lambda query: max(found[query]))
            print(
                f"{name:18} p50 {statistics.median(values):7.1f} ms  p95 {p95(values):7.1f} ms  worst: {worst}"
            )


if __name__ == "__main__":
    main()
