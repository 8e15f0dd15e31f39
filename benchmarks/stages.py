"""The stages of the reader over the same articles, each timed by itself; the rules go article by article, as in it."""

from __future__ import annotations

import cProfile
import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from reportedly.model import Article
from reportedly.pipes.plain import plain
from reportedly.pipes.words import forget
from reportedly.reading.assemble import assemble
from reportedly.reading.run import Runner, as_doc, make_ready

#: What is the language pipeline's own; all else is ours.
PIPELINE = ("tokens", "tok2vec", "morphologizer", "parser", "lemmatizer")


@dataclass
class Stages:
    """Processor seconds by stage, the best of several runs."""

    seconds: dict[str, float] = field(default_factory=dict)
    profiler: cProfile.Profile | None = None

    @property
    def pipeline(self) -> float:
        return sum(seconds for name, seconds in self.seconds.items() if name in PIPELINE)

    @property
    def rules(self) -> float:
        return sum(seconds for name, seconds in self.seconds.items() if name not in PIPELINE)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what is done inside."""
        spent: dict[str, float] = defaultdict(float)
        with self.adding(name, spent):
            yield
        self.keep(spent)

    @contextmanager
    def adding(self, name: str, spent: dict[str, float]) -> Iterator[None]:
        """Adds the time of what is done inside to what was spent before."""
        watch = self.profiler if self.profiler and name not in PIPELINE else None
        if watch:
            watch.enable()
        started = time.process_time()
        yield
        spent[name] += time.process_time() - started
        if watch:
            watch.disable()

    def keep(self, spent: dict[str, float]) -> None:
        """Keeps the best run of each stage."""
        for name, seconds in spent.items():
            self.seconds[name] = min(seconds, self.seconds.get(name, seconds))


def measure(
    language: str, articles: list[Article], runs: int, profiler: cProfile.Profile | None = None
) -> Stages:
    """The stages of some readings; the first articles are read before, so that lexicons are loaded."""
    runner, found = Runner({}), Stages(profiler=profiler)
    list(runner.read(articles[:4]))
    gc.collect()
    for _ in range(runs):
        once(runner, language, articles, found)
    return found


def once(runner: Runner, language: str, articles: list[Article], found: Stages) -> None:
    """The language pipeline's stages, each over all articles, then all rules over each article."""
    nlp = runner.nlp(language)
    with found.stage("preparing"):
        ready = [make_ready(article) for article in articles]
    with found.stage("tokens"):
        docs = [as_doc(nlp, replace(each, every=False)) for each in ready]
    *components, (_, reportedly) = nlp.pipeline
    for name, component in components:
        with found.stage(name.removeprefix("reportedly_")):
            docs = (
                list(component.pipe(docs, batch_size=4))
                if hasattr(component, "pipe")
                else each_of(component, docs)
            )
    rules: list[tuple[str, Callable[[Doc], object]]] = [
        ("plain objects", plain),
        *reportedly.pipes,  # type: ignore[attr-defined]
        ("assembling", lambda doc: assemble(doc, doc.user_data["reportedly_article"])),
    ]
    spent: dict[str, float] = defaultdict(float)
    for doc in docs:  # as the reader does: all rules over one document, then over the next
        for name, rule in rules:
            with found.adding(name, spent):
                rule(doc)
        forget(doc)
    found.keep(spent)


def each_of(component: Callable[[Doc], Doc], docs: list[Doc]) -> list[Doc]:
    return [component(doc) for doc in docs]
