"""Trouble: a full disk, a folder that cannot be written, a damaged file, a kill in the midst."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger import View, Writer
from reportedly.model import Article


def articles(count: int) -> str:
    return "".join(
        json.dumps({"text": f"Rome signed treaty number {n}.", "id": str(n)}) + "\n" for n in range(count)
    )


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk's."""
    path = tmp_path / "x.db"
    code = (
        "import resource, signal, sys\n"
        "from reportedly.errors import LedgerError\n"
        "from reportedly.ledger import Writer\n"
        "from reportedly.model import Article\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with Writer(sys.argv[1]) as writer:\n"
        "    print(writer.store(Article(text='First.'), 'test').outcome, flush=True)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))\n"
        "    try:\n"
        "        for n in range(2000):\n"
        "            writer.store(Article(text=f'{n} ' + 'word ' * 2000), 'test')\n"
        "    except LedgerError as error:\n"
        "        print(error)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("new\n"), done.stderr
    assert f"{path}: " in done.stdout
    assert "full" in done.stdout or "disk" in done.stdout
    with View(path) as view:
        assert view.rows("PRAGMA integrity_check") == [("ok",)]
        assert view.rows("SELECT count(*) FROM versions") == view.rows("SELECT count(*) FROM words")
        assert [row.title for row in view.articles("First")] == [None]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(LedgerError, match="may you write"):
        Writer(folder / "x.db")


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Writer(path) as writer:
        writer.store_many((Article(text=f"Rome {n} " * 200, id=str(n)), "test") for n in range(50))
    data = bytearray(path.read_bytes())
    data[5000:40000] = b"\xff" * 35000
    path.write_bytes(data)
    with pytest.raises(LedgerError, match=r"x\.db"), Writer(path) as writer:
        writer.tidy()


@pytest.mark.parametrize("seconds", [0.6, 1.0, 1.6])
def test_a_kill_in_the_midst_loses_nothing(tmp_path: Path, seconds: float) -> None:
    source, path = tmp_path / "a.jsonl", tmp_path / "x.db"
    source.write_text(articles(4000))
    command = [sys.executable, "-m", "reportedly", "add", str(source), "--ledger", str(path), "--no-read"]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    running.wait()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    with View(path) as view:
        assert view.rows("PRAGMA integrity_check") == [("ok",)]
        assert view.stats()["articles"] == view.stats()["versions"] == 4000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel does not tell")
def test_memory_stays_bounded_on_ingest(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(articles(20_000))
    code = (
        "import sys\nfrom reportedly.cli import main\n"
        "main(['add', sys.argv[1], '--ledger', sys.argv[2], '--no-read'], standalone_mode=False)\n"
        "status = open('/proc/self/status').read()\n"
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(source), str(tmp_path / "x.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 250
