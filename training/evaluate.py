"""Scores of a pipeline on the treebanks: with the sentences given, and from raw text.

``python -m training.evaluate`` prints the table for the bundled pipelines.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy import load
from spacy.language import Language

from . import data
from .convert import example, grouped
from .settings import LANGUAGES, Settings
from .treebanks import Sentence

RAW_GROUP = 10  # sentences in a raw text where the file marks no documents
SPEED_TEXTS = 120  # texts of some two hundred words that the speed is measured on
HEADER = ("file", "sentences", "POS", "morph", "lemma", "UAS", "LAS", "sents F")


@dataclass(frozen=True)
class Scores:
    """Percentages by spaCy's Scorer, which aligns tokens and leaves punctuation out of UAS and LAS."""

    pos: float
    morph: float
    lemma: float
    uas: float
    las: float
    sents: float

    @property
    def total(self) -> float:
        """What a model is chosen by."""
        return self.pos + self.uas + 2 * self.las

    def __str__(self) -> str:
        return " ".join(f"{name} {value:5.2f}" for name, value in asdict(self).items())


@dataclass(frozen=True)
class Results:
    """Scores by file and setting, and the speed on one core."""

    rows: dict[tuple[str, bool], Scores]
    words_per_second: float

    def table(self) -> str:
        """The scores as a Markdown table."""
        lines = [" | ".join(HEADER), " | ".join("---" for _ in HEADER)]
        for (name, given), scores in self.rows.items():
            figures = (f"{value:.1f}" for value in asdict(scores).values())
            lines.append(" | ".join((name, "given" if given else "raw text", *figures)))
        return "\n".join(f"| {line} |" for line in lines)


def score(nlp: Language, sentences: Sequence[Sentence], *, given: bool) -> Scores:
    """Score on one sentence per Doc (``given``) or on whole stretches of text that the parser must split."""
    groups = [[s] for s in sentences] if given else list(grouped(sentences, RAW_GROUP))
    found = nlp.evaluate([example(nlp, group, starts=given) for group in groups], batch_size=64)
    names = ("pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return Scores(*(round(100 * (found.get(name) or 0.0), 2) for name in names))


def evaluate(nlp: Language, settings: Settings, treebanks: Path) -> Results:
    """Every dev and test file of the language, both ways."""
    rows = {}
    texts: list[str] = []
    for name in (settings.dev, *settings.test):
        sentences = data.load(treebanks, settings, name)[: settings.limit or None]
        for given in (True, False):
            rows[name, given] = score(nlp, sentences, given=given)
        texts.extend(" ".join(s.text for s in group) for group in grouped(sentences, RAW_GROUP))
    return Results(rows, speed(nlp, texts[:SPEED_TEXTS]))


def speed(nlp: Language, texts: Sequence[str], rounds: int = 3) -> float:
    """Words per second of processor time for the whole pipeline, the best of some rounds.

    Processor time, because the machine may have other work; set OMP_NUM_THREADS=1 to have one core's figure.
    """
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.process_time() - start))
    return best


def main() -> None:
    """Print the table of each bundled pipeline."""
    here = Path(__file__).parent.parent / "src" / "reportedly" / "language" / "pipelines"
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"))
    parser.add_argument("--language", choices=("fr", "en", "both"), default="both")
    parser.add_argument("--pipelines", type=Path, default=here)
    given = parser.parse_args()
    for language in ("fr", "en") if given.language == "both" else (given.language,):
        results = evaluate(
            load(given.pipelines / f"{language}_reportedly"), LANGUAGES[language], given.treebanks
        )
        sys.stdout.write(
            f"{results.table()}\n\n{results.words_per_second:,.0f} words per second of processor time\n\n"
        )


if __name__ == "__main__":
    import reportedly.language.embedding
    import reportedly.language.lemmatizer  # noqa: F401  registers the factory

    main()
