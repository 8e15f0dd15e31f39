"""Reading a parsed document into plain objects."""

from __future__ import annotations

from spacy import tokens as spacy

from reportedly.pipes.strings import form_of, label_of, lemma_of, morph_of, pos_of
from reportedly.pipes.tokens import Doc, Token

#: Where a document keeps its plain self.
KEY = "reportedly_plain"
STRINGS: list[int | str] = ["ORTH", "LEMMA", "POS", "DEP", "MORPH"]
NUMBERS: list[int | str] = ["HEAD", "SENT_START", "SPACY"]
AnyDoc = spacy.Doc | Doc


def plain(doc: AnyDoc) -> Doc:
    """A document in plain objects, read at the first call and kept in ``doc.user_data``."""
    if isinstance(doc, Doc):
        return doc
    found = doc.user_data.get(KEY)
    if not isinstance(found, Doc):
        found = doc.user_data[KEY] = Doc(doc)
        fill(found)
    return found


def fill(doc: Doc) -> None:
    """Reads the tokens, then the tree over them."""
    source, strings = doc.source, doc.vocab.strings
    names = source.to_array(STRINGS).tolist()
    numbers = source.to_array(NUMBERS).astype("int64").tolist()
    at = 0
    for i, token in enumerate(doc):
        orth, lemma, pos, dep, morph = names[i]
        head, start, space = numbers[i]
        form = form_of(orth, strings)
        label = label_of(dep, strings)
        token.doc, token.i, token.idx = doc, i, at
        token.text, token.lower_, token.form, token.is_space, token.is_punct, token.is_quote = form
        token.lemma_, token.word = lemma_of(lemma, strings)
        token.word = token.word or form.straight
        token.pos_ = pos_of(pos, strings)
        token.dep_, token.base, token.label = label
        token.morph = morph_of(morph, strings)
        token.is_sent_start = start == 1
        token.whitespace_ = " " if space else ""
        token.head = doc[i + head]
        at += len(form.text) + space
    link(doc)


def link(tokens: list[Token]) -> None:
    """Gives each token its children and the edges of all that is below it."""
    children: list[list[Token]] = [[] for _ in tokens]
    order = []
    for token in tokens:
        token.left_edge = token.right_edge = token
        if token.head is token:
            order.append(token)
        else:
            children[token.head.i].append(token)
    for token, below in zip(tokens, children, strict=True):
        token.children = tuple(below)
    for token in order:  # grows while it is walked: every token behind its head
        order += token.children
    for token in reversed(order):
        head = token.head
        if token.left_edge.i < head.left_edge.i:
            head.left_edge = token.left_edge
        if token.right_edge.i > head.right_edge.i:
            head.right_edge = token.right_edge
