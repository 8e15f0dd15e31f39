"""Prints how many words a second the finders of times and of quantities read by themselves, on one core.

``python -m benchmarks.alone``: the examples over and over, best of several runs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import reportedly

EXAMPLES = Path(__file__).parent.parent / "examples"
COPIES, RUNS = 40, 5


def words_a_second(text: str, find: Callable[[str], object]) -> float:
    """Of the fastest run; the first one, which loads the lexicons, does not count."""
    find(text)
    seconds = []
    for run in range(1, RUNS + 1):
        anew = text + "\n" * run  # the finders keep what they found in the last text
        started = time.perf_counter()
        find(anew)
        seconds.append(time.perf_counter() - started)
    return len(text.split()) / min(seconds)


def main() -> None:
    for language in ("fr", "en"):
        text = "\n\n".join([(EXAMPLES / f"missiles.{language}.txt").read_text(encoding="utf-8")] * COPIES)
        finders = {
            "times": partial(reportedly.times, published="2024-08-16", language=language),
            "quantities": partial(reportedly.quantities, language=language),
        }
        for name, find in finders.items():
            print(f"| {language}: {name} alone, words/s | {words_a_second(text, find):.0f} |")


if __name__ == "__main__":
    main()
