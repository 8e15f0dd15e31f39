"""From Arrow to Arrow: rows are those of the reader and of corroboration."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pytest

from reportedly.contract import to_json
from reportedly.corroborate import corroborate
from reportedly.errors import InputError
from reportedly.model import Article
from reportedly.reading import Reader
from reportedly.scale import articles_batch, corroborate_batch, read_batch
from reportedly.scale.rows import article_of
from reportedly.scale.schemas import TABLES

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
TEXT = {
    "en": "Norway may deliver twelve tanks to Chile in May 2031, two officials told The Harbour Post.",
    "fr": "La Norvège pourrait livrer douze chars au Chili en mai 2031, ont dit deux responsables au Courrier.",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@LANGUAGES
def test_a_batch_reads_as_its_articles(reader: Reader, language: str) -> None:
    article = Article(text=TEXT[language], id="a", outlet="Post", published="2031-04-01", extra={"desk": 3})
    tables = read_batch(articles_batch([article]), reader)
    assert tables["readings"].column("reading").to_pylist() == [to_json(reader.read(article)).decode()]
    [claim] = tables["claims"].to_pylist()
    assert (claim["article"], claim["type"], claim["status"], claim["earliest"]) == (
        "a", "AID", "possible", "2031-05-01",
    )  # fmt: skip
    assert (claim["actor_countries"], claim["recipient_countries"]) == (["NOR"], ["CHL"])
    assert len(claim["sources"]) >= 1
    assert TEXT[language][claim["start"] : claim["end"]] == claim["anchor"]


def test_tables_have_their_schemas(reader: Reader) -> None:
    tables = read_batch(articles_batch([Article(text=TEXT["en"])]), reader)
    tables |= corroborate_batch(tables["readings"])
    for name, table in tables.items():
        assert table.schema.equals(TABLES[name]), name


def test_an_article_comes_back_as_it_went_in() -> None:
    article = Article(
        text=" A\r\nb é 𝄞 ", id="7", url="https://example.org/a", title="T", byline="B", language="en",
        published="2031-04-01T10:00:00+02:00", extra={"tags": ["x", {"y": 1.5}], "n": None},
    )  # fmt: skip
    [row] = articles_batch([article]).to_pylist()
    assert article_of(row) == article


def test_any_batch_with_a_text_will_do(reader: Reader) -> None:
    batch = pa.RecordBatch.from_pydict({"text": pa.array([TEXT["en"]], pa.large_string()), "other": [1]})
    tables = read_batch(batch, reader)
    assert tables["claims"].num_rows == 1
    [key] = tables["readings"].column("article").to_pylist()
    assert key == read_batch(batch, reader)["readings"].column("article")[0].as_py()


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"body": ["x"]}, "needs a column text; there are body"),
        ({"text": [1]}, "should hold strings, not int64"),
    ],
)
def test_what_is_no_batch_of_articles(columns: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_batch(pa.RecordBatch.from_pydict(columns))


def test_what_cannot_be_read_is_a_problem(reader: Reader) -> None:
    tables = read_batch(articles_batch([Article(text="  ", id="blank")], "in.jsonl"), reader)
    [problem] = tables["problems"].to_pylist()
    assert (problem["article"], problem["message"]) == ("blank", "there is nothing to read")
    assert problem["source"] == "in.jsonl"
    assert tables["readings"].num_rows == 1


def test_stories_of_a_batch_are_those_of_its_readings(reader: Reader) -> None:
    articles = [
        Article(text=TEXT["en"], id="a", language="en", published="2031-04-01"),
        Article(text=TEXT["en"] + " (AFP)", id="b", language="en", published="2031-04-02"),
    ]
    tables = read_batch(articles_batch(articles), reader)
    stories = json.loads(json.dumps(corroborate(reader.read_many(articles)).to_dict()))
    found = corroborate_batch(tables["readings"])
    events = [json.loads(each) for each in found["events"].column("event").to_pylist()]
    assert [each["claims"] for each in events] == [each["claims"] for each in stories["events"]]
    assert found["stories"].column("article").to_pylist() == ["a", "b"]
    assert json.loads(found["stories"].column("derived_from")[1].as_py())[0]["to"] == "a"
