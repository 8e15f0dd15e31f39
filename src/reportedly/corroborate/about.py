"""What an article is about: of the acts that its first sentence tells, the one that the others hang on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.corroborate.nodes import Node
from reportedly.lexicon import load
from reportedly.model import AGAINST, Anchor, Claim

#: Statuses of what is not said to be so.
OPEN_STATUS = ("conditional", "possible", "unknown")
#: Letters that may stand between a word that ends an act and the act: "stop | selling", « cesse | de vendre ».
GAP = 5

_CLAUSE = re.compile(r"[,:;?!.]\s|\s[-–—]\s")


def main_of(nodes: Sequence[Node]) -> Node:
    """What an article is about: the act of its first sentence, rather one that others tell of than their telling.

    What a sentence takes back goes before what it takes for granted: "missing crew **not among** those found".
    """
    first = min(node.claims[0].evidence.start for node in nodes)
    opening = [node for node in nodes if node.claims[0].evidence.start == first]
    return min(
        opening,
        key=lambda node: (
            is_telling(node, opening),
            is_ended(node, opening),
            standing(node),
            is_open(node.claims[0]),
            not (node.types or node.acts),
            node.claims[0].anchor.start,
        ),
    )


def gainsays(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """Whether two articles are about what one of them says is not so: a denial retells nobody's news."""
    about = [node.claims[0].factuality for nodes in (one, other) for node in nodes if node.main]
    return len({fact.status in AGAINST or fact.polarity == "negative" for fact in about}) > 1


def is_telling(node: Node, others: Sequence[Node]) -> bool:
    """Whether an act only passes on another one, as in "denies the sale"; "vows to leave" is an act itself."""
    anchor = node.claims[0].anchor
    cues = {
        key
        for key, each in node.text.attributions.items()
        if each.cue is not None and each.cue.start <= anchor.start < each.cue.end
    }
    told = (other.claims[0] for other in others if cues & set(other.claims[0].attribution))
    return any(not is_meant(claim, anchor) for claim in told)


def is_meant(claim: Claim, verb: Anchor) -> bool:
    """Whether a verb tells what somebody means to do, which is an act of its own: "vows to leave"."""
    if claim.factuality.polarity == "negative":
        return False
    intentions = (cue for cue in claim.factuality.cues if cue.kind == "intention")
    return any(cue.start < verb.end and verb.start < cue.end for cue in intentions)


def is_open(claim: Claim) -> bool:
    """Whether it is not said to be so, or no more than meant as the end of something else: "offers to sell"."""
    fact = claim.factuality
    return fact.status in OPEN_STATUS or (fact.status == "planned" and fact.certainty != "probable")


def is_ended(node: Node, others: Sequence[Node]) -> bool:
    """Whether it is only what another act puts an end to: in "to stop selling" the news is the stop."""
    claim = node.claims[0]
    if claim.factuality.polarity != "negative" or claim.factuality.status == "denied":
        return False
    anchors = [other.claims[0].anchor for other in others if other is not node]
    before = (
        cue
        for cue in claim.factuality.cues
        if cue.kind == "negation" and 0 <= claim.anchor.start - cue.end <= GAP
    )
    return any(cue.start < anchor.end and anchor.start < cue.end for cue in before for anchor in anchors)


def standing(node: Node) -> int:
    """First what its clause says is not so, then what is, last what is not so only as a reason or an aside.

    "After not coming" tells why somebody was dismissed, not what the news is.
    """
    claim = node.claims[0]
    fact = claim.factuality
    if fact.polarity != "negative" or fact.certainty != "certain":
        return 1
    first = min([claim.anchor.start, *(cue.start for cue in fact.cues if cue.kind == "negation")])
    clause = _CLAUSE.split(claim.evidence.text[: max(0, first - claim.evidence.start)])[-1]
    return 2 if _beneath(node.language).search(clause) else 0


@cache
def _beneath(language: str) -> re.Pattern[str]:
    """The words behind which a sentence only adds to what it said."""
    words = load("headlines", language)["scope"]["beneath"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
