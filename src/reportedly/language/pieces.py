"""Parsing in bounded memory: a pipeline's matrices grow with the words that go through it at once.

A document of more words goes through in pieces of whole sentences, and short ones go through together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language.shadow import COPIED

#: Tokens that go through a pipeline at once: about 80 MB of matrices.
AT_ONCE = 2_500
#: Our own components, which look at whole documents.
BEFORE = ("reportedly_sentences", "reportedly_hide_hedges")
BEHIND = ("reportedly_restore_hedges",)
OURS = [*BEFORE, *BEHIND, "reportedly"]


def parse(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The documents in order, parsed by a pipeline that `reportedly.language.load` gave; our rules come later."""
    for group in grouped(through(nlp, BEFORE, doc) for doc in docs):
        long = len(group) == 1 and len(group[0]) > AT_ONCE
        parsed = [joined(nlp, group[0])] if long else nlp.pipe(group, batch_size=len(group), disable=OURS)
        for doc in parsed:
            yield through(nlp, BEHIND, doc)


def through(nlp: Language, names: Sequence[str], doc: Doc) -> Doc:
    """A document after some components."""
    for name in names:
        doc = nlp.get_pipe(name)(doc)
    return doc


def grouped(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """The documents in lists of so many tokens together; a longer one stands alone."""
    group: list[Doc] = []
    size = 0
    for doc in docs:
        if group and size + len(doc) > AT_ONCE:
            yield group
            group, size = [], 0
        group.append(doc)
        size += len(doc)
    if group:
        yield group


def joined(nlp: Language, doc: Doc) -> Doc:
    """A document with the annotation of its pieces, which are parsed one after the other.

    Their tensors are not kept: no rule looks at them, and those of a long document are its largest part.
    """
    attributes: list[int | str] = ["HEAD", *COPIED]
    values = []
    for part in cut(doc):
        [parsed] = nlp.pipe([part], disable=OURS)
        values.append(parsed.to_array(attributes))
    doc.from_array(attributes, numpy.concatenate(values))  # type: ignore[arg-type]
    return doc


def cut(doc: Doc) -> Iterator[Doc]:
    """Pieces of a document that begin where sentences do."""
    begins = [token.i for token in doc if token.is_sent_start or token.i == 0]
    first = 0
    for begin, end in pairwise([*begins, len(doc)]):
        if end - first > AT_ONCE and begin > first:
            yield piece(doc, first, begin)
            first = begin
    yield piece(doc, first, len(doc))


def piece(doc: Doc, start: int, end: int) -> Doc:
    """Tokens ``[start, end)`` as a document, with their norms and the beginnings of sentences."""
    tokens = doc[start:end]
    part = Doc(
        doc.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[token.is_sent_start for token in tokens],
    )
    part.from_array(["NORM"], doc.to_array(["NORM"])[start:end])  # type: ignore[arg-type]
    return part
