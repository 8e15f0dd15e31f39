"""The sentences of one language's recipe, labels brought into line, and the Examples of an epoch."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

from . import augment, harmonise
from .convert import example
from .reporting import report, subjects
from .settings import Settings
from .treebanks import Sentence, read

REPORTED = 0.06  # how often a French sentence gets a reporting clause behind it
GROUPS = (1, 1, 1, 1, 1, 2, 4)  # how many consecutive sentences make a Doc
PRESET = 0.7  # how often a Doc of several sentences has its boundaries given


def load(folder: Path, settings: Settings, name: str) -> list[Sentence]:
    """One treebank file of the language."""
    found = sorted((folder / settings.language).glob(f"{name}.conllu*"))
    if not found:
        raise FileNotFoundError(f"no {name}.conllu[.gz] under {folder / settings.language}")
    return list(read(found[0], merge=settings.language == "fr"))


def training_sets(folder: Path, settings: Settings) -> dict[str, list[Sentence]]:
    """Every training file, with PUD's bare labels made as fine as the others'."""
    sets = {name: load(folder, settings, name)[: settings.limit or None] for name in settings.train}
    return harmonise.french(sets) if settings.language == "fr" else sets


def size(sets: dict[str, list[Sentence]], settings: Settings) -> int:
    """The words of one epoch."""
    return sum(
        settings.repeat.get(name, 1) * sum(len(s.words) for s in sentences)
        for name, sentences in sets.items()
    )


def epoch(
    nlp: Language, sets: dict[str, list[Sentence]], settings: Settings, rng: random.Random
) -> list[Example]:
    """One pass over the data in Docs of one to five sentences, augmented, in random order."""
    groups: list[list[Sentence]] = []
    for name, sentences in sets.items():
        for _ in range(settings.repeat.get(name, 1)):
            groups.extend(_groups(sentences, rng))
    rng.shuffle(groups)
    donors = subjects(chain(*sets.values())) if settings.language == "fr" else []
    examples = []
    for plain in groups:
        group = plain
        if settings.augment:
            told = [report(s, donors, rng) if rng.random() < REPORTED else s for s in plain]
            group = augment.vary(told, settings.language, rng)
        starts = len(group) == 1 or rng.random() < PRESET
        examples.append(example(nlp, group, starts=starts))
    return examples


def _groups(sentences: list[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    at = 0
    while at < len(sentences):
        size = rng.choice(GROUPS)
        yield sentences[at : at + size]
        at += size
