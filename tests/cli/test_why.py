"""The command why: the argument for one claim or all, in both languages, for people and programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

TEXT = {
    "en": "Iran will supply missiles to Russia, two European officials told Reuters.",
    "fr": "L'Iran va livrer des missiles à la Russie, ont déclaré deux responsables européens à Reuters.",
}


def why(tmp_path: Path, language: str, *arguments: str) -> Result:
    path = tmp_path / f"{language}.txt"
    path.write_text(TEXT[language], encoding="utf-8")
    return CliRunner().invoke(main, ["why", str(path), *arguments])


@pytest.mark.parametrize(
    ("language", "word", "lines"),
    [
        (
            "en",
            "supply",
            [
                "Who says so",
                "Iran does it",
                "Reuters ← two European officials, unnamed",
                "told",
                "“will”",
                "AGREE",
            ],
        ),
        (
            "fr",
            "livrer",
            [
                "Qui le dit",
                "qui agit : Iran",
                "Reuters ← deux responsables européens, identité non précisée",
                "ont déclaré",
                "AGREE",
            ],
        ),
    ],
)
def test_every_step_is_told(tmp_path: Path, language: str, word: str, lines: list[str]) -> None:
    result = why(tmp_path, language, word)
    assert result.exit_code == 0
    assert [line for line in lines if line not in result.stdout] == []


def test_in_the_language_of_the_reader(tmp_path: Path) -> None:
    assert "Qui le dit" in why(tmp_path, "en", "supply", "--labels", "fr").stdout


def test_as_json(tmp_path: Path) -> None:
    told = json.loads(why(tmp_path, "en", "supply", "--json").stdout)
    assert told["claim"] == "c1"
    assert [step["heading"] for step in told["steps"]][:2] == ["The sentence", "What is done"]


def test_a_claim_that_is_not_there(tmp_path: Path) -> None:
    result = why(tmp_path, "en", "c77")
    assert result.exit_code == 1
    assert "no claim 'c77'" in result.stderr


def test_an_article_that_is_not_there() -> None:
    result = CliRunner().invoke(main, ["why", "missing.txt"])
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr
