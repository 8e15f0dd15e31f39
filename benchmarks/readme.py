"""Puts the real output of its commands into the README: ``python -m benchmarks.readme``.

Between ``<!-- output: COMMAND -->`` and ``<!-- end of output -->`` stands what the command prints on 80 columns, or of
``COMMAND | head -N`` the first lines.
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


def output(line: str) -> str:
    """What a command of ours prints, without trailing spaces."""
    command, _, first = line.partition(" | head -")
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        check=True,
        capture_output=True,
        text=True,
        cwd=README.parent,
        env={**os.environ, "COLUMNS": "80"},
    )
    lines = done.stdout.rstrip().splitlines()[: int(first) if first else None]
    return "".join(f"{each.rstrip()}\n" for each in lines)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
