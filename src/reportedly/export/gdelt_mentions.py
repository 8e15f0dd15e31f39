"""Tables like GDELT 2's Mentions: one row per claim, with its sentence and the places of actors and act.

Offsets are code points into the article as it was taken in, not into GDELT's cleaned text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.export.rows import separated
from reportedly.ledger.records import Kept
from reportedly.model import Role

SUFFIXES = (".mentions.csv",)
COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
#: How sure the claim is, on GDELT's scale of 10 to 100.
CONFIDENCE = {"certain": 100, "probable": 70, "possible": 40, "unknown": 10}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every claim as one tab-separated row."""
    out.writelines(
        line.encode("utf-8") for line in separated((row(fact) for fact in facts(found)), COLUMNS, "\t")
    )


def row(fact: Fact) -> dict[str, object]:
    """One claim."""
    starts = [sentence.start for sentence in fact.reading.sentences]
    return {
        "GLOBALEVENTID": fact.row.event,
        "EventTimeDate": (fact.day or "").replace("-", ""),
        "MentionTimeDate": (fact.row.published or "")[:10].replace("-", ""),
        "MentionType": 1 if fact.row.url else 2,
        "MentionSourceName": fact.row.outlet,
        "MentionIdentifier": fact.row.url or fact.row.article,
        "SentenceID": sum(start <= fact.row.start for start in starts) or 1,
        "Actor1CharOffset": offset(fact.claim.roles.actors),
        "Actor2CharOffset": offset(fact.claim.roles.recipients),
        "ActionCharOffset": fact.row.start,
        "InRawText": 1,
        "Confidence": CONFIDENCE[fact.row.certainty],
        "MentionDocLen": len(fact.reading.document.text),
        "MentionDocTranslationInfo": None,
        "Extras": {"claim": fact.row.id, "status": fact.row.status, "attribution": fact.row.sources},
    }


def offset(roles: Sequence[Role]) -> int:
    """Where the first of them stands; -1 for none, as GDELT writes it."""
    return roles[0].start if roles else -1
