"""The command why on events: of given articles and of a ledger, in both languages, for people and programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main
from reportedly.ledger import View, Writer

ARTICLES = {
    "en": [
        {"outlet": "AFP", "published": "2024-05-02", "text": "Rome sent twelve tanks to Tunis on Monday, two officials "
         "said. The tanks left the port of Naples in the dark and nobody saw them leave."},
        {"outlet": "The Herald", "published": "2024-05-03", "text": "Rome sent fifteen tanks to Tunis on Monday. The "
         "tanks left the port of Naples in the dark and nobody saw them leave. (AFP)"},
    ],
    "fr": [
        {"outlet": "AFP", "published": "2024-05-02", "text": "Rome a envoyé douze chars à Tunis lundi, ont dit deux "
         "responsables. Les chars ont quitté le port de Naples dans le noir et personne ne les a vus partir."},
        {"outlet": "Le Phare", "published": "2024-05-03", "text": "Rome a envoyé quinze chars à Tunis lundi. Les chars "
         "ont quitté le port de Naples dans le noir et personne ne les a vus partir. (AFP)"},
    ],
}  # fmt: skip
PARTS = {
    "en": [
        "Why it is one event",
        "The same word names the act: “sent”.",
        "names no source for “sent” [5–9]",
        "repeats AFP",
        "credits AFP",
        "amounts differ",
        "became more certain (+1.0) −“said”",
    ],
    "fr": [
        "Pourquoi c'est un seul événement",
        "Le même mot nomme l'acte : « envoyé ».",
        "le tient de « deux responsables »",
        "reproduit AFP",
        "crédite AFP",
        "chiffres divergents",
        "quinze – Le Phare",
    ],
}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def articles(tmp_path: Path, language: str) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{place}", **row} for place, row in enumerate(ARTICLES[language], 1)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def why(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["why", *map(str, arguments)])


def test_the_whole_argument_is_told(articles: Path, language: str) -> None:
    result = why(articles, "e1", "--labels", language)
    assert result.exit_code == 0, result.output
    assert [part for part in PARTS[language] if part not in result.stdout] == []


def test_the_places_hold_the_words(articles: Path, language: str) -> None:
    told = json.loads(why(articles, "e1", "--format", "json", "--labels", language).stdout)
    texts = [row["text"] for row in ARTICLES[language]]
    spans = [span for reason in told["stories"]["events"][0]["reasons"] for span in reason["spans"]]
    assert spans
    assert all(texts[int(one["article"][1:]) - 1][one["start"] : one["end"]] == one["text"] for one in spans)
    assert [step["heading"] for step in told["steps"]][:1] == [
        "Who tells it" if language == "en" else "Qui le raconte"
    ]


def test_events_and_claims_in_one_go(articles: Path) -> None:
    result = why(articles, "e1", "c1")
    assert result.exit_code == 0
    assert result.stdout.count("\nc1 ") + result.stdout.startswith("c1 ") == len(ARTICLES["en"])
    assert "\ne1 " in result.stdout


def test_what_is_neither_is_said(articles: Path) -> None:
    result = why(articles, "e77", "zork")
    assert result.exit_code == 1
    assert "no event 'e77' in 2 articles; there are e1 to" in result.stderr
    assert "2 articles: there is no claim 'zork'" in result.stderr


@pytest.fixture
def ledger(tmp_path: Path, articles: Path) -> Path:
    path = tmp_path / "kept.db"
    assert CliRunner().invoke(main, ["add", str(articles), "--ledger", str(path)]).exit_code == 0
    return path


def test_of_a_ledger_with_what_was_judged(ledger: Path) -> None:
    with View(ledger) as view:
        rows = sorted(view.claims(), key=lambda row: row.outlet or "")
    with Writer(ledger) as writer:
        writer.judge("same", rows[0].id, rows[-1].id, by="reviewer", why="one convoy")
    assert CliRunner().invoke(main, ["corroborate", "--ledger", str(ledger)]).exit_code == 0
    with View(ledger) as view:
        key = view.events_of([rows[0].id])[rows[0].id]
    kept, anew = why(key, "--ledger", ledger), why("e1", "--ledger", ledger)
    assert kept.exit_code == anew.exit_code == 0, kept.output
    assert "reviewer: one event: " in kept.stdout
    assert "one convoy" in anew.stdout


def test_an_event_that_the_ledger_does_not_keep(ledger: Path) -> None:
    result = why("sc234567234567", "--ledger", ledger)
    assert result.exit_code == 1
    assert "there is no event 'sc234567234567'" in result.stderr


def test_the_ontology_of_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    smuggling = Path(__file__).parents[2] / "examples" / "smuggling.toml"
    (tmp_path / "reportedly.toml").write_text(f'ontology = "{smuggling}"\n', encoding="utf-8")
    (tmp_path / "one.txt").write_text(
        "Ostia smuggled missiles to Karsia, an official said.", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert "kind “smuggling” (COERCE)" in why("one.txt", "c1").stdout
