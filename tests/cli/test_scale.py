"""The command scale: web archives and tables in, tables out, in one go or piece by piece."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

pytest.importorskip("daft", reason="archives need daft (extra scale)")

TEXT = {
    "en": "Norway delivered twelve tanks to Chile on Monday, its defence ministry said in a statement to the press.",
    "fr": "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère de la Défense dans un communiqué.",
}


def page(title: str, day: str, language: str) -> bytes:
    body = (
        f"<p>{TEXT[language]}</p>" + "<p>Nobody knows what comes next, and the harbour waits. " * 3 + "</p>"
    )
    meta = f'<meta property="article:published_time" content="{day}T08:00:00Z">'
    head = f"<head><title>{title}</title>{meta}</head>"
    return f"<html lang='{language}'>{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def record(url: str, content: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + content
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-05T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{url}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


EMPTY = record("https://en.example.org/empty", b"<html><body></body></html>")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Two files as Common Crawl lays them out, one of them with a page that holds no article."""
    import gzip

    folder = tmp_path / "crawl-data" / "CC-NEWS" / "2031" / "03"
    folder.mkdir(parents=True)
    records = [
        record(f"https://{language}.example.org/{day}", page(f"Tanks {day}", f"2024-03-0{day}", language))
        for day in (3, 4)
        for language in ("en", "fr")
    ]
    whole = b"".join(gzip.compress(one, mtime=0) for one in records[:3])
    (folder / "CC-NEWS-20310305000000-00001.warc.gz").write_bytes(whole)
    (folder / "CC-NEWS-20310305000000-00002.warc.gz").write_bytes(
        b"".join(gzip.compress(one, mtime=0) for one in (EMPTY, records[3]))
    )
    return tmp_path / "crawl-data"


def scale(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["scale", *map(str, arguments)])


def test_common_crawls_news(news: Path, tmp_path: Path) -> None:
    """In a process of its own that may not look beyond this machine."""
    pytest.importorskip("fastwarc", reason="web archives need fastwarc (extra archives)")
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    log = tmp_path / "asked.txt"
    paths = os.pathsep.join([str(guard), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": paths, "ASKED": str(log)}
    root = tmp_path / "out"
    command = [sys.executable, "-m", "reportedly", "scale", str(news), "--to", str(root), "--jobs", "2"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "2 of 2 files taken in now" in done.stderr
    days = sorted(path.name for path in (root / "claims").iterdir())
    assert days[:2] == ["day=2024-03-03", "day=2024-03-04"]
    import pyarrow.parquet as pq

    problems = [
        row for path in (root / "problems").rglob("*.parquet") for row in pq.read_table(path).to_pylist()
    ]
    assert any("https://en.example.org/empty" in row["message"] for row in problems)
    assert not log.exists(), log.read_text(encoding="utf-8")
    again = scale("--to", root)
    assert again.exit_code == 0
    assert "0 of 2 days joined now" in again.stderr


#: Notes every address outside this machine that a process or its workers ask for.
GUARD = """
import os, socket
real = socket.getaddrinfo
def asked(host, *rest, **more):
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name not in ("localhost", "127.0.0.1", "::1", "None", socket.gethostname()):
        with open(os.environ["ASKED"], "a") as out:
            out.write(name + "\\n")
        raise OSError("no network here")
    return real(host, *rest, **more)
socket.getaddrinfo = asked
"""


def test_the_guard_sees_who_looks_beyond(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "ASKED": str(tmp_path / "asked.txt")}
    code = "import socket\ntry: socket.create_connection(('example.org', 80))\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=60)
    assert (tmp_path / "asked.txt").read_text(encoding="utf-8") == "example.org\n"
    assert socket.gethostname()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing option '--to'"),
        (["--to", "{empty}"], "no archive"),
        (["{nowhere}", "--to", "{new}"], "no such file or folder"),
        (["{note}", "--to", "{full}"], "is there already and is no archive"),
    ],
)
def test_what_cannot_be(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("Norway signed.", encoding="utf-8")
    names = {name: tmp_path / name for name in ("empty", "nowhere", "new", "full")} | {
        "note": tmp_path / "note.txt"
    }
    done = scale(*(argument.format(**names) for argument in arguments))
    assert done.exit_code in {1, 2}
    assert message in done.output


def test_a_file_that_fails_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(json.dumps({"text": TEXT["en"]}), encoding="utf-8")
    (tmp_path / "in" / "b.parquet").write_bytes(b"no such thing")
    command = [
        sys.executable,
        "-m",
        "reportedly",
        "scale",
        str(tmp_path / "in"),
        "--to",
        str(tmp_path / "out"),
    ]
    done = subprocess.run(
        [*command, "--no-corroborate"], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out" / "readings").rglob("*.parquet"))) == 1
    assert not (tmp_path / "out" / "events").exists()
    problems = list((tmp_path / "out" / "problems").rglob("intake-b*.parquet"))
    assert len(problems) == 1
