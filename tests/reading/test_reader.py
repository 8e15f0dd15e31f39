"""The reader: languages, order, other pipelines, and articles that break it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import reportedly
from reportedly import Article
from reportedly.errors import InputError, PipelineError
from reportedly.export.selection import within_ontology
from reportedly.language import bundled, load
from reportedly.reading import Reader, run

FRENCH = "La Suède a livré douze chars à l'Estonie, a déclaré mardi son ministre de la Défense."
ENGLISH = "Sweden delivered twelve tanks to Estonia, its defence minister said on Tuesday."
#: A speech without a speaker, in which nothing happens that the ontology knows.
QUOTED = (
    "The ferry left at noon.\n\n“The younger ones are very tired of waiting for their turn.”\n\nIt rained."
)
GERMAN = (
    "Die Regierung hat angekündigt, weitere Panzer an die Nachbarn zu liefern. "
    "Ein Sprecher sagte am Montag, die Entscheidung sei gefallen, aber noch nicht unterschrieben."
)


@pytest.mark.parametrize("jobs", [1, 2])
def test_readings_come_in_order(jobs: int) -> None:
    articles = [Article(id=str(n), text=(FRENCH, ENGLISH)[n % 2]) for n in range(40)]
    readings = list(reportedly.read_many(articles, jobs=jobs))
    assert [reading.document.id for reading in readings] == [str(n) for n in range(40)]
    assert {reading.document.language for reading in readings} == {"fr", "en"}
    assert all(any(claim.type for claim in reading.claims) for reading in readings)


def test_both_languages_give_the_same_claim() -> None:
    for text in (FRENCH, ENGLISH):
        claim = next(claim for claim in reportedly.read(text).claims if claim.type)
        assert claim.type in {"AID", "COOPERATE"}
        assert (claim.factuality.certainty, claim.factuality.status) == ("certain", "happened")
        assert len(claim.attribution) == 1


def test_an_article_that_breaks_a_pipe_harms_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run.as_doc

    def breaking(nlp: spacy.Language, ready: run.Ready) -> spacy.tokens.Doc:
        if "BREAK" in ready.article.text:
            raise RuntimeError("broken on purpose")
        return whole(nlp, ready)

    monkeypatch.setattr(run, "as_doc", breaking)
    texts = [ENGLISH, f"{ENGLISH} BREAK", ENGLISH]
    first, broken, last = Reader(language="en").read_many([Article(text=text) for text in texts])
    assert first.claims
    assert last.claims
    assert not broken.claims
    assert [problem.message for problem in broken.problems] == ["RuntimeError: broken on purpose"]


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, QUOTED])
def test_without_claims_outside_the_ontology_all_else_is_the_same(text: str) -> None:
    [whole] = Reader().read_many([Article(text=text)])
    [part] = Reader(every=False).read_many([Article(text=text)])
    assert len(part.claims) < len(whole.claims)
    assert part == within_ontology(whole)


def test_another_language_is_said_so_and_not_read() -> None:
    reading = reportedly.read(GERMAN)
    assert reading.document.language == "de"
    assert reading.claims == ()
    assert "'de'" in reading.problems[0].message


def test_a_paragraph_in_another_language_is_set_aside() -> None:
    reading = reportedly.read(f"{FRENCH} {FRENCH} {FRENCH}\n\n{GERMAN}\n\n{FRENCH}")
    start = reading.document.text.index("Die")
    (problem,) = reading.problems
    assert (problem.stage, problem.start) == ("language", start)
    assert not any(start <= claim.anchor.start < start + len(GERMAN) for claim in reading.claims)


def test_unknown_languages_are_refused() -> None:
    with pytest.raises(InputError, match="'eo'"):
        Reader(language="eo")


def test_a_pipeline_can_be_given_by_its_path() -> None:
    assert reportedly.read(FRENCH, pipelines={"fr": str(bundled("fr"))}) == reportedly.read(FRENCH)


def test_pipelines_that_cannot_serve_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        load("fr", "no_such_pipeline")
    spacy.blank("fr").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match=r"token\.dep"):
        load("fr", str(tmp_path / "blank"))
    with pytest.raises(PipelineError, match="'en'"):
        load("fr", str(bundled("en")))
