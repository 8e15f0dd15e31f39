"""The factuality lexicon keeps its own rules: the same classes in both languages, one class per word and frame."""

from __future__ import annotations

from collections import Counter

import pytest
from factuality_trees import build

from reportedly.lexicon import load
from reportedly.pipes.factuality.lexicon import effects, fact_lexicon

OUTCOMES = {
    "=",
    "!",
    "?",
    "own",
    "denied",
    *(sign + certainty for sign in "+-" for certainty in ("certain", "probable", "possible")),
}
FRAMES = {
    "infinitive",
    "gerund",
    "clause",
    "whether",
    "object",
    "content",
    "predicate",
    "attribute",
    "noun",
    "manner",
    "revised",
    "adverb",
    "phrase",
}


def test_classes_are_in_step() -> None:
    french, english = (load("factuality", language) for language in ("fr", "en"))
    assert set(french["classes"]) == set(english["classes"]) == set(effects())
    for table in set(french) - {"classes"}:
        assert set(french[table]) == set(english[table]), table


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_word_has_one_class_in_a_frame(language: str) -> None:
    classes = load("factuality", language)["classes"]
    seen = Counter(
        (frame, word) for lists in classes.values() for frame, words in lists.items() for word in words
    )
    assert [each for each, count in seen.items() if count > 1] == []
    assert {frame for frame, _ in seen} <= FRAMES
    assert len(seen) > 900


@pytest.mark.parametrize("name", sorted(effects()))
def test_effects_are_well_formed(name: str) -> None:
    effect = effects()[name]
    assert {effect.affirmed, effect.negated} <= OUTCOMES
    assert effect.time in {"own", "same", "later", "past", "present", "going", "attempt", "suppose"}
    assert effect.status in {"", "planned", "possible"}


def test_participles_are_found_in_any_gender_and_number() -> None:
    doc = build("fr", "prévues prévu ADJ 0 root")
    from reportedly.pipes.factuality.lexicon import forms

    effect = fact_lexicon("fr").effect("attribute", *forms(doc[0]))
    assert effect is not None
    assert effect.name == "plan"
