"""The installed program: its start, its exits and its streams, as a shell sees them."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from reportedly import __version__

PROGRAM = [sys.executable, "-c", "from reportedly.cli import main; main(prog_name='reportedly')"]
#: Seconds of processor time; wall time would measure what else the machine is doing.
HELP_BUDGET = 0.15
HEAVY = ("spacy", "numpy", "rich", "babel", "trafilatura", "msgspec", "reportedly.reading")


def run(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *args], capture_output=True, text=True, timeout=120, check=False, **options
    )  # type: ignore[call-overload,no-any-return]


def processor_time(*args: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*PROGRAM, *args], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


@pytest.mark.parametrize("args", [["--help"], ["read", "--help"], ["--version"]])
def test_help_is_there_at_once(args: list[str]) -> None:
    assert min(processor_time(*args) for _ in range(5)) < HELP_BUDGET


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from reportedly.cli import main; main(['read', '--help'], standalone_mode=False); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_help_tells_the_exit_codes() -> None:
    for args in (["--help"], ["read", "--help"]):
        text = " ".join(run(*args).stdout.split())
        assert "Exit codes: 0 all inputs were read, 1 some failed" in text


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout.split()[-1] == __version__


def test_the_schema_is_one() -> None:
    done = run("schema")
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))
    assert not done.stderr


def test_no_arguments_show_the_commands() -> None:
    assert "read" in run().stderr + run().stdout


def test_an_unknown_command_is_wrong_usage() -> None:
    assert run("raed").returncode == 2


def gone(group: int) -> bool:
    """Whether nobody of a process group is left, soon."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(("jobs", "seconds"), [(1, 1.5), (2, 4)])
def test_an_interruption_is_quiet_and_leaves_nobody_behind(jobs: int, seconds: float) -> None:
    with subprocess.Popen(
        [*PROGRAM, "read", "-", "--jobs", str(jobs)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        # Enough for a batch, so that the workers have something to do; the input stays open.
        process.stdin.write(b'{"text": "Peru and Chile signed an agreement in Lima on Monday."}\n' * 40)
        process.stdin.flush()
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == b""
    assert gone(process.pid)


def test_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*PROGRAM, "schema"], stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


def test_only_failures_leave_standard_output_empty(tmp_path: Path) -> None:
    done = run("read", str(tmp_path / "none.txt"), "--format", "jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"reportedly: {tmp_path / 'none.txt'}: No such file or directory\n"
