"""``reportedly serve``: where it listens, to whom it answers, and how it ends."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from tests.ledger.conftest import filled, ledger  # noqa: F401  # pytest finds fixtures by name

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server of its own process and its port, once it says that it listens."""
    command = [sys.executable, "-m", "reportedly", "serve", "--port", "0", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            told = _ADDRESS.search(server.stderr.readline())
            assert told is not None
            yield server, int(told.group(1))
        finally:
            server.kill()


def status(port: int, path: str, **headers: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.request("GET", path, headers=headers)
        return line.getresponse().status


def test_it_listens_until_it_is_interrupted(ledger: Path) -> None:  # noqa: F811
    with serving(str(ledger)) as (server, port):
        assert status(port, "/") == 200
        assert status(port, "/claims.json") == 200
        assert status(port, "/", Host="evil.example") == 421
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=20) == 0


def test_a_token_is_asked_for(ledger: Path, tmp_path: Path) -> None:  # noqa: F811
    secret = tmp_path / "token"
    secret.write_text("t0ken\n", encoding="utf-8")
    with serving(str(ledger), "--token-file", str(secret)) as (_, port):
        assert status(port, "/claims.json") == 401
        assert status(port, "/claims.json", Authorization="Bearer t0ken") == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])  # noqa: S104  # refused
def test_others_are_not_let_in_by_chance(host: str) -> None:
    done = CliRunner().invoke(main, ["serve", "--host", host])
    assert done.exit_code == 2
    assert "--unprotected" in done.output


@pytest.mark.parametrize(("name", "word"), [("nowhere.db", "no such ledger"), ("text.db", "not a database")])
def test_what_cannot_be_served_is_told_at_once(tmp_path: Path, name: str, word: str) -> None:
    (tmp_path / "text.db").write_text("Kenya sent maize to Malawi. " * 100, encoding="utf-8")
    done = CliRunner().invoke(main, ["serve", str(tmp_path / name)])
    assert done.exit_code == 1
    assert word in done.output


def test_a_port_that_is_taken_is_told(ledger: Path) -> None:  # noqa: F811
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "reportedly", "serve", str(ledger), "--port", str(port)],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 1
    assert f"cannot listen at 127.0.0.1:{port}" in done.stderr


def test_an_empty_secret_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["serve", "--password-file", str(tmp_path / "empty")])
    assert done.exit_code == 2
    assert "first line is empty" in done.output


@pytest.mark.parametrize("name", ["jinja2", "python_multipart", "starlette", "uvicorn"])
def test_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    done = CliRunner().invoke(main, ["serve"])
    assert done.exit_code == 1
    assert "pip install 'reportedly[web]'" in done.output


def test_an_answer_waits_for_no_acknowledgement(ledger: Path) -> None:  # noqa: F811
    """Head and body are two packets; held back until the first is acknowledged, the second comes 40 ms late."""
    with serving(str(ledger)) as (_, port):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        with closing(line):
            taken = []
            for _ in range(60):  # a fresh line is acknowledged at once
                began = time.perf_counter()
                line.request("GET", "/token.json")
                line.getresponse().read()
                taken.append(time.perf_counter() - began)
    assert min(taken[40:]) < 0.03
