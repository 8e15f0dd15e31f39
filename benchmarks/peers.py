"""Ours and its peers over the same texts in one process, one after the other: what each finds for its time.

Times: `reportedly.times`, recognizers-text, and dateparser's search. Quotations: our rules up to attribution, and
textacy's direct quotations, both over our own parse, which is not counted. A peer that cannot be imported is left out,
which is said aloud. To keep peers out of the project's own environment, give them one in which the project is installed
too (recognizers-text cannot be imported beside an ``emoji`` of today), and name its Python::

    python -m venv PEERS
    PEERS/bin/pip install . dateparser recognizers-text-date-time 'emoji<2' textacy
    python -m benchmarks.peers --python PEERS/bin/python

Seconds are of the processor; nearly the first text is read before, uncounted, so that grammars and lexicons are loaded.
``found`` is not ``right``: how often ours are right stands in the tables of the gold sets.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from typing import Any

from benchmarks.harness import SHARED
from benchmarks.news import count, example, real
from benchmarks.peer_programs import (
    PUBLISHED,
    QUOTES,
    TIMES,
    WHOLE,
    Find,
    Hit,
    Program,
    before_attribution,
    parsed,
)
from reportedly.model import Article

ROOT = Path(__file__).parent.parent
#: News of treebanks, beside that of the gold sets.
TREEBANKS = {"en": ("gum-news-devtest", "pud"), "fr": ("sequoia-test", "gsd-test", "sequoia-dev")}
#: Sentences of a treebank that make a text.
SENTENCES = 20
#: Processor seconds after which a program gets no further text.
LIMIT = 120


@dataclass
class Tally:
    """What one program did to texts."""

    words: int = 0
    seconds: float = 0.0
    hits: list[list[Hit]] = field(default_factory=list)
    raised: Counter[str] = field(default_factory=Counter)

    def number(self, kind: str = WHOLE, *, complete: bool | None = None) -> int:
        """How many were found of a kind, and complete or not."""
        hits = chain.from_iterable(self.hits)
        return sum(hit.kind == kind and complete in (None, hit.complete) for hit in hits)

    def also(self, other: Tally) -> int:
        """How many complete ones another program found too, were it only in part."""
        return sum(
            any(hit.start < each.end and each.start < hit.end for each in theirs)
            for ours, theirs in zip(self.hits, other.hits, strict=False)
            for hit in ours
            if hit.complete and hit.kind == WHOLE
        )


def texts(language: str, shared: Path, most: int) -> list[Article]:
    """So many texts, half of them of the gold sets and half of treebanks where these are there, else the example."""
    gold = list(islice(real(language, shared), (most + 1) // 2))
    found = [*gold, *islice(of_treebanks(language, shared), most - len(gold))] or [example(language)]
    return [replace(each, published=each.published or PUBLISHED) for each in found]


def of_treebanks(language: str, shared: Path) -> Iterator[Article]:
    """Texts of treebanks, as printed, cut where they are long."""
    from benchmarks.sentences import documents, layout, read

    for name in TREEBANKS[language]:
        path = shared / "treebanks" / language / f"{name}.conllu.gz"
        lines = list(read(path)) if path.is_file() else []
        marked = any(line.opens_paragraph for line in lines)
        for group in documents(lines):
            for at in range(0, len(group), SENTENCES):
                text, _ = layout(group[at : at + SENTENCES], paragraphs=True, marked=marked)
                yield Article(text=text, language=language)


def run(find: Find, items: Sequence[tuple[int, Any]], warm: Any, limit: float) -> Tally:
    """One program over texts, each with its number of words, until the time is up."""
    tally = Tally()
    tried(find, warm, Counter())
    for words, item in items:
        if tally.seconds > limit:
            break
        started = time.process_time()
        tally.hits.append(tried(find, item, tally.raised))
        tally.seconds += time.process_time() - started
        tally.words += words
    return tally


def tried(find: Find, item: Any, raised: Counter[str]) -> list[Hit]:
    """What is found in a text; an error is counted by its name."""
    try:
        return find(item)
    except Exception as error:  # whatever a program raises is what is measured
        raised[type(error).__name__] += 1
        return []


def tallies(
    programs: Sequence[Program], language: str, items: list[tuple[int, Any]], warm: Any, limit: float
) -> Iterator[tuple[Program, Tally]]:
    """Each program that is here over the same texts, one after the other."""
    for program in programs:
        try:
            find = program.make(language)
        except ImportError as error:
            print(f"LEFT OUT: {program.name}, which cannot be imported here: {error}", file=sys.stderr)
            continue
        yield program, run(find, items, warm, limit)


def report_times(language: str, articles: list[Article], limit: float) -> None:
    """The rows of times."""
    items = [(count([article]), article) for article in articles]
    ours = None
    for program, tally in tallies(TIMES, language, items, other(articles[0]), limit):
        ours = ours or tally
        valued = tally.number(complete=True)
        row(language, *opening(program, tally), tally.number(), valued, *common(tally, ours), program.lacks)


def report_quotes(language: str, articles: list[Article], limit: float) -> None:
    """The rows of quotations."""
    docs = parsed(language, articles)
    [warm] = parsed(language, [other(articles[0])])
    items = [(count([article]), doc) for article, doc in zip(articles, docs, strict=True)]
    ours = None
    for program, tally in tallies(QUOTES, language, items, warm, limit):
        if program.make is before_attribution:
            row(language, *opening(program, tally), *[""] * 6, program.lacks)
            continue
        ours = ours or tally
        kinds = [tally.number(complete=True), tally.number(complete=False)]
        kinds += [tally.number("mixed"), tally.number("indirect")]
        row(language, *opening(program, tally), *kinds, *common(tally, ours), program.lacks)


def other(article: Article) -> Article:
    """Nearly the same article, for a finder that keeps what it found in the last one."""
    return replace(article, text=f"{article.text}\n")


def opening(program: Program, tally: Tally) -> tuple[str, int, int, int]:
    """Who read how much, and how fast."""
    name = f"{program.name} {version(program.package)}" if program.package else program.name
    return name, len(tally.hits), tally.words, round(tally.words / max(tally.seconds, 1e-9))


def common(tally: Tally, ours: Tally) -> tuple[str, str]:
    """What a peer and ours both found, and the texts on which it raised."""
    read = Tally(hits=ours.hits[: len(tally.hits)])
    both = "" if tally is ours else f"{tally.also(ours)}; {ours.also(tally)} of {read.number(complete=True)}"
    return both, ", ".join(f"{name} {number}" for name, number in tally.raised.most_common()) or "0"


def row(*cells: object) -> None:
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def header(*cells: str) -> None:
    row(*cells)
    row(*["---"] * len(cells))


def report(shared: Path, most: int, limit: float) -> None:
    """Both tables."""
    found = {language: texts(language, shared, most) for language in ("fr", "en")}
    opens = ("", "program", "texts", "words", "words/s")
    closes = ("also ours; of ours", "raised", "lacks")
    header(*opens, "times", "with a value", *closes)
    for language, articles in found.items():
        report_times(language, articles, limit)
    print()
    header(*opens, "direct, with speaker", "without", "mixed", "indirect", *closes)
    for language, articles in found.items():
        report_quotes(language, articles, limit)


def elsewhere(python: Path, args: argparse.Namespace) -> int:
    """Runs this script by another Python, over the sources of this checkout."""
    path = os.pathsep.join(map(str, (ROOT / "src", ROOT)))
    options = ["--shared", str(args.shared.resolve()), "--texts", str(args.texts), "--limit", str(args.limit)]
    line = [str(python.absolute()), "-m", "benchmarks.peers", *options]
    return subprocess.run(line, check=False, env={**os.environ, "PYTHONPATH": path}).returncode


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ and treebanks/")
    parser.add_argument("--texts", type=int, default=100, help="texts of each language")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which one gets no more")
    parser.add_argument(
        "--python", type=Path, metavar="PATH", help="Python of the environment with the peers"
    )
    args = parser.parse_args(argv)
    if args.python and not args.python.is_file():
        parser.error(f"--python: there is no such file: {args.python}")
    if args.python:
        return elsewhere(args.python, args)
    report(args.shared, args.texts, args.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
