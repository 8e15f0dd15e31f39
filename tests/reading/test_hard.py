"""Hard cases of certainty and attribution through the whole reader; ``hard.en.txt`` tells the format of their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import reportedly
from reportedly.model import Claim, Reading

HERE = Path(__file__).parent
TOKEN = re.compile(
    r"\[(?P<anchor>[^\]]+)\]\((?P<verdict>[a-z_ ]+)(?:<(?P<chain>[^)]*))?\)|\{(?P<cue>[^{}:]+):(?P<kind>[a-z]+)\}"
)


@dataclass
class Act:
    """An act's place, its verdict, and the sources that must speak for it (None: any)."""

    start: int
    end: int
    verdict: tuple[str, ...]
    chain: tuple[str, ...] | None


@dataclass
class Example:
    """A text with its acts and the cues (start, end, kind) that must be told."""

    text: str = ""
    acts: list[Act] = field(default_factory=list)
    cues: list[tuple[int, int, str]] = field(default_factory=list)


def parse(line: str) -> Example:
    """The text that a marked line stands for."""
    example, at = Example(), 0
    for found in TOKEN.finditer(line):
        example.text += line[at : found.start()]
        start, at = len(example.text), found.end()
        example.text += found["anchor"] or found["cue"]
        if found["cue"]:
            example.cues.append((start, len(example.text), found["kind"]))
            continue
        chain = tuple(name.strip() for name in found["chain"].split(">")) if found["chain"] else None
        example.acts.append(Act(start, len(example.text), tuple(found["verdict"].split()), chain))
    example.text = (example.text + line[at:]).replace("¶", "\n")
    return example


def lines(language: str) -> list[str]:
    found = (HERE / f"hard.{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in found if not line.startswith("#")]


def claim_at(reading: Reading, act: Act) -> Claim:
    found = [c for c in reading.claims if c.anchor.start < act.end and act.start < c.anchor.end]
    assert found, f"no claim at {act.start}"
    return found[0]


def chain_of(reading: Reading, claim: Claim) -> list[str]:
    voices = {each.id: each for each in reading.attributions}
    return [source.text for each in claim.attribution if (source := voices[each].source)]


@pytest.mark.parametrize(
    ("language", "line"), [(code, line) for code in ("en", "fr") for line in lines(code)]
)
def test_verdicts_and_voices(language: str, line: str) -> None:
    example = parse(line)
    reading = reportedly.read(example.text, language=language)
    told = []
    for act in example.acts:
        claim = claim_at(reading, act)
        made = claim.factuality
        verdict = (made.certainty, made.polarity, made.tense, made.status)
        assert [a for a, b in zip(act.verdict, verdict, strict=True) if a not in ("any", b)] == [], verdict
        if act.chain is not None:
            voices = chain_of(reading, claim)
            assert len(voices) == len(act.chain), voices
            assert all(want.lower() in given.lower() for want, given in zip(act.chain, voices, strict=True))
        told += made.cues
    for start, end, kind in example.cues:
        assert any(c.start < end and start < c.end and kind in ("any", c.kind) for c in told), told


def test_there_are_enough_in_both_languages() -> None:
    assert min(len(lines("en")), len(lines("fr"))) >= 150
