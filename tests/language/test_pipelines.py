"""Anybody's spaCy pipelines: a plain one reads, one that lacks something is refused by the name of what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

import reportedly
from reportedly.errors import PipelineError
from reportedly.language import bundled, load
from tests.readings import assert_sound

TEXT = {
    "en": "Norway delivered twelve tanks to Chile on Monday, two officials said.",
    "fr": "La Norvège a livré lundi douze chars au Chili, ont dit deux responsables.",
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


def trained(language: str) -> Language:
    """A plain pipeline of spaCy's own components, trained on what our pipeline makes of one sentence."""
    told = load(language)(TEXT[language])
    nlp = spacy.blank(language)
    nlp.add_pipe("morphologizer")
    # By default, what is seen only once is not learnt.
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    plain = nlp.make_doc(told.text)
    by_place = {token.idx: token for token in told}
    same = [by_place[token.idx] for token in plain]
    places = {token.i: number for number, token in enumerate(same)}
    example = Example.from_dict(
        plain,
        {
            "pos": [token.pos_ for token in same],
            "morphs": [str(token.morph) for token in same],
            "lemmas": [token.lemma_ for token in same],
            "heads": [places.get(token.head.i, number) for number, token in enumerate(same)],
            "deps": [token.dep_ for token in same],
        },
    )
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(30):
        nlp.update([example], sgd=optimizer)
    return nlp


@LANGUAGES
def test_a_plain_pipeline_from_a_folder_reads(language: str, tmp_path: Path) -> None:
    trained(language).to_disk(tmp_path / "own")
    reading = reportedly.read(TEXT[language], language=language, pipelines={language: str(tmp_path / "own")})
    assert_sound(reading)
    [claim] = [claim for claim in reading.claims if claim.type]
    assert (claim.type, claim.act, len(claim.attribution)) == ("AID", "supply", 1)


@LANGUAGES
def test_the_bundled_pipeline_from_its_folder_reads_the_same(language: str) -> None:
    other = reportedly.read(TEXT[language], language=language, pipelines={language: str(bundled(language))})
    assert other == reportedly.read(TEXT[language], language=language)


@LANGUAGES
@pytest.mark.parametrize(
    ("components", "missing"),
    [
        ([], "a parser (token.dep), a tagger or morphologizer (token.pos), a lemmatizer (token.lemma)"),
        (["morphologizer", "trainable_lemmatizer"], "lacks a parser (token.dep)"),
        (["parser", "morphologizer"], "lacks a lemmatizer (token.lemma)"),
    ],
)
def test_what_a_pipeline_lacks_is_named(
    language: str, components: list[str], missing: str, tmp_path: Path
) -> None:
    nlp = spacy.blank(language)
    for name in components:
        nlp.add_pipe(name)
    nlp.to_disk(tmp_path / "bare")
    with pytest.raises(PipelineError) as caught:
        load(language, str(tmp_path / "bare"))
    assert missing in str(caught.value)


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "de")
    with pytest.raises(PipelineError, match="is for 'de'"):
        load("fr", str(tmp_path / "de"))


def test_a_folder_that_is_no_pipeline_is_told(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="cannot load the pipeline"):
        load("fr", str(tmp_path))
