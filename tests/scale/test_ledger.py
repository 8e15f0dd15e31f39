"""An archive in the ledger: the same articles and readings as if the ledger had read them itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.ledger import View
from tests.scale.conftest import do


@pytest.fixture(scope="module")
def archive(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive") / "out"
    do(root, inputs)
    return root


def add(source: Path, ledger: Path, *options: str) -> str:
    done = CliRunner().invoke(main, ["add", str(source), "--ledger", str(ledger), *options])
    assert done.exit_code == 0, done.output
    return done.stderr


def test_it_is_as_if_the_ledger_had_read_them(archive: Path, inputs: Path, tmp_path: Path) -> None:
    told = add(archive, tmp_path / "taken.db")
    assert "16 new" in told
    assert "0 read" in told  # its readings came along
    add(inputs, tmp_path / "read.db")
    with View(tmp_path / "taken.db") as taken, View(tmp_path / "read.db") as read:
        by_words = {one.document.text: one for one in read.readings("")}
        found = list(taken.readings(""))
        assert len(found) == len(by_words) == 16
        for reading in found:
            other = by_words[reading.document.text]
            assert reading.claims == other.claims
            assert reading.document.extra["given_id"] == other.document.extra["given_id"]
        claims = [len(list(view.claims("type:AID"))) for view in (taken, read)]
        assert claims[0] == claims[1] > 0


def test_a_second_time_changes_nothing(archive: Path, tmp_path: Path) -> None:
    add(archive, tmp_path / "l.db")
    assert "0 new, 0 changed, 16 known, 0 read" in add(archive, tmp_path / "l.db")


def test_an_archive_is_taken_as_it_is(archive: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        main, ["add", str(archive), "--ledger", str(tmp_path / "l.db"), "--outlet", "Post"]
    )
    assert done.exit_code == 1
    assert "take it in as it is" in done.output
