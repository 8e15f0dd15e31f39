"""The claims of live readings as rows to search; all of it can be made again from the readings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from reportedly.byid import ById, Known
from reportedly.ledger.keys import short
from reportedly.model import Attribution, Claim, Entity, Reading
from reportedly.naming import folded

ROLES = {"actors": "actor", "recipients": "recipient", "objects": "object", "locations": "location"}


def forget(connection: sqlite3.Connection, article: int) -> None:
    """Take an article's claims out of the index."""
    old = connection.execute("SELECT number, evidence FROM claims WHERE article = ?", (article,)).fetchall()
    connection.executemany("INSERT INTO evidences (evidences, rowid, evidence) VALUES ('delete', ?, ?)", old)
    connection.execute("DELETE FROM claims WHERE article = ?", (article,))


def remember(
    connection: sqlite3.Connection,
    reading: Reading,
    *,
    article: int,
    number: int,
    version: str,
    published: str | None,
) -> None:
    """Put a reading's claims into the index.

    :param article: the article's number.
    :param number: the reading's number.
    :param version: the article's id and the hash of its words: they make a claim's id with its place.
    """
    known, outlets = Known(reading), outlet_starts(reading)
    ids = claim_ids(reading, version)
    events = event_ids(reading, ids)
    for claim in reading.claims:
        if claim.type is None and claim.act is None:
            continue  # the reading keeps it; nobody would look for it here
        fact, time = claim.factuality, known.times.get(claim.time or "")
        row = (
            ids[claim.id], article, number, claim.id, events[claim.id], claim.type, claim.plover, claim.mode, claim.act,
            claim.cameo, claim.anchor.text, claim.anchor.start, claim.anchor.end, claim.evidence.text, fact.certainty,
            fact.polarity, fact.tense, fact.status, float(fact.value), time and time.earliest, time and time.latest,
            published,
        )  # fmt: skip
        cursor = connection.execute(
            "INSERT INTO claims (id, article, reading, local, event, type, plover, mode, act, cameo, anchor, start,"
            ' "end", evidence, certainty, polarity, tense, status, value, earliest, latest, published)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        place = cursor.lastrowid
        connection.execute(
            "INSERT INTO evidences (rowid, evidence) VALUES (?, ?)", (place, claim.evidence.text)
        )
        connection.executemany(
            "INSERT INTO parties (claim, role, name, folded, country, kind, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((place, *party) for party in parties_of(claim, known.entities)),
        )
        connection.executemany(
            "INSERT INTO voices (claim, hop, name, folded, named, role) VALUES (?, ?, ?, ?, ?, ?)",
            ((place, *voice) for voice in voices_of(claim, known, outlets)),
        )


def claim_ids(reading: Reading, version: str) -> dict[str, str]:
    """The ledger's id of each claim, by its id in the reading: of the article, its words and the anchor's place."""
    found: dict[str, str] = {}
    told: dict[tuple[int, int], int] = {}
    for claim in reading.claims:
        place = (claim.anchor.start, claim.anchor.end)
        told[place] = told.get(place, 0) + 1
        found[claim.id] = short("c", version, *map(str, place), str(told[place]))
    return found


def event_ids(reading: Reading, ids: dict[str, str]) -> dict[str, str]:
    """The id of each claim's event: of the event's first claim."""
    found = {key: short("e", value) for key, value in ids.items()}
    for event in reading.events:
        first = next((ids[key] for key in event.claims if key in ids), None)
        if first is not None:
            found.update((key, short("e", first)) for key in event.claims)
    return found


def parties_of(claim: Claim, entities: dict[str, Entity]) -> Iterator[tuple[str | None, ...]]:
    """Role, name, folded name, country, kind and own words of everybody and everything with a part in a claim."""
    for key, role in ROLES.items():
        told = set()
        for filler in getattr(claim.roles, key):
            entity = entities.get(filler.entity or "")
            name = entity.name if entity else filler.text
            if name in told:
                continue
            told.add(name)
            country = entity.country if entity else None
            yield role, name, folded(name), country, entity.kind if entity else None, filler.text


def outlet_starts(reading: Reading) -> dict[int, str]:
    """The names of outlets by where they are mentioned."""
    return {
        mention.start: one.name
        for one in reading.entities
        if one.kind == "outlet"
        for mention in one.mentions
    }


def voices_of(claim: Claim, known: ById, outlets: dict[int, str]) -> Iterator[tuple[int, str, str, int, str]]:
    """Hop, name, folded name, whether it is named, and role of each voice, the outermost first."""
    hop = 0
    for key in claim.attribution:
        attribution = known.attributions.get(key)
        if attribution is None:
            continue
        if outlet := _told(attribution, outlets):
            yield hop, outlet, folded(outlet), 1, "outlet"
            hop += 1
        if source := attribution.source:
            entity = known.entities.get(source.entity or "")
            name = entity.name if entity and source.named else source.text
            yield hop, name, folded(name), int(source.named), source.role
            hop += 1


def _told(attribution: Attribution, outlets: dict[int, str]) -> str | None:
    """The outlet that was spoken to, which passes on what it was told."""
    place = attribution.addressee
    if place is None:
        return None
    return next((outlets[start] for start in range(place.start, place.end) if start in outlets), None)
