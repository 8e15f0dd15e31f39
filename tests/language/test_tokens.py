"""Tokens of any text: the same as spaCy's, unless a run without white space is too long for it."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from reportedly.language.tokens import LONGEST, make_doc

NLP = spacy.blank("en")


@given(st.lists(st.text(alphabet="ab(“.,' \n", max_size=30).map(lambda part: part * 60), max_size=4))
def test_the_text_is_kept(parts: list[str]) -> None:
    text = "".join(parts)
    assert make_doc(NLP, text).text == text


@pytest.mark.parametrize("text", ["", "A plain sentence, of course.", "x" * LONGEST])
def test_ordinary_texts_are_left_to_spacy(text: str) -> None:
    assert [token.text for token in make_doc(NLP, text)] == [token.text for token in NLP(text)]
