"""Our own sentences, marked up in ``sentences.{fr,en}.txt``, through the bundled pipelines.

A parser makes mistakes, so a share of them must come out right, not all.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import spacy
from factuality_markup import Example, examples, parse
from spacy.language import Language
from spacy.tokens import Token

from reportedly.language import bundled
from reportedly.pipes.draft import ClaimDraft, Predicate, VerdictCue, draft_of

HERE = Path(__file__).parent

#: Shares of anchors and cues that must come out right, in percent.
FLOORS = {"fr": (93, 93), "en": (93, 91)}


@cache
def pipeline(language: str) -> Language:
    nlp = spacy.load(bundled(language))
    nlp.add_pipe("reportedly.sentences", first=True)
    nlp.add_pipe("reportedly.factuality")
    return nlp


def head_of(tokens: list[Token]) -> Token:
    return next(t for t in tokens if t.head not in tokens or t.head == t)


def read(example: Example, language: str) -> tuple[list[str], set[tuple[int, int, str]]]:
    """What was wrong with the anchors' verdicts, and the cues as code points."""
    nlp = pipeline(language)
    doc = nlp(example.text)
    draft = draft_of(doc)
    for start, end, _ in example.anchors:
        tokens = [t for t in doc if t.idx < end and t.idx + len(t) > start]
        head = head_of(tokens)
        anchor = (tokens[0].i, tokens[-1].i + 1)
        draft.claims.append(ClaimDraft(Predicate(head.i, anchor, head.lemma_, head.pos_)))
    nlp.get_pipe("reportedly.factuality")(doc)
    wrong, cues = [], set()
    for (start, end, expected), claim in zip(example.anchors, draft.claims, strict=True):
        verdict = claim.verdict
        assert verdict is not None
        found = (verdict.certainty, verdict.polarity, verdict.tense, verdict.status)
        if found != expected:
            wrong.append(f"{example.text} | {example.text[start:end]}: {' '.join(found)}")
        cues |= {places(each, doc) for each in verdict.cues}
    return wrong, cues


def places(cue: VerdictCue, doc: spacy.tokens.Doc) -> tuple[int, int, str]:
    last = doc[cue.end - 1]
    return doc[cue.start].idx, last.idx + len(last), cue.kind


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sentences(language: str) -> None:
    given = examples(HERE / f"sentences.{language}.txt")
    assert len(given) > 150
    wrong: list[str] = []
    anchors = cues = missed = 0
    for example in given:
        bad, found = read(example, language)
        wrong += bad
        anchors += len(example.anchors)
        cues += len(example.cues)
        missed += sum(not any(s < end and start < e for s, e, _ in found) for start, end, _ in example.cues)
    verdicts, shown = FLOORS[language]
    assert 100 * (anchors - len(wrong)) / anchors >= verdicts, "\n".join(wrong)
    assert 100 * (cues - missed) / cues >= shown


def test_markup() -> None:
    example = parse("Rome {aurait:conditional} [signé](probable positive past happened).")
    assert example.text == "Rome aurait signé."
    assert example.anchors == [(12, 17, ("probable", "positive", "past", "happened"))]
    assert example.cues == [(5, 11, "conditional")]


def test_markup_of_a_cue_that_is_the_anchor() -> None:
    example = parse("Rome {va signer:future|[signera](certain positive future expected)}.")
    assert example.text == "Rome signera."
    assert example.anchors[0][:2] == (5, 12)
