"""A table like GDELT 2's events: one row per event of an article; see `gdelt_mentions` for the claims.

Names and order of columns are GDELT's, where there is something to put there. Who says so and how
sure it is stand in columns of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.export.cameo import codes, quad
from reportedly.export.facts import Fact, facts
from reportedly.export.rows import separated
from reportedly.ledger.records import Kept

SUFFIXES = (".export.csv",)
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor2Code",
    "Actor2Name", "Actor2CountryCode", "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "NumMentions", "NumSources", "NumArticles", "ActionGeo_FullName", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED",
    "SOURCEURL", "Status", "Certainty", "Attribution",
)  # fmt: skip
QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every event of every article as one tab-separated row; GDELT's files have that ending and these tabs."""
    rows = (row(events) for events in by_event(found))
    out.writelines(line.encode("utf-8") for line in separated(rows, COLUMNS, "\t"))


def by_event(found: Iterable[Kept]) -> Iterable[list[Fact]]:
    """The claims of each event of an article, the first one first."""
    for kept in found:
        groups: dict[str, list[Fact]] = {}
        for fact in facts([kept]):
            groups.setdefault(fact.row.event, []).append(fact)
        yield from groups.values()


def row(events: list[Fact]) -> dict[str, object]:
    """One event; its first claim gives what only one can give."""
    first = next((fact for fact in events if fact.row.cameo), events[0])
    day = (first.day or "").replace("-", "")
    code = first.row.cameo or ""
    place = next(
        (entity.place for role in first.claim.roles.locations if (entity := first.entity(role))), None
    )
    return {
        "GLOBALEVENTID": first.row.event,
        "SQLDATE": day,
        "MonthYear": day[:6],
        "Year": day[:4],
        **actor("Actor1", first, "actors"),
        **actor("Actor2", first, "recipients"),
        "IsRootEvent": int(first.row.start < 500),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": QUADS[quad(code)] if code else None,
        "NumMentions": len(events),
        "NumSources": 1,
        "NumArticles": 1,
        "ActionGeo_FullName": first.names("locations")[:1],
        "ActionGeo_Lat": place.latitude if place else None,
        "ActionGeo_Long": place.longitude if place else None,
        "DATEADDED": (first.row.published or "")[:10].replace("-", ""),
        "SOURCEURL": first.row.url,
        "Status": first.row.status,
        "Certainty": first.row.certainty,
        "Attribution": first.chain,
    }


def actor(name: str, fact: Fact, side: str) -> dict[str, object]:
    """The three columns of an actor: the first one named, as GDELT has one."""
    return {
        f"{name}Code": codes(fact, side)[:1],
        f"{name}Name": fact.names(side)[:1],
        f"{name}CountryCode": fact.countries(side)[:1],
    }
