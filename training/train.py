"""The training loop: spaCy's update over data made anew each epoch; the best averaged weights are kept."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, NumpyOps, set_current_ops

from . import data, lemmas, lexicon
from .evaluate import Scores, score
from .pipeline import add_lexicon, build
from .settings import Settings
from .treebanks import Sentence


@dataclass
class Clock:
    """How much of the run is over, by words, or by minutes where the machine is too busy for the words."""

    words_wanted: float
    minutes: float
    started: float
    words: int = 0

    @property
    def done(self) -> float:
        """From 0 to 1."""
        return max(self.words / self.words_wanted, (time.monotonic() - self.started) / (60 * self.minutes))


def train(settings: Settings, treebanks: Path, start: Path | None = None) -> Language:
    """A trained pipeline with its lemmatizer: the averaged weights that did best on the dev file.

    ``start`` is an earlier pipeline of the same shape to go on from.
    """
    # numpy's BLAS does these small products about five times as fast as thinc's own.
    set_current_ops(NumpyOps(use_blis=False))
    rng = random.Random(settings.seed)  # noqa: S311
    sets = data.training_sets(treebanks, settings)
    dev = data.load(treebanks, settings, settings.dev)
    nlp = _initialised(settings, sets)
    if start is not None:
        _take_weights(nlp, start)
    _add_lemmatizer(nlp, settings, sets)
    optimizer = Adam(settings.learn_rate, L2=0.01, grad_clip=1.0, use_averages=True)
    clock = Clock(settings.epochs * data.size(sets, settings), settings.minutes, time.monotonic())
    best, weights = None, None
    for check, _ in enumerate(_updates(nlp, settings, sets, optimizer, clock, rng)):
        with nlp.use_params(optimizer.averages):
            scores = score(nlp, dev, given=True)
            _report(settings, check, clock, scores)
            if best is None or scores.total > best.total:
                best, weights = scores, nlp.to_bytes()
    assert weights is not None
    return nlp.from_bytes(weights)


def _initialised(settings: Settings, sets: dict[str, list[Sentence]]) -> Language:
    plain = Settings(**{**settings.__dict__, "augment": False})
    nlp = build(settings)
    examples = data.epoch(nlp, sets, plain, random.Random(0))  # noqa: S311
    nlp.initialize(lambda: examples)
    add_lexicon(nlp, settings)
    return nlp


def _take_weights(nlp: Language, start: Path) -> None:
    for name in nlp.pipe_names:
        nlp.get_pipe(name).from_disk(start / name, exclude=["vocab"])  # type: ignore[attr-defined]
    nlp.vocab.from_disk(start / "vocab")


def _add_lemmatizer(nlp: Language, settings: Settings, sets: dict[str, list[Sentence]]) -> None:
    pipe = nlp.add_pipe(
        "reportedly_lemmatizer", name="lemmatizer", config={"features": list(lemmas.FEATURES)}
    )
    tables = lemmas.tables(chain(*sets.values()), {settings.home: 3}, lexicon.dictionary(settings.language))
    pipe.words, pipe.rules = tables  # type: ignore[attr-defined]


def _updates(
    nlp: Language,
    settings: Settings,
    sets: dict[str, list[Sentence]],
    optimizer: Adam,
    clock: Clock,
    rng: random.Random,
) -> Iterator[None]:
    """Train to the end of the run, pausing after each part of it."""
    next_check = 1 / settings.checks
    while True:
        for batch in _batches(data.epoch(nlp, sets, settings, rng), settings, clock):
            # A falling rate: most of the last half point comes from the quiet end of the run.
            optimizer.learn_rate = settings.learn_rate * max(0.02, 1.0 - clock.done)
            nlp.update(batch, drop=settings.dropout, sgd=optimizer)
            clock.words += sum(len(eg.reference) for eg in batch)
            if clock.done >= min(1.0, next_check):
                yield
                next_check += 1 / settings.checks
            if clock.done >= 1:
                return


def _batches(examples: list[Example], settings: Settings, clock: Clock) -> Iterable[list[Example]]:
    first, last = settings.batch_words
    sizes = (int(first + (last - first) * min(1.0, 2 * clock.done)) for _ in iter(int, 1))
    return minibatch_by_words(examples, size=sizes, tolerance=0.2, discard_oversize=False)


def _report(settings: Settings, check: int, clock: Clock, scores: Scores) -> None:
    print(f"{settings.language} {check:3d} {clock.done:5.0%} {scores}", file=sys.stderr, flush=True)
