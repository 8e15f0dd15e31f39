"""Rows as CAMEO coders write them: date, source, target, code."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.export.rows import separated
from reportedly.ledger.records import Kept

SUFFIXES = (".cameo.tsv",)
COLUMNS = ("date", "source", "target", "code", "root", "quad", "status", "id", "outlet", "url")
#: Quarters of cooperation and conflict by the first two figures, as event data projects number them.
QUADS = {
    "verbal cooperation": range(1, 6),
    "material cooperation": range(6, 9),
    "verbal conflict": range(9, 14),
}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """One row for each pair of parties; compound actors are kept apart."""
    rows = (row for fact in facts(found) if fact.row.cameo for row in rows_of(fact))
    out.writelines(line.encode("utf-8") for line in separated(rows, COLUMNS, "\t"))


def rows_of(fact: Fact) -> Iterable[dict[str, object]]:
    """The rows of one claim: actor codes are a country with a sector, else the name."""
    for source, target in product(codes(fact, "actors") or ["---"], codes(fact, "recipients") or ["---"]):
        yield {
            "date": (fact.day or "").replace("-", ""),
            "source": source,
            "target": target,
            "code": fact.row.cameo,
            "root": str(fact.row.cameo)[:2],
            "quad": quad(str(fact.row.cameo)),
            "status": fact.row.status,
            "id": fact.row.id,
            "outlet": fact.row.outlet,
            "url": fact.row.url,
        }


def codes(fact: Fact, side: str) -> list[str]:
    """``IRN``, ``IRNMIL``; a party without a country goes by its name."""
    found = []
    for role in getattr(fact.claim.roles, side):
        entity = fact.entity(role)
        sector = entity.sector if entity and entity.kind != "country" else None
        found.append(f"{entity.country}{sector or ''}" if entity and entity.country else fact.name(role))
    return list(dict.fromkeys(found))


def quad(code: str) -> str:
    """The quarter of a CAMEO code."""
    root = int(code[:2])
    return next((name for name, roots in QUADS.items() if root in roots), "material conflict")
