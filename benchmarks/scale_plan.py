"""What an archive of hundreds of millions of articles takes: hours, machines, bytes and money, from measured rates.

    python -m benchmarks.scale_plan --measure articles.jsonl    # makes an archive of these for the time being
    python -m benchmarks.scale_plan --archive DIR               # takes the rates from one that is there
    python -m benchmarks.scale_plan --archive DIR --articles 300e6 --days 3650 --window 2 --block 1 --cores 16

Rates are processor seconds, which a busy machine does not spoil, and bytes as they lie on disk; both stand in an
archive's notes and files. With --measure, articles are put on five days in a row, so that windows are full; with
--generated, what is done across articles is measured on so many generated ones (`benchmarks.corroborate_cost`). What is
not measured is an assumption and a number on the command line: what a page weighs in its web archive, how many are
fetched for one article that is read, cores a machine, the price of a core's hour, the share of the time in which cores
are at work. The join of passages and the stories are taken as linear in the articles of a window;
`benchmarks.window_join` and `benchmarks.corroborate_cost` show how far that holds.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tracemalloc
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.corroborate_cost import articles as generated
from reportedly.ingest import articles
from reportedly.model import Article
from reportedly.scale import corroborate_batch
from reportedly.scale.batches import table
from reportedly.scale.layout import Archive
from reportedly.scale.rows import passage_row, reading_row
from reportedly.scale.runners import run
from reportedly.scale.units import STEPS, Settings, units_of, waiting

TB = 1e12


@dataclass(frozen=True, slots=True)
class Rates:
    """Processor seconds and bytes for one article, by step and by table."""

    articles: int
    seconds: dict[str, float]
    bytes: dict[str, float]
    #: Megabytes that a worker holds to tell the stories of a thousand articles, beside what it holds anyway.
    memory: float


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the plan."""

    step: str
    hours: float
    read: float
    written: float


def measured(archive: Archive) -> Rates:
    """The rates of an archive that is done."""
    count = archive.read("readings", archive.days("readings"), ["article"]).num_rows
    seconds = {step: sum(note["cpu"] for _, note in archive.notes(step)) / count for step in STEPS}
    looked_at = windows(archive)
    for step in ("links", "stories"):
        # These look at a window's articles again and again: the cost of looking at one once.
        seconds[step] *= count / max(looked_at[step], 1)
    tables = ("articles", "readings", "claims", "passages", "links", "stories", "events", "origins", "drift")
    sizes = {name: size(archive.root / name) / count for name in tables}
    return Rates(count, seconds, sizes, memory(archive, count))


def memory(archive: Archive, count: int) -> float:
    """Megabytes held at once to tell the stories of a thousand articles, without what is loaded once."""
    readings = archive.read("readings", archive.days("readings"), ["article", "reading"])
    corroborate_batch(readings.slice(0, min(10, count)))
    tracemalloc.start()
    corroborate_batch(readings)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6 / count * 1000


def windows(archive: Archive) -> dict[str, int]:
    """How many articles the steps with windows have looked at, counted each time."""
    found = {"links": 0, "stories": 0}
    for _, note in archive.notes("stories"):
        found["stories"] += sum(rows_of(archive, day) for day in note["days"])
    found["links"] = sum(rows_of(archive, day) for _, note in archive.notes("links") for day in note["days"])
    return found


def rows_of(archive: Archive, day: str) -> int:
    return archive.read("readings", [day], ["article"]).num_rows


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.parquet")) if folder.exists() else 0


def lines(rates: Rates, given: argparse.Namespace) -> list[Line]:
    """The plan, step by step."""
    count = given.articles
    one, size_of = rates.seconds, rates.bytes
    looks_links, looks_stories = given.window + 1, (given.window + given.block) / given.block
    told = sum(size_of[name] for name in ("stories", "events", "origins", "drift"))
    read_out = size_of["readings"] + size_of["claims"] + size_of["passages"]
    joined_in = size_of["passages"] * looks_links + size_of["readings"]
    told_in, told_out = (size_of["readings"] + size_of["links"]) * looks_stories, told * looks_stories
    per_article = (
        ("intake", given.pages * given.page_seconds, given.pages * given.page_bytes, size_of["articles"]),
        ("read", one["read"], size_of["articles"], read_out),
        ("links", one["links"] * looks_links, joined_in, size_of["links"]),
        ("stories", one["stories"] * looks_stories, told_in, told_out),
        ("merge", one["merge"], told_out, told),
    )
    return [
        Line(step, seconds * count / 3600 / given.efficiency, read * count, written * count)
        for step, seconds, read, written in per_article
    ]


def shown(rates: Rates, plan: list[Line], given: argparse.Namespace) -> None:
    """The rates and the plan as two tables."""
    print(f"measured on {rates.articles} articles, for each of them:")
    for step, seconds in rates.seconds.items():
        looked = " each time it is looked at" if step in ("links", "stories") else ""
        print(f"| {step} | {1000 * seconds:.2f} ms of a core{looked} |")
    for name, weight in rates.bytes.items():
        print(f"| table {name} | {weight:,.0f} bytes |")
    print(f"| memory of stories | {rates.memory:.0f} MB for 1,000 articles of a block and its window |\n")
    print(
        f"{given.articles:,.0f} articles over {given.days:,} days, window {given.window}, block {given.block}:"
    )
    print("| step | core hours | read, TB | written, TB | hours on all machines |")
    print("|---|---|---|---|---|")
    block = given.articles / given.days * (given.window + given.block)
    held = block / 1e6 * rates.memory
    walls = {line.step: line.hours / workers(line.step, held, given) for line in plan}
    for line in plan:
        row(line, walls[line.step])
    row(total(plan), sum(walls.values()))
    money = total(plan).hours * given.price
    print(f"\n{given.machines} machines of {given.cores} cores: {money:,.0f} at {given.price} a core's hour")
    print(
        f"a worker that tells stories holds {block:,.0f} articles: {held:,.0f} GB of a machine's {given.memory}"
    )


def workers(step: str, held: float, given: argparse.Namespace) -> int:
    """How many work at a step at once: stories need memory, and blocks are put together one after another."""
    if step == "merge":
        return 1
    fitting = max(1, int(given.memory // held)) if step == "stories" else given.cores
    return int(given.machines * min(given.cores, fitting))


def row(line: Line, wall: float) -> None:
    print(
        f"| {line.step} | {line.hours:,.0f} | {line.read / TB:,.2f} | {line.written / TB:,.2f} | {wall:,.1f} |"
    )


def total(plan: list[Line]) -> Line:
    return Line(
        "all", sum(one.hours for one in plan), sum(one.read for one in plan), sum(one.written for one in plan)
    )


def made(inputs: list[str], folder: Path, settings: Settings) -> Archive:
    """An archive of these inputs' articles, on five days in a row, made by this process alone."""
    found = (one for name in inputs for one in articles(name) if isinstance(one, Article))
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as out:
        for number, one in enumerate(found):
            told = {"text": one.text, "id": str(number), "outlet": one.outlet, "language": one.language}
            out.write(json.dumps({**told, "published": f"2031-01-0{1 + number % 5}"}) + "\n")
    inputs = [str(folder / "articles.jsonl")]
    archive = Archive.opened(folder / "archive", make=True)
    for step in STEPS:
        for result in run(
            archive, waiting(archive, units_of(step, archive, settings, inputs)), settings, "here", 1
        ):
            if result["error"]:
                raise SystemExit(f"{step} {result['key']}: {result['error']}")
    return archive


def crowded(count: int, folder: Path, settings: Settings) -> Archive:
    """An archive of so many generated readings, joined and corroborated: what a full day costs an article."""
    archive = Archive.opened(folder / "crowded", make=True)
    found = defaultdict(list)
    for number, one in enumerate(generated(count)):
        day = f"2031-01-0{1 + number % 5}"
        document = replace(one.document, published=f"{day}T{number % 24:02}:00:00+00:00")
        found[day].append((one.document.id or "", replace(one, document=document)))
    for day, keyed in found.items():
        archive.write("readings", day, "generated", table("readings", (reading_row(*one) for one in keyed)))
        archive.write("passages", day, "generated", table("passages", (passage_row(*one) for one in keyed)))
        archive.remember("read", f"{day}/generated", {"made_of": day, "cpu": 0.0})
    for step in ("links", "stories", "merge"):
        list(run(archive, units_of(step, archive, settings), settings, "here", 1))
    return archive


def many(few: Rates, crowd: Rates) -> Rates:
    """The rates of reading from the one, those across articles from the other."""
    seconds = {**few.seconds, **{step: crowd.seconds[step] for step in ("links", "stories", "merge")}}
    return replace(few, seconds=seconds, memory=max(few.memory, crowd.memory))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--measure", nargs="+", metavar="PATH", help="make an archive of these and measure it"
    )
    parser.add_argument("--archive", metavar="DIR", help="measure one that is there")
    parser.add_argument(
        "--generated", type=int, metavar="N", help="take what is across articles from so many more"
    )
    parser.add_argument("--articles", type=float, default=300e6)
    parser.add_argument("--days", type=int, default=3650)
    parser.add_argument("--window", type=int, default=2)
    parser.add_argument("--block", type=int, default=1)
    parser.add_argument("--pages", type=float, default=2.0, help="pages fetched for an article that is read")
    parser.add_argument(
        "--page-bytes", type=float, default=30_000, help="of a page in its packed web archive"
    )
    parser.add_argument(
        "--page-seconds", type=float, default=0.03, help="of a core, to find a page's article"
    )
    parser.add_argument("--machines", type=int, default=20)
    parser.add_argument("--cores", type=int, default=16)
    parser.add_argument("--memory", type=int, default=64, help="of a machine, in GB")
    parser.add_argument("--price", type=float, default=0.05, help="of a core's hour")
    parser.add_argument(
        "--efficiency", type=float, default=0.8, help="share of the time in which cores are at work"
    )
    given = parser.parse_args()
    if bool(given.measure) == bool(given.archive):
        parser.error("give --measure or --archive")
    settings = Settings(window=given.window, block=given.block)
    with tempfile.TemporaryDirectory() as folder:
        archive = (
            made(given.measure, Path(folder), settings) if given.measure else Archive.opened(given.archive)
        )
        rates = measured(archive)
        if given.generated:
            rates = many(rates, measured(crowded(given.generated, Path(folder), settings)))
    shown(rates, lines(rates, given), given)


if __name__ == "__main__":
    main()
