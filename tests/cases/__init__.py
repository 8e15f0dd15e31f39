"""Whole articles with all that a good reader finds in them, and how much of it a reading has.

A case is a TOML file: the article, its claims (anchor, allowed types, roles, allowed verdicts, cues, chains of
sources), events and findings. A span is given by its words, an anchor by their first occurrence in the article unless
``word#2`` asks for the second. An answer is right when it overlaps.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import reportedly
from reportedly.model import Claim, Reading

ROOT = Path(__file__).parent
FACETS = ("certainty", "tense", "status")


@dataclass
class Case:
    """A case with its reading; ``right`` and ``asked`` count by kind of question, ``wrong`` tells what failed."""

    name: str

    def __post_init__(self) -> None:
        self.wanted: dict[str, Any] = tomllib.loads((ROOT / f"{self.name}.toml").read_text(encoding="utf-8"))
        path = ROOT.parent.parent / self.wanted["article"]
        self.reading: Reading = reportedly.read(path.read_text(encoding="utf-8"))
        self.text = self.reading.document.text
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.wrong: list[str] = []
        for wanted in self.wanted["claims"]:
            self.judge(wanted, self.claim(wanted["anchor"]))
        self.judge_events()
        for kind in self.wanted["findings"]:
            found = kind in {finding.kind for finding in self.reading.findings}
            self.count("findings", found, f"no finding {kind}")

    def places(self, words: str) -> list[tuple[int, int]]:
        """Where some words stand: at every occurrence, or at the one whose number follows ``#``."""
        words, _, number = words.partition("#")
        hits = [
            each.span() for each in re.finditer(rf"(?<!\w){re.escape(words)}(?:(?<=\w)\b|(?<=\W))", self.text)
        ]
        if len(hits) < int(number or 1):
            raise ValueError(f"{self.name}: {words!r} is not in the article")
        return [hits[int(number) - 1]] if number else hits

    def touches(self, words: str, span: Any) -> bool:
        return any(span.start < end and start < span.end for start, end in self.places(words))

    def claim(self, anchor: str) -> Claim | None:
        """The typed claim on an anchor's first (or numbered) occurrence, else any claim."""
        anchor = anchor if "#" in anchor else f"{anchor}#1"
        found = [claim for claim in self.reading.claims if self.touches(anchor, claim.anchor)]
        return next((claim for claim in found if claim.type), found[0] if found else None)

    def count(self, kind: str, right: bool, message: str) -> None:
        self.asked[kind] += 1
        self.right[kind] += right
        if not right:
            self.wrong.append(f"{kind}: {message}")

    def judge(self, wanted: dict[str, Any], claim: Claim | None) -> None:
        anchor = wanted["anchor"]
        typed = claim is not None and claim.type in wanted["types"]
        self.count("types", typed, f"{anchor}: {claim and claim.type} for {wanted['types']}")
        if claim is None:
            for facet in (*FACETS, "chains"):
                self.count(facet, False, f"{anchor}: no claim")
            return
        for facet in FACETS:
            given = getattr(claim.factuality, facet)
            self.count(facet, given in wanted[facet], f"{anchor}: {given} for {wanted[facet]}")
        for cue in wanted.get("cues", []):
            found = any(self.touches(cue, each) for each in claim.factuality.cues)
            self.count("cues", found, f"{anchor}: no cue {cue!r}")
        for role in ("actors", "recipients", "objects"):
            given = getattr(claim.roles, role)
            for filler in wanted.get(role, []):
                hit = any(self.touches(filler, each) for each in given)
                self.count(role, hit, f"{anchor}: {filler!r} not in {[each.text for each in given]}")
        hops = self.hops(claim)
        right = any(self.same_chain(hops, chain) for chain in wanted["chains"])
        self.count("chains", right, f"{anchor}: {[texts[0] for texts in hops]} for {wanted['chains']}")

    @cached_property
    def mentions(self) -> dict[str, list[Any]]:
        return {entity.id: list(entity.mentions) for entity in self.reading.entities}

    def hops(self, claim: Claim) -> list[list[str]]:
        """By hop, outermost first, the words of its source and of all mentions of it; who was told comes first."""
        table = {attribution.id: attribution for attribution in self.reading.attributions}
        outlets = [m for e in self.reading.entities if e.kind == "outlet" for m in e.mentions]
        hops: list[list[str]] = []
        for attribution in (table[key] for key in claim.attribution):
            told = attribution.addressee
            if told and any(m.start < told.end and told.start < m.end for m in outlets):
                hops.append([told.text])
            if source := attribution.source:
                hops.append([source.text, *(m.text for m in self.mentions.get(source.entity or "", []))])
        return hops

    def same_chain(self, hops: list[list[str]], chain: list[str]) -> bool:
        return len(hops) == len(chain) and all(
            any(name.casefold() in text.casefold() or text.casefold() in name.casefold() for text in texts)
            for texts, name in zip(hops, chain, strict=True)
        )

    def judge_events(self) -> None:
        """Links between neighbours of each expected event."""
        for members in self.wanted["events"]:
            for one, other in pairwise(members):
                left, right = self.claim(one), self.claim(other)
                together = (
                    left
                    and right
                    and any({left.id, right.id} <= set(event.claims) for event in self.reading.events)
                )
                self.count("events", bool(together), f"{one} and {other} apart")

    @property
    def share(self) -> float:
        """Share of all questions answered right, in percent."""
        return 100 * self.right.total() / self.asked.total()

    def report(self) -> str:
        rows = [f"{kind:<12}{self.right[kind]:>4} of {self.asked[kind]}" for kind in self.asked]
        return "\n".join([f"{self.name}: {self.share:.1f} %", *rows, *self.wrong])


def names() -> list[str]:
    return sorted(path.stem for path in ROOT.glob("*.toml"))
