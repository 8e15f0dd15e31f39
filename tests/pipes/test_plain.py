"""A document in plain objects answers as spaCy's own does."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.tokens import Doc

from reportedly.language import load
from reportedly.pipes.plain import plain
from reportedly.pipes.words import forget

TEXTS = {
    "en": "Norway's “new” minister, Mrs. Lund, didn't say why\nthe two ferries (both 30 m long) left at 5.40 p.m.  "
    "Why? “We’ll see,” she told NRK -- and went.\n\n- One ship, which had been repaired, sank.",
    "fr": "L’« ancien » ministre, M. Lund, n'a pas dit\npourquoi les deux ferries (30 m chacun) sont partis à "
    "17 h 40.  Pourquoi ? « On verra », a-t-il lancé -- puis il est parti.\n\n- Une barge, réparée depuis, a coulé.",
}
SAME = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "whitespace_", "ent_type_")
FLAGS = (
    "is_space",
    "is_punct",
    "is_quote",
    "is_alpha",
    "is_digit",
    "is_lower",
    "is_upper",
    "is_title",
    "like_num",
)
NEAR = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "ancestors", "subtree")


@cache
def parsed(language: str) -> Doc:
    nlp = load(language)
    with nlp.select_pipes(disable=["reportedly"]):
        return nlp(TEXTS[language])


@pytest.fixture(params=sorted(TEXTS))
def source(request: pytest.FixtureRequest) -> Doc:
    return parsed(request.param)


def test_tokens_answer_as_spacys(source: Doc) -> None:
    for ours, theirs in zip(plain(source), source, strict=True):
        assert [getattr(ours, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
        assert [bool(getattr(ours, name)) for name in FLAGS] == [
            bool(getattr(theirs, name)) for name in FLAGS
        ]
        assert bool(ours.is_sent_start) == bool(theirs.is_sent_start)
        assert [getattr(ours, name).i for name in NEAR] == [getattr(theirs, name).i for name in NEAR]
        for name in MANY:
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)], name
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert all(ours.morph.get(name) == value.split(",") for name, value in theirs.morph.to_dict().items())


def test_every_span_answers_as_spacys(source: Doc) -> None:
    doc = plain(source)
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in source.sents]
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            ours, theirs = doc.span(start, end), source[start:end]
            assert (ours.text, ours.text_with_ws) == (theirs.text, theirs.text_with_ws)
            assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
            assert ours.root.i == theirs.root.i, ours.text
            assert [token.i for token in ours] == [token.i for token in theirs]


@pytest.mark.parametrize("at", [slice(None, 3), slice(-4, None), slice(5, 2), slice(-99, 99)])
def test_slices_are_cut_as_spacy_cuts_them(source: Doc, at: slice) -> None:
    doc = plain(source)
    ours, theirs = doc.span(0, len(doc))[at], source[at]
    assert (ours.start, ours.end) == (theirs.start, theirs.end)
    assert (ours[1:-1].start, ours[1:-1].end) == (theirs[1:-1].start, theirs[1:-1].end)


def test_a_stretch_of_text_has_its_tokens(source: Doc) -> None:
    doc = plain(source)
    for mode in ("strict", "expand", "contract"):
        for start in range(0, 60, 3):
            ours = doc.char_span(start, start + 7, alignment_mode=mode)
            theirs = source.char_span(start, start + 7, alignment_mode=mode)
            assert (ours and (ours.start, ours.end)) == (theirs and (theirs.start, theirs.end))


def test_a_document_is_read_once_until_it_is_forgotten() -> None:
    source = Doc(spacy.blank("en").vocab, words=["Go"], heads=[0], deps=["ROOT"])
    first = plain(source)
    assert plain(source) is first is plain(first)
    forget(source)
    assert plain(source) is not first


def test_there_is_no_token_outside_a_document_or_a_span(source: Doc) -> None:
    doc = plain(source)
    for ask in (lambda: doc[0].nbor(-1), doc[-1].nbor, lambda: doc[len(doc)], lambda: doc.span(2, 4)[2]):
        with pytest.raises(IndexError):
            ask()
