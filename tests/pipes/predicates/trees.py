"""Hand-built trees: a word a cell, ``form/lemma/POS/dep>head[/Feature=Value|...]``, heads from 1, 0 the root."""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.pipes.draft import Mentioned, Predicate, draft_of
from reportedly.pipes.predicates import PredicatesPipe

CELL = re.compile(
    r"(?P<form>.+?)/(?P<lemma>.+?)/(?P<pos>[A-Z]+)/(?P<dep>[a-zA-Z:]+)>(?P<head>\d+)(?:/(?P<morph>\S+))?$"
)


@cache
def blank(language: str) -> Language:
    return spacy.blank(language)


def tree(language: str, cells: str) -> Doc:
    """The Doc that cells describe; forms end in a space unless they end in an apostrophe."""
    found = [CELL.match(cell) for cell in cells.split()]
    assert all(found), [cell for cell, match in zip(cells.split(), found, strict=True) if not match]
    rows = [match.groupdict() for match in found if match]
    return Doc(
        blank(language).vocab,
        words=[row["form"] for row in rows],
        spaces=[not row["form"].endswith("'") for row in rows],
        lemmas=[row["lemma"] for row in rows],
        pos=[row["pos"] for row in rows],
        deps=["ROOT" if row["head"] == "0" else row["dep"] for row in rows],
        heads=[place if row["head"] == "0" else int(row["head"]) - 1 for place, row in enumerate(rows)],
        morphs=[row["morph"] or "" for row in rows],
    )


def name(doc: Doc, word: str, kind: str = "country", *, mention: str = "name", span: int = 1) -> None:
    """Tells the draft that a word is a mention's head, with ``span - 1`` words before it."""
    head = next(token.i for token in doc if token.text == word)
    draft_of(doc).mentions.append(
        Mentioned(start=head - span + 1, end=head + 1, head=head, type=mention, kind=kind, name=word)  # type: ignore[arg-type]
    )


def predicates(doc: Doc) -> dict[str, Predicate]:
    """The predicates of a Doc by the text of their heads."""
    pipe = PredicatesPipe(blank(doc.vocab.lang))
    return {doc[one.head].text: one for one in pipe.process(doc)}


def slots(doc: Doc, predicate: Predicate) -> dict[str, list[str]]:
    """The words that fill each slot; an oblique's key is its preposition."""
    found: dict[str, list[str]] = {}
    for one in predicate.arguments:
        key = str(one.case) if one.slot == "oblique" else one.slot
        found.setdefault(key, []).append(doc[one.head].text)
    return found
