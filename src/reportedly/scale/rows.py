"""Records as rows of the archive's tables, and articles and readings from rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from reportedly.byid import Known
from reportedly.contract import from_dict, to_json
from reportedly.corroborate.passages import fingerprints, words_of
from reportedly.export.selection import within_ontology
from reportedly.ledger.index import event_ids, outlet_starts, parties_of, voices_of
from reportedly.ledger.keys import address_of, identity, short, words_hash
from reportedly.model import Article, Claim, Entity, Reading, Role

Row = dict[str, Any]
_FIELDS = ("id", "url", "title", "outlet", "byline", "language", "published")


def key_of(article: Article, source: str) -> str:
    """What an article is called in every table: its own id, else one made of its address or its words."""
    if article.id:
        return article.id
    return short("a", identity(article, address_of(article), words_hash(article), source))


def article_row(article: Article, source: str, row: int) -> Row:
    """An article as a row.

    :param source: the input that it came from, with in ``row`` its place there, counted from 1.
    """
    told = {name: getattr(article, name) for name in _FIELDS}
    extra = msgspec.json.encode(article.extra).decode() if article.extra else None
    key = key_of(article, source)
    return {"article": key, **told, "text": article.text, "extra": extra, "source": source, "row": row}


def article_of(row: Mapping[str, Any]) -> Article:
    """The article in a row; columns that are missing are not known."""
    extra = row.get("extra")
    known = {name: row.get(name) for name in _FIELDS}
    return Article(text=row["text"] or "", extra=json.loads(extra) if extra else {}, **known)


def reading_row(key: str, reading: Reading) -> Row:
    """A reading as a row; ``reading`` is the line that ``reportedly read --all --format jsonl`` prints."""
    document = reading.document
    return {
        "article": key,
        "id": document.id,
        "language": document.language,
        "published": document.published,
        "outlet": document.outlet,
        "sha256": document.sha256,
        "reading": to_json(reading).decode("utf-8"),
        "claims": len(within_ontology(reading).claims),
        "problems": len(reading.problems),
    }


def reading_of(row: Mapping[str, Any]) -> Reading:
    """The reading in a row, under the article's name in the tables."""
    reading = from_dict(json.loads(row["reading"]))
    return replace(reading, document=replace(reading.document, id=row["article"]))


def claim_rows(key: str, reading: Reading) -> Iterator[Row]:
    """The claims of a reading that are within the ontology, flat."""
    known, outlets, document = Known(reading), outlet_starts(reading), reading.document
    events = event_ids(reading, {claim.id: f"{key}\0{claim.id}" for claim in reading.claims})
    title = " ".join(document.headline.text.split()) if document.headline else None
    for claim in within_ontology(reading).claims:
        time = known.times.get(claim.time or "")
        fact = msgspec.to_builtins(claim.factuality)
        yield {
            **{name: getattr(claim, name) for name in ("type", "plover", "mode", "act", "cameo")},
            **{name: fact[name] for name in ("status", "certainty", "polarity", "tense", "value")},
            **parties(claim, known.entities),
            "article": key,
            "claim": claim.id,
            "event": events[claim.id],
            "published": document.published,
            "outlet": document.outlet,
            "language": document.language,
            "earliest": time and time.earliest,
            "latest": time and time.latest,
            "sources": [name for _, name, *_ in voices_of(claim, known, outlets)],
            "anchor": claim.anchor.text,
            "start": claim.anchor.start,
            "end": claim.anchor.end,
            "evidence": claim.evidence.text,
            "title": title,
            "url": document.url,
        }


def parties(claim: Claim, entities: dict[str, Entity]) -> Row:
    """The names of those who take part, by role, and the countries of both sides."""
    found: Row = {f"{role}s": [] for role in ("actor", "recipient", "object", "location")}
    for role, name, *_ in parties_of(claim, entities):
        found[f"{role}s"].append(name)

    def countries(roles: tuple[Role, ...]) -> list[str]:
        known = (entities[role.entity].country for role in roles if role.entity in entities)
        return list(dict.fromkeys(country for country in known if country))

    found["actor_countries"] = countries(claim.roles.actors)
    found["recipient_countries"] = countries(claim.roles.recipients)
    return found


def passage_row(key: str, reading: Reading) -> Row:
    """The fingerprints by which copies of an article are found."""
    words = words_of(reading.document.text)
    hashes = fingerprints(words)
    return {"article": key, "published": reading.document.published, "words": len(words), "hashes": hashes}


def problem_rows(key: str, reading: Reading, source: str | None) -> Iterator[Row]:
    """What could not be understood of an article."""
    for problem in reading.problems:
        yield {"article": key, **msgspec.to_builtins(problem), "source": source}
