"""Saved searches that tell: only when an event changes status, gains a second independent origin, or is denied."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.corroborate import corroborate
from reportedly.corroborate.model import Stories, StoryEvent
from reportedly.ledger.judging import now
from reportedly.ledger.query import parse
from reportedly.ledger.view import View
from reportedly.ledger.writer import Writer
from reportedly.model import AGAINST


@dataclass(frozen=True, slots=True)
class Rule:
    """A saved search, and where to tell."""

    name: str
    query: str
    notify: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is worth telling of an event, in words."""

    rule: Rule
    title: str
    body: str


def save(writer: Writer, rule: Rule) -> None:
    """Remember a rule; one of the same name gives way.

    :raises LedgerError: if its query means nothing.
    """
    parse(rule.query)
    with writer.together():
        writer.connection.execute(
            "INSERT INTO rules VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET query = excluded.query, notify = excluded.notify",
            (rule.name, rule.query, json.dumps(rule.notify)),
        )


def rules(writer: Writer) -> list[Rule]:
    """All rules."""
    rows = writer.connection.execute("SELECT name, query, notify FROM rules ORDER BY name").fetchall()
    return [Rule(name, query, tuple(json.loads(notify))) for name, query, notify in rows]


def news(writer: Writer) -> Iterator[News]:
    """What the rules have to tell since they were last asked; each thing once."""
    for rule in rules(writer):
        with View(writer.path) as view:
            ids = {(row.article, row.local): row.id for row in view.claims(rule.query, limit=None)}
            stories = corroborate(view.readings(rule.query))
        for event in stories.events:
            claims = {ids[ref.article, ref.claim] for ref in event.claims if (ref.article, ref.claim) in ids}
            if claims:
                yield from changed(writer, rule, event, claims, stories)


def changed(
    writer: Writer, rule: Rule, event: StoryEvent, claims: set[str], stories: Stories
) -> Iterator[News]:
    """What has changed in an event since it was last looked at; a new one is remembered in silence."""
    denied = any(step.status in AGAINST for step in event.history)
    known = last_look(writer, rule, claims)
    with writer.together():
        if known is not None:
            writer.connection.execute("DELETE FROM told WHERE number = ?", (known[0],))
        writer.connection.execute(
            "INSERT INTO told (rule, claims, status, origins, denied, at) VALUES (?, ?, ?, ?, ?, ?)",
            (
                rule.name,
                json.dumps(sorted(claims)),
                event.status,
                event.independent_origins,
                int(denied),
                now(),
            ),
        )
    if known is None:
        return
    _, status, origins, was_denied = known
    parts = []
    if denied and not was_denied:
        parts.append("denied")
    elif status != event.status:
        parts.append(f"{status} → {event.status}")
    if origins < 2 <= event.independent_origins:
        parts.append(f"{event.independent_origins} independent origins")
    if parts:
        yield News(rule, f"{event.title}: {', '.join(parts)}", "\n".join(body(event, stories)))


def last_look(writer: Writer, rule: Rule, claims: set[str]) -> tuple[int, str, int, bool] | None:
    """Number, status, origins and denial of the event that shares most claims with these."""
    best, most = None, 0
    rows = writer.connection.execute(
        "SELECT number, claims, status, origins, denied FROM told WHERE rule = ? ORDER BY number",
        (rule.name,),
    )
    for number, told, status, origins, denied in rows:
        shared = len(claims & set(json.loads(told)))
        if shared > most:
            best, most = (number, status, origins, bool(denied)), shared
    return best


def body(event: StoryEvent, stories: Stories) -> Iterator[str]:
    """The event's history and origins, a line each."""
    outlets = {article.id: article.outlet or article.id for article in stories.articles}
    for step in event.history:
        yield f"{(step.at or '')[:16]} {step.status} ({step.certainty}): {outlets[step.by.article]}".strip()
    yield from (f"origin: {reason.detail}" for reason in event.reasons if reason.rule == "origin")
