"""A document without some of its tokens, and the way back: what is annotated there is copied to the document.

What is left out is a foreign hedge with the marks that set it off (`reportedly.language.hedges`), or white
space that is a token of its own, such as a paragraph break, which misleads a parser that was trained on bare
sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy
import numpy.typing
from spacy.tokens import Doc, Token

KEY = "reportedly_shadow"
#: What the language pipeline says of a token; heads are copied apart, since they are counted in tokens.
COPIED: list[int | str] = ["DEP", "POS", "TAG", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE"]
TAG, ENT_IOB = 1 + COPIED.index("TAG"), 1 + COPIED.index("ENT_IOB")
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
    """What a shadow leaves out of its document, and where its own tokens stand there."""

    doc: Doc
    hedges: tuple[Hedge, ...]
    blanks: tuple[int, ...]
    places: tuple[int, ...]


def shadow_of(doc: Doc, hedges: Sequence[Hedge], blanks: Sequence[int]) -> Doc:
    """A document of the same tokens without the hedges and blanks, which knows where it comes from."""
    left_out = {i for hedge in hedges for i in range(hedge.first, hedge.last)}.union(blanks)
    places = tuple(i for i in range(len(doc)) if i not in left_out)
    # Columns of numbers: a token made of each would cost more than all the rest.
    orths = doc.to_array(["ORTH"])[list(places)].tolist()
    behind = doc.to_array(["SPACY"]).tolist()
    begins = doc.to_array(["SENT_START"]).astype("int64").tolist()
    spaces = [bool(behind[i]) for i in places]
    starts: list[bool | int | None] = [begins[i] for i in places]
    for at, (before, after) in enumerate(pairwise((-1, *places))):
        if after == before + 1:
            continue
        gap = range(before + 1, after)
        if at and any(behind[i] or doc[i].is_space for i in gap):
            spaces[at - 1] = True
        if any(begins[i] == 1 for i in gap):
            starts[at] = True
    shadow = Doc(doc.vocab, words=orths, spaces=spaces, sent_starts=starts)
    # The tokenizer's own norms ("'ll" is "will") are not in the words.
    shadow.from_array(["NORM"], doc.to_array(["NORM"])[list(places)])  # type: ignore[arg-type]
    shadow.user_data[KEY] = Shadow(doc, tuple(hedges), tuple(blanks), places)
    return shadow


def copy_back(parsed: Doc, shadow: Shadow) -> None:
    """Write a parsed shadow's annotation onto its document, and hang what was left out into the tree."""
    doc, places = shadow.doc, numpy.array(shadow.places, dtype="int64")
    values = numpy.zeros((len(doc), len(COPIED) + 1), dtype="uint64")
    values[places, 1:] = parsed.to_array(COPIED)
    heads = numpy.arange(len(doc), dtype="int64")
    heads[places] = places[numpy.arange(len(places)) + parsed.to_array(["HEAD"]).astype("int64")]
    for hedge in shadow.hedges:
        head = int(places[_governor(parsed, *_neighbours(doc, hedge, places))])
        _hang(doc, hedge, head, heads, values)
    _hang_blanks(doc, shadow.blanks, heads, values)
    values[:, 0] = (heads - numpy.arange(len(doc))).astype("uint64")
    doc.from_array(["HEAD", *COPIED], values)  # type: ignore[arg-type]
    if len(parsed.tensor):
        tensor = numpy.zeros((len(doc), *parsed.tensor.shape[1:]), dtype=parsed.tensor.dtype)
        tensor[places, ...] = parsed.tensor
        doc.tensor = tensor
    doc.cats.update(parsed.cats)


def _hang(doc: Doc, hedge: Hedge, head: int, heads: Integers, values: Words) -> None:
    """Make a hedge an adverb of ``head``, its further tokens fixed parts and its marks punctuation of it."""
    strings, outside = doc.vocab.strings, _outside(values)
    tagged = bool(values[:, TAG].any())
    for i in range(hedge.first, hedge.last):
        inside = hedge.start <= i < hedge.end
        heads[i] = head if i == hedge.start else hedge.start
        dep = strings.add("punct" if not inside else "advmod" if i == hedge.start else "fixed")
        pos = "ADV" if inside else "PUNCT"
        tag = strings.add(pos) if tagged else 0
        values[i, 1:] = (dep, strings.add(pos), tag, 0, strings.add(doc[i].lower_), outside, 0)


def _hang_blanks(doc: Doc, blanks: Sequence[int], heads: Integers, values: Words) -> None:
    """Make white space depend on the word before it in its sentence, else on the one behind it."""
    strings, outside, left_out = doc.vocab.strings, _outside(values), frozenset(blanks)
    dep, pos = strings.add("dep"), strings.add("SPACE")
    for i in blanks:
        alone = i == 0 or bool(doc[i].is_sent_start)
        behind = next((j for j in range(i + 1, len(doc)) if j not in left_out), i) if alone else i - 1
        heads[i] = heads[i - 1] if not alone and i - 1 in left_out else behind
        values[i, 1:] = (dep, pos, 0, 0, strings.add(doc[i].text), outside, 0)


def _outside(values: Words) -> int:
    """How a token outside all entities is marked, if entities were looked for."""
    return 2 if values[:, ENT_IOB].any() else 0


def _neighbours(doc: Doc, hedge: Hedge, places: Integers) -> tuple[int | None, int | None]:
    """The shadow's tokens to the left and right of a hedge, as far as they are in its sentence."""
    right = int(numpy.searchsorted(places, hedge.last))
    left = right - 1
    return (
        left if left >= 0 and not _begins_within(doc, int(places[left]) + 1, hedge.first + 1) else None,
        right
        if right < len(places) and not _begins_within(doc, hedge.first + 1, int(places[right]) + 1)
        else None,
    )


def _begins_within(doc: Doc, start: int, end: int) -> bool:
    """Whether a sentence begins at one of the tokens ``[start, end)``."""
    return any(token.is_sent_start for token in doc[start:end])


def _governor(parsed: Doc, before: int | None, after: int | None) -> int:
    """The word that a hedge between two tokens modifies.

    That is the content word of the verb group or noun phrase it stands in, else the verb or participle that
    follows, else the verb before, else the nearest predicate above what follows.
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
    return token.dep_.split(":", maxsplit=1)[0] in AUXILIARY


def _predicate(token: Token) -> int:
    """The nearest verb or clause head above a word, itself included."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return int(token.i)
