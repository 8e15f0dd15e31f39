"""What goes through a pipeline at once is bounded, and a long document comes out as if it had not been cut."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from reportedly.language import load, pieces
from reportedly.language.pieces import cut, grouped, parse
from reportedly.language.tokens import make_doc

TEXTS = {
    "en": "Norway sent two ferries to Malta. \n\nThe ships, which had been repaired, reportedly left on Monday.\n",
    "fr": "La Norvège a envoyé deux ferries à Malte. \n\nLes navires, réparés depuis, reportedly, sont partis lundi.\n",
}


def sentences(language: str, text: str) -> Doc:
    nlp = load(language)
    return nlp.get_pipe("reportedly_sentences")(make_doc(nlp, text))


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_pieces_begin_where_sentences_do_and_lose_nothing(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "AT_ONCE", 20)
    doc = sentences(language, TEXTS[language] * 4)
    begins = {token.idx for token in doc if token.is_sent_start}
    found, at = list(cut(doc)), 0
    assert len(found) > 2
    for part in found:
        assert len(part) <= 20
        assert at in begins
        at += len(part.text_with_ws)
    assert "".join(part.text_with_ws for part in found) == doc.text_with_ws


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_cut_document_is_parsed_and_read_like_a_whole_one(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = load(language)
    [whole] = parse(nlp, [make_doc(nlp, TEXTS[language] * 6)])
    monkeypatch.setattr(pieces, "AT_ONCE", 60)
    [joined] = parse(nlp, [make_doc(nlp, TEXTS[language] * 6)])
    assert [token.text for token in joined] == [token.text for token in whole]
    assert [token.is_sent_start for token in joined] == [token.is_sent_start for token in whole]
    agree = sum(
        one.head.i == two.head.i and one.dep_ == two.dep_ for one, two in zip(joined, whole, strict=True)
    )
    assert agree >= 0.95 * len(whole)
    read = nlp.get_pipe("reportedly").read  # type: ignore[attr-defined]
    claims = [[claim.anchor.text for claim in read(doc).claims] for doc in (joined, whole)]
    assert claims[0] == claims[1] != []


def test_short_documents_go_together_and_long_ones_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "AT_ONCE", 10)
    nlp = load("en")
    docs = [nlp.make_doc("a " * size) for size in (3, 3, 3, 3, 25, 2, 9)]
    groups = list(grouped(docs))
    assert [len(doc) for group in groups for doc in group] == [3, 3, 3, 3, 25, 2, 9]
    assert [len(group) for group in groups] == [3, 1, 1, 1, 1]
