"""The queries of the page on archives run, and answer; so does its example from Python."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from reportedly.scale.schemas import TABLES
from tests.scale.conftest import do

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def archive(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("queries") / "archive"
    do(root, inputs)
    return root


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0].strip("- ")[:30])
def test_queries_answer(archive: Path, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.parent)
    found = duckdb.sql(query).fetchall()
    assert found
    assert all(any(value is not None for value in row) for row in found)


def test_the_day_is_a_date(archive: Path) -> None:
    query = f"SELECT DISTINCT day FROM read_parquet('{archive}/claims/*/*.parquet', hive_partitioning = true)"  # noqa: S608
    days = [row[0].isoformat() for row in duckdb.sql(query).fetchall()]
    assert "2031-03-01" in days


def test_the_page_names_every_table_and_column() -> None:
    rows = {line.split("|")[1].strip(" `"): line for line in PAGE.splitlines() if line.startswith("| `")}
    assert rows.keys() == TABLES.keys()
    for name, schema in TABLES.items():
        assert [column for column in schema.names if f"`{column}`" not in rows[name]] == []


def test_the_example_from_python_runs() -> None:
    [example] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    told: dict[str, Any] = {}
    exec(example, told)  # noqa: S102  # the page's own
    assert told["stories"]["events"].num_rows == 1
