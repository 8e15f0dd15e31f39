"""What corroboration costs: time and memory for many short articles, made by seeded variation of a few readings.

    python -m benchmarks.corroborate_cost 25000 50000

Each article tells one of many stories, eight articles to a story, in a seed's claims and with words of the story's
own beside words of none; one in four copies another's text. Printed per size: seconds, peak memory, events; then the
last size's time over that of the one before.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from collections.abc import Iterator
from dataclasses import replace

from reportedly.corroborate import corroborate
from reportedly.model import Article, Reading
from reportedly.reading import Reader

SEEDS = (
    "Norway delivered twelve tanks to Chile on Monday, its defence ministry said. The delivery had been delayed.",
    "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère. La livraison avait été retardée.",
    "Police arrested forty protesters in Lima on Friday, a spokesman told the Harbour Post. A rally is planned.",
    "Des rebelles ont attaqué une caserne au Kenya, selon deux responsables. L'armée a démenti toute perte.",
)
#: Letters of an invented word; as many words as there are articles are drawn, so that rare words stay rare.
LETTERS = "abdefgiklmnoprstuvz"
#: Words of a story's own, and how many articles tell it.
STORY, TOLD = 30, 8


def invented(draw: random.Random) -> str:
    return "".join(draw.choice(LETTERS) for _ in range(draw.randint(5, 9)))


def articles(count: int, seed: int = 7) -> Iterator[Reading]:
    """So many readings, the same for one seed."""
    draw = random.Random(seed)  # no secret
    seeds = list(Reader().read_many(Article(text=text, id=f"seed{n}") for n, text in enumerate(SEEDS)))
    words = [invented(draw) for _ in range(max(1000, count // 3))]
    stories = [(draw.choice(seeds), draw.sample(words, STORY)) for _ in range(max(1, count // TOLD))]
    last: list[str] = []
    for number in range(count):
        base, own = draw.choice(stories)
        text = draw.choice(last) if last and draw.random() < 0.25 else varied(base, own, words, draw)
        last = [*last[-200:], text]
        day = f"2031-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:00:00+00:00"
        document = replace(
            base.document, id=f"a{number}", text=text, outlet=f"Outlet {number % 300}", published=day
        )
        yield replace(base, document=document)


def varied(base: Reading, own: list[str], words: list[str], draw: random.Random) -> str:
    """A seed's text, half of its words replaced by the story's, and invented words behind it."""
    told = re.sub(
        r"\w{4,}", lambda word: draw.choice(own) if draw.random() < 0.5 else word.group(), base.document.text
    )
    more = " ".join(draw.choice(own if draw.random() < 0.3 else words) for _ in range(draw.randint(40, 120)))
    return f"{told} {more}."


def measured(count: int) -> float:
    """Seconds for so many articles, printed with the rest."""
    readings = list(articles(count))
    started = time.perf_counter()
    stories = corroborate(readings)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:8} articles {seconds:8.1f} s {memory:8.0f} MB {len(stories.events):8} events")
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[2000, 4000], metavar="N")
    times = [measured(size) for size in parser.parse_args().sizes]
    if len(times) > 1:
        print(f"last to the one before: {times[-1] / times[-2]:.2f} times")


if __name__ == "__main__":
    main()
