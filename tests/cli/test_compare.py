"""The command compare: files of readings, readers by name, text and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main
from tests.llm.answers import TEXT, good
from tests.llm.server import said, serving


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, arguments)])


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compare") / "a.jsonl"
    lines = [
        json.dumps({"id": language, "text": text, "language": language}) for language, text in TEXT.items()
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def readings(article: Path) -> Path:
    path = article.with_name("readings.jsonl")
    done = CliRunner().invoke(main, ["read", str(article), "--output", str(path)])
    assert done.exit_code == 0, done.output
    return path


def test_two_files(readings: Path) -> None:
    done = run(readings, readings, "--format", "json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["format"] == "reportedly.comparison/1"
    assert found["articles"] == {"both": 2, "left": 0, "right": 0}
    assert found["claims"]["agreement"] == 1.0
    assert (found["fields"]["type"]["share"], found["fields"]["polarity"]["kappa"]) == (1.0, None)


@pytest.mark.parametrize(("labels", "word"), [("en", "certainty"), ("fr", "certitude")])
def test_a_model_beside_a_file(readings: Path, article: Path, tmp_path: Path, labels: str, word: str) -> None:
    with serving() as server:
        server.script = [
            lambda body: said(good("fr" if "Norvège" in body["messages"][1]["content"] else "en"))
        ]
        arguments = ["--llm-url", server.url, "--llm-model", "m", "--llm-cache", tmp_path, "--labels", labels]
        done = run(readings, "llm", article, *arguments)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"A  {readings}\nB  llm\n")
    assert word in done.stdout
    assert "kappa" in done.stdout


def test_the_bundled_reader_and_its_own_pipeline_from_a_folder(article: Path) -> None:
    from reportedly.language import bundled

    done = run("bundled", bundled("fr"), article, "--format", "json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["claims"]["both"] > 0
    assert found["claims"]["agreement"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["bundled", "fr_core_news_lg"], "name articles behind A and B"),
        (["bundled", "llm", "article"], "--reader llm needs --llm-url"),
        (["bundled", "nonsense", "article"], "cannot tell the language"),
        (["bundled", "en=no_such_pipeline", "article"], "cannot load the pipeline 'no_such_pipeline'"),
    ],
)
def test_what_cannot_be_compared(article: Path, arguments: list[str], message: str) -> None:
    done = run(*(article if each == "article" else each for each in arguments))
    assert done.exit_code in {1, 2}
    assert message in done.output
