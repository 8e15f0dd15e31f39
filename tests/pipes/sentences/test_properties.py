"""What holds for the boundaries of any string at all."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.pipes.sentences import split
from reportedly.pipes.sentences.pipe import SentenceSplitter

PIECES = [
    "Le président", "M.", "Mme", "J.-C.", "U.S.", "p. 3", "«", "»", "“", "”", '"', "'", "’", "(", ")",
    "[", "]", ".", "?", "!", "…", "...", " ", "\u00a0", "\u202f", "\n", "\n\n", "\r\n", "\t", "\x00",
    "\ud800", "—", "- ", "3.5", "A.", "said", "a dit", "🎉", "漢。", "https://a.b", ";", ":", ",", "\u2029",
    "\f", "é", "الحرب", "Yahoo!", "[1]",
]  # fmt: skip
PIECE = st.sampled_from(PIECES)
TEXTS = st.one_of(st.text(), st.lists(PIECE).map("".join), st.lists(PIECE).map(" ".join))
LINES = TEXTS.map(lambda text: " ".join(text.splitlines()))
LANGUAGES = st.sampled_from(["fr", "en", "de"])
BLANK = {language: spacy.blank(language) for language in ("fr", "en")}


@given(TEXTS, LANGUAGES)
def test_boundaries_are_places_in_order_where_something_begins(text: str, language: str) -> None:
    begins = split(text, language)
    assert begins == sorted(set(begins))
    assert not any(text[begin].isspace() for begin in begins)
    assert not text[: begins[0] if begins else len(text)].strip()
    assert begins == split(text, language)


@given(LINES, LINES)
def test_a_blank_line_keeps_two_paragraphs_apart(first: str, second: str) -> None:
    shift = len(first) + 2
    apart = split(first, "fr") + [shift + begin for begin in split(second, "fr")]
    assert split(f"{first}\n\n{second}", "fr") == apart


@given(TEXTS.map(lambda text: text.replace("\ud800", "")), st.sampled_from(["fr", "en"]))
@settings(deadline=None)
def test_every_token_is_said_to_begin_a_sentence_or_not(text: str, language: str) -> None:
    doc = SentenceSplitter(BLANK[language])(BLANK[language].make_doc(text))
    marks = [token.is_sent_start for token in doc]
    assert all(mark is not None for mark in marks)
    assert marks[:1] in ([], [True])
    assert "".join(sent.text_with_ws for sent in doc.sents) == text


@pytest.mark.parametrize(
    "piece",
    [
        "« Oui. Non ! » ",
        "A. ",
        "? ! ",
        '" ',
        "(a. ",
        ".' ",
        "\n",
        "a.a",
        "– A. ",
        "漢。",
        "x.[1] ",
        ".\u00a0»",
        "1. ",
    ],
)
def test_the_cost_is_linear(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    began = time.perf_counter()
    split(text, "fr")
    # A quadratic walk over so much text takes minutes.
    assert time.perf_counter() - began < 10
