"""Sentences with verdicts and cues marked in the text: ``[anchor](verdict)`` and ``{words:kind}``.

A cue may hold an anchor of its own: ``{fournirait:conditional|[fournirait](…)}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

CUE_WITH_ANCHOR = re.compile(r"\{(?P<text>[^{}|]*?):(?P<kind>[a-z]+)\|(?P<inner>[^{}]*)\}")
TOKEN = re.compile(r"\[(?P<anchor>[^\]]+)\]\((?P<verdict>[a-z_ ]+)\)|\{(?P<text>[^{}|]+?):(?P<kind>[a-z]+)\}")


@dataclass
class Example:
    """A sentence with its anchors (start, end, verdict words) and cues (start, end, kind) in code points."""

    text: str
    anchors: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    cues: list[tuple[int, int, str]] = field(default_factory=list)


def parse(line: str) -> Example:
    """The sentence that a marked line stands for."""
    outer: list[tuple[str, str]] = []

    def unfold(found: re.Match[str]) -> str:
        outer.append((found["text"], found["kind"]))
        return found["inner"] if found["inner"].startswith("[") or "[" in found["inner"] else found["text"]

    flat = CUE_WITH_ANCHOR.sub(unfold, line)
    example, at, text = Example(""), 0, ""
    for found in TOKEN.finditer(flat):
        text += flat[at : found.start()]
        words = found["anchor"] or found["text"]
        if found["anchor"]:
            example.anchors.append((len(text), len(text) + len(words), tuple(found["verdict"].split())))
        else:
            example.cues.append((len(text), len(text) + len(words), found["kind"]))
        text += words
        at = found.end()
    example.text = text + flat[at:]
    for words, kind in outer:
        word = words.split()[-1]
        start = example.text.find(word)
        if start >= 0:
            example.cues.append((start, start + len(word), kind))
    return example


def examples(path: Path) -> list[Example]:
    """The examples of a file; lines that start with ``#`` and empty ones are left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]
