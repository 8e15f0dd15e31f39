"""Values on FactBank's scale, times of the claim, and the families of phrases."""

from __future__ import annotations

from typing import get_args

import pytest
from factuality_trees import build

from reportedly.model import Certainty, Polarity, Span, Status, Tense, Time
from reportedly.pipes.draft import Draft
from reportedly.pipes.factuality.calendar import ahead
from reportedly.pipes.factuality.lexicon import fact_lexicon
from reportedly.pipes.factuality.values import value_of


@pytest.mark.parametrize(
    ("verdict", "cues", "value"),
    [
        (("certain", "positive", "past", "happened"), [], 3.0),
        (("certain", "positive", "future", "expected"), ["future"], 2.5),
        (("certain", "negative", "past", "did_not_happen"), ["negation"], -2.0),
        (("certain", "negative", "past", "denied"), ["attribution"], -0.5),
        (("possible", "positive", "future", "planned"), ["intention"], 1.5),
        (("unknown", "positive", "future", "unknown"), ["question"], 0.0),
    ],
)
def test_values(verdict: tuple, cues: list, value: float) -> None:
    assert value_of(*verdict, cues) == value


def test_a_surer_verdict_never_leans_less_and_no_value_is_minus_zero() -> None:
    for polarity in get_args(Polarity):
        for tense in get_args(Tense):
            for status in get_args(Status):
                sure = [abs(value_of(c, polarity, tense, status, [])) for c in get_args(Certainty)]
                assert sure == sorted(sure, reverse=True), (polarity, tense, status)
                assert f"{value_of('unknown', polarity, tense, status, ['question']):g}" != "-0"


@pytest.mark.parametrize(
    ("published", "found"), [("2024-05-02", {3: (3, 4)}), ("2024-07-01", {}), (None, {})]
)
def test_only_times_after_publication_are_ahead(published: str | None, found: dict) -> None:
    rows = "Rome Rome PROPN 2 nsubj\nleaves leave VERB 0 root\nin in ADP 4 case\nJune June PROPN 2 obl"
    doc = build("en", rows)
    at = doc[3].idx
    june = Time("t1", Span(at, at + 4, "June"), "DATE", "2024-06", "2024-06-01", "2024-06-30")
    assert ahead(doc, Draft("en", published=published, times=[june])) == found


@pytest.mark.parametrize(
    ("language", "phrase", "name"),
    [
        ("en", "have courage", "manage"),
        ("fr", "avoir courage", "manage"),
        ("en", "miss opportunity", "fail"),
        ("fr", "manquer occasion", "fail"),
    ],
)
def test_phrases_of_verb_and_noun_have_a_class(language: str, phrase: str, name: str) -> None:
    effect = fact_lexicon(language).effect("phrasal", phrase)
    assert effect is not None
    assert effect.name == name
