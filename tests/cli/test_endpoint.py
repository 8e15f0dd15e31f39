"""``--reader llm``: nothing is sent without it, and its key is told nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from tests.llm.answers import TEXT, good
from tests.llm.server import refused, said, serving

KEY = "sk-of-nobody-123"


def asking(url: str, cache: Path) -> list[str]:
    """The options that ask a model."""
    return ["--reader", "llm", "--llm-url", url, "--llm-model", "m", "--llm-cache", str(cache)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_model_reads(tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LLM_KEY", KEY)
    path = tmp_path / "a.txt"
    path.write_text(TEXT[language], encoding="utf-8")
    with serving() as server:
        server.script = [said(good(language))]
        arguments = asking(server.url, tmp_path / "c")
        done = CliRunner().invoke(main, ["read", str(path), "--format", "json", *arguments])
        assert done.exit_code == 0, done.output
        assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert [claim["act"] for claim in json.loads(done.stdout)["claims"]] == ["delivery"]
    kept = [each.read_text(encoding="utf-8") for each in (tmp_path / "c").rglob("*.json")]
    assert len(kept) == 1
    assert KEY not in done.output + kept[0]


def test_an_article_that_could_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT["en"], encoding="utf-8")
    with serving() as server:
        server.script = [refused(400, "no such model")]
        arguments = asking(server.url, tmp_path / "c")
        done = CliRunner().invoke(main, ["read", str(path), "--format", "jsonl", *arguments])
    assert done.exit_code == 1
    assert "could not be read" in done.stderr
    assert "no such model" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--llm-url", "http://localhost:1/v1"], "nothing is sent anywhere"),
        (["--llm-budget", "5"], "goes with --reader llm"),
        (["--reader", "llm", "--llm-model", "m"], "needs --llm-url"),
        (["--reader", "llm", "--llm-url", "http://localhost:1/v1"], "needs --llm-model"),
        (["--reader", "llm", "--llm-url", "localhost", "--llm-model", "m"], "should begin with http"),
    ],
)
def test_half_of_an_endpoint_is_refused(tmp_path: Path, arguments: list[str], message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Norway signed.", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(path), *arguments])
    assert done.exit_code == 2
    assert message in done.output
