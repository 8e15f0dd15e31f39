"""Hard cases in both languages: ``fr.txt`` and ``en.txt`` hold one a line, with | where a sentence begins."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reportedly.pipes.sentences import split

CASES = [
    (language, line)
    for language in ("fr", "en")
    for line in (Path(__file__).parent / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_sentences_begin_where_the_case_says(language: str, case: str) -> None:
    case = case.replace("⏎", "\n")
    text = case.replace("| ", "").replace("|", "")
    begins = [0, *split(text, language)[1:], len(text)]
    marked = text[: begins[1]]
    for begin, end in pairwise(begins[1:]):
        marked += ("| " if text[begin - 1].isspace() else "|") + text[begin:end]
    assert marked == case
