"""Puts the real output of its commands into the README: ``python -m benchmarks.readme``.

Between ``<!-- output: COMMAND -->`` and ``<!-- end of output -->`` stands what the command prints on 80 columns.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(
    r"(<!-- output: (?P<command>reportedly [^\n]*) -->\n)```\n.*?```\n(?=<!-- end of output -->)", re.DOTALL
)


def refreshed(text: str) -> str:
    """The text with every block's output made anew."""
    return BLOCK.sub(lambda block: f"{block[1]}```\n{output(block['command'])}```\n", text)


def output(command: str) -> str:
    """What a command of ours prints, without trailing spaces."""
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        check=True,
        capture_output=True,
        text=True,
        cwd=README.parent,
        env={**os.environ, "COLUMNS": "80"},
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip().splitlines())


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
