"""Start-up stays light: the package and its help load nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

PIPES = (
    "attribution",
    "coding",
    "coreference",
    "entities",
    "factuality",
    "predicates",
    "quantities",
    "sentences",
    "times",
)
HEAVY = ("spacy", "lxml", "numpy", "trafilatura", "babel", "rich", "msgspec")


@pytest.mark.parametrize("statement", ["import reportedly", "import reportedly.cli"])
def test_imports_are_light(statement: str) -> None:
    code = f"{statement}; import sys; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("pipe", PIPES)
def test_each_pipe_may_be_imported_first(pipe: str) -> None:
    line = f"import reportedly.pipes.{pipe}"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
