"""What corroboration costs: time, memory and pairs for many articles, all at once and one by one.

    python -m benchmarks.corroborate_cost 10000 20000 --more 200
    python -m benchmarks.corroborate_cost 10000 20000 --readings FILE.jsonl

Articles are made by seeded variation, of a few readings of our own or of those in FILE (as `reportedly read` prints
them): for each story, words are exchanged for others of their length and rarity, so that every offset holds and names,
words and days are of as many kinds as in the news. Of our own, one in four takes its words from another article,
whole, in part or with words changed; those in FILE are taken ten by ten, so that families stay together.

Printed per size: seconds, peak memory, pairs of articles and of events that were compared, events; then the last size's
time over that of the one before, and what one article more takes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec

from benchmarks.variation import Other, shifted, template
from reportedly.corroborate.index import Index
from reportedly.model import Article, Reading
from reportedly.reading import Reader

SEEDS = (
    "Norway delivered twelve tanks to Chile on Monday, its defence ministry said. The delivery had been delayed.",
    "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère. La livraison avait été retardée.",
    "Police arrested forty protesters in Lima on Friday, a spokesman told the Harbour Post. A rally is planned.",
    "Des rebelles ont attaqué une caserne au Kenya, selon deux responsables. L'armée a démenti toute perte.",
)
#: How many articles tell a story, and in how many words.
TOLD, WORDS = 8, (80, 400)


def own(count: int, seed: int = 7) -> Iterator[Reading]:
    """So many readings of our own, the same for one seed."""
    draw = random.Random(seed)  # no secret
    articles = [Article(text=text, id=f"seed{n}") for n, text in enumerate(SEEDS)]
    seeds = [template(reading) for reading in Reader().read_many(articles)]
    stories = [
        (draw.choice(seeds), draw.randrange(1 << 30), draw.randrange(365)) for _ in range(1 + count // TOLD)
    ]
    last: list[str] = []
    for number in range(count):
        base, story, day = draw.choice(stories)
        other = Other(base["document"]["language"], story)
        data = other.reading(base)
        behind = copied(draw.choice(last), other, draw) if last and draw.random() < 0.25 else None
        behind = behind or other.news(draw, draw.randint(*WORDS))
        last = [*last[-200:], behind]
        data["document"]["text"] += " " + behind
        data["document"].update(
            id=f"a{number}",
            outlet=f"Outlet {number % 300}",
            published=(date(2031, 1, 1) + timedelta(day + number % 3)).isoformat(),
        )
        yield msgspec.convert(data, Reading)


def copied(text: str, other: Other, draw: random.Random) -> str:
    """Another article's words: whole, in part, or with one in eight changed."""
    words = text.split()
    kind = draw.randrange(3)
    if kind == 0:
        return text
    if kind == 1:
        start = draw.randrange(max(1, len(words) - 40))
        return " ".join(words[start : start + 40]) + " " + other.news(draw, 120)
    return " ".join(other.word(word) if draw.random() < 1 / 8 else word for word in words)


def others(count: int, path: Path, seed: int = 7) -> Iterator[Reading]:
    """So many readings made of those in a file."""
    with path.open(encoding="utf-8") as lines:
        kept = [template(msgspec.convert(json.loads(line), Reading)) for line in lines if line.strip()]
    draw, made = random.Random(seed), 0  # no secret
    while made < count:
        for start in range(0, len(kept), 10):
            story, days = draw.randrange(1 << 30), draw.randrange(365)
            for base in kept[start : start + 10][: count - made]:
                data = shifted(Other(base["document"]["language"], story).reading(base), days)
                data["document"]["id"] = f"a{made}"
                yield msgspec.convert(data, Reading)
                made += 1


def made(count: int, path: Path | None) -> Iterator[Reading]:
    return others(count, path) if path else own(count)


def measured(count: int, path: Path | None) -> tuple[float, Index]:
    """Seconds of processor and index for so many articles, printed with the rest; the making is not counted."""
    spent = 0.0

    def readings() -> Iterator[Reading]:
        nonlocal spent
        source, started = made(count, path), time.process_time()
        for reading in source:
            spent += time.process_time() - started
            yield reading
            started = time.process_time()

    started, clock = time.process_time(), time.perf_counter()
    index = Index()
    index.add(readings())
    found = sum(1 for _ in index.events())
    seconds = time.process_time() - started - spent
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:8} articles {seconds:8.1f} s of processor ({time.perf_counter() - clock:.0f} s with making them)"
        f" {memory:6.0f} MB {index.met:9} pairs of articles {index.compared.pairs:9} of events {found:8} events",
        flush=True,
    )
    return seconds, index


def one_by_one(index: Index, more: int, path: Path | None) -> None:
    """What one article more takes that is newer than all, with the events that it changes."""
    count = len(index)
    times = []
    index.changed()
    for number, reading in enumerate(made(count + more, path)):
        if number >= count:
            newest = replace(reading, document=replace(reading.document, published="2040-01-01"))
            started = time.process_time()
            index.add([newest])
            for cluster in index.changed().new:
                index.event(cluster)
            times.append(1000 * (time.process_time() - started))
    times.sort()
    middle, high = times[len(times) // 2], times[int(0.95 * len(times))]
    print(
        f"{more} articles more, one by one: p50 {middle:.0f} ms, p95 {high:.0f} ms, longest {times[-1]:.0f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 2000], metavar="N")
    parser.add_argument("--more", type=int, default=0, metavar="N", help="so many articles more, one by one")
    parser.add_argument("--readings", type=Path, metavar="FILE", help="vary these readings")
    args = parser.parse_args()
    times: list[float] = []
    for size in args.sizes:
        seconds, index = measured(size, args.readings)
        times.append(seconds)
        if len(times) > 1:
            print(f"{times[-1] / times[-2]:.2f} times the time")
    if args.more:
        one_by_one(index, args.more, args.readings)


if __name__ == "__main__":
    main()
