"""Claims as schema.org ``Claim`` in JSON-LD, one object a line.

A `Claim` says that somebody claims; nothing is rated, so no `ClaimReview` is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.ledger.records import Kept

SUFFIXES = (".jsonld",)


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every claim as one line."""
    out.writelines(
        json.dumps(claim(fact), ensure_ascii=False).encode("utf-8") + b"\n" for fact in facts(found)
    )


def claim(fact: Fact) -> dict[str, Any]:
    """One claim, with where it appears and who makes it."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Claim",
        "@id": f"urn:reportedly:claim:{fact.row.id}",
        "text": fact.row.evidence,
        "name": f"{fact.row.anchor} ({fact.row.act or fact.row.type})",
        "creativeWorkStatus": fact.row.status,
        "inLanguage": fact.row.language,
        "appearance": work(fact),
        "about": [{"@type": "Thing", "name": name} for name in [*fact.row.actors, *fact.row.recipients]],
    }
    if fact.row.sources:
        data["author"] = [{"@type": "Thing", "name": name} for name in fact.row.sources]
    if fact.row.published:
        data["datePublished"] = fact.row.published
    return {key: value for key, value in data.items() if value not in (None, [])}


def work(fact: Fact) -> dict[str, Any]:
    """The article."""
    data = {
        "@type": "NewsArticle",
        "@id": fact.row.url or f"urn:reportedly:article:{fact.row.article}",
        "headline": fact.row.title,
        "url": fact.row.url,
        "publisher": {"@type": "Organization", "name": fact.row.outlet} if fact.row.outlet else None,
    }
    return {key: value for key, value in data.items() if value is not None}
