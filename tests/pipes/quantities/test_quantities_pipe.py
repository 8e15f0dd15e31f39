"""The component ``reportedly.quantities``."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from reportedly.pipes.draft import draft_of
from reportedly.pipes.quantities.pipe import Quantities


def test_it_can_be_added_to_any_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp("They sent 40 tanks.")
    nlp.create_pipe("reportedly.quantities")(doc)
    assert [(q.low, q.of.text if q.of else None) for q in draft_of(doc).quantities] == [(40, "tanks")]


def test_the_tree_says_what_is_counted() -> None:
    words = ["Des", "centaines", "de", "ces", "armes", "guidées", "par", "satellite", "partent"]
    doc = Doc(
        Vocab(),
        words=words,
        heads=[1, 8, 4, 4, 1, 4, 7, 5, 8],
        deps=["det", "nsubj", "case", "det", "nmod", "acl", "case", "obl:arg", "ROOT"],
        sent_starts=[True] + [False] * 8,
    )
    draft_of(doc).language = "fr"
    (quantity,) = Quantities(spacy.blank("fr"), "quantities").process(doc)
    assert quantity.of is not None
    assert (quantity.span.text, quantity.of.text) == ("Des centaines", "ces armes guidées par satellite")


def test_a_relative_clause_is_not_counted() -> None:
    words = ["Twelve", "soldiers", "who", "fled", "died"]
    doc = Doc(
        Vocab(),
        words=words,
        heads=[1, 4, 3, 1, 4],
        deps=["nummod", "nsubj", "nsubj", "acl:relcl", "ROOT"],
        sent_starts=[True, False, False, False, False],
    )
    draft_of(doc).language = "en"
    (quantity,) = Quantities(spacy.blank("en"), "quantities").process(doc)
    assert quantity.of is not None
    assert quantity.of.text == "soldiers"
