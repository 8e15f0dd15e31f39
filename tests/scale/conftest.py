"""A small archive in both languages: stories over nine days, copies among them, and what the laptop makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reportedly.cli import main

pytest.importorskip("pyarrow", reason="archives need pyarrow (extra scale)")
pytest.importorskip("daft", reason="archives need daft (extra scale)")

STORIES = {
    "en": [
        (
            "PARIS (AFP) - Norway delivered twelve tanks to Chile on Monday, its defence ministry said in a statement. "
            "The tanks had been ordered two years ago and will be shown at a parade in Santiago next month."
        ),
        (
            "Police arrested forty protesters in Lima on Friday, a spokesman told the Harbour Post. The march against "
            "the new tax had begun at the harbour early in the morning and ended in front of the parliament."
        ),
        "Chile denied that Norway had delivered tanks to Chile.",
    ],
    "fr": [
        (
            "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère de la Défense. Les chars "
            "avaient été commandés il y a deux ans et seront montrés le mois prochain lors d'un défilé à Santiago."
        ),
        (
            "Des rebelles ont attaqué une caserne au Kenya, selon deux responsables. L'armée a envoyé des renforts "
            "dans la région, où une trêve avait été signée au printemps par les deux camps."
        ),
        "Le Kenya pourrait acheter des drones à la Turquie, a affirmé un diplomate.",
    ],
}
#: Day, language and number of a story; the same one again is a copy with a line of its own.
TOLD = [
    (1, "en", 0), (1, "fr", 0), (1, "en", 1), (2, "en", 0), (2, "fr", 1), (2, "en", 1), (3, "fr", 0), (3, "en", 2),
    (4, "fr", 1), (4, "fr", 2), (5, "en", 1), (6, "fr", 2), (7, "en", 0), (8, "fr", 1), (9, "en", 2), (9, "fr", 0),
]  # fmt: skip


def told_articles() -> list[dict[str, Any]]:
    return [
        {
            "id": f"{language}-{number:02}",
            "text": f"{STORIES[language][story]}"
            + (f" Page {number} has more." if language == "en" else f" Lire p. {number}."),
            "outlet": f"Outlet {number % 5}",
            "published": f"2031-03-{day:02}T0{number % 10}:00:00+00:00",
            "language": language,
            "section": number,
        }
        for number, (day, language, story) in enumerate(TOLD)
    ]


def write_parquet(path: Path, articles: list[dict[str, Any]]) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(articles), path)
    return path


@pytest.fixture(scope="session")
def articles() -> list[dict[str, Any]]:
    return told_articles()


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory, articles: list[dict[str, Any]]) -> Path:
    """Two Parquet files in a folder."""
    folder = tmp_path_factory.mktemp("inputs")
    write_parquet(folder / "first.parquet", articles[:9])
    write_parquet(folder / "second.parquet", articles[9:])
    return folder


@pytest.fixture(scope="session")
def laptop(inputs: Path) -> dict[str, Any]:
    """The lines that ``reportedly read`` prints and the object that ``reportedly corroborate`` prints."""
    read = CliRunner().invoke(main, ["read", str(inputs), "--all", "--format", "jsonl"])
    told = CliRunner().invoke(main, ["corroborate", str(inputs), "--format", "json"])
    assert (read.exit_code, told.exit_code) == (0, 0)
    return {"readings": read.stdout.splitlines(), "stories": json.loads(told.stdout)}


Scale = Callable[..., Any]


@pytest.fixture(scope="session")
def rows() -> Callable[..., list[dict[str, Any]]]:
    """All rows of a table of an archive."""
    from reportedly.scale.layout import Archive

    def found(root: Path, table: str) -> list[dict[str, Any]]:
        archive = Archive.opened(root)
        made: list[dict[str, Any]] = archive.read(table, archive.days(table)).to_pylist()
        return made

    return found


def do(root: Path, inputs: Path | None, *, runner: str = "here", **settings: Any) -> list[dict[str, Any]]:
    """All steps of an archive; the results of the pieces that were done."""
    from reportedly.scale.layout import Archive
    from reportedly.scale.runners import run
    from reportedly.scale.units import STEPS, Settings, units_of, waiting

    archive = Archive.opened(root, make=True)
    made = Settings(**settings)
    found = []
    for step in STEPS[0 if inputs else 1 :]:
        left = waiting(archive, units_of(step, archive, made, [str(inputs)] if inputs else []))
        found += list(run(archive, left, made, runner, 2))
    return found
