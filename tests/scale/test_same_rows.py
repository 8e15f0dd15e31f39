"""Whoever does the work, the rows are those that the commands print on a laptop, byte for byte."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.scale.conftest import do

Rows = Callable[..., list[dict[str, Any]]]
ROOT = Path(__file__).parents[2]
HAVE_RAY = importlib.util.find_spec("ray") is not None
RUNNERS = [
    "here",
    "native",
    pytest.param(
        "ray", marks=pytest.mark.skipif(not HAVE_RAY, reason="RAY IS MISSING: the same rows are not shown")
    ),
]
#: Run in a process of its own: an engine, once up, stays for as long as its process does.
SCRIPT = """
import sys
from pathlib import Path
from tests.scale.conftest import do
if __name__ == "__main__":
    root, inputs, runner = sys.argv[1:]
    done = do(Path(root), Path(inputs), runner=runner, window=30, block=60)
    failed = [one for one in done if one["error"]]
    sys.exit(str(failed) if failed else 0)
"""


@pytest.fixture(scope="module", params=RUNNERS)
def archive(request: pytest.FixtureRequest, inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive") / "out"
    script = root.parent / "scale_it.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(root), str(inputs), request.param],
        capture_output=True, text=True, timeout=300, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return root


def encoded(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def test_readings(archive: Path, laptop: dict[str, Any], rows: Rows) -> None:
    assert sorted(row["reading"] for row in rows(archive, "readings")) == sorted(laptop["readings"])


def test_events_origins_and_drift(archive: Path, laptop: dict[str, Any], rows: Rows) -> None:
    """Names apart: here an event is called after its first claim and an origin after its first article."""
    stories = laptop["stories"]
    told = {row["id"]: json.loads(row["event"]) for row in rows(archive, "events")}
    by_first = {encoded(event["claims"][0]): key for key, event in told.items()}
    events = {event["id"]: by_first[encoded(event["claims"][0])] for event in stories["events"]}
    first = {json.loads(row["origin"])["articles"][0]: row["id"] for row in rows(archive, "origins")}
    origins = {origin["id"]: first[origin["articles"][0]] for origin in stories["origins"]}
    assert len(set(events.values())) == len(told) == len(stories["events"]) > 4
    for event in stories["events"]:
        event["id"] = events[event["id"]]
        event["origins"] = [origins[key] for key in event["origins"]]
        for step in event["history"]:
            step["origin"] = step["origin"] and origins[step["origin"]]
    for origin in stories["origins"]:
        origin["id"] = origins[origin["id"]]
    for drift in stories["drift"]:
        drift["event"] = drift["event"] and events[drift["event"]]
    for table, column in (("events", "event"), ("origins", "origin"), ("drift", "drift")):
        expected = sorted(encoded(one) for one in stories[table])
        assert sorted(row[column] for row in rows(archive, table)) == expected, table


def test_articles_of_the_stories(archive: Path, laptop: dict[str, Any], rows: Rows) -> None:
    found = sorted((row["article"], row["derived_from"]) for row in rows(archive, "stories"))
    expected = sorted((one["id"], encoded(one["derived_from"])) for one in laptop["stories"]["articles"])
    assert found == expected
    assert sum(derived != "[]" for _, derived in found) > 3


def test_files_are_the_same_bytes_whoever_made_them(archive: Path, inputs: Path, tmp_path: Path) -> None:
    do(tmp_path / "here", inputs, window=30, block=60)
    here, there = (
        {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*.parquet")
            if not path.relative_to(root).as_posix().startswith(".")
        }
        for root in (tmp_path / "here", archive)
    )
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
