"""Looking: search in both languages, fields, versions; and what happens to those who look while others write."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger import View, Writer
from reportedly.ledger import connection as connection_module
from reportedly.ledger.query import parse
from reportedly.model import Article


@pytest.mark.parametrize(
    ("query", "outlets"),
    [
        ("dementi", ["La Gazette"]),
        ("DÉMENTI", ["La Gazette"]),
        ("missil*", ["The Courier"]),
        ('"missiles to Russia"', ["The Courier"]),
        ('"Russia to missiles"', []),
        ("missiles OR drones", ["La Gazette", "The Courier"]),
        ("drones -pérou", []),
        ("outlet:gazette*", []),
        ('outlet:"la gazette"', ["La Gazette"]),
        ("lang:fr", ["La Gazette"]),
        ("since:2024-09", [None, "La Gazette"]),
        ("until:2024-08", ["The Courier"]),
        ("since:2024-09-03 until:2024-09-03", [None]),
        ("actor:Iran", ["The Courier"]),
        ("actor:IRN", ["The Courier"]),
        ("recipient:Russie", ["The Courier"]),
        ("-actor:Iran since:2024-09-03", [None]),
        ("source:reuters", ["The Courier"]),
        ("source:reut*", ["The Courier"]),
        ("type:aid", [None, "The Courier"]),
        ("article:k1", [None]),
        ("l'Iran", []),
        ("http://x.example", []),
        ("?!", [None, "La Gazette", "The Courier"]),
    ],
)
def test_articles_are_found(filled: Path, query: str, outlets: list[str | None]) -> None:
    with View(filled) as view:
        assert [row.outlet for row in view.articles(query)] == outlets


@pytest.mark.parametrize(
    ("query", "anchors"),
    [
        ("actor:Iran", {"delivered"}),
        ("actor:Iran recipient:Russia type:AID", {"delivered"}),
        ("maize", {"sent"}),
        ("status:happened certainty:certain actor:kenya", {"sent"}),
        ("recipient:malawi -type:AID", set()),
    ],
)
def test_claims_are_found(filled: Path, query: str, anchors: set[str]) -> None:
    with View(filled) as view:
        assert {row.anchor for row in view.claims(query)} == anchors


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("colour:red", "no field 'colour'"),
        ("type:WAR", "no type 'WAR'"),
        ("status:maybe", "no status"),
        ("since:yesterday", "no date"),
        ("-missiles", "only excludes"),
    ],
)
def test_a_query_that_means_nothing_is_refused(query: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        parse(query)


@pytest.mark.parametrize(
    "query", ['"', "((", "AND", "NEAR(a b)", "a*b", "-", "OR OR", "a OR", 'x"y', "é'", "*"]
)
def test_no_words_upset_the_index(filled: Path, query: str) -> None:
    with View(filled) as view:
        list(view.articles(query))
        list(view.claims(query))


def test_pages_do_not_overlap(filled: Path) -> None:
    with View(filled) as view:
        everything = [row.id for row in view.claims(limit=None)]
        paged = [
            row.id for start in range(0, len(everything), 2) for row in view.claims(limit=2, offset=start)
        ]
    assert paged == everything


def test_a_claim_row_tells_the_chain(filled: Path) -> None:
    with View(filled) as view:
        (row,) = view.claims("actor:Iran")
        assert row.sources == ("Reuters", "two officials")
        assert view.claim(row.id) == row


def test_looking_while_somebody_writes(ledger: Path) -> None:
    with Writer(ledger) as writer, View(ledger) as view, writer.together():
        writer.store(Article(text="Rome signed a treaty."), "test")
        assert not list(view.articles("treaty"))
        assert len(list(view.articles())) == 3


def test_a_second_writer_waits_its_turn(ledger: Path) -> None:
    first = Writer(ledger)
    done: list[str] = []

    def write() -> None:
        with Writer(ledger) as second:
            done.append(second.store(Article(text="Second."), "test").outcome)

    with first.together():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(0.3)
        assert done == []
    thread.join(20)
    assert done == ["new"]
    first.close()


def test_a_writer_that_waits_in_vain_says_so(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "PATIENCE", 50)
    waited = pytest.raises(LedgerError, match="another program has been writing")
    with Writer(ledger) as first, first.together(), Writer(ledger) as second, waited:
        second.store(Article(text="Second."), "test")


def _add(path: str, start: int) -> None:
    with Writer(path) as writer:
        for number in range(start, start + 60):
            writer.store(Article(text=f"Text {number}.", id=str(number)), "test")


def test_two_ingests_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add, args=(str(path), start)) for start in (0, 30)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    with View(path) as view:
        assert view.stats()["articles"] == 90
        assert view.rows("PRAGMA integrity_check") == [("ok",)]


def test_files_that_are_no_ledgers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        View(tmp_path / "none.db")
    text = tmp_path / "text.db"
    text.write_text("not a database" * 100)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE things (name)")
    for path, message in ((text, "not a database"), (other, "no ledger")):
        for opened in (View, Writer):
            with pytest.raises(LedgerError, match=message):
                opened(path)


def test_a_newer_ledger_is_refused(ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(LedgerError, match="newer version"):
        View(ledger)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is the folder there"):
        Writer(tmp_path / "none" / "x.db")


def test_tidying_keeps_everything(ledger: Path) -> None:
    with View(ledger) as view:
        before = view.stats()
    with Writer(ledger) as writer:
        writer.tidy()
    with View(ledger) as view:
        after = view.stats()
    assert {**before, "bytes": 0} == {**after, "bytes": 0}
