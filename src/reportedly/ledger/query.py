"""The words that somebody searches with, understood: ``missiles "air base" actor:Iran status:denied since:2024``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import get_args

from reportedly.errors import QueryError
from reportedly.model import Certainty, EventType, Status
from reportedly.naming import countries, folded

#: What may stand before a colon; the first group asks claims, the second articles.
CLAIM_FIELDS = (
    "actor",
    "recipient",
    "object",
    "place",
    "type",
    "act",
    "status",
    "certainty",
    "source",
    "event",
)
ARTICLE_FIELDS = ("outlet", "since", "until", "lang", "article")
FIELDS = (*CLAIM_FIELDS, *ARTICLE_FIELDS)
_CLOSED = {"type": get_args(EventType), "status": get_args(Status), "certainty": get_args(Certainty)}
_TOKEN = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))')
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d)?)?)?)?")


@dataclass(frozen=True, slots=True)
class Condition:
    """One ``field:value``; negative with a minus before it."""

    field: str
    value: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: conditions, all of which must hold, and words for the full-text index."""

    conditions: tuple[Condition, ...] = ()
    #: In the syntax of SQLite's FTS5; empty for none.
    match: str = ""
    #: As somebody typed it.
    text: str = field(default="", compare=False)

    @property
    def asks_claims(self) -> bool:
        """Whether it speaks of what only claims have."""
        return any(one.field in CLAIM_FIELDS for one in self.conditions)


def parse(text: str) -> Query:
    """A search as somebody typed it.

    Words must all occur; ``"two words"`` side by side; ``missil*`` any word that begins so; a minus before a word or a
    field excludes; ``OR`` between words takes either. Accents and case do not matter.

    :raises QueryError: naming the field or the value that means nothing.

    >>> query = parse('missil* -drone actor:Iran since:2024-08')
    >>> query.match, [(one.field, one.value) for one in query.conditions]
    ('"missil"* NOT "drone"', [('actor', 'Iran'), ('since', '2024-08')])
    """
    conditions: list[Condition] = []
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, name, quoted, bare in _TOKEN.findall(text):
        value = quoted or bare
        key = name.lower()
        if key in FIELDS and value:
            conditions.append(_condition(key, value, negative=bool(minus)))
        elif key and not quoted and not bare.startswith("//"):
            raise QueryError(f"no field {name!r}; there are {', '.join(FIELDS)}")
        elif bare == "OR" and wanted and not minus:
            wanted.append("OR")
        elif phrase := _phrase(f"{name}:{value}" if key else value):
            (unwanted if minus else wanted).append(phrase)
    return Query(tuple(conditions), _match(wanted, unwanted), text)


def _match(wanted: list[str], unwanted: list[str]) -> str:
    """The words as FTS5 wants them: either side of an OR, all the rest together."""
    if wanted and wanted[-1] == "OR":
        wanted = wanted[:-1]
    if unwanted and not wanted:
        raise QueryError("a search that only excludes words finds nothing; give one that should occur")
    groups: list[str] = []
    for place, word in enumerate(wanted):
        if word == "OR" or (place and wanted[place - 1] == "OR"):
            continue
        group = [word]
        while wanted[place + 1 : place + 2] == ["OR"]:
            group.append(wanted[place + 2])
            place += 2  # noqa: PLW2901  # the rest of this group
        groups.append(f"({' OR '.join(group)})" if len(group) > 1 else group[0])
    return " AND ".join(groups) + "".join(f" NOT {word}" for word in unwanted)


def _phrase(value: str) -> str:
    """Words side by side as one string of FTS5; a star at the end asks for the beginning of a word."""
    words = re.findall(r"\w+", value)
    if not words:
        return ""
    return f'"{" ".join(words)}"' + ("*" if value.rstrip().endswith("*") else "")


def _condition(key: str, value: str, *, negative: bool) -> Condition:
    if key in _CLOSED:
        known = {one.lower(): one for one in _CLOSED[key]}
        if value.lower() not in known:
            raise QueryError(f"no {key} {value!r}; there are {', '.join(_CLOSED[key])}")
        value = known[value.lower()]
    if key in ("since", "until") and not _ISO.fullmatch(value):
        raise QueryError(f"{key}: {value!r} is no date such as 2024, 2024-08 or 2024-08-20")
    return Condition(key, value, negative)


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition as SQL: ``here`` tests one claim (``c``) in its article (``a``), ``claims`` lists all that meet it.

    ``claims`` is None where nothing is gained by listing them, or where the condition excludes.
    """

    here: str
    values: tuple[object, ...]
    claims: str | None
    #: Whether it speaks of claims, not of articles.
    of_claims: bool
    #: The rows ``l`` of a table whose index gives their claims in order, where there is one.
    ordered: str | None = None
    #: The test of a claim by its number alone, where an index answers that without the claim's row.
    probe: str | None = None


def clauses(query: Query) -> list[Clause]:
    """The conditions in SQL."""
    found = [_clause(one) for one in query.conditions]
    return [
        replace(clause, here=f"NOT ({clause.here})", claims=None, ordered=None) if one.negative else clause
        for clause, one in zip(found, query.conditions, strict=True)
    ]


#: What ids of events across articles begin with.
STORY = "s"
#: Conditions on one column of claims.
_OF_CLAIMS = ("type", "act", "status", "certainty", "event")
#: Conditions on one column of articles, by field.
_OF_ARTICLES = {
    "outlet": "a.outlet = ? COLLATE NOCASE",
    "lang": "a.language = ?",
    "since": "a.published >= ?",
    "until": "a.published < ?",
}


def _clause(one: Condition) -> Clause:
    if one.field in _OF_CLAIMS:
        return _of_claims(one)
    if one.field in _OF_ARTICLES:
        value = _after(one.value) if one.field == "until" else one.value
        listed = "SELECT c.number FROM articles a JOIN claims c ON c.article = a.number WHERE "
        return Clause(_OF_ARTICLES[one.field], (value,), listed + _OF_ARTICLES[one.field], False)
    if one.field == "article":
        # Two lists and no OR: where no article came with an id of its own, an OR would be answered by a walk over all.
        one_of = (
            "SELECT number FROM articles WHERE id = ? UNION ALL SELECT number FROM articles WHERE given = ?"
        )
        here = f"a.number IN ({one_of})"
        listed = f"SELECT number FROM claims WHERE article IN ({one_of})"
        return Clause(here, (one.value, one.value), listed, False)
    if one.field == "source":
        return _held("voices", f"folded {_like(one.value)} ?", (_glob(one.value),))
    role = "location" if one.field == "place" else one.field
    if code := countries().get(folded(one.value)):
        return _held("parties", "country = ? AND role = ?", (code, role))
    return _held("parties", f"folded {_like(one.value)} ? AND role = ?", (_glob(one.value), role))


def _of_claims(one: Condition) -> Clause:
    if one.field == "event" and one.value.startswith(STORY):
        listed = "SELECT t.claim FROM tellings t JOIN stories s ON s.number = t.story WHERE s.id = ?"
        return Clause(f"c.number IN ({listed})", (one.value,), listed, True)
    field = one.field
    probe = f"SELECT 1 FROM claims INDEXED BY claims_by_{field} WHERE {field} = ? AND number = c.number"
    listed = f"SELECT number FROM claims WHERE {field} = ?"
    return Clause(f"c.{field} = ?", (one.value,), listed, True, probe=f"EXISTS ({probe})")


def _held(table: str, test: str, values: tuple[object, ...]) -> Clause:
    """A party of this name, or any of this country, or a voice; a star ends the beginning of a name."""
    here = f"EXISTS (SELECT 1 FROM {table} WHERE claim = c.number AND {test})"
    ordered = None if "GLOB" in test else f"{table} l WHERE l.{test.replace(' AND ', ' AND l.')}"
    return Clause(here, values, f"SELECT claim FROM {table} WHERE {test}", True, ordered)


def _like(value: str) -> str:
    """How a name is compared: only a beginning is a pattern, so that an index can give the rest in order."""
    return "GLOB" if value.endswith("*") else "="


def _glob(value: str) -> str:
    """A folded name as a pattern in which only a final star is special."""
    return folded(value) + ("*" if value.endswith("*") else "")


def _after(value: str) -> str:
    """What comes after everything that begins with a date: ``until:2024-08`` includes all of August."""
    return value + "\N{TILDE}"
