"""The component that writes ``Draft.quantities``."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.model import Quantity, Span
from reportedly.pipes.draft import draft_of
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.quantities.finder import find
from reportedly.pipes.times.pipe import Live
from reportedly.pipes.tokens import Doc, Token

#: What hangs on a counted noun and belongs to what is counted.
_INSIDE = {
    "acl",
    "advmod",
    "amod",
    "case",
    "compound",
    "det",
    "fixed",
    "flat",
    "goeswith",
    "nmod",
    "nummod",
    "obl",
}
#: Tokens that a counted phrase has at most; what is longer is a misparse.
_LONGEST = 12


class Quantities:
    """Finds quantities in the document's text; the tree says what is counted, where there is one."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: AnyDoc) -> list[Quantity]:
        """The quantities of the sentences that are to be read."""
        doc = plain(doc)
        draft = draft_of(doc)
        if draft.language not in ("fr", "en"):
            return []
        live = Live(doc)
        found = [q for q in find(doc.text, draft.language) if live.holds(q.span.start)]
        parsed = doc.has_annotation("DEP")
        return [
            replace(q, id=f"q{number}", of=_counted(doc, q) if parsed and q.dimension == "count" else q.of)
            for number, q in enumerate(found, 1)
        ]

    def __call__(self, doc: Parsed) -> Parsed:
        """Write the quantities into the document's draft."""
        draft_of(doc).quantities = self.process(doc)
        return doc


def _counted(doc: Doc, quantity: Quantity) -> Span | None:
    """The noun that the number modifies, or that hangs on it with "of", with all that belongs to it."""
    span = doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    noun = _noun(span.root, span.end) if span is not None and len(span) else None
    if span is None or noun is None:
        return quantity.of
    inside = [t.i for t in noun.subtree if t.i >= span.end and _belongs(t, noun)]
    first, last = min(inside), max(inside) + 1
    if doc[first].dep_ == "case" or doc[first].pos_ == "ADP":
        first += 1
    if not first <= noun.i < last or last - first > _LONGEST:
        return quantity.of
    counted = doc.span(first, last)
    return Span(counted.start_char, counted.end_char, counted.text)


def _belongs(token: Token, noun: Token) -> bool:
    """Is a token of the noun's phrase, rather than of a clause or an appositive that hangs on it?"""
    while token.i != noun.i:
        if token.dep_ == "acl:relcl" or token.dep_.split(":")[0] not in _INSIDE:
            return False
        token = token.head
    return True


def _noun(root: Token, end: int) -> Token | None:
    """The counted noun: the number's head, or the "of" phrase under it."""
    if root.dep_.startswith(("nummod", "det")) and root.head.i >= end:
        return root.head
    return next((c for c in root.children if c.dep_.startswith("nmod") and c.i >= end), None)
