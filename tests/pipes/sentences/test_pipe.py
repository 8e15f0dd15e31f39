"""The component on spaCy documents."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc


@pytest.fixture(scope="module", params=["fr", "en"])
def nlp(request: pytest.FixtureRequest) -> Language:
    nlp = spacy.blank(request.param)
    nlp.add_pipe("reportedly.sentences", name="reportedly_sentences")
    return nlp


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "...", "🎉", "\x00"])
def test_next_to_nothing(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(list(doc.sents)) == (1 if text else 0)


def test_leading_white_space_belongs_to_the_first_sentence(nlp: Language) -> None:
    doc = nlp("\n\n  Paris.\n\n\nRome.")
    assert [sent.text.strip() for sent in doc.sents] == ["Paris.", "Rome."]


def test_a_parsed_document_is_left_alone(nlp: Language) -> None:
    doc = Doc(
        nlp.vocab, words=["One", ".", "Two", "."], heads=[0, 0, 0, 0], deps=["ROOT", "punct", "dep", "punct"]
    )
    assert len(list(nlp.get_pipe("reportedly_sentences")(doc).sents)) == 1


def test_a_boundary_within_a_token_is_dropped(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Paris.", "Rome.Oslo"], spaces=[True, False])
    splitter = nlp.get_pipe("reportedly_sentences")
    assert splitter.process(doc) == [0, 1]


def test_the_pipeline_can_be_saved(nlp: Language) -> None:
    again = spacy.blank(nlp.lang).from_config(nlp.config)
    assert [sent.text for sent in again("Oui. Non.").sents] == ["Oui.", "Non."]


def test_another_language_is_split_too() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("reportedly.sentences", name="reportedly_sentences")
    assert len(list(nlp("Er kam. Sie ging.").sents)) == 2


def test_endless_sentences_are_cut(nlp: Language) -> None:
    words, pairs = nlp("word " * 2500), nlp("one, two " * 600)
    assert [len(sent) for sent in words.sents] == [1000, 1000, 500]
    assert [sent[-1].text for sent in pairs.sents] == [",", "two"]
