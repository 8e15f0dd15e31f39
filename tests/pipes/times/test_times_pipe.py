"""The component ``reportedly.times``."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from reportedly.pipes.draft import draft_of
from reportedly.pipes.times.pipe import Times


def test_it_can_be_added_to_any_pipeline() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    doc = nlp("Il est parti hier. Il reviendra demain.")
    draft_of(doc).published = "2024-08-13"
    nlp.create_pipe("reportedly.times")(doc)
    assert [t.value for t in draft_of(doc).times] == ["2024-08-12", "2024-08-14"]


def test_a_word_that_the_tagger_holds_for_a_verb_is_no_month() -> None:
    words = ["Troops", "in", "May", "march"]
    for pos, found in ((["NOUN", "ADP", "PROPN", "VERB"], ["May"]), (["NOUN", "ADP", "AUX", "VERB"], [])):
        doc = Doc(Vocab(), words=words, pos=pos, sent_starts=[True, False, False, False])
        draft_of(doc).language = "en"
        assert [t.span.text for t in Times(spacy.blank("en"), "times").process(doc)] == found


def test_sentences_set_aside_are_not_read() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp("He left on Monday. She left on Tuesday.")
    draft_of(doc).skipped = [(0, 5)]
    times = Times(nlp, "times").process(doc)
    assert [(t.id, t.span.text) for t in times] == [("t1", "Tuesday")]


def test_other_languages_have_no_times() -> None:
    doc = spacy.blank("de")("Er ging am Montag.")
    assert Times(spacy.blank("de"), "times").process(doc) == []
