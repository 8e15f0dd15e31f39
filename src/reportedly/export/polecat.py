"""A table like POLECAT's: type, mode and contexts, parties with country and sector, date as written and as meant.

Nothing is guessed: where the article gives no day, ``date_start`` is empty and ``date_precision`` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.export.rows import separated
from reportedly.ledger.records import Kept

SUFFIXES = (".polecat.tsv",)
COLUMNS = (
    "event_id", "story_id", "event_type", "event_type_codebook", "event_mode", "contexts", "actor_name",
    "actor_country", "actor_sector", "recipient_name", "recipient_country", "recipient_sector", "date_raw",
    "date_start", "date_end", "date_precision", "placename", "latitude", "longitude", "geo_precision", "status",
    "certainty", "polarity", "attribution", "quote_text", "publication_date", "source", "language", "url",
    "headline",
)  # fmt: skip


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every claim as one line of TSV."""
    out.writelines(
        line.encode("utf-8") for line in separated((row(fact) for fact in facts(found)), COLUMNS, "\t")
    )


def row(fact: Fact) -> dict[str, object]:
    """One claim as POLECAT would have it."""
    place = next((entity.place for role in fact.claim.roles.locations if (entity := fact.entity(role))), None)
    return {
        "event_id": fact.row.id,
        "story_id": fact.row.article,
        "event_type": fact.row.type,
        "event_type_codebook": fact.row.plover,
        "event_mode": fact.row.mode,
        "contexts": list(fact.claim.contexts),
        **parties(fact, "actor", "actors"),
        **parties(fact, "recipient", "recipients"),
        "date_raw": fact.time.span.text if fact.time else None,
        "date_start": (fact.row.earliest or "")[:10] or None,
        "date_end": (fact.row.latest or "")[:10] or None,
        "date_precision": precision(fact),
        "placename": fact.names("locations"),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geo_precision": place.precision if place else None,
        "status": fact.row.status,
        "certainty": fact.row.certainty,
        "polarity": fact.row.polarity,
        "attribution": fact.chain,
        "quote_text": fact.row.evidence,
        "publication_date": (fact.row.published or "")[:10] or None,
        "source": fact.row.outlet,
        "language": fact.row.language,
        "url": fact.row.url,
        "headline": fact.row.title,
    }


def parties(fact: Fact, name: str, side: str) -> dict[str, list[str]]:
    """The three columns of one side."""
    return {
        f"{name}_name": fact.names(side),
        f"{name}_country": fact.countries(side),
        f"{name}_sector": fact.sectors(side),
    }


def precision(fact: Fact) -> str:
    """How exactly the day is known: ``day``, ``range`` or ``unknown``."""
    first, last = (fact.row.earliest or "")[:10], (fact.row.latest or "")[:10]
    return "unknown" if not first and not last else "day" if first == last else "range"
