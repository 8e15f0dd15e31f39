"""Runs the gold sets' own harness, which lies beside the checkout, over this package's reader."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

READER = f"{shlex.quote(sys.executable)} -m reportedly read --all --format jsonl"
SHARED = Path("../shared")


def available(shared: Path) -> bool:
    """Do the gold sets and their scorers lie there?"""
    return (shared / "score" / "harness.py").is_file()


def measure(sets: list[str], shared: Path = SHARED) -> dict[str, dict[str, Any]]:
    """By set: ``articles``, ``seconds`` and ``metrics``; no names measure every set that has data.

    :raises subprocess.CalledProcessError: if the reader or a scorer failed.
    """
    command = [sys.executable, str(shared / "score" / "harness.py"), *sets, "--json", "--reader", READER]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    # Sets with articles left out say so on lines before the report.
    report: dict[str, dict[str, Any]] = json.loads(done.stdout[done.stdout.index("{") :])
    return report
