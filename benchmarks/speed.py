"""Where the reader's time goes: words a second of the whole and of each pipe, articles a second, memory.

``python -m benchmarks.speed`` reads real news in both languages (`benchmarks.news`), without claims outside the
ontology. Seconds are of the processor, the best of several runs, on one thread, with garbage looked for as rarely as
the console does; other programs on the machine still slow memory down, so what counts are ratios within one run.
``--profile FOLDER`` also writes where each language's rules spend theirs, as text.
"""

import argparse
import cProfile
import gc
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from benchmarks.harness import SHARED
from benchmarks.news import EXAMPLES, count, long_article, news
from benchmarks.stages import Stages, measure
from reportedly.cli import RARELY

RUNS = 3
T = TypeVar("T")
#: Words of a usual article.
ARTICLE = 500
LENGTHS = (12_500, 25_000, 50_000)
LINES = 40


def best(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the fastest run."""
    seconds = []
    for _ in range(RUNS):
        started = clock()
        action()
        seconds.append(clock() - started)
    return min(seconds)


def command(*args: str) -> Callable[[], object]:
    """A call of the console."""
    line = [sys.executable, "-m", "reportedly", *args]
    return lambda: subprocess.run(line, check=True, capture_output=True)


def row(name: str, value: object) -> None:
    print(f"| {name} | {value} |", flush=True)


def console() -> None:
    """What a user waits for at the first article."""
    row("reportedly --help, ms", round(1000 * best(command("--help"))))
    row("cold read of the example, s", f"{best(command('read', str(EXAMPLES / 'missiles.fr.txt'))):.2f}")


def pipes(language: str, shared: Path) -> None:
    """Each stage's time, and what the rules cost beside the language pipeline."""
    articles = news(language, shared)
    words = count(articles)
    found: Stages = measure(language, articles, RUNS)
    own, rules = found.pipeline, found.rules
    row(f"{language}: words, articles", f"{words}, {len(articles)}")
    row(f"{language}: language pipeline, words/s", round(words / own))
    row(f"{language}: whole reading, words/s", round(words / (own + rules)))
    row(
        f"{language}: articles of {ARTICLE} words a second, one process",
        f"{words / ARTICLE / (own + rules):.1f}",
    )
    row(f"{language}: rules over language pipeline, %", round(100 * rules / own))
    for name, seconds in found.seconds.items():
        share = 100 * seconds / (own + rules)
        row(f"{language}: {name}, µs a word (% of all)", f"{1e6 * seconds / words:.1f} ({share:.0f})")


def read_all(shared: Path, jobs: int) -> int:
    """Reads news in both languages; how many words."""
    from reportedly.reading import Reader

    articles = [*news("en", shared), *news("fr", shared)] * 3
    for _ in Reader().read_many(articles, jobs):
        pass
    return count(articles)


def spent(shared: Path, jobs: int) -> tuple[float, float, int]:
    """Seconds by the clock and of all processors, and words, of a reading by so many processes, start-up left out."""
    from reportedly.reading import Reader

    reader = Reader(every=False)
    for _ in reader.read_many([*news("en", shared, 1), *news("fr", shared, 1)]):
        pass
    articles = [*news("en", shared), *news("fr", shared)] * 2
    clock, before = time.perf_counter(), processors()
    for _ in reader.read_many(articles, jobs):
        pass
    return time.perf_counter() - clock, processors() - before, count(articles)


def processors() -> float:
    """Processor seconds of this process and of all that it has waited for."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def processes(shared: Path) -> None:
    """What a second process brings: by the clock, and by the work that sharing it out makes."""
    (one, alone, words), (two, together, _) = (fresh(spent, shared, jobs) for jobs in (1, 2))
    row("one process, words/s by the clock, of a processor", f"{words / one:.0f}, {words / alone:.0f}")
    row("two processes, the same, all processors together", f"{words / two:.0f}, {words / together:.0f}")
    row("two processes over one: by the clock, by their work", f"{one / two:.2f}, {2 * alone / together:.2f}")
    row(
        f"two processors, articles of {ARTICLE} words a second, by their work",
        f"{2 * words / ARTICLE / together:.1f}",
    )


def peak(shared: Path, language: str, words: int) -> float:
    """Peak memory, in MB, of a process that reads batches of news, or one article of so many words."""
    from reportedly.reading import Reader

    articles = [long_article(language, shared, words)] if words else news(language, shared, 30_000)
    for _ in Reader().read_many(articles):
        pass
    # The process's own: getrusage still holds the peak of the one that started it.
    told = Path("/proc/self/status").read_text(encoding="ascii").split("VmHWM:")[1]
    return int(told.split()[0]) / 1024


def memory(shared: Path) -> None:
    for language in ("fr", "en"):
        row(f"{language}: peak memory over 30,000 words, MB", round(fresh(peak, shared, language, 0)))
        row(
            f"{language}: peak memory of 50,000 words in one, MB",
            round(fresh(peak, shared, language, 50_000)),
        )


def lengths(language: str, shared: Path) -> None:
    """Whether time is linear in an article's length."""
    from reportedly.reading import Reader

    reader = Reader()
    reader.read(long_article(language, shared, 500))
    for words in LENGTHS:
        article = long_article(language, shared, words)
        started = time.process_time()
        reader.read(article)
        rate = 1e6 * (time.process_time() - started) / count([article])
        row(f"{language}: an article of {count([article])} words, µs a word", round(rate))


def fresh(action: Callable[..., T], *args: object) -> T:
    """What a function gives in a process of its own, which has one thread."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=tell, args=(theirs, action, args))
    process.start()
    found: T = ours.recv()
    process.join()
    return found


def tell(pipe: Connection, action: Callable[..., object], args: tuple[object, ...]) -> None:
    """Sends what a function gives."""
    pipe.send(action(*args))


def profile(language: str, shared: Path, folder: Path) -> None:
    """Where the rules spend their time, as text."""
    profiler = cProfile.Profile()
    measure(language, news(language, shared), 1, profiler)
    gc.collect()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"profile.{language}.txt").open("w", encoding="utf-8") as out:
        pstats.Stats(profiler, stream=out).strip_dirs().sort_stats("tottime").print_stats(LINES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/")
    parser.add_argument("--profile", type=Path, metavar="FOLDER", help="write profiles of the rules there")
    parser.add_argument("--pipes", action="store_true", help="only the times of the pipes")
    args = parser.parse_args()
    gc.set_threshold(RARELY)
    for language in ("fr", "en"):
        pipes(language, args.shared)
        if args.profile:
            profile(language, args.shared, args.profile)
    if not args.pipes:
        console()
        processes(args.shared)
        memory(args.shared)
        lengths("en", args.shared)


if __name__ == "__main__":
    main()
