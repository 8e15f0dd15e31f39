"""Who tells: outlets and sources, how they tell it, and what became of it; made with the stories, kept beside them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal, Protocol

from reportedly.corroborate.publishers import owners, publisher
from reportedly.ledger.identities import identity
from reportedly.ledger.writer import Writer
from reportedly.model import AGAINST
from reportedly.naming import folded

Kind = Literal["outlet", "source"]
TellerOrder = Literal["claims", "first", "confirmed", "denied", "name"]
#: What says that it is or was so.
FACTS = frozenset({"happened", "ongoing"})
#: Tellings of one event that are looked at; later ones change nothing that anybody would notice.
MOST = 500

_COLUMNS = (
    "kind, name, names, role, family, articles, claims, named, unnamed, certain, probable, possible, unclear, events,"
    " first, confirmed, denied, contested"
)
_ORDERS = {
    "claims": "claims DESC, folded",
    "first": "first DESC, folded",
    "confirmed": "confirmed DESC, folded",
    "denied": "denied DESC, folded",
    "name": "folded",
}
#: Of each claim that tells a story: when, who published it, on whose word, from which origin, and what it says.
_TELLINGS = (
    "SELECT t.story, c.published, c.number, a.outlet, c.status, c.polarity, c.certainty, d.origin FROM tellings t"
    " JOIN claims c ON c.number = t.claim JOIN articles a ON a.number = c.article"
    " LEFT JOIN debts d ON d.article = a.number ORDER BY t.story, c.published IS NULL, c.published, c.number"
)
#: Of a line, that one of its names begins so.
_BEGINNING = (
    " AND (folded >= ? AND folded < ? OR EXISTS (SELECT 1 FROM json_each(names) WHERE key >= ? AND key < ?))"
)
_REPORTS = (
    "count(*) FILTER (WHERE c.certainty = 'certain'), count(*) FILTER (WHERE c.certainty = 'probable'),"
    " count(*) FILTER (WHERE c.certainty = 'possible'), count(*) FILTER (WHERE c.certainty = 'unknown')"
)
#: What a source is called here: unnamed ones of one role are one, for nobody can tell them apart.
_CALLED = "CASE WHEN v.named THEN identity(v.folded) ELSE '*' || v.role END"
#: What each source is called, the most frequent first.
_NAMES = (
    "SELECT identity(v.folded), v.folded, v.name, count(*) FROM voices v WHERE v.named AND v.role != 'outlet'"
    " GROUP BY 1, 2, 3 ORDER BY 4 DESC, 3"
)
_SOURCES = (
    f"SELECT {_CALLED}, max(v.role), count(DISTINCT c.article),"
    f" count(*), count(*) FILTER (WHERE v.named), count(*) FILTER (WHERE NOT v.named), {_REPORTS}"
    " FROM voices v JOIN claims c ON c.number = v.claim WHERE v.role != 'outlet' GROUP BY 1"
)
_VOICES = (
    f"SELECT claim, called FROM (SELECT v.claim, {_CALLED} AS called, max(v.hop) FROM voices v WHERE v.role != 'outlet'"
    " GROUP BY v.claim)"
)
_NEAREST = "(SELECT v.named FROM voices v WHERE v.claim = c.number ORDER BY v.hop DESC LIMIT 1)"
_OUTLETS = (
    "SELECT a.outlet, count(DISTINCT a.number), count(c.number), count(*) FILTER (WHERE c.nearest = 1),"
    f" count(*) FILTER (WHERE c.nearest = 0), {_REPORTS} FROM articles a LEFT JOIN"
    f" (SELECT c.number, c.article, c.certainty, {_NEAREST} AS nearest FROM claims c) c ON c.article = a.number"
    " WHERE a.outlet IS NOT NULL GROUP BY a.outlet"
)


@dataclass(frozen=True, slots=True)
class Reports:
    """How sure its reports are, each by its own words: what is said of a report, and not of who gives it."""

    certain: int
    probable: int
    possible: int
    unclear: int


@dataclass(frozen=True, slots=True)
class Record:
    """What became of the events that it told: what is said of who tells, over all reports."""

    events: int
    #: Told by others, too, and by it before them.
    first: int
    #: Afterwards, by somebody independent of it.
    confirmed: int
    #: Afterwards, by somebody else.
    denied: int
    #: Both.
    contested: int


@dataclass(frozen=True, slots=True)
class TellerRow:
    """One line of the register of outlets and sources."""

    kind: Kind
    #: The most frequent one; empty for all the unnamed sources of one role.
    name: str
    #: All that it goes under, in either language; none for outlets and for unnamed sources.
    names: tuple[str, ...]
    role: str | None
    family: str | None
    articles: int
    claims: int
    named: int
    unnamed: int
    reports: Reports
    record: Record


class Looking(Protocol):
    """What looking at tellers needs of a view."""

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]: ...


class Tellers:
    """The part of a view that looks at outlets and sources."""

    def tellers(
        self: Looking,
        kind: Kind,
        beginning: str = "",
        *,
        limit: int = 20,
        offset: int = 0,
        order: TellerOrder = "claims",
    ) -> Iterator[TellerRow]:
        """Outlets or sources.

        :param beginning: of their names; accents and case do not matter.
        """
        sought = folded(beginning)
        rows = self.rows(
            f"SELECT {_COLUMNS} FROM tellers WHERE kind = ?{_BEGINNING if sought else ''}"
            f" ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
            (kind, *((sought, sought + "\U0010ffff") * 2 if sought else ()), limit, offset),
        )
        for kind_, name, names, *row in rows:
            values = [*row[:6], Reports(*row[6:10]), Record(*row[10:])]
            yield TellerRow(kind_, name, tuple(json.loads(names).values()), *values)


@dataclass(slots=True)
class Telling:
    """One claim of an event."""

    at: str | None
    family: str
    voice: str
    origin: str
    status: str
    positive: bool
    sure: bool
    #: The outlet and the source that tell it.
    tellers: tuple[tuple[Kind, str], ...] = field(default=())

    @property
    def denies(self) -> bool:
        return self.status in AGAINST or not self.positive

    @property
    def confirms(self) -> bool:
        return self.status in FACTS and self.positive and self.sure

    def apart(self, other: Telling) -> bool:
        """Whether another telling is independent of this one: of another house, voice and origin."""
        return self.family != other.family and self.voice != other.voice and self.origin != other.origin


Counts = defaultdict[tuple[str, str], Counter[str]]


def keep_tellers(writer: Writer) -> None:
    """Make the register anew from the claims and the stories that the ledger holds."""
    connection = writer.connection
    connection.create_function("identity", 1, identity, deterministic=True)
    connection.execute("DELETE FROM tellers")
    counts: Counts = defaultdict(Counter)
    rows = connection.execute(_TELLINGS).fetchall()
    voices = dict(connection.execute(_VOICES).fetchall())
    for _, story in groupby(rows, key=lambda row: row[0]):
        count(list(told(story, voices))[:MOST], counts)
    for kind, found in (
        ("source", sources(connection.execute(_SOURCES), called(connection.execute(_NAMES)))),
        ("outlet", outlets(connection.execute(_OUTLETS))),
    ):
        connection.executemany(
            f"INSERT INTO tellers (folded, {_COLUMNS}) VALUES ({', '.join('?' * 19)})",
            (
                (key, kind, *row, *(counts[kind, key][each] for each in Record.__dataclass_fields__))
                for key, row in found
            ),
        )


def told(rows: Iterable[Sequence[Any]], voices: dict[int, str]) -> Iterator[Telling]:
    """The tellings of one event, in order of time."""
    for _, at, claim, outlet, status, polarity, certainty, origin in rows:
        house = folded(outlet or "")
        voice = voices.get(claim)
        tellers: list[tuple[Kind, str]] = [("outlet", house)] if house else []
        tellers += [("source", voice)] if voice else []
        yield Telling(
            at=at,
            family=publisher(outlet) if outlet else f"claim {claim}",
            voice=voice or house,
            origin=origin or f"claim {claim}",
            status=status,
            positive=polarity == "positive",
            sure=certainty in ("certain", "probable"),
            tellers=tuple(tellers),
        )


def count(story: list[Telling], counts: Counts) -> None:
    """Add what an event says of each that tells it."""
    several = len({one.family for one in story}) > 1
    seen: set[tuple[Kind, str]] = set()
    for place, one in enumerate(story):
        for teller in one.tellers:
            if teller in seen:
                continue
            seen.add(teller)
            tally = counts[teller]
            tally["events"] += 1
            tally["first"] += several and place == 0
            if not one.denies:
                tally[fate(one, story[place + 1 :])] += 1


def fate(one: Telling, rest: list[Telling]) -> str:
    """What became of what was told first: confirmed, denied, contested, or left open."""
    later = [each for each in rest if each.at and one.at and each.at > one.at]
    confirmed = any(each.confirms and each.apart(one) for each in later)
    denied = any(each.denies and each.voice != one.voice for each in later)
    if confirmed and denied:
        return "contested"
    return "confirmed" if confirmed else "denied" if denied else "open"


def called(rows: Iterable[Sequence[Any]]) -> dict[str, dict[str, str]]:
    """The names of each source by their folded forms, the most frequent first."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for key, form, name, _ in rows:
        found[key].setdefault(form, name)
    return found


def sources(
    rows: Iterable[Sequence[Any]], names: Mapping[str, dict[str, str]]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """By who is meant: what stands in the columns from the name on."""
    for key, role, *numbers in rows:
        mine = names.get(key, {})
        if key:
            told = json.dumps(mine, ensure_ascii=False)
            yield key, (next(iter(mine.values()), ""), told, role, None, *numbers)


def outlets(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """By folded name; spellings of one outlet are put together under the most frequent one."""
    found: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for row in rows:
        if key := folded(row[0]):
            found[key].append(row)
    for key, spelled in found.items():
        name = max(spelled, key=lambda row: (row[1], row[0]))[0]
        numbers = [sum(row[column] for row in spelled) for column in range(1, 9)]
        yield key, (name, "{}", None, owners().get(key), *numbers)
