"""What is trained on what, and how large: the one place where a trial changes a number."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    """One language's recipe."""

    language: str
    train: tuple[str, ...]
    dev: str
    test: tuple[str, ...]
    home: str  # the treebank whose lemmas and labels win where the treebanks disagree
    lexicon_rows: tuple[int, ...]
    repeat: dict[str, int] = field(default_factory=dict)
    width: int = 128
    embed_width: int = 64
    depth: int = 4
    attrs: tuple[str, ...] = ("NORM", "SHAPE")
    rows: tuple[int, ...] = (5000, 1000)
    affixes: tuple[int, ...] = (1, 3, -2, -3, -5)
    affix_rows: int = 2000
    hidden: int = 64
    pieces: int = 2
    dropout: float = 0.15
    learn_rate: float = 0.001
    batch_words: tuple[int, int] = (600, 1500)
    epochs: float = 40.0
    minutes: float = 55.0  # the run ends here at the latest, its learning rate having fallen as planned
    checks: int = 12  # how often the dev file is scored in a run
    augment: bool = True
    lexicon: bool = True
    limit: int = 0  # sentences taken from each training file; 0: all
    seed: int = 0


FRENCH = Settings(
    language="fr",
    train=("sequoia-train", "gsd-dev", "pud"),
    dev="sequoia-dev",
    test=("sequoia-test", "gsd-test"),
    home="sequoia-train",
    lexicon_rows=(500, 4000),
)
ENGLISH = Settings(
    language="en",
    train=("ewt-train", "gum-train", "pud"),
    dev="ewt-dev",
    test=("ewt-test", "gum-news-devtest"),
    home="ewt-train",
    lexicon_rows=(500, 100, 1000),
    epochs=14.0,
)
LANGUAGES = {"fr": FRENCH, "en": ENGLISH}
