"""The command read: what it prints where, and how it ends, with a reader that needs no pipeline."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportedly import reading as reading_module
from reportedly.cli import main
from reportedly.contract import from_dict
from reportedly.errors import PipelineError
from reportedly.model import Article, Problem, Reading
from tests.show.readings import french


class Stub:
    """A reader that knows one article by heart, and what the command asked of it."""

    calls: list[dict[str, Any]]

    def __init__(
        self, pipelines: dict[str, str] | None = None, ontology: str | None = None, **settings: bool
    ) -> None:
        self.pipelines = pipelines or {}

    def read_many(self, articles: Iterable[Article], jobs: int = 1) -> Iterator[Reading]:
        for article in articles:
            Stub.calls.append({"article": article, "jobs": jobs, "pipelines": self.pipelines})
            if "PIPELINE" in article.text:
                raise PipelineError("no pipeline 'xx'")
            if "INTERRUPT" in article.text:
                raise KeyboardInterrupt
            yield self.reading(article)

    @staticmethod
    def reading(article: Article) -> Reading:
        from dataclasses import replace

        found = french()
        document = replace(found.document, id=article.id)
        if "CRASH" in article.text:
            problem = Problem("reader", "ValueError: no", None, None)
            return Reading("reportedly.reading/1", document, *[()] * 8, problems=(problem,))
        return replace(found, document=document)


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    Stub.calls = []
    monkeypatch.setattr(reading_module, "Reader", Stub)


@pytest.fixture
def note(tmp_path: Path) -> str:
    return write(tmp_path / "note.txt", "A note.")


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *args], input=stdin)


def test_text_is_the_default(note: str) -> None:
    result = run(note)
    assert result.exit_code == 0
    assert result.stdout.startswith("L'Arménie va recevoir")
    assert not result.stderr


def test_one_reading_is_one_json_object(note: str) -> None:
    data = json.loads(run(note, "--format", "json", "--all").stdout)
    assert data["document"]["id"] == note
    assert from_dict(data).claims == french().claims


def test_several_readings_are_a_list(note: str) -> None:
    assert len(json.loads(run(note, note, note, "--format", "json").stdout)) == 3


def test_no_reading_is_an_empty_list(tmp_path: Path) -> None:
    result = run(write(tmp_path / "a.jsonl", ""), "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_json_lines_are_a_line_each(note: str) -> None:
    lines = run(note, note, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["format"] for line in lines] == ["reportedly.reading/1"] * 2


def test_claims_outside_the_ontology_come_only_with_all(note: str) -> None:
    without = json.loads(run(note, "--format", "json").stdout)
    assert [claim["id"] for claim in without["claims"]] == ["c1", "c2", "c3", "c4"]
    assert "c5" not in json.dumps(without)
    assert "HORS DE L'ONTOLOGIE" not in run(note).stdout
    assert "HORS DE L'ONTOLOGIE" in run(note, "--all").stdout


def test_html_is_one_page(note: str) -> None:
    result = run(note, note, "--format", "html")
    assert result.stdout.count("<html") == 1
    assert 'id="r2-c1"' in result.stdout


def test_one_bad_input_never_stops_the_others(tmp_path: Path, note: str) -> None:
    lines = write(
        tmp_path / "a.jsonl", '{"id": "one", "text": "One."}\n{"text": \n{"id": "two", "text": "Two."}\n'
    )
    result = run(note, str(tmp_path / "none.txt"), lines, "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()] == [note, "one", "two"]
    assert "none.txt: No such file" in result.stderr
    assert f"{lines}, line 2: not JSON" in result.stderr


def test_an_article_that_breaks_the_reader_is_told_and_counted(tmp_path: Path, note: str) -> None:
    bad = write(tmp_path / "bad.txt", "CRASH")
    result = run(bad, note, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert f"{bad}: could not be read: ValueError: no" in result.stderr


def test_what_was_mended_is_told_but_does_not_fail(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Le président a été reçu à l'Élysée.".encode("cp1252"))
    result = run(str(path), "--format", "jsonl")
    assert result.exit_code == 0
    assert "not UTF-8" in result.stderr


def test_the_command_line_overrides_the_article(tmp_path: Path) -> None:
    lines = write(tmp_path / "a.jsonl", '{"text": "One.", "language": "en", "published": "2020-01-01"}\n')
    run(
        lines, "--language", "fr", "--published", "2026-03-04", "--jobs", "3", "--pipeline", "fr_core_news_lg"
    )
    (call,) = Stub.calls
    assert (call["article"].language, call["article"].published) == ("fr", "2026-03-04")
    assert (call["jobs"], call["pipelines"]) == (3, {"fr": "fr_core_news_lg"})


def test_pipelines_are_named_by_language_or_say_it_themselves(tmp_path: Path, note: str) -> None:
    write(tmp_path / "meta.json", '{"lang": "en"}')
    run(note, "--pipeline", "fr=my_pipeline", "--pipeline", str(tmp_path))
    assert Stub.calls[0]["pipelines"] == {"fr": "my_pipeline", "en": str(tmp_path)}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--format", "xml"], "'xml' is not one of"),
        (["--published", "yesterday"], "not an ISO 8601 date"),
        (["--pipeline", "mine"], "write LANG=mine"),
        (["--jobs", "0"], "0 is not in the range"),
        (["--explain", "--format", "json"], "--explain goes with"),
        (["--nonsense"], "No such option"),
        (["--output", "/nonexistent/folder/out.json"], "No such file or directory"),
    ],
)
def test_wrong_usage_is_two(note: str, args: list[str], said: str) -> None:
    result = run(note, *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_a_missing_pipeline_is_wrong_usage(tmp_path: Path) -> None:
    result = run(write(tmp_path / "a.txt", "PIPELINE"))
    assert result.exit_code == 2
    assert "no pipeline 'xx'" in result.stderr


def test_standard_input_is_read_without_arguments_or_by_its_dash() -> None:
    for args in ([], ["-"]):
        assert run(*args, "--format", "jsonl", stdin='{"text": "One."}\n').exit_code == 0
    assert [call["article"].text for call in Stub.calls] == ["One.", "One."]


def test_on_a_terminal_without_arguments_there_is_help(monkeypatch: pytest.MonkeyPatch) -> None:
    from click import testing

    monkeypatch.setattr(testing._NamedTextIOWrapper, "isatty", lambda self: True, raising=False)
    result = run()
    assert result.exit_code == 0
    assert "Usage: main read" in result.stdout


def test_output_goes_to_a_file_and_takes_its_format_from_the_name(tmp_path: Path, note: str) -> None:
    target = tmp_path / "out.html"
    result = run(note, "--output", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert target.stat().st_mode & 0o777 == Path(note).stat().st_mode & 0o777
    assert sorted(path.name for path in tmp_path.iterdir()) == ["note.txt", "out.html"]


@pytest.mark.parametrize("text", ["INTERRUPT", "PIPELINE"])
def test_a_failure_leaves_the_old_output_alone(tmp_path: Path, note: str, text: str) -> None:
    target = tmp_path / "out.jsonl"
    write(target, "old")
    result = run(note, write(tmp_path / "b.txt", text), "--output", str(target))
    assert result.exit_code != 0
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.txt", "note.txt", "out.jsonl"]


def test_an_interruption_ends_with_130(tmp_path: Path) -> None:
    result = run(write(tmp_path / "a.txt", "INTERRUPT"))
    assert result.exit_code == 130
    assert "Traceback" not in result.output


def test_an_output_link_keeps_pointing_at_its_file(tmp_path: Path, note: str) -> None:
    target = tmp_path / "real.jsonl"
    write(target, "old")
    (tmp_path / "link.jsonl").symlink_to(target)
    run(note, "--output", str(tmp_path / "link.jsonl"))
    assert (tmp_path / "link.jsonl").is_symlink()
    assert target.read_text(encoding="utf-8").startswith('{"format"')


def test_labels_can_be_chosen(note: str) -> None:
    assert "REPORTED BY OTHERS" in run(note, "--labels", "en").stdout


def test_off_a_terminal_there_is_no_progress_bar(note: str) -> None:
    assert not run(note, note, "--format", "jsonl").stderr
