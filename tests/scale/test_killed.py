"""Nothing is lost: workers that are killed, a program that is killed, and one that is interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.scale.conftest import do, write_parquet

Rows = Callable[..., list[dict[str, Any]]]
#: Long enough to be killed at, short enough to be done again.
SENTENCES = 3
LIMIT = 120.0


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, articles: list[dict[str, Any]]) -> Path:
    """Articles of four days that take some seconds to read."""
    found = [
        {**articles[n % 6], "id": f"m{n:03}", "text": " ".join([articles[n % 6]["text"]] * SENTENCES),
         "published": f"2031-04-0{1 + n % 4}"}
        for n in range(48)
    ]  # fmt: skip
    return write_parquet(tmp_path_factory.mktemp("many") / "many.parquet", found)


@pytest.fixture(scope="module")
def undisturbed(many: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("undisturbed") / "out"
    assert [one["error"] for one in do(root, many) if one["error"]] == []
    return root


def started(root: Path, inputs: Path, jobs: int = 2) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "reportedly",
        "scale",
        str(inputs),
        "--to",
        str(root),
        "--jobs",
        str(jobs),
    ]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def workers(program: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes that read."""
    found = []
    for child in psutil.Process(program.pid).children(recursive=True):
        try:
            if any("udf_worker" in word for word in child.cmdline()):
                found.append(child)
        except psutil.NoSuchProcess:
            continue
    return found


def until(seen: Callable[[], Any], program: subprocess.Popen[str]) -> None:
    """Wait for something to be there, as long as the program runs."""
    end = time.monotonic() + LIMIT
    while not seen():
        assert program.poll() is None, program.stderr and program.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.02)


def notes(root: Path) -> dict[str, float]:
    """What is done of the reading, and when it was."""
    folder = root / ".made" / "read"
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime for path in folder.rglob("[!.]*.json")}


def begun(root: Path) -> Iterator[Path]:
    return (root / ".work" / "tries" / "read").rglob("*.txt")


def same(root: Path, other: Path, rows: Rows) -> None:
    for table in ("readings", "claims", "passages", "links", "stories", "events", "origins", "drift"):
        here, there = (sorted(json.dumps(row) for row in rows(each, table)) for each in (root, other))
        assert here == there, table


def test_a_killed_worker_loses_nothing(many: Path, undisturbed: Path, tmp_path: Path, rows: Rows) -> None:
    root = tmp_path / "out"
    program = started(root, many)
    until(lambda: list(begun(root)), program)
    victim = workers(program)[0]
    os.kill(victim.pid, signal.SIGKILL)
    _, told = program.communicate(timeout=LIMIT)
    assert program.returncode == 0, told
    assert "4 of 4 parts read now" in told
    same(root, undisturbed, rows)


def test_a_killed_program_goes_on_where_it_was(
    many: Path, undisturbed: Path, tmp_path: Path, rows: Rows
) -> None:
    root = tmp_path / "out"
    program = started(root, many, jobs=1)
    until(lambda: notes(root), program)
    left = workers(program)
    os.kill(program.pid, signal.SIGKILL)
    program.communicate(timeout=LIMIT)
    assert psutil.wait_procs(left, timeout=LIMIT)[1] == []
    before = notes(root)
    assert 0 < len(before) < 4
    again = started(root, many)
    _, told = again.communicate(timeout=LIMIT)
    assert again.returncode == 0, told
    after = notes(root)
    assert {key: after[key] for key in before} == before  # what was done was not done again
    assert f"{4 - len(before)} of 4 parts read now" in told
    same(root, undisturbed, rows)


def test_an_interruption_ends_all_and_a_later_run_goes_on(
    many: Path, undisturbed: Path, tmp_path: Path, rows: Rows
) -> None:
    root = tmp_path / "out"
    program = started(root, many)
    until(lambda: list(begun(root)), program)
    left = workers(program)
    assert left
    program.send_signal(signal.SIGINT)
    program.communicate(timeout=LIMIT)
    assert program.returncode == 130
    assert psutil.wait_procs(left, timeout=10)[1] == []
    again = started(root, many)
    _, told = again.communicate(timeout=LIMIT)
    assert again.returncode == 0, told
    same(root, undisturbed, rows)


def test_a_part_at_which_workers_die_holds_nothing_up(many: Path, tmp_path: Path, rows: Rows) -> None:
    root = tmp_path / "out"
    program = started(root, many, jobs=1)
    fatal = "2031-04-02"
    killed = 0
    while program.poll() is None:
        tries = sum(path.stat().st_size for path in begun(root) if fatal in path.as_posix())
        if tries > killed:  # whoever has just begun with it
            for worker in workers(program):
                worker.kill()
            killed = tries
        time.sleep(0.02)
    told = program.communicate(timeout=LIMIT)[1]
    assert program.returncode == 1, told
    assert "put aside: 3 workers died at it" in told
    assert killed == 3
    assert {row["published"] for row in rows(root, "readings")} == {"2031-04-01", "2031-04-03", "2031-04-04"}
    again = started(root, many)
    _, told = again.communicate(timeout=LIMIT)
    assert again.returncode == 0, told
    assert "1 of 4 parts read now" in told
    assert len(rows(root, "readings")) == 48
