"""FollowTheMoney statements: articles as ``Article``, claims as ``Event`` with their proof, parties by kind.

A statement's ``dataset`` is the outlet and its ``origin`` the chain of voices, so nothing is told without who says it.
What is denied or did not happen is left out; how sure the rest is stands in the summary.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.ledger.keys import short
from reportedly.ledger.records import Kept
from reportedly.model import AGAINST, Role
from reportedly.naming import folded

SUFFIXES = (".statements.json", ".ftm.jsonl")
SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "outlet": "Organization",
    "group": "Organization",
}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every statement on articles, claims and parties; each once."""
    told: set[str] = set()
    for fact in facts(found):
        if fact.row.polarity == "negative" or fact.row.status in AGAINST:
            continue
        for statement in statements(fact):
            if statement["id"] not in told:
                told.add(statement["id"])
                out.write(json.dumps(statement, ensure_ascii=False).encode("utf-8") + b"\n")


def statements(fact: Fact) -> Iterator[dict[str, Any]]:
    """The statements that one claim gives rise to."""
    article = f"rep-{fact.row.article}"
    yield from entity(fact, article, "Article", {
        "title": fact.row.title or fact.row.article, "publisher": fact.row.outlet, "sourceUrl": fact.row.url,
        "publishedAt": (fact.row.published or "")[:10], "language": language(fact.row.language),
    })  # fmt: skip
    involved = [*parties(fact, fact.claim.roles.actors), *parties(fact, fact.claim.roles.recipients)]
    for key, schema, name, country in involved:
        yield from entity(fact, key, schema, {"name": name, "country": country})
    yield from entity(fact, f"rep-{fact.row.id}", "Event", {
        "name": f"{', '.join(fact.row.actors)} → {', '.join(fact.row.recipients)}: {fact.row.act or fact.row.anchor}",
        "summary": f"{fact.row.status}, {fact.row.certainty}; {fact.row.evidence}",
        "startDate": (fact.row.earliest or "")[:10], "endDate": (fact.row.latest or "")[:10],
        "location": list(fact.row.locations), "involved": [key for key, *_ in involved], "proof": article,
        "publisher": fact.row.outlet, "recordId": fact.row.id,
    })  # fmt: skip


def parties(fact: Fact, roles: Iterable[Role]) -> Iterator[tuple[str, str, str, str | None]]:
    """Id, schema, name and country of each party."""
    for role in roles:
        found = fact.entity(role)
        name = fact.name(role)
        schema = SCHEMATA.get(found.kind, "LegalEntity") if found else "LegalEntity"
        yield f"rep-{short('p', folded(name))}", schema, name, country(found.country if found else None)


def entity(fact: Fact, key: str, schema: str, properties: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One statement for each value, and the one on the id that makes the entity."""
    dataset = folded(fact.row.outlet or "unknown").replace(" ", "_")
    pairs = [("id", key)]
    for prop, value in properties.items():
        pairs += [(prop, str(each)) for each in (value if isinstance(value, list) else [value]) if each]
    for prop, value in pairs:
        parts = (dataset, key, prop, value)
        yield {
            "id": hashlib.sha1(".".join(parts).encode(), usedforsecurity=False).hexdigest(),
            "entity_id": key,
            "canonical_id": key,
            "schema": schema,
            "prop": prop,
            "value": value,
            "dataset": dataset,
            "lang": language(fact.row.language),
            "original_value": None,
            "first_seen": fact.row.published,
            "origin": fact.chain or fact.row.outlet,
        }


def country(code: str | None) -> str | None:
    """FollowTheMoney's two letters for a country's three."""
    return two_letters().get(code or "")


@cache
def two_letters() -> dict[str, str]:
    """ISO 3166-1 alpha-2 by alpha-3, in small letters."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {
        three: found[0].lower() for three, found in aliases.items() if len(three) == 3 and three.isalpha()
    }


def language(code: str | None) -> str | None:
    """FollowTheMoney's three letters for a language's two."""
    return {"fr": "fra", "en": "eng"}.get(code or "")
