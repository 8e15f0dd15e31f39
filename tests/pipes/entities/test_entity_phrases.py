"""The phrase grammar on parses made by hand, right and wrong ones."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from spacy.tokens import Doc

from reportedly.pipes.draft import Mentioned
from reportedly.pipes.entities.pipe import EntityFinder

NLP = {language: spacy.blank(language) for language in ("en", "fr")}


def read(language: str, rows: Sequence[tuple[str, str, int, str]]) -> dict[str, Mentioned]:
    """Mentions of rows (word, part of speech, head, dependency)."""
    words, tags, heads, labels = zip(*rows, strict=True)
    doc = Doc(NLP[language].vocab, words=list(words), pos=list(tags), heads=list(heads), deps=list(labels))
    finder = EntityFinder(NLP[language])
    return {doc[m.start : m.end].text: m for m in finder.process(doc)}


def test_ministry_with_portfolio() -> None:
    found = read("fr", [
        ("Le", "DET", 1, "det"), ("ministre", "NOUN", 6, "nsubj"), ("malien", "ADJ", 1, "amod"),
        ("de", "ADP", 5, "case"), ("la", "DET", 5, "det"), ("Défense", "PROPN", 1, "nmod"),
        ("ment", "VERB", 6, "ROOT"),
    ])  # fmt: skip
    (phrase,) = found
    assert phrase == "Le ministre malien de la Défense"
    assert (found[phrase].country, found[phrase].sector) == ("MLI", "GOV")


@pytest.mark.parametrize("head", [1, 2, 3])
def test_a_demonym_before_the_noun_counts_whatever_its_head(head: int) -> None:
    found = read("en", [
        ("Senior", "ADJ", 2, "amod"), ("Malian", "ADJ", head, "amod"), ("officers", "NOUN", 3, "nsubj"),
        ("lied", "VERB", 3, "ROOT"),
    ])  # fmt: skip
    assert [m.country for m in found.values() if m.sector == "MIL"] == ["MLI"]


def test_possessor_belongs_to_the_phrase() -> None:
    found = read("en", [
        ("Mali", "PROPN", 3, "nmod:poss"), ("'s", "PART", 0, "case"), ("foreign", "ADJ", 3, "amod"),
        ("ministry", "NOUN", 4, "nsubj"), ("lied", "VERB", 4, "ROOT"),
    ])  # fmt: skip
    assert found["Mali 's foreign ministry"].country == "MLI"
    assert found["Mali"].kind == "country"


def test_an_adjective_is_no_soldier() -> None:
    found = read("fr", [
        ("une", "DET", 1, "det"), ("aide", "NOUN", 1, "ROOT"), ("militaire", "ADJ", 1, "amod"),
    ])  # fmt: skip
    assert found == {}


def test_no_words() -> None:
    assert EntityFinder(NLP["fr"]).process(Doc(NLP["fr"].vocab)) == []
