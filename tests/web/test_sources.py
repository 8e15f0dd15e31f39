"""The register of outlets and sources on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from reportedly.cli import main


@pytest.fixture
def told(ledger: Path, client: TestClient) -> TestClient:
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(ledger)])
    assert done.exit_code == 0, done.output
    return client


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", ["outlet", "source"])
def test_the_page_says_what_json_says(told: TestClient, kind: str, lang: str) -> None:
    rows = told.get("/sources.json", params={"kind": kind}).json()["rows"]
    page = told.get("/sources", params={"kind": kind, "lang": lang}).text
    assert rows
    for row in rows:
        assert row["name"] in page
        assert {"reports", "record"} <= row.keys()  # two things, kept apart


def test_a_name_leads_to_its_claims(told: TestClient) -> None:
    page = told.get("/sources", params={"q": "cour"}).text
    assert 'href="/claims?q=outlet%3A%22The%20Courier%22"' in page
    rows = told.get("/claims.json", params={"q": 'outlet:"The Courier"'}).json()["rows"]
    assert {row["outlet"] for row in rows} == {"The Courier"}


def test_it_says_what_to_do_before_events_were_looked_for(client: TestClient) -> None:
    assert "reportedly corroborate" in client.get("/sources").text


def test_every_column_has_its_heading(told: TestClient) -> None:
    for kind in ("outlet", "source"):
        page = told.get("/sources", params={"kind": kind}).text
        head, _, body = page.partition("</thead>")
        headings = head[head.rindex("<tr>") :].count("<th ")
        row = body[body.index("<tr>") : body.index("</tr>")]
        assert headings == row.count("<td ")
        assert "{{" not in page
        assert "}}" not in page
