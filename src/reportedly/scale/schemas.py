"""The tables of an archive as Arrow schemas; ``docs/scale.md`` tells what each column holds."""

from __future__ import annotations

import pyarrow as pa

_TEXT, _TEXTS, _NUMBER, _REAL = pa.string(), pa.list_(pa.string()), pa.int32(), pa.float64()


def _schema(texts: str, more: dict[str, pa.DataType] | None = None) -> pa.Schema:
    """Columns of text, in the order in which they are named, and others behind them."""
    return pa.schema([*((name, _TEXT) for name in texts.split()), *(more or {}).items()])


ARTICLES = _schema(
    "article id url title outlet byline language published text extra source", {"row": pa.int64()}
)
READINGS = _schema(
    "article id language published outlet sha256 reading",
    {"claims": _NUMBER, "problems": _NUMBER},
)
CLAIMS = _schema(
    "article claim event published outlet language type plover mode act cameo status certainty polarity tense",
    {
        "value": _REAL,
        "earliest": _TEXT,
        "latest": _TEXT,
        "actors": _TEXTS,
        "actor_countries": _TEXTS,
        "recipients": _TEXTS,
        "recipient_countries": _TEXTS,
        "objects": _TEXTS,
        "locations": _TEXTS,
        "sources": _TEXTS,
        "anchor": _TEXT,
        "start": _NUMBER,
        "end": _NUMBER,
        "evidence": _TEXT,
        "title": _TEXT,
        "url": _TEXT,
    },
)
PASSAGES = _schema("article published", {"words": _NUMBER, "hashes": pa.list_(pa.uint64())})
PROBLEMS = _schema("article stage message", {"start": _NUMBER, "end": _NUMBER, "source": _TEXT})
LINKS = _schema(
    "later earlier",
    {
        "alike": _NUMBER,
        "passages": pa.list_(
            pa.struct([(name, _NUMBER) for name in ("start", "end", "other_start", "other_end", "alike")])
        ),
    },
)
STORIES = _schema("article outlet published language origin derived_from")
EVENTS = _schema(
    "id type act title status",
    {
        "actors": _TEXTS,
        "recipients": _TEXTS,
        "objects": _TEXTS,
        "places": _TEXTS,
        "earliest": _TEXT,
        "latest": _TEXT,
        "first_at": _TEXT,
        "last_at": _TEXT,
        "articles": _NUMBER,
        "independent_origins": _NUMBER,
        "origins": _TEXTS,
        "claims": pa.list_(pa.struct([("article", _TEXT), ("claim", _TEXT)])),
        "event": _TEXT,
    },
)
ORIGINS = _schema("id kind label", {"articles": _TEXTS, "origin": _TEXT})
DRIFT = _schema("event article claim from_article from_claim", {"change": _REAL, "drift": _TEXT})

#: All tables by name, in the order in which they come about.
TABLES: dict[str, pa.Schema] = {
    "articles": ARTICLES,
    "readings": READINGS,
    "claims": CLAIMS,
    "passages": PASSAGES,
    "problems": PROBLEMS,
    "links": LINKS,
    "stories": STORIES,
    "events": EVENTS,
    "origins": ORIGINS,
    "drift": DRIFT,
}
