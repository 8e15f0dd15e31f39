"""Hedges of the other language inside a sentence: "sont reportedly en train de", "are apparemment training".

A parser trained on one language takes such a word for a noun or a verb and builds the sentence around it.
Setting the token's norm would help only models that look at norms. A native adverb in its place
("apparemment" for "reportedly") is understood by any model, but still moves other arcs in four of ten
sentences, as every inserted word does (``benchmarks/hedges.py``). So the word is **left out**: the language
pipeline gets a shadow of the document without the hedge and the commas, brackets or quotes that set it off,
and its annotation is copied back with the hedge hung on as an adverb. The tree around it is then that of the
same sentence without the hedge, with any spaCy pipeline, by construction.

Two components do it: ``reportedly_hide_hedges`` right before the language pipeline, after the sentence
splitter, and ``reportedly_restore_hedges`` right behind it. White space that is a token of its own, such as a
paragraph break, misleads a parser in the same way and is left out with them; a document with neither passes
both untouched. Finding that out costs one search through the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc, Token

from reportedly.language import LANGUAGES
from reportedly.language.shadow import KEY, Hedge, Shadow, copy_back, shadow_of
from reportedly.lexicon import load
from reportedly.pipes.draft import draft_of

HIDE, RESTORE = "reportedly_hide_hedges", "reportedly_restore_hedges"
COMMAS = frozenset(",，")
#: Marks before which a comma and the hedge after it end the sentence.
FINAL = frozenset(".!?…;:")
#: Marks that may set a hedge off on both sides.
AROUND = {"(": ")", "[": "]", '"': '"', "“": "”", "«": "»", "'": "'", "‘": "’", "–": "–", "—": "—"}


@cache
def pattern(language: str) -> re.Pattern[str] | None:
    """Finds the hedges that are foreign to a language; None for languages without a list."""
    if language not in LANGUAGES:
        return None
    words = load("hedges_foreign", language)["hedges"]["words"]
    return re.compile(rf"(?<![\w#@-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


def find(doc: Doc, language: str) -> list[Hedge]:
    """The foreign hedges that a document uses, in order; names ("the Supposedly Band") are none."""
    search = pattern(language)
    if search is None:
        return []
    spans = (doc.char_span(*match.span()) for match in search.finditer(doc.text))
    return [
        _set_off(doc, span.start, span.end)
        for span in spans
        if span is not None and not _is_name(span[0]) and not _is_spoken_of(span[0], language)
    ]


def _is_name(token: Token) -> bool:
    """Whether a capital shows a title or a name rather than the beginning of a sentence."""
    if not token.is_title or token.is_sent_start or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.is_title or (token.i + 1 < len(token.doc) and token.nbor().is_title)


def _is_spoken_of(token: Token, language: str) -> bool:
    nouns = load("hedges_foreign", language)["mention"]["nouns"]
    before = [each.lower_ for each in token.doc[max(0, token.i - 2) : token.i] if not each.is_punct]
    return bool(before) and before[-1] in nouns


def _set_off(doc: Doc, start: int, end: int) -> Hedge:
    """The hedge with the pair of marks around it, or the one comma at the edge of a sentence."""
    first, last = start - 1, end
    while first > 0 and doc[first].is_space:
        first -= 1
    while last < len(doc) - 1 and doc[last].is_space:
        last += 1
    left = doc[first].text if start and not doc[start].is_sent_start else None
    right = doc[last].text if end < len(doc) and not doc[end].is_sent_start else None
    if left is not None and right is not None:
        if AROUND.get(left) == right or (left in COMMAS and right in COMMAS):
            return Hedge(start, end, first, last + 1)
        if left in COMMAS and right in FINAL:
            return Hedge(start, end, first, end)
    if left is None and right is not None and right in COMMAS:
        return Hedge(start, end, start, last + 1)
    return Hedge(start, end, start, end)


class HedgeHider:
    """Notes foreign hedges in the draft and hands on a shadow of the document without them."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: Doc) -> list[Hedge]:
        """The foreign hedges of a document, in order."""
        return find(doc, self.language or "")

    def __call__(self, doc: Doc) -> Doc:
        """The document itself if it has nothing to hide, else its shadow."""
        if doc.has_annotation("DEP"):
            return doc
        found = self.process(doc)
        if found:
            draft_of(doc).foreign_hedges = [hedge.start for hedge in found]
        hidden = _with_company(doc, _apart(found))
        blanks = [token.i for token in doc if token.is_space]
        if len(blanks) == len(doc) or not (hidden or blanks):
            return doc
        return shadow_of(doc, hidden, blanks)


class HedgeRestorer:
    """Copies a shadow's annotation back to the document it was made from, which goes on from there."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 (spaCy passes it by name)
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The document behind a shadow, annotated; any other as it is."""
        shadow = doc.user_data.pop(KEY, None)
        if not isinstance(shadow, Shadow):
            return doc
        copy_back(doc, shadow)
        return shadow.doc


def _with_company(doc: Doc, hedges: Sequence[Hedge]) -> list[Hedge]:
    """The hedges whose sentence has another word, so that there is a tree to hang them into."""
    if not hedges:
        return []
    left_out = {i for hedge in hedges for i in range(hedge.first, hedge.last)}
    sentences = list(accumulate(int(bool(token.is_sent_start)) for token in doc))
    words = {
        sentences[token.i]
        for token in doc
        if token.i not in left_out and not token.is_space and not token.is_punct
    }
    return [hedge for hedge in hedges if sentences[hedge.start] in words]


def _apart(hedges: Sequence[Hedge]) -> list[Hedge]:
    """Hedges whose tokens do not overlap: a comma between two of them is the first one's."""
    kept: list[Hedge] = []
    for hedge in hedges:
        first = max(hedge.first, kept[-1].last) if kept else hedge.first
        kept.append(Hedge(hedge.start, hedge.end, first, hedge.last))
    return kept


create_hider = Language.factory(HIDE)(HedgeHider)
create_restorer = Language.factory(
    RESTORE, assigns=["token.dep", "token.head", "token.pos", "token.lemma", "token.morph", "token.tag"]
)(HedgeRestorer)
