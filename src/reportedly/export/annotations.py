"""Spans as W3C Web Annotations, each with a quote and a position, so that a highlight outlives re-extraction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.ledger.records import Kept

SUFFIXES = (".annotations.jsonl",)
#: Code points of context before and after a quote.
CONTEXT = 32


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """The anchor, the parties, the cues and the sources of every claim."""
    for fact in facts(found):
        for annotation in annotations_of(fact):
            out.write(json.dumps(annotation, ensure_ascii=False).encode("utf-8") + b"\n")


def annotations_of(fact: Fact) -> Iterator[dict[str, Any]]:
    """One annotation for each span of a claim."""
    anchor, roles = fact.claim.anchor, fact.claim.roles
    yield annotation(fact, anchor.start, anchor.end, "act", fact.row.act or fact.row.type or "act")
    for side in ("actors", "recipients", "objects", "locations"):
        for number, role in enumerate(getattr(roles, side)):
            yield annotation(fact, role.start, role.end, f"{side}-{number}", side.removesuffix("s"))
    for number, cue in enumerate(fact.claim.factuality.cues):
        yield annotation(fact, cue.start, cue.end, f"cue-{number}", cue.kind)
    for number, attribution in enumerate(fact.attributions):
        if source := attribution.source:
            yield annotation(fact, source.start, source.end, f"source-{number}", "source")


def annotation(fact: Fact, start: int, end: int, key: str, label: str) -> dict[str, Any]:
    """One span with both selectors; positions count code points, as the standard asks."""
    text = fact.reading.document.text
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:reportedly:claim:{fact.row.id}:{key}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": label},
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": f"urn:reportedly:claim:{fact.row.id}",
            },
        ],
        "target": {
            "source": fact.row.url or f"urn:reportedly:article:{fact.row.article}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - CONTEXT) : start],
                    "suffix": text[end : end + CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
