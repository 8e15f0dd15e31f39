"""Hedges of the other language inside a sentence: "sont reportedly en train de", "are apparemment training".

A parser trained on one language takes such a word for a noun or a verb and builds the sentence around it.
Three remedies were tried. Setting the token's norm helps only models that look at norms. A native adverb in
its place ("apparemment" for "reportedly") is understood by any model, but still moves other arcs, as every
inserted word does. So the word is **left out**: the language pipeline gets a shadow of the document without
the hedge (and without the commas, brackets or quotes that set it off), and its annotation is copied back with
the hedge hung on as an adverb. The tree around it is then that of the same sentence without the hedge, with
any spaCy pipeline, by construction.

Two components do it: ``reportedly_hide_hedges`` right before the language pipeline, after the sentence
splitter, and ``reportedly_restore_hedges`` right behind it. A document without such a word passes both
untouched; finding that out costs one search through its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy
import numpy.typing
from spacy.language import Language
from spacy.tokens import Doc, Token

from reportedly.language import LANGUAGES
from reportedly.lexicon import load
from reportedly.pipes.draft import draft_of

HIDE, RESTORE = "reportedly_hide_hedges", "reportedly_restore_hedges"
KEY = "reportedly_shadow"
#: What the language pipeline says of a token; heads are copied apart, since they are counted in tokens.
COPIED: list[int | str] = ["DEP", "POS", "TAG", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE"]
COMMAS = frozenset(",，")
#: Marks that may set a hedge off on both sides.
AROUND = {"(": ")", "[": "]", '"': '"', "“": "”", "«": "»", "'": "'", "‘": "’", "–": "–", "—": "—"}
AUXILIARY = ("aux", "cop")

Integers = numpy.typing.NDArray[numpy.int64]
Words = numpy.typing.NDArray[numpy.uint64]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A foreign hedge: its tokens ``[start, end)``, and ``[first, last)`` with the marks that set it off."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Shadow:
    """What the shadow leaves out, and where its tokens stand in the document."""

    doc: Doc
    hedges: tuple[Hedge, ...]
    places: tuple[int, ...]


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
    left = doc[start - 1] if start and not doc[start].is_sent_start else None
    right = doc[end] if end < len(doc) and not doc[end].is_sent_start else None
    if left is not None and right is not None:
        if AROUND.get(left.text) == right.text or (left.text in COMMAS and right.text in COMMAS):
            return Hedge(start, end, start - 1, end + 1)
        if left.text in COMMAS and right.is_punct and right.text not in AROUND:
            return Hedge(start, end, start - 1, end)
    if left is None and right is not None and right.text in COMMAS:
        return Hedge(start, end, start, end + 1)
    return Hedge(start, end, start, end)


class HedgeHider:
    """Notes foreign hedges in the draft and hands on a shadow of the document without them."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: Doc) -> list[Hedge]:
        """The foreign hedges of a document that has not been parsed."""
        return [] if doc.has_annotation("DEP") else find(doc, self.language or "")

    def __call__(self, doc: Doc) -> Doc:
        """The document itself if it has no such word, else its shadow."""
        found = self.process(doc)
        if not found:
            return doc
        draft_of(doc).foreign_hedges = [hedge.start for hedge in found]
        hidden = _apart([hedge for hedge in found if _has_company(doc, hedge)])
        return shadow_of(doc, hidden) if hidden else doc


class HedgeRestorer:
    """Copies a shadow's annotation back to the document it was made from, which goes on through the pipeline."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 (spaCy passes it by name)
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The document behind a shadow, annotated; any other as it is."""
        shadow = doc.user_data.pop(KEY, None)
        if not isinstance(shadow, Shadow):
            return doc
        copy_back(doc, shadow)
        return shadow.doc


def _has_company(doc: Doc, hedge: Hedge) -> bool:
    """Whether another word stands beside the hedge in its sentence: a tree to hang it into."""
    left, right = hedge.first, hedge.last
    if left > 0 and not doc[left].is_sent_start and doc[left - 1].is_alpha:
        return True
    return (
        right < len(doc) and not doc[right].is_sent_start and not (doc[right].is_punct or doc[right].is_space)
    )


def _apart(hedges: Sequence[Hedge]) -> list[Hedge]:
    """Hedges whose tokens do not overlap: a comma between two of them is the first one's."""
    kept: list[Hedge] = []
    for hedge in hedges:
        first = max(hedge.first, kept[-1].last) if kept else hedge.first
        kept.append(Hedge(hedge.start, hedge.end, first, hedge.last))
    return kept


def shadow_of(doc: Doc, hedges: Sequence[Hedge]) -> Doc:
    """A document of the same tokens without the hedges, which knows where it comes from."""
    left_out = {i for hedge in hedges for i in range(hedge.first, hedge.last)}
    places = tuple(i for i in range(len(doc)) if i not in left_out)
    spaces = [bool(doc[i].whitespace_) for i in range(len(doc))]
    starts: list[bool | None] = [token.is_sent_start for token in doc]
    for hedge in hedges:
        if hedge.first:
            spaces[hedge.first - 1] |= spaces[hedge.last - 1]
        if hedge.last < len(doc) and any(starts[hedge.first : hedge.last]):
            starts[hedge.last] = True
    shadow = Doc(
        doc.vocab,
        words=[doc[i].text for i in places],
        spaces=[spaces[i] for i in places],
        sent_starts=[starts[i] for i in places],
    )
    shadow.user_data[KEY] = Shadow(doc, tuple(hedges), places)
    return shadow


def copy_back(parsed: Doc, shadow: Shadow) -> None:
    """Write a parsed shadow's annotation onto its document, and hang the hedges into the tree."""
    doc, places = shadow.doc, numpy.array(shadow.places, dtype="int64")
    values = numpy.zeros((len(doc), len(COPIED) + 1), dtype="uint64")
    values[places, 1:] = parsed.to_array(COPIED)
    heads = numpy.arange(len(doc), dtype="int64")
    heads[places] = places[[token.head.i for token in parsed]]
    for hedge in shadow.hedges:
        head = int(places[_governor(parsed, *_neighbours(doc, hedge, places))])
        _hang(doc, hedge, head, heads, values)
    values[:, 0] = (heads - numpy.arange(len(doc))).astype("uint64")
    doc.from_array(["HEAD", *COPIED], values)  # type: ignore[arg-type]
    if len(parsed.tensor):
        tensor = numpy.zeros((len(doc), *parsed.tensor.shape[1:]), dtype=parsed.tensor.dtype)
        tensor[shadow.places, ...] = parsed.tensor
        doc.tensor = tensor
    doc.cats.update(parsed.cats)


def _hang(doc: Doc, hedge: Hedge, head: int, heads: Integers, values: Words) -> None:
    """Make the hedge an adverb of ``head``, its further tokens fixed parts and its marks punctuation of it."""
    strings = doc.vocab.strings
    tagged = bool(values[:, 1 + COPIED.index("TAG")].any())
    outside = 2 if values[:, 1 + COPIED.index("ENT_IOB")].any() else 0
    for i in range(hedge.first, hedge.last):
        inside = hedge.start <= i < hedge.end
        heads[i] = head if i == hedge.start else hedge.start
        dep = strings.add("punct" if not inside else "advmod" if i == hedge.start else "fixed")
        pos = "ADV" if inside else "PUNCT"
        tag = strings.add(pos) if tagged else 0
        values[i, 1:] = (dep, strings.add(pos), tag, 0, strings.add(doc[i].lower_), outside, 0)


def _neighbours(doc: Doc, hedge: Hedge, places: Integers) -> tuple[int | None, int | None]:
    """The shadow's tokens to the left and right of a hedge, as far as they are in its sentence."""
    right = int(numpy.searchsorted(places, hedge.last))
    left = right - 1
    starts = [place for place in range(max(0, hedge.first - 1), hedge.last + 1) if _begins(doc, place)]
    held = [place for place in starts if left >= 0 and places[left] < place <= hedge.first]
    cut = [
        place for place in starts if hedge.first < place and right < len(places) and place <= places[right]
    ]
    return (
        left if left >= 0 and not held else None,
        right if right < len(places) and not cut else None,
    )


def _begins(doc: Doc, place: int) -> bool:
    return place < len(doc) and bool(doc[place].is_sent_start)


def _governor(parsed: Doc, before: int | None, after: int | None) -> int:
    """The word that a hedge between two tokens modifies.

    That is the content word of the verb group or noun phrase it stands in, else the verb or participle that follows, else
    the verb before, else the nearest predicate above what follows.
    """
    left = None if before is None else parsed[before]
    right = None if after is None else parsed[after]
    if left is not None and (_is_auxiliary(left) or left.dep_.startswith("det")):
        return int(left.head.i)
    if right is not None and (right.pos_ in ("VERB", "AUX") or right.dep_.startswith(("acl", "amod"))):
        return int(right.head.i if _is_auxiliary(right) else right.i)
    if left is not None and left.pos_ in ("VERB", "AUX"):
        return int(left.i)
    token = right if right is not None else left
    return _predicate(token) if token is not None else 0


def _is_auxiliary(token: Token) -> bool:
    return token.dep_.split(":")[0] in AUXILIARY


def _predicate(token: Token) -> int:
    """The nearest verb or clause head above a word, itself included."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return int(token.i)


create_hider = Language.factory(HIDE)(HedgeHider)
create_restorer = Language.factory(
    RESTORE, assigns=["token.dep", "token.head", "token.pos", "token.lemma", "token.morph", "token.tag"]
)(HedgeRestorer)
