"""Writing: articles once, versions kept, readings by reader, judgements that stay."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import LedgerError
from reportedly.ledger import View, Writer
from reportedly.ledger.intake import name_of, read_waiting, take_in
from reportedly.model import Article
from reportedly.reading import Reader
from tests.ledger.conftest import ARTICLES

PAGE = ARTICLES[0]


def outcomes(path: Path, *articles: Article, source: str = "test") -> list[str]:
    with Writer(path) as writer:
        return [writer.store(article, source).outcome for article in articles]


def test_an_article_is_kept_once(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "x.db", *ARTICLES, *ARTICLES) == ["new"] * 3 + ["known"] * 3


@pytest.mark.parametrize(
    "url", ["https://courier.example/missiles", "http://www.courier.example/missiles?utm_medium=x#top"]
)
def test_an_address_is_the_same_without_what_tracks_readers(ledger: Path, url: str) -> None:
    assert outcomes(ledger, replace(PAGE, url=url)) == ["known"]


def test_the_same_words_of_an_outlet_at_another_address_are_known(ledger: Path) -> None:
    assert outcomes(ledger, replace(PAGE, url="https://courier.example/world/missiles")) == ["known"]


def test_the_same_words_of_another_outlet_are_another_article(ledger: Path) -> None:
    copy = replace(PAGE, url="https://other.example/missiles", outlet="The Other")
    assert outcomes(ledger, copy) == ["new"]


def test_one_id_from_two_sources_is_two_articles(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    assert outcomes(path, Article(text="Rome signed.", id="1"), source="a") == ["new"]
    assert outcomes(path, Article(text="Oslo signed.", id="1"), source="b") == ["new"]


def test_a_changed_page_gets_a_version_and_keeps_its_id(ledger: Path) -> None:
    changed = replace(PAGE, text="Iran did not deliver missiles.", extra={"modified": "2024-08-21"})
    with Writer(ledger) as writer:
        stored = writer.store(changed, "test")
        assert stored.outcome == "changed"
    with View(ledger) as view:
        assert [version.ordinal for version in view.versions(stored.id)] == [1, 2]
        assert view.versions(stored.id)[1].modified == "2024-08-21"
        assert not list(
            view.claims("outlet:'The Courier'".replace("'", '"'))
        )  # what the old words said is not told on
        assert [row.id for row in view.articles("deliver")] == [stored.id]
        assert not list(view.articles("delivered"))


def test_a_page_that_changes_back_is_read_again(ledger: Path) -> None:
    with Writer(ledger) as writer:
        writer.store(replace(PAGE, text="Nothing."), "test")
        assert writer.store(PAGE, "test").outcome == "changed"
        list(read_waiting(writer, Reader()))
    with View(ledger) as view:
        assert list(view.claims('outlet:"The Courier"'))


def test_an_id_is_the_same_in_every_ledger(tmp_path: Path, ledger: Path) -> None:
    with Writer(tmp_path / "other.db") as writer, View(ledger) as view:
        assert writer.store(PAGE, "test").id in {row.id for row in view.articles("")}


def test_claims_keep_their_ids_when_they_are_read_again(ledger: Path) -> None:
    with View(ledger) as view:
        before = [row.id for row in view.claims(limit=None)]
    with Writer(ledger) as writer:
        waiting = writer.waiting("another reader", 10)
        reader = Reader()
        writer.save_many(((version, reader.read(article)) for version, article in waiting), "another reader")
        assert writer.waiting("another reader", 10) == []
    with View(ledger) as view:
        assert [row.id for row in view.claims(limit=None)] == before
        assert view.readers("k1") == [name_of(Reader()), "another reader"]
        assert view.reading("k1", reader="another reader") == view.reading("k1")


def test_a_reading_comes_back_as_it_went_in(ledger: Path) -> None:
    with View(ledger) as view:
        for row in view.articles():
            assert view.reading(row.id) == Reader().read(view.article(row.id))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(st.characters(codec=None), min_size=1),
    title=st.none() | st.text(st.characters(codec="utf-8")),
    outlet=st.none() | st.text(st.characters(codec="utf-8")),
)
def test_any_text_can_be_kept(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str | None, outlet: str | None
) -> None:
    path = tmp_path_factory.mktemp("any") / "x.db"
    article = Article(text=text, title=title, outlet=outlet)
    with Writer(path) as writer:
        stored = writer.store(article, "test")
        assert writer.store(article, "test") == replace(stored, outcome="known")
    with View(path) as view:
        kept = view.article(stored.id)
        assert len(kept.text) == len(text)
        assert (kept.title, kept.outlet) == (title, outlet)


def test_what_is_dropped_is_written_down_once(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"text": 3}\n{"text": "Rome signed."}\n{"text": " "}\n')
    with Writer(tmp_path / "x.db") as writer:
        for _ in range(2):
            list(take_in(writer, [str(tmp_path / "bad.jsonl"), str(tmp_path / "no.txt")]))
    with View(tmp_path / "x.db") as view:
        told = [problem["message"] for problem in view.problems()]
        assert len(told) == 3
        assert "No such file" in str(told[0])
        assert view.stats()["articles"] == 1


# -- judgements


def two_claims(path: Path) -> list[str]:
    with View(path) as view:
        return [row.id for row in view.claims(limit=2)]


def test_judgements_are_written_with_what_was_seen(ledger: Path) -> None:
    left, right = two_claims(ledger)
    with Writer(ledger) as writer:
        number = writer.judge("same", left, right, by="ana", why="one delivery")
    with View(ledger) as view:
        (judged,) = view.judgements()
    assert (judged.number, judged.verdict, judged.by, judged.why) == (number, "same", "ana", "one delivery")
    assert set(judged.seen) == {left, right}
    assert judged.seen[left]["sha256"]


def test_a_judgement_can_be_taken_back_once(ledger: Path) -> None:
    left, _ = two_claims(ledger)
    with Writer(ledger) as writer:
        number = writer.judge("wrong", left, by="ana")
        writer.undo(number, by="ben")
        with pytest.raises(LedgerError, match="taken back already"):
            writer.undo(number, by="ana")
    with View(ledger) as view:
        assert view.judgements(standing=True) == []
        (taken_back,) = view.judgements()
        assert (taken_back.undone, taken_back.undone_by) == (True, "ben")
        assert taken_back.undone_at


def test_what_was_said_of_some_claims_is_found_on_either_side(ledger: Path) -> None:
    left, right = two_claims(ledger)
    with Writer(ledger) as writer:
        pair, alone = writer.judge("different", left, right, by="ana"), writer.judge("right", left, by="ana")
    with View(ledger) as view:
        assert [one.number for one in view.judgements(claims=[right])] == [pair]
        assert [one.number for one in view.judgements(claims=[left, right])] == [pair, alone]
        assert view.judgements(claims=[]) == []
        assert (view.judgement(alone) or pytest.fail("none")).verdict == "right"
        assert view.judgement(alone + 1) is None


@pytest.mark.parametrize(("verdict", "right"), [("same", None), ("wrong", "x"), ("same", "itself")])
def test_judgements_that_mean_nothing_are_refused(ledger: Path, verdict: str, right: str | None) -> None:
    left, other = two_claims(ledger)
    with Writer(ledger) as writer, pytest.raises(LedgerError):
        writer.judge(verdict, left, {"x": other, "itself": left}.get(right or ""), by="ana")  # type: ignore[arg-type]


def test_a_claim_that_is_not_there_cannot_be_judged(ledger: Path) -> None:
    with Writer(ledger) as writer, pytest.raises(LedgerError, match="no claim 'cnone'"):
        writer.judge("wrong", "cnone", by="ana")


@pytest.mark.parametrize("statement", ["UPDATE judgements SET by = 'eve'", "DELETE FROM judgements"])
def test_judgements_cannot_be_rewritten(ledger: Path, statement: str) -> None:
    left, _ = two_claims(ledger)
    with Writer(ledger) as writer:
        writer.judge("right", left, by="ana")
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            writer.connection.execute(statement)


def test_judgements_outlive_a_new_version_of_the_article(ledger: Path) -> None:
    with View(ledger) as view:
        claim = next(view.claims('outlet:"The Courier"')).id
    with Writer(ledger) as writer:
        writer.judge("wrong", claim, by="ana")
        writer.store(replace(PAGE, text="Something else."), "test")
    with View(ledger) as view:
        assert view.judgements()[0].seen[claim]["anchor"]
