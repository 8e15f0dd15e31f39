"""The judge on the draft: attributions, headlines, foreign hedges, and text that no parser has seen."""

from __future__ import annotations

from typing import get_args

import pytest
import spacy
from factuality_trees import build
from spacy.tokens import Doc

from reportedly.explain import explain_factuality, steps
from reportedly.lexicon import load
from reportedly.model import Certainty, CueKind, FactCue, Factuality, Polarity, Status, Tense
from reportedly.pipes.draft import AttributionDraft, ClaimDraft, CueDraft, Predicate, Verdict, draft_of
from reportedly.pipes.factuality import Judge, judge
from reportedly.pipes.factuality.pipe import Factuality as Component

PLAIN = """Rome Rome PROPN 2 nsubj
    signs sign VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    , , PUNCT 2 punct
    Kiev Kiev PROPN 5 nsubj
    believes believe VERB 2 dep Mood=Ind|Tense=Pres|VerbForm=Fin"""


def predicate(doc: Doc, i: int) -> Predicate:
    return Predicate(i, (i, i + 1), doc[i].lemma_, doc[i].pos_)


def attributed(doc: Doc, at: int, lemma: str) -> None:
    draft_of(doc).attributions.append(
        AttributionDraft("indirect", None, CueDraft(at, at + 1, lemma), [(0, 2)])
    )


def test_belief_in_an_attribution_lowers_certainty() -> None:
    doc = build("en", PLAIN)
    attributed(doc, 4, "believe")
    found = judge(doc, draft_of(doc), predicate(doc, 1))
    assert (found.certainty, [c.kind for c in found.cues]) == ("probable", ["attribution"])


def test_plain_attribution_is_a_cue_and_no_doubt() -> None:
    doc = build("en", PLAIN.replace("believes believe", "says say"))
    attributed(doc, 4, "say")
    found = judge(doc, draft_of(doc), predicate(doc, 1))
    assert (found.certainty, [c.kind for c in found.cues]) == ("certain", ["attribution"])


def test_an_attribution_that_the_walk_has_met_counts_once() -> None:
    doc = build(
        "en",
        """Kiev Kiev PROPN 2 nsubj
           believes believe VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
           Rome Rome PROPN 4 nsubj
           signed sign VERB 2 ccomp Mood=Ind|Tense=Past|VerbForm=Fin""",
    )
    alone = judge(doc, draft_of(doc), predicate(doc, 3))
    draft_of(doc).attributions.append(AttributionDraft("indirect", None, CueDraft(1, 2, "believe"), [(2, 4)]))
    both = judge(doc, draft_of(doc), predicate(doc, 3))
    assert alone == both
    assert len(both.cues) == 1


def test_a_denial_beside_a_quote_does_not_deny_the_quote() -> None:
    doc = build("en", PLAIN.replace("believes believe VERB 2 dep", "denied deny VERB 2 parataxis"))
    draft_of(doc).attributions.append(
        AttributionDraft("direct", None, CueDraft(4, 5, "deny", "denying"), [(0, 2)])
    )
    assert judge(doc, draft_of(doc), predicate(doc, 1)).polarity == "positive"


def test_headline_present_is_past() -> None:
    doc = build("en", PLAIN)
    assert judge(doc, draft_of(doc), predicate(doc, 1)).status == "ongoing"
    draft_of(doc).headline = (0, 5)
    assert judge(doc, draft_of(doc), predicate(doc, 1)).status == "happened"


def test_foreign_hedge_in_the_draft() -> None:
    doc = build(
        "fr",
        """Rome Rome PROPN 3 nsubj
           supposedement supposedement X 3 dep
           signe signer VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin""",
    )
    draft_of(doc).foreign_hedges.append(1)
    found = judge(doc, draft_of(doc), predicate(doc, 2))
    assert (found.certainty, [c.kind for c in found.cues]) == ("probable", ["hedge"])


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "a",
        "?",
        "si",
        "Si",
        "if",
        "s’",
        "ne",
        "🙂 ! …",
        "« Oui",
        "not",
        "without",
        "d'ici\u00a0à",
    ],
)
def test_any_text_without_a_parse(language: str, text: str) -> None:
    doc = spacy.blank(language)(text)
    draft = draft_of(doc)
    draft.claims += [ClaimDraft(predicate(doc, i)) for i in range(len(doc))]
    Component(spacy.blank(language), "reportedly.factuality")(doc)
    assert all(claim.verdict is not None for claim in draft.claims)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_long_document_in_one_sentence(language: str) -> None:
    words = ["if", "si", "probably", "could", "sans", "without", "vote", ","] * 800
    doc = Doc(spacy.blank(language).vocab, words=words, heads=[0] * len(words), deps=["dep"] * len(words))
    judged = Judge(doc, draft_of(doc))
    found = [judged.verdict(predicate(doc, i)) for i in range(0, len(doc), 97)]
    assert len(found) == len(range(0, len(doc), 97))


def test_a_deep_tree() -> None:
    words = ["says"] * 3000
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        lemmas=["say"] * 3000,
        pos=["VERB"] * 3000,
        heads=[max(0, i - 1) for i in range(3000)],
        deps=["ROOT", *["ccomp"] * 2999],
    )
    assert judge(doc, draft_of(doc), predicate(doc, 2999)).certainty == "certain"


def test_steps_in_both_languages() -> None:
    verdict = Verdict("probable", "positive", "past", "happened", 2.5)
    assert steps([("aurait", "conditional")], verdict, "fr") == [
        "« aurait » est un conditionnel de rumeur : rapporté sans être pris à son compte.",
        "Donc il est probable que cela a eu lieu (statut : a eu lieu).",
        "De -3 (il n'en est rien) à 3 (il en est ainsi), cela fait 2.5.",
    ]
    assert steps([], Verdict(), "en")[0] == "No word puts the act in doubt: the text asserts it."
    frozen = Factuality("possible", "positive", "future", 1.5, "possible", (FactCue(0, 3, "may", "modal"),))
    assert explain_factuality(frozen, "fr")[:2] == [
        "« may » dit ce qui peut être, non ce qui est.",
        "Donc il est possible que cela ait lieu (statut : possible).",
    ]


def test_a_degree_is_told_only_of_the_cue_that_decides_it() -> None:
    verdict = Verdict("unknown", "positive", "past", "unknown", 0.0)
    lines = steps([("reportedly", "hedge"), ("whether", "question")], verdict, "en")
    assert lines[0] == "“reportedly” hedges."
    assert lines[-2] == "So nothing tells whether it took place (status: not known)."


@pytest.mark.parametrize(
    ("language", "closing"), [("fr", "Deux négations s'annulent."), ("en", "Two negations undo each other.")]
)
def test_two_negations_are_counted(language: str, closing: str) -> None:
    assert closing in steps([("a", "negation"), ("b", "negation")], Verdict(), language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verdict_has_its_sentence(language: str) -> None:
    words = load("factuality_steps", language)
    for certainty in get_args(Certainty):
        told = {words["outcome"][certainty][f"{t}_{p}"] for t in get_args(Tense) for p in get_args(Polarity)}
        assert len(told) == 6
    assert set(words["status"]) == set(get_args(Status))
    assert set(words["cues"]) == set(get_args(CueKind))
