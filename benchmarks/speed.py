"""Prints how fast the reader is: start-up, the cold example, words a second and peak memory.

``python -m benchmarks.speed``: each figure is the best of several runs, in this process or a fresh one.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
RUNS = 5


def best(action: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the fastest run."""
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def command(*args: str) -> Callable[[], object]:
    return lambda: subprocess.run(
        [sys.executable, "-m", "reportedly", *args], check=True, capture_output=True
    )


def words_a_second(language: str) -> tuple[float, float]:
    """Of the language pipeline alone, and of the whole reader, on the example over and over."""
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    from reportedly.language import load
    from reportedly.model import Article
    from reportedly.reading import Reader

    text = (EXAMPLES / f"missiles.{language}.txt").read_text(encoding="utf-8")
    copies = 20
    count = copies * len(text.split())
    nlp = load(language)
    reader = Reader(language=language)
    reader.read(Article(text=text))

    def parse() -> None:
        with nlp.select_pipes(disable=["reportedly"]):
            list(nlp.pipe([text] * copies))

    pipeline = count / best(parse, 3)
    whole = count / best(lambda: list(reader.read_many([Article(text=text)] * copies)), 3)
    return pipeline, whole


def main() -> None:
    print(f"| reportedly --help, ms | {1000 * best(command('--help')):.0f} |")
    example = str(EXAMPLES / "missiles.fr.txt")
    print(f"| cold read of the example, s | {best(command('read', example)):.2f} |")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"| peak memory of that, MB | {peak:.0f} |")
    for language in ("fr", "en"):
        pipeline, whole = words_a_second(language)
        print(f"| {language}: language pipeline, words/s | {pipeline:.0f} |")
        print(f"| {language}: whole reader, words/s | {whole:.0f} |")


if __name__ == "__main__":
    main()
