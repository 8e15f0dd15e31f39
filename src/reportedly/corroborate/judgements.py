"""What people judged binds: claims that are one event, claims that are not, claims that are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.corroborate.model import ClaimRef, JudgementNote, Reason
from reportedly.corroborate.nodes import Node

Verdict = Literal["same", "different", "right", "wrong"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """One standing judgement, on claims of the set by their articles' ids and their own."""

    verdict: Verdict
    left: ClaimRef
    right: ClaimRef | None
    by: str
    at: str
    why: str | None = None
    #: What the claims are called where it was judged: the ledger's ids.
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """What judgements make of a set of nodes."""

    apart: frozenset[Pair]
    together: frozenset[Pair]
    #: For each node that was joined to others, the one that stands for all of them.
    joined: Mapping[str, str]

    def free(self, one: str, other: str) -> bool:
        """Whether nobody said that two nodes are one, so that they may be told apart."""
        return self.joined.get(one, one) != self.joined.get(other, other)


def bound(nodes: Sequence[Node], judged: Iterable[Judged]) -> Bound:
    """The pairs of nodes that must not meet, and those that must; the newest word on a pair counts."""
    home = {(node.text.id, claim.id): node.id for node in nodes for claim in node.claims}
    said: dict[Pair, str] = {}
    for one in sorted(judged, key=lambda each: each.at):
        if one.verdict in ("same", "different") and one.right is not None:
            left = home.get((one.left.article, one.left.claim))
            right = home.get((one.right.article, one.right.claim))
            if left and right and left != right:
                said[min(left, right), max(left, right)] = one.verdict
    together = frozenset(pair for pair, verdict in said.items() if verdict == "same")
    return Bound(frozenset(said) - together, together, components(together))


def components(pairs: Iterable[Pair]) -> dict[str, str]:
    """For each member of a pair, the first of all that hang together with it."""
    found: dict[str, str] = {}
    for one, other in sorted(pairs):
        first, second = sorted((found.get(one, one), found.get(other, other)))
        found[one] = found[other] = first
        found.update((member, first) for member, head in found.items() if head == second)
    return found


def alone(judged: Iterable[Judged]) -> frozenset[tuple[str, str]]:
    """Claims that the reading put together and somebody told apart: each is a node of its own."""
    return frozenset(
        (ref.article, ref.claim)
        for one in judged
        if one.verdict == "different" and one.right is not None and one.left.article == one.right.article
        for ref in (one.left, one.right)
    )


def wrong(judged: Iterable[Judged]) -> frozenset[tuple[str, str]]:
    """Claims that somebody struck out, unless somebody found them right later."""
    last = {
        (one.left.article, one.left.claim): one.verdict
        for one in sorted(judged, key=lambda each: each.at)
        if one.verdict in ("right", "wrong")
    }
    return frozenset(ref for ref, verdict in last.items() if verdict == "wrong")


def notes(judged: Iterable[Judged], articles: Iterable[str]) -> tuple[JudgementNote, ...]:
    """The judgements that bear on these articles, in order of time, in the words of the stories format."""
    here = set(articles)
    return tuple(
        note(one)
        for one in sorted(judged, key=lambda each: each.at)
        if one.left.article in here or (one.right is not None and one.right.article in here)
    )


def note(one: Judged) -> JudgementNote:
    refs = [ref for ref in (one.left, one.right) if ref is not None]
    names = one.names or tuple(f"{ref.article}:{ref.claim}" for ref in refs)
    reasons = (Reason("judged", 1.0, one.why),) if one.why else ()
    return JudgementNote(names[0], names[1] if len(names) > 1 else None, one.verdict, one.by, one.at, reasons)
