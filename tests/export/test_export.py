"""Exports: every format honours the query, keeps its own rules, and comes back through the libraries that read it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.contract import from_dict
from reportedly.export import FORMATS
from reportedly.export.rows import separated
from reportedly.ledger import View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.model import Article
from reportedly.reading import Reader

ARTICLES = [
    Article(
        text="Iran delivered about 200 Fath-360 missiles to Russia on Monday, two officials told Reuters.",
        title="Missiles\treach Russia",
        url="https://courier.example/missiles",
        outlet="The\nCourier",
        published="2024-08-20",
    ),
    Article(
        text="La France a commandé douze drones à la Turquie. Le ministère a démenti toute livraison.",
        outlet='La "Gazette"',
        published="2024-09-02",
    ),
]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("export") / "news.db"
    with Writer(path) as writer:
        writer.store_many((article, "test") for article in ARTICLES)
        list(read_waiting(writer, Reader()))
    with View(path) as opened:
        yield opened


def exported(view: View, form: str, query: str = "") -> bytes:
    out = io.BytesIO()
    import_module(f"reportedly.export.{FORMATS[form]}").export(view.kept(query), out)
    return out.getvalue()


def rows(view: View, form: str, query: str = "", tabs: bool = True) -> list[dict[str, str]]:
    text = exported(view, form, query).decode("utf-8")
    if tabs:
        names, *lines = (line.split("\t") for line in text.rstrip("\n").split("\n"))
        assert {len(line) for line in lines} == {len(names)}  # no field holds a tab or a line break
        return [dict(zip(names, line, strict=True)) for line in lines]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def objects(view: View, form: str, query: str = "") -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(view, form, query).decode("utf-8").splitlines()]


@pytest.mark.parametrize("form", ["cameo", "gdelt", "gdelt-mentions", "polecat", "tsv"])
def test_tables_never_break_a_reader(view: View, form: str) -> None:
    assert rows(view, form)


@pytest.mark.parametrize("form", ["csv", "register"])
def test_csv_comes_back(view: View, form: str) -> None:
    assert all(row["id"].startswith("c") for row in rows(view, form, tabs=False))


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_honours_the_query(view: View, form: str) -> None:
    everything, some, nothing = (exported(view, form, query) for query in ("", "actor:Iran", "actor:Peru"))
    assert some != everything
    if form not in ("datasette", "docbin", "parquet"):
        assert b"Russ" in some or b"RUS" in some or b"courier" in some
        assert b"drones" not in some
        assert b"Iran" not in nothing


def test_the_register_brackets_what_is_not_certain(view: View) -> None:
    found = {row["supplier"]: row for row in rows(view, "register", tabs=False)}
    assert found["Iran"]["designation"] == "Fath-360"
    assert found["Iran"]["number_delivered"] == "(200)"
    assert found["Iran"]["years_of_delivery"] == "2024"


def test_who_orders_receives(view: View) -> None:
    order = next(row for row in rows(view, "register", tabs=False) if row["recipient"] == "France")
    assert (order["supplier"], order["number_ordered"], order["number_delivered"]) == ("Turquie", "12", "..")


def test_polecat_gives_countries_and_no_invented_days(view: View) -> None:
    found = {row["actor_country"]: row for row in rows(view, "polecat")}
    assert found["IRN"]["recipient_country"] == "RUS"
    assert (found["IRN"]["date_start"], found["IRN"]["date_precision"]) == ("2024-08-19", "day")
    assert (found["FRA"]["date_start"], found["FRA"]["date_precision"]) == ("", "unknown")


def test_gdelt_offsets_are_those_of_the_text(view: View) -> None:
    (row,) = rows(view, "gdelt-mentions", "actor:Iran recipient:Russia")
    text = view.reading(row["MentionIdentifier"] and next(view.articles("actor:Iran")).id).document.text
    assert text[int(row["Actor1CharOffset"]) :].startswith("Iran")
    assert text[int(row["ActionCharOffset"]) :].startswith("delivered")


def test_mentions_and_events_fit_together(view: View) -> None:
    events = {row["GLOBALEVENTID"]: row for row in rows(view, "gdelt")}
    mentions = rows(view, "gdelt-mentions")
    assert {row["GLOBALEVENTID"] for row in mentions} == set(events)
    assert sum(int(row["NumMentions"]) for row in events.values()) == len(mentions)


def test_readings_come_back_with_the_chosen_claims(view: View) -> None:
    (data,) = objects(view, "jsonl", "actor:Iran")
    reading = from_dict(data)
    assert reading.document.outlet == "The\nCourier"
    assert {claim.anchor.text for claim in reading.claims} == {"delivered"}


def test_claims_in_json_ld_rate_nothing(view: View) -> None:
    for claim in objects(view, "jsonld"):
        assert claim["@type"] == "Claim"
        assert claim["appearance"]["@type"] == "NewsArticle"
        assert "reviewRating" not in json.dumps(claim)


def test_annotations_select_by_quote_and_by_position(view: View) -> None:
    texts = {row.id: view.reading(row.id).document.text for row in view.articles()}
    for annotation in objects(view, "annotations"):
        quote, position = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert any(
            text[start:end] == quote["exact"]
            and text[:start].endswith(quote["prefix"])
            and text[end:].startswith(quote["suffix"])
            for text in texts.values()
        )


def test_prov_is_read_by_the_prov_library(view: View) -> None:
    prov = pytest.importorskip("prov.model")
    document = prov.ProvDocument.deserialize(content=exported(view, "prov").decode("utf-8"), format="json")
    labels = {
        str(label)
        for record in document.get_records(prov.ProvAgent)
        for label in record.get_attribute("prov:label")
    }
    assert {"Reuters", "two officials"} <= labels
    assert list(document.get_records(prov.ProvDerivation))


def test_docbin_is_read_by_spacy(view: View) -> None:
    import spacy
    from spacy.tokens import DocBin

    docs = list(DocBin().from_bytes(exported(view, "docbin")).get_docs(spacy.blank("en").vocab))
    groups = {key: [span.text for span in doc.spans[key]] for doc in docs for key in doc.spans}
    assert "Iran" in {span.text for doc in docs for span in doc.spans.get("actors", [])}
    assert {"claims", "sources"} <= groups.keys()


def test_parquet_is_read_by_duckdb(view: View, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "x.parquet"
    path.write_bytes(exported(view, "parquet", "actor:Iran"))
    found = duckdb.read_parquet(str(path)).project('actors, recipients, value, "start"').fetchall()
    assert found[0][:2] == (["Iran"], ["Russia"])
    assert isinstance(found[0][3], int)


def test_datasette_gets_linked_tables_with_search(view: View, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(exported(view, "datasette"))
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        query = "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'commande'"
        assert connection.execute(query).fetchone()[0] > 0


def test_followthemoney_statements_hold_no_denials(view: View) -> None:
    statements = objects(view, "ftm")
    events = {one["entity_id"] for one in statements if one["schema"] == "Event"}
    summaries = {one["value"] for one in statements if one["prop"] == "summary"}
    assert events
    assert not any(summary.startswith("denied") for summary in summaries)
    assert {one["value"] for one in statements if one["prop"] == "country"} >= {"ir", "ru"}


def test_followthemoney_statements_are_valid(view: View) -> None:
    model = pytest.importorskip(
        "followthemoney", reason="followthemoney cannot be installed without ICU"
    ).model
    for statement in objects(view, "ftm"):
        schema = model.get(statement["schema"])
        assert schema is not None
        if statement["prop"] != "id":
            prop = schema.get(statement["prop"])
            assert prop is not None, statement
            assert prop.type.validate(statement["value"]), statement


def test_a_field_is_one_line_whatever_it_holds() -> None:
    (_, line) = separated([{"a": "x\ty\r\nz\u2028w\0"}], ["a"], "\t")
    assert line == "x y z w\n"


def test_the_command_chooses_by_the_ending(view: View, tmp_path: Path) -> None:
    for name in ("x.csv", "x.mentions.csv", "x.register.csv", "x.tsv"):
        result = CliRunner().invoke(
            main, ["export", "--ledger", str(view.path), "--output", str(tmp_path / name)]
        )
        assert result.exit_code == 0, result.output
    assert (tmp_path / "x.mentions.csv").read_text().startswith("GLOBALEVENTID\t")
    assert (tmp_path / "x.register.csv").read_text().startswith("supplier,")


def test_the_command_asks_for_a_format(view: View) -> None:
    result = CliRunner().invoke(main, ["export", "--ledger", str(view.path), "--output", "x.xyz"])
    assert result.exit_code == 2
    assert "--to" in result.stderr


def test_corrections_have_text_span_and_both_hashes(view: View, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Writer(path) as writer:
        writer.store_many((article, "test") for article in ARTICLES)
        list(read_waiting(writer, Reader()))
        with View(path) as own:
            left, right = (row.id for row in own.claims(limit=2))
        writer.judge("wrong", left, by="ana", why="no supply")
        writer.judge("right", right, by="ana")
        writer.undo(writer.judge("right", left, by="ben"), by="ben")
        writer.judge("same", left, right, by="ana")
    result = CliRunner().invoke(main, ["export", "--ledger", str(path), "--to", "corrections"])
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["verdict"], one["by"], one["question"]) for one in found] == [
        ("wrong", "ana", "claim"),
        ("right", "ana", "claim"),
        ("same", "ana", "event"),
    ]
    for one in found:
        for claim in one["claims"]:
            assert claim["text"][claim["start"] : claim["end"]] == claim["anchor"]
    assert len({one["question_hash"] for one in found}) == 3
