"""Sentence splitting measured on treebanks: precision, recall and F1 of whole sentences, as the CoNLL shared
tasks count.

Three layouts of the same sentences are fed. ``spaces``: the sentences of a document joined with one space, so
that a headline without a final stop cannot be told from what follows it. ``prose``: the same without the
sentences that have no final punctuation (headlines, list items, table cells). ``paragraphs``: all sentences as
printed, with a blank line where the treebank marks a paragraph; a treebank that marks none gets one around each
sentence without final punctuation, because that is how such lines stand in print. spaCy's own rule-based
splitter runs beside ours.
"""

from __future__ import annotations

import argparse
import gzip
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

TREEBANKS = (
    "fr/sequoia-dev", "fr/sequoia-test", "fr/gsd-dev", "fr/gsd-test", "fr/pud",
    "en/gum-news-devtest", "en/gum-train", "en/pud", "en/ewt-dev", "en/ewt-test",
)  # fmt: skip
FINAL = re.compile(r"[.?!…][\"'»”’)\]\s]*$")
LAYOUTS = ("spaces", "prose", "paragraphs")
Spans = set[tuple[int, int]]


@dataclass
class Line:
    """One gold sentence and what its comments say of its place."""

    text: str
    source: str
    opens_document: bool
    opens_paragraph: bool


@dataclass
class Score:
    """Counts of gold, found and right sentences."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: Spans, found: Spans) -> None:
        """Count one document."""
        self.gold += len(gold)
        self.found += len(found)
        self.right += len(gold & found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    def __str__(self) -> str:
        precision = 100 * self.right / self.found if self.found else 0.0
        recall = 100 * self.right / self.gold if self.gold else 0.0
        return f"{precision:6.1f}{recall:6.1f}{self.f1:6.1f}"


def read(path: Path) -> Iterator[Line]:
    """The sentences of a gzipped CoNLL-U file with their comments."""
    sent_id = ""
    newdoc = newpar = False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                newdoc = True
            elif re.match("# newpar( |$)", line):
                newpar = True
            elif line.startswith("# sent_id = "):
                sent_id = line.removeprefix("# sent_id = ").strip()
            elif line.startswith("# text = "):
                text = line.removeprefix("# text = ").strip()
                yield Line(text, sent_id.rsplit("_", 1)[0], newdoc, newpar)
                newdoc = newpar = False


def documents(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines that belong to one document.

    A treebank without document marks still names its sources in its ids: ``annodis.er_00014``.
    """
    marked = any(line.opens_document for line in lines)
    group: list[Line] = []
    for line in lines:
        if group and (line.opens_document if marked else line.source != group[-1].source):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def layout(group: list[Line], *, paragraphs: bool, marked: bool) -> tuple[str, list[tuple[int, int]]]:
    """The document's text and its gold sentences as ``[start, end)`` code points."""
    text, spans = "", []
    for i, line in enumerate(group):
        if i:
            bare = not FINAL.search(line.text) or not FINAL.search(group[i - 1].text)
            fresh = line.opens_paragraph if marked else bare
            text += "\n\n" if paragraphs and fresh else " "
        spans.append((len(text), len(text) + len(line.text)))
        text += line.text
    return text, spans


def spaceless(text: str, spans: list[tuple[int, int]]) -> Spans:
    """Spans counted in characters that are not white space, as the shared tasks compare them."""
    places, count = [], 0
    for char in text:
        places.append(count)
        count += not char.isspace()
    places.append(count)
    return {(places[start], places[end]) for start, end in spans if places[start] < places[end]}


def found_spans(nlp: Language, text: str) -> list[tuple[int, int]]:
    """The sentences that a pipeline finds, in code points."""
    doc = nlp(text)
    return [(sent.start_char, sent.end_char) for sent in doc.sents]


def score(nlp: Language, lines: list[Line], form: str, show: Callable[[str], None] | None) -> Score:
    """All documents of a treebank in one layout; ``show`` is handed each difference."""
    total, marked = Score(), any(line.opens_paragraph for line in lines)
    for group in documents(lines):
        kept = [line for line in group if form != "prose" or FINAL.search(line.text)]
        text, spans = layout(kept, paragraphs=form == "paragraphs", marked=marked)
        found = found_spans(nlp, text)
        total.add(spaceless(text, spans), spaceless(text, found))
        if show is not None:
            differences(text, spans, found, show)
    return total


def differences(
    text: str, gold: list[tuple[int, int]], found: list[tuple[int, int]], show: Callable[[str], None]
) -> None:
    """Boundaries on one side only, with the text around them."""
    starts = {start for start, _ in gold}, {start for start, _ in found}
    for label, places in (("missed", starts[0] - starts[1]), ("extra ", starts[1] - starts[0])):
        for place in sorted(places):
            before, after = text[max(0, place - 70) : place], text[place : place + 50]
            show(f"{label} {before!r} | {after!r}")


def pipeline(language: str, component: str) -> Language:
    """A tokenizer with one splitter behind it."""
    nlp = spacy.blank(language)
    nlp.max_length = 10_000_000
    nlp.add_pipe(component, name="splitter")
    return nlp


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"), metavar="DIR")
    parser.add_argument("--only", nargs="*", default=TREEBANKS, metavar="NAME")
    parser.add_argument(
        "--errors", action="store_true", help="print every difference in the paragraphs layout"
    )
    options = parser.parse_args()
    print(f"{'':22}{'':12}{'reportedly.sentences':^20}{'sentencizer':^20}")
    print(
        f"{'treebank':22}{'layout':12}{'P':>6}{'R':>6}{'F1':>6}  {'P':>8}{'R':>6}{'F1':>6}{'gold':>8}{'s':>6}"
    )
    for name in options.only:
        path = options.treebanks / f"{name}.conllu.gz"
        if not path.is_file():
            print(f"{name:22}no such file: {path}")
            continue
        report(name, list(read(path)), print if options.errors else None)


def report(name: str, lines: list[Line], show: Callable[[str], None] | None) -> None:
    """The lines of one treebank."""
    language = name[:2]
    ours, theirs = pipeline(language, "reportedly.sentences"), pipeline(language, "sentencizer")
    for form in LAYOUTS:
        began = time.perf_counter()
        mine = score(ours, lines, form, show if form == "paragraphs" else None)
        seconds = time.perf_counter() - began
        peer = score(theirs, lines, form, None)
        print(f"{name:22}{form:12}{mine}  {'':2}{peer}{mine.gold:8}{seconds:6.1f}", flush=True)


if __name__ == "__main__":
    main()
