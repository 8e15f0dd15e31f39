"""Peers are optional: the comparison runs without them, says so aloud, and counts what they raise."""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.peer_programs import PUBLISHED, Hit
from benchmarks.peers import Tally, main, run, texts

PEERS = {
    "recognizers_date_time": "recognizers-text",
    "dateparser": "dateparser search",
    "textacy": "textacy direct quotations",
}
OURS = ("reportedly.times", "our rules that attribution needs", "our attribution rules")


def test_without_peers_ours_are_measured_and_each_peer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in PEERS:
        for name in [name for name in sys.modules if name.split(".")[0] == module]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, module, None)  # what Python calls not importable
    assert main(["--shared", str(tmp_path), "--texts", "1"]) == 0
    out, err = capsys.readouterr()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in out.splitlines() if line]
    measured = {(cells[0], cells[1]): cells for cells in rows if cells[0] in ("fr", "en")}
    assert set(measured) == {(language, name) for language in ("fr", "en") for name in OURS}
    assert all(int(cells[4]) > 0 for cells in measured.values())
    indirect = [int(measured[language, OURS[-1]][8]) for language in ("fr", "en")]
    assert all(indirect), "the examples quote indirectly"
    for name in PEERS.values():
        assert err.count(f"LEFT OUT: {name}") == 2


def test_a_table_has_as_many_cells_in_each_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path), "--texts", "1", "--limit", "0"]) == 0
    for table in capsys.readouterr().out.split("\n\n"):
        assert len({line.count("|") for line in table.splitlines()}) == 1


def test_what_a_program_raises_is_counted_and_it_goes_on() -> None:
    def picky(text: str) -> list[Hit]:
        if not text:
            raise ValueError("an unclosed quotation")
        return [Hit(0, len(text), complete=True)]

    tally = run(picky, [(1, "one"), (0, ""), (2, "one two")], "one", limit=60)
    assert tally.raised == Counter(ValueError=1)
    assert (tally.words, tally.number(complete=True), len(tally.hits)) == (3, 2, 3)


def test_a_program_whose_time_is_up_gets_no_more() -> None:
    def slow(text: str) -> list[Hit]:
        sum(range(300_000))
        return []

    assert len(run(slow, [(1, "one")] * 9, "one", limit=0).hits) == 1


def test_shared_finds_overlap() -> None:
    ours = Tally(hits=[[Hit(0, 5, complete=True), Hit(9, 12, complete=True)], [Hit(0, 3, complete=True)]])
    theirs = Tally(hits=[[Hit(4, 8, complete=True), Hit(5, 9, complete=True)]])
    assert (ours.also(theirs), theirs.also(ours)) == (1, 1)


@pytest.mark.parametrize(("language", "treebank"), [("fr", "gsd-test"), ("en", "pud")])
def test_texts_of_treebanks_are_cut_and_dated(language: str, treebank: str, tmp_path: Path) -> None:
    path = tmp_path / "treebanks" / language / f"{treebank}.conllu.gz"
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(f"# sent_id = n_{number}\n# text = {number} a.\n\n" for number in range(45))
    found = texts(language, tmp_path, 9)
    assert [article.text.count(" a.") for article in found] == [20, 20, 5]
    assert {(article.language, article.published) for article in found} == {(language, PUBLISHED)}


def test_a_python_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--python", "no/such/python"])
    assert "no/such/python" in capsys.readouterr().err
