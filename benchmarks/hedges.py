"""What a foreign hedge does to the tree around it, with three ways of reading it.

A hedge of the other language is put before verbs and participles of treebank sentences. ``as it is`` parses
the sentence so; ``native`` puts an adverb of the sentence's own language in its place; ``left out`` is what
``reportedly.language.hedges`` does. ``same tree``: sentences whose other words keep all heads, labels and
parts of speech that they have without the hedge; ``same arcs``: words that keep head and label; ``right
head``: hedges that hang on the verb they were put before.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language import bundled
from reportedly.language.hedges import HIDE, RESTORE

TREEBANKS = ("fr/sequoia-test", "fr/gsd-test", "en/gum-news-devtest", "en/ewt-test")
FOREIGN = {
    "fr": ("reportedly", "allegedly", "supposedly"),
    "en": ("apparemment", "prétendument", "peut-être"),
}
NATIVE = {"fr": "apparemment", "en": "apparently"}


@dataclass
class Trial:
    """A sentence, the code point where the hedge goes, and that of the word it is about."""

    text: str
    place: int


@dataclass
class Tally:
    """Counts over trials."""

    trials: int = 0
    same_trees: int = 0
    words: int = 0
    same_arcs: int = 0
    right_heads: int = 0

    def __str__(self) -> str:
        shares = (self.same_trees / self.trials, self.same_arcs / self.words, self.right_heads / self.trials)
        return "".join(f"{100 * share:12.1f}" for share in shares)


def trials(path: Path, most: int) -> Iterator[Trial]:
    """Sentences with a verb right behind an auxiliary or a noun, one place each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    for block in blocks:
        text = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in block.split("\n") if line and line[0].isdigit()]
        place = verb_place(text, [row for row in rows if row[0].isdigit()])
        if place and most:
            most -= 1
            yield Trial(text, place)


def verb_place(text: str, rows: list[list[str]]) -> int:
    """Where the first verb behind an auxiliary or a noun stands, 0 if there is none."""
    at = 0
    for before, row in pairwise(rows):
        found = text.find(row[1], at)
        at = found + len(row[1]) if found >= 0 else at
        fits = row[3] == "VERB" and before[3] in ("AUX", "NOUN", "PROPN")
        if fits and found > 0 and text[found - 1] == " ":
            return found
    return 0


def arcs(doc: Doc, without: range) -> list[tuple[str, str, int, str]]:
    """Form, part of speech, head and label of each word but some, heads counted without them."""
    kept = [token for token in doc if token.i not in without]
    places = {token.i: place for place, token in enumerate(kept)}
    return [(t.text, t.pos_, places.get(t.head.i, -1), t.dep_) for t in kept]


def judge(tally: Tally, plain: Doc, hedged: Doc, place: int, word: str) -> None:
    """Compare a sentence with the same sentence hedged at ``place``."""
    span = hedged.char_span(place, place + len(word))
    if span is None:
        return
    before, after = arcs(plain, range(0)), arcs(hedged, range(span.start, span.end))
    if [arc[0] for arc in before] != [arc[0] for arc in after]:
        return
    tally.trials += 1
    tally.same_trees += before == after
    tally.words += len(before)
    tally.same_arcs += sum(a[2:] == b[2:] for a, b in zip(before, after, strict=True))
    tally.right_heads += span.root.head.i == span.end


def pipeline(language: str, *, hide: bool) -> Language:
    """The bundled pipeline behind the splitter, with or without the two components."""
    nlp = spacy.load(bundled(language))
    if hide:
        nlp.add_pipe(HIDE, first=True)
        nlp.add_pipe(RESTORE)
    nlp.add_pipe("reportedly.sentences", name="reportedly_sentences", first=True)
    return nlp


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"), metavar="DIR")
    parser.add_argument("--most", type=int, default=200, help="sentences of each treebank")
    options = parser.parse_args()
    print(f"{'treebank':22}{'reading':12}{'same tree':>12}{'same arcs':>12}{'right head':>12}{'trials':>8}")
    for name in TREEBANKS:
        path = options.treebanks / f"{name}.conllu.gz"
        if not path.is_file():
            print(f"{name:22}no such file: {path}")
            continue
        report(name, list(trials(path, options.most)))


def report(name: str, chosen: list[Trial]) -> None:
    """The three lines of one treebank."""
    language = name[:2]
    bare, hiding = pipeline(language, hide=False), pipeline(language, hide=True)
    tallies = {"as it is": Tally(), "native": Tally(), "left out": Tally()}
    for number, trial in enumerate(chosen):
        foreign = FOREIGN[language][number % len(FOREIGN[language])]
        plain = bare(trial.text)
        for reading, nlp, word in (
            ("as it is", bare, foreign),
            ("native", bare, NATIVE[language]),
            ("left out", hiding, foreign),
        ):
            hedged = nlp(f"{trial.text[: trial.place]}{word} {trial.text[trial.place :]}")
            judge(tallies[reading], plain, hedged, trial.place, word)
    for reading, tally in tallies.items():
        print(f"{name:22}{reading:12}{tally}{tally.trials:8}", flush=True)


if __name__ == "__main__":
    main()
