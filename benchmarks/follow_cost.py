"""What one article more costs a ledger's stories: a fresh look at the file each time, as `reportedly corroborate` has.

    python -m benchmarks.follow_cost 20000 --more 100 --keep FILE

A ledger of so many articles, made as `benchmarks.corroborate_cost` makes them, is corroborated anew; then articles are
added one at a time, newer than all, and the stories brought up to date after each. A FILE that is there is used as it
stands. Printed: the first time's seconds, and of one article more the median, the 95th and the longest, in milliseconds
that passed and of the processor, from opening the ledger until all is safe in it; the adding itself is not counted.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corroborate_cost import own
from reportedly.ledger import View, Writer
from reportedly.ledger.growing import follow
from reportedly.model import Article, Reading

#: Articles that are put in in one step.
TOGETHER = 500


def put(writer: Writer, readings: Iterable[Reading]) -> None:
    """Articles with their readings."""
    batch = list(readings)
    documents = [reading.document for reading in batch]
    stored = writer.store_many(
        (Article(text=one.text, outlet=one.outlet, published=one.published, language=one.language), "made")
        for one in documents
    )
    named = (
        (one.version, replace(reading, document=replace(reading.document, id=one.id)))
        for one, reading in zip(stored, batch, strict=True)
    )
    writer.save_many(named, "made")


def fill(path: Path, readings: Iterator[Reading], count: int) -> None:
    """A ledger of so many articles, corroborated."""
    with Writer(path) as writer:
        left = count
        while batch := list(islice(readings, min(left, TOGETHER))):
            put(writer, batch)
            left -= len(batch)
        started, clock = time.process_time(), time.perf_counter()
        follow(writer)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} articles anew: {time.process_time() - started:.1f} s of processor,"
        f" {time.perf_counter() - clock:.1f} s passed, {memory:.0f} MB; {path.stat().st_size / 1e6:.0f} MB of file",
        flush=True,
    )


def one_more(path: Path, reading: Reading) -> tuple[float, float]:
    """Milliseconds that passed, and of the processor, to bring the stories up to date after one article."""
    newest = replace(reading, document=replace(reading.document, published="2040-01-01"))
    with Writer(path) as writer:
        put(writer, [newest])
    clock, started = time.perf_counter(), time.process_time()
    with Writer(path) as writer:
        done = follow(writer)
    passed, spent = time.perf_counter() - clock, time.process_time() - started
    if done is None or done.how != "amended":
        print(f"not amended: {done}")
    return 1000 * passed, 1000 * spent


def told(name: str, times: list[float]) -> str:
    times = sorted(times)
    high = times[int(0.95 * len(times))]
    return f"{name} p50 {times[len(times) // 2]:.0f} ms, p95 {high:.0f} ms, longest {times[-1]:.0f} ms"


def measured(path: Path, count: int, more: int) -> None:
    readings = own(count + more)
    if path.exists():
        with View(path) as view:
            there = int(view.rows("SELECT count(*) FROM articles")[0][0])
        readings = islice(own(there + more), there, None)
    else:
        fill(path, readings, count)
    times = [one_more(path, reading) for reading in islice(readings, more)]
    print(f"{more} articles more, one by one:")
    print(told("  passed:", [passed for passed, _ in times]))
    print(told("  of the processor:", [spent for _, spent in times]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=2000, metavar="N")
    parser.add_argument("--more", type=int, default=50, metavar="N", help="so many articles more")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="the ledger, made if it is not there")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        measured(args.keep or Path(folder) / "news.db", args.count, args.more)


if __name__ == "__main__":
    main()
