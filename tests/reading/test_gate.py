"""What the gate keeps out could have had no claim."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language

from reportedly.export.selection import within_ontology
from reportedly.language import load
from reportedly.language.lemmas import lemmatizer_of, possible
from reportedly.language.tokens import make_doc
from reportedly.model import Article
from reportedly.pipes.coding.lexicon import families
from reportedly.reading import Reader
from reportedly.reading.gate import Gate

CLOSED = {
    "en": "Yesterday morning the sky above the old town was grey and the sea was calm.",
    "fr": "Hier matin, le ciel au-dessus de la vieille ville était gris et la mer était calme.",
}
OPEN = {
    "en": "Norway delivered two ferries to Malta.",
    "fr": "La Norvège a livré deux ferries à Malte.",
}
#: Spellings that no table holds: capitals, accents lost, letters doubled or dropped.
SPOILT = (
    str.upper,
    str.title,
    lambda text: text.replace("é", "e"),
    lambda text: re.sub(r"(\w)\1", r"\1", text),
)


@cache
def pipeline(language: str) -> Language:
    return load(language)


@cache
def gate(language: str) -> Gate:
    return Gate(pipeline(language))


@cache
def reader(*, shut: bool) -> Reader:
    return Reader(every=False, gate=shut)


def opens(language: str, text: str) -> bool:
    return gate(language).opens(make_doc(pipeline(language), text))


@pytest.mark.parametrize("language", sorted(OPEN))
def test_the_gate_tells_acts_from_weather(language: str) -> None:
    assert opens(language, OPEN[language])
    assert not opens(language, CLOSED[language])
    assert opens(language, f"« {CLOSED[language]} »")


@pytest.mark.parametrize("language", sorted(OPEN))
def test_every_example_of_an_act_opens_the_gate(language: str) -> None:
    examples = [family["example"] for family in families(language) if "example" in family]
    assert len(examples) > 100
    assert [text for text in examples if not opens(language, text)] == []


@pytest.mark.parametrize("language", sorted(OPEN))
def test_a_tagged_word_has_a_lemma_that_the_gate_foresaw(language: str) -> None:
    lemmatizer = lemmatizer_of(pipeline(language))
    assert lemmatizer is not None
    examples = [family["example"] for family in families(language) if "example" in family][:150]
    with pipeline(language).select_pipes(disable=["reportedly"]):
        for doc in pipeline(language).pipe(spoil(text) for spoil in SPOILT for text in examples[::3]):
            for token in doc:
                if not token.is_space:
                    assert token.lemma_ in set(possible(lemmatizer, token.text)), (token, token.lemma_)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), language=st.sampled_from(sorted(OPEN)))
def test_claims_events_and_findings_are_the_same_with_and_without(data: st.DataObject, language: str) -> None:
    sentences = [*OPEN.values(), *CLOSED.values()]
    sentences += [family["example"] for family in families(language) if "example" in family]
    drawn = data.draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=2))
    words = data.draw(st.permutations(" ".join(drawn).split()))
    text = data.draw(
        st.sampled_from([" ".join(drawn), " ".join(words), *(spoil(drawn[0]) for spoil in SPOILT)])
    )
    article = Article(text=text, language=language)
    shut, whole = reader(shut=True).read(article), within_ontology(reader(shut=False).read(article))
    assert (shut.claims, shut.events, shut.findings) == (whole.claims, whole.events, whole.findings)


def test_a_lemmatizer_that_nobody_knows_leaves_the_gate_open() -> None:
    nlp = English()
    assert Gate(nlp).opens(nlp.make_doc(CLOSED["en"]))


@pytest.mark.parametrize("language", sorted(OPEN))
def test_an_article_kept_out_is_empty_unless_every_claim_is_asked_for(language: str) -> None:
    article = Article(text=CLOSED[language], language=language)
    assert Reader(every=False, gate=True).read(article).entities == ()
    assert Reader(every=True, gate=True).read(article) == Reader().read(article)
