"""The component ``reportedly.sentences``."""

from __future__ import annotations

from itertools import pairwise

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.pipes.sentences.split import split

# In tokens. Nothing longer is a sentence, and later pipes may walk a sentence more than once.
LONGEST = 1000
CUTS = frozenset(";,\n")

START, NO_START = numpy.array([1, -1], dtype="int64").astype("uint64")


class SentenceSplitter:
    """Says of every token whether a sentence begins there, so that the parser keeps to it; place it before
    the parser.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> splitter = nlp.add_pipe("reportedly.sentences")
    >>> [sent.text for sent in nlp("Sen. Lee left. “Why?” she asked.").sents]
    ['Sen. Lee left.', '“Why?” she asked.']
    """

    def __init__(self, nlp: Language, name: str = "reportedly.sentences") -> None:
        self.name = name
        self.language = nlp.lang or ""

    def process(self, doc: Doc) -> list[int]:
        """The tokens that begin a sentence, in order; the first token always does.

        A beginning inside a token is dropped, as no sentence can begin there.
        """
        # The lines as they were given: in the document, wraps may be spaces by now.
        article = doc.user_data.get("reportedly_article")
        begins = split(article.text if article else doc.text, self.language)
        starts, at = [], 0
        for token in doc:
            while at < len(begins) and begins[at] < token.idx:
                at += 1
            if token.i == 0 or (at < len(begins) and begins[at] == token.idx):
                starts.append(token.i)
        return _cut(doc, _without_blank(doc, starts))

    def __call__(self, doc: Doc) -> Doc:
        """The document with its boundaries set, or untouched if it is parsed already."""
        # spaCy refuses new boundaries once a tree stands on the old ones.
        if doc.has_annotation("DEP"):
            return doc
        # One array: setting ``token.is_sent_start`` looks through the whole document each time.
        marks = numpy.full((len(doc), 1), NO_START, dtype="uint64")
        marks[self.process(doc)] = START
        return doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]


def _cut(doc: Doc, starts: list[int]) -> list[int]:
    """Cut what is too long to be a sentence (a table, a list), after a semicolon or comma if there is one."""
    cut: list[int] = []
    for start, end in pairwise((*starts, len(doc))):
        cut.append(start)
        while end - cut[-1] > LONGEST:
            window = range(cut[-1] + LONGEST, cut[-1] + LONGEST // 2, -1)
            cut.append(next((i for i in window if doc[i - 1].text in CUTS), window[0]))
    return cut


def _without_blank(doc: Doc, starts: list[int]) -> list[int]:
    """Let white space at the very beginning belong to the first sentence."""
    if len(starts) > 1 and all(token.is_space for token in doc[: starts[1]]):
        del starts[1]
    return starts
