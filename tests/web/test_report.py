"""One file that needs nothing else: its style in it, no script, no address that anything is fetched from."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from reportedly.cli import main
from reportedly.ledger import View
from tests.web.pages.conftest import corroborated, reader, stories, story  # noqa: F401  # fixtures by name

Story = Callable[[], str]


def test_an_event_as_one_file(reader: TestClient, story: Story) -> None:  # noqa: F811
    answer = reader.get(f"/events/{story()}/report")
    page = answer.text
    assert answer.status_code == 200
    assert "Who says so" in page
    assert "Apache" in page
    assert page.count("<style>") == 1
    assert "<script" not in page
    assert not re.search(r'\b(?:src|href)="(?!#)', page.replace('xmlns="', ""))
    assert not re.search(r"<[^>]*\s(on\w+|style)=", page)
    assert "<form" not in page


def test_it_says_of_itself_what_it_may_do(reader: TestClient, story: Story) -> None:  # noqa: F811
    answer = reader.get(f"/events/{story()}/report")
    style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert style
    mark = b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    for allowed in (answer.headers["content-security-policy"], unescape(answer.text)):
        assert "default-src 'none'" in allowed
        assert f"sha256-{mark}" in allowed
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Report on an event"), ("fr", "Rapport sur un événement")]
)
def test_both_languages(reader: TestClient, story: Story, language: str, words: str) -> None:  # noqa: F811
    assert words in reader.get(f"/events/{story()}/report", params={"lang": language}).text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "under the Apache licence 2.0, on"), ("fr", "sous licence Apache 2.0, le")]
)
def test_an_article_as_one_file(reader: TestClient, language: str, words: str) -> None:  # noqa: F811
    key = reader.get("/articles.json").json()["rows"][0]["id"]
    answer = reader.get(f"/articles/{key}/report", params={"lang": language})
    assert answer.status_code == 200
    assert words in answer.text
    assert str(datetime.now(UTC).year) in answer.text.rpartition(words)[2]
    assert "<script" not in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/events/gone/report", "/articles/gone/report"])
def test_what_is_not_there(reader: TestClient, path: str) -> None:  # noqa: F811
    assert reader.get(path).status_code == 404


def test_other_pages_keep_their_policy(reader: TestClient) -> None:  # noqa: F811
    assert "style-src 'self'" in reader.get("/claims").headers["content-security-policy"]


def test_the_command_writes_the_same(stories: Path, tmp_path: Path) -> None:  # noqa: F811
    with View(stories) as view:
        event = max(view.events("", limit=None), key=lambda row: row.articles).id
        article = next(view.articles()).id
    for key, words in ((event, "Qui le dit"), (article, "Lu par reportedly")):
        out = tmp_path / f"{key}.html"
        result = CliRunner().invoke(
            main, ["report", key, "--ledger", str(stories), "--labels", "fr", "--output", str(out)]
        )
        assert result.exit_code == 0, result.output
        assert words in out.read_text("utf-8")


def test_the_command_tells_what_is_not_there(stories: Path) -> None:  # noqa: F811
    result = CliRunner().invoke(main, ["report", "gone", "--ledger", str(stories)])
    assert result.exit_code == 1
    assert "neither an event nor an article is called 'gone'" in result.output
