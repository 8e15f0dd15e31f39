"""How the join of `reportedly scale` grows: generated days of news with realistic copying, joined within windows.

    python -m benchmarks.window_join --articles 500 --days 20 40 80 --windows 1 3 7 14

Every day has so many articles. Three in ten are copies of an agency's dispatch, most of them on its day, some days
later (a geometric lag); dispatches are as popular as such things are (log-normal: a few are everywhere). A copy keeps
40 to 100 % of its original's fingerprints. One article in fifty carries a piece of an outlet's boilerplate, which never
goes away: what a join without windows would shuffle for ever. Fingerprints are drawn, not hashed: 90 an article.
The join is the program's own (`reportedly.scale.join.joined`).

Printed are, per window and number of days: fingerprints read, pairs found, seconds, and each per day; at the end by
what power of the days and of the articles a day they grow. The exit code is 1 if pairs or fingerprints read a day
grow with the number of days.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from reportedly.scale.join import joined
from reportedly.scale.schemas import PASSAGES

START = date(2031, 1, 1)
MARKS = 90
COPIED, LAG, POPULARITY = 0.3, 0.6, 1.2
OUTLETS, CARRYING, BOILERPLATE = 40, 0.02, 12
#: From this power of the days on, what a day costs is no longer constant.
LINEAR = 1.1


@dataclass(frozen=True, slots=True)
class Cost:
    """What joining so many days came to."""

    days: int
    read: int
    pairs: int
    seconds: float


def generated(days: int, articles: int, seed: int = 7) -> Iterator[pa.Table]:
    """The fingerprints of each day's articles; the same for one seed, whatever the number of days."""
    draw = np.random.default_rng(seed)
    dispatches: list[tuple[int, float, np.ndarray]] = []
    pieces = draw.integers(1, 2**63, (OUTLETS, BOILERPLATE), np.uint64)
    for day in range(days):
        dispatches = [one for one in dispatches if day - one[0] < 30]
        dispatches += [
            (day, draw.lognormal(sigma=POPULARITY), draw.integers(1, 2**63, MARKS, np.uint64))
            for _ in range(max(1, articles // 20))
        ]
        weights = np.array([weight * (1 - LAG) ** (day - born) for born, weight, _ in dispatches])
        rows = [
            row(day, number, marks(draw, dispatches, weights / weights.sum(), pieces))
            for number in range(articles)
        ]
        yield pa.Table.from_pylist(rows, schema=PASSAGES)


def marks(
    draw: np.random.Generator,
    dispatches: list[tuple[int, float, np.ndarray]],
    weights: np.ndarray,
    pieces: np.ndarray,
) -> np.ndarray:
    """The fingerprints of one article."""
    found = draw.integers(1, 2**63, MARKS, np.uint64)
    if draw.random() < COPIED:
        original = dispatches[draw.choice(len(dispatches), p=weights)][2]
        kept = int(MARKS * draw.uniform(0.4, 1.0))
        found[:kept] = original[:kept]
    if draw.random() < CARRYING:
        found = np.concatenate([found, pieces[draw.integers(OUTLETS)]])
    return np.unique(found)


def row(day: int, number: int, found: np.ndarray) -> dict[str, object]:
    published = f"{START + timedelta(day)}T{number % 24:02}:{number // 24 % 60:02}:00"
    return {"article": f"d{day:04}-{number:06}", "published": published, "words": 500, "hashes": found}


def join(days: int, articles: int, window: int) -> Cost:
    """All days joined, each with those of its window."""
    held: list[pa.Table] = []
    read = pairs = 0
    seconds = 0.0
    for table in generated(days, articles):
        held = [*held, table][-window - 1 :]
        passages = pa.concat_tables(held)
        own = set(table.column("article").to_pylist())
        started = time.perf_counter()
        pairs += len(joined(passages, own))
        seconds += time.perf_counter() - started
        read += sum(len(chunk.values) for chunk in passages.column("hashes").chunks)
    return Cost(days, read, pairs, seconds)


def told(window: int, cost: Cost) -> None:
    each = f"{cost.read / cost.days:12,.0f} {cost.pairs / cost.days:10,.0f} {1000 * cost.seconds / cost.days:8.0f}"
    print(f"{window:6} {cost.days:6} {cost.read:14,} {cost.pairs:12,} {cost.seconds:9.1f}   {each}")


def power(first: tuple[float, float], last: tuple[float, float]) -> float:
    """By what power of the one the other grows."""
    return math.log(last[1] / first[1]) / math.log(last[0] / first[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=500, help="a day")
    parser.add_argument("--days", type=int, nargs="+", default=[20, 40, 80])
    parser.add_argument("--windows", type=int, nargs="+", default=[1, 3, 7, 14])
    given = parser.parse_args()
    print(f"{given.articles} articles a day\n")
    heads = ("window", "days", "fingerprints", "pairs", "seconds", "a day: read", "pairs", "ms")
    widths = (6, 6, 14, 12, 9, 14, 10, 8)
    print(" ".join(f"{head:>{width}}" for head, width in zip(heads, widths, strict=True)))
    fair = True
    for window in given.windows:
        costs = [join(days, given.articles, window) for days in given.days]
        for cost in costs:
            told(window, cost)
        if len(costs) > 1:
            # The first days of an archive have no window yet, so whole windows are compared.
            grown = power((costs[-2].days, costs[-2].pairs), (costs[-1].days, costs[-1].pairs))
            print(f"{'':6} pairs grow with the days to the power of {grown:.2f}")
            fair = fair and grown <= LINEAR
    window = given.windows[len(given.windows) // 2]
    small, large = (join(given.days[0], given.articles * times, window) for times in (1, 4))
    pairs, seconds = (
        power((1, getattr(small, name)), (4, getattr(large, name))) for name in ("pairs", "seconds")
    )
    print(f"\n{window} days of window, {given.days[0]} days, four times the articles a day:")
    print(f"pairs grow to the power of {pairs:.2f}, seconds of {seconds:.2f}")
    sys.exit(0 if fair else 1)


if __name__ == "__main__":
    main()
