"""What was found, taken away in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from starlette.testclient import TestClient

from reportedly.export import FORMATS
from reportedly.ledger import View
from reportedly.web import exports
from tests.web.conftest import Serve


@pytest.mark.parametrize("name", exports.NAMES)
def test_every_format_comes_with_a_name(client: TestClient, name: str) -> None:
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="reportedly.')
    assert answer.content or name == "corrections"


def test_all_formats_are_there() -> None:
    assert set(exports.NAMES) == {*FORMATS, "corrections"}
    assert set(get_args(exports.Format)) == set(exports.NAMES)


def test_the_choice_on_screen_is_what_is_exported(client: TestClient) -> None:
    chosen = {"q": "missiles", "status": "denied"}
    shown = [row["id"] for row in client.get("/claims.json", params=chosen).json()["rows"]]
    rows = list(csv.DictReader(io.StringIO(client.get("/export/csv", params=chosen).text)))
    assert {row["id"] for row in rows} == set(shown)
    page = client.get("/claims", params={**chosen, "offset": 0, "limit": 5}).text
    assert 'href="/export/csv?q=missiles&amp;status=denied"' in page


def test_it_is_what_the_command_exports(client: TestClient, ledger: Path) -> None:
    from reportedly.export import jsonl

    out = io.BytesIO()
    with View(ledger) as view:
        jsonl.export(view.kept("lang:fr"), out)
    answer = client.get("/export/jsonl", params={"language": "fr"})
    assert answer.content == out.getvalue()
    assert json.loads(answer.text)["document"]["language"] == "fr"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/doc", 400),
        ("/export/csv?q=colour:red", 400),
        ("/export/csv?since=x", 400),
        ("/export/..%2fcsv", 404),
    ],
)
def test_what_cannot_be_exported_is_told(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["ok"]) == (status, False)


def test_no_ledger_no_export(serve: Serve) -> None:
    assert serve(ledger=None).get("/export/csv").status_code == 404


def test_exports_under_way_are_bounded(client: TestClient) -> None:
    taken = [exports._free.acquire(blocking=False) for _ in range(exports.AT_ONCE)]
    try:
        assert client.get("/export/csv").status_code == 503
    finally:
        for _ in taken:
            exports._free.release()
    for _ in range(exports.AT_ONCE * 3):
        assert client.get("/export/csv").status_code == 200
        assert client.get("/export/csv?q=colour:red").status_code == 400
