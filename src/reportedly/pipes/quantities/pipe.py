"""The component that writes ``Draft.quantities``."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from reportedly.model import Quantity, Span
from reportedly.pipes.draft import draft_of, live_sentences
from reportedly.pipes.quantities.finder import find

#: What hangs on a counted noun and belongs to what is counted.
_INSIDE = {"amod", "compound", "flat", "fixed", "nmod", "acl", "case", "det", "goeswith", "nummod"}


class Quantities:
    """Finds quantities in the document's text; the tree says what is counted, where there is one."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: Doc) -> list[Quantity]:
        """The quantities of the sentences that are to be read."""
        draft = draft_of(doc)
        if draft.language not in ("fr", "en"):
            return []
        times = draft.times or None
        found = [q for q in find(doc.text, draft.language, times) if _lives(doc, q)]
        parsed = doc.has_annotation("DEP")
        return [
            replace(q, id=f"q{number}", of=_counted(doc, q) if parsed and q.dimension == "count" else q.of)
            for number, q in enumerate(found, 1)
        ]

    def __call__(self, doc: Doc) -> Doc:
        draft_of(doc).quantities = self.process(doc)
        return doc


def _lives(doc: Doc, quantity: Quantity) -> bool:
    if not doc.has_annotation("SENT_START"):
        return True
    return any(s.start_char <= quantity.span.start < s.end_char for s in live_sentences(doc))


def _counted(doc: Doc, quantity: Quantity) -> Span | None:
    """The noun that the number modifies, or that hangs on it with "of", with all that belongs to it."""
    span = doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    if span is None:
        return quantity.of
    root = span.root
    noun = _noun(root, span.start, span.end)
    if noun is None:
        return quantity.of
    tokens = [noun, *(t for c in noun.children if c.dep_.split(":")[0] in _INSIDE and c.i > noun.i for t in c.subtree)]
    first = max(span.end, min(t.i for t in noun.subtree if t.i >= span.end and (t.dep_.split(":")[0] in _INSIDE or t.i >= noun.i)))
    last = max(t.i for t in tokens) + 1
    if doc[first].dep_ == "case":
        first += 1
    if not first <= noun.i < last:
        return quantity.of
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    return Span(start, end, doc.text[start:end])


def _noun(root: Token, start: int, end: int) -> Token | None:
    """The counted noun: the number's head, or the "of" phrase under it."""
    if root.dep_.startswith(("nummod", "det")) and root.head.i >= end:
        return root.head
    for child in root.children:
        if child.dep_.startswith("nmod") and child.i >= end:
            return child
    return None
