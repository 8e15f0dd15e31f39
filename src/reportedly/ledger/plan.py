"""How a query is answered: begun with whatever is rare, else walked from the newest on until enough is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reportedly.ledger.query import Clause, Query, clauses

#: Whether a list of claims, as SQL with its values, is short.
Few = Callable[[str, tuple[object, ...]], bool]


@dataclass(frozen=True, slots=True)
class Plan:
    """SQL that gives numbers in order, with its values."""

    sql: str
    values: tuple[object, ...]


def claim_plan(query: Query, few: Few) -> Plan:
    """The numbers of claims, those last taken in first; words are looked for in the evidence."""
    parts = clauses(query)
    if query.match:
        parts.append(worded(query, "c.number"))
    first = rarest(parts, few)
    joined = "CROSS JOIN articles a ON a.number = c.article"
    if first is not None:
        where, values = tests(part for part in parts if part is not first)
        source = f"claims c {joined} WHERE c.number IN ({first.claims})"
        return Plan(f"SELECT c.number FROM {source}{where} ORDER BY c.number DESC", (*first.values, *values))
    if query.match:
        where, values = tests(parts[:-1])
        source = (
            f"evidences CROSS JOIN claims c ON c.number = evidences.rowid {joined} WHERE evidences MATCH ?"
        )
        return Plan(
            f"SELECT c.number FROM {source}{where} ORDER BY evidences.rowid DESC", (query.match, *values)
        )
    if lead := next((part for part in parts if part.ordered), None):
        where, values = tests(part for part in parts if part is not lead)
        table, _, test = (lead.ordered or "").partition(" WHERE ")
        source = f"{table} CROSS JOIN claims c ON c.number = l.claim {joined} WHERE {test}"
        return Plan(
            f"SELECT DISTINCT l.claim FROM {source}{where} ORDER BY l.claim DESC", (*lead.values, *values)
        )
    where, values = tests(parts)
    return Plan(f"SELECT c.number FROM claims c {joined} WHERE true{where} ORDER BY c.number DESC", values)


def article_plan(query: Query, few: Few) -> Plan:
    """The numbers of articles: with words those last taken in first, without by the day on which they appeared."""
    parts = clauses(query)
    about = [part for part in parts if not part.of_claims]
    of_claims = [part for part in parts if part.of_claims]
    where, values = tests(about)
    if of_claims:
        first = rarest(of_claims, few)
        inner, more = tests(of_claims if first is None else [part for part in of_claims if part is not first])
        if first is None:
            where += f" AND EXISTS (SELECT 1 FROM claims c WHERE c.article = a.number{inner})"
        else:
            where += (
                f" AND a.number IN (SELECT c.article FROM claims c WHERE c.number IN ({first.claims}){inner})"
            )
            more = (*first.values, *more)
        values = (*values, *more)
    if query.match:
        source = "words CROSS JOIN articles a ON a.version = words.rowid WHERE words MATCH ?"
        return Plan(f"SELECT a.number FROM {source}{where} ORDER BY words.rowid DESC", (query.match, *values))
    order = "ORDER BY a.published DESC, a.number DESC"
    return Plan(f"SELECT a.number FROM articles a WHERE true{where} {order}", values)


#: What lists of events are made of, in the order of their rows.
STORY_COLUMNS = (
    "s.id, s.type, s.act, s.title, s.status, s.certainty, s.polarity, s.origins, s.articles, s.claims, s.first_at,"
    " s.changed_at, s.last_at, s.earliest, s.latest, s.denied, s.disputed"
)
_ORDERS = {
    "changed": "s.changed_at DESC, s.number DESC",
    "last": "s.last_at DESC, s.number DESC",
    "origins": "s.origins DESC, s.changed_at DESC, s.number DESC",
}


#: Claims of which a list is made at once; what more than these meet, a walk over events soon meets often enough.
MANY = 100_000


def story_plan(query: Query, few: Few, order: str) -> Plan:
    """Events of which a claim meets a query: a list of such claims is begun with, unless it is long."""
    parts = clauses(query)
    if query.match:
        parts.append(worded(query, "+c.number"))
    walked = f"SELECT {STORY_COLUMNS} FROM stories s WHERE true"
    if not parts:
        return Plan(f"{walked} ORDER BY {_ORDERS[order]}", ())
    first = rarest(parts, few)

    def most(part: Clause) -> int:
        """How long a list may be: each of its claims must be asked what else is wanted; words cannot be asked so."""
        return MANY if len(parts) == 1 or (query.match and part is parts[-1]) else MANY // 10

    lead = first or next(
        (part for part in reversed(parts) if part.claims and not long(part, most(part), few)), None
    )
    if query.match and lead is None:  # such words are everywhere: they are asked of each claim that is met
        asked = "EXISTS (SELECT 1 FROM evidences WHERE evidences MATCH ? AND rowid = c.number)"
        parts[-1] = replace(parts[-1], here=asked)
    where, values = tests(sooner(part) for part in parts if part is not lead)
    met = "CROSS JOIN claims c ON c.number = t.claim" if re.search(r"\b[ac]\.", where) else ""
    met += " CROSS JOIN articles a ON a.number = c.article" if re.search(r"\ba\.", where) else ""
    if lead is None:
        inner = f"EXISTS (SELECT 1 FROM tellings t {met} WHERE t.story = s.number{where})"
    else:
        # The plus keeps events in their order: begun with by their numbers, many would have to be sorted.
        number = "s.number" if first else "+s.number"
        inner = f"{number} IN (SELECT t.story FROM tellings t {met} WHERE t.claim IN ({lead.claims}){where})"
        values = (*lead.values, *values)
    return Plan(f"{walked} AND {inner} ORDER BY {_ORDERS[order]}", values)


def sooner(part: Clause) -> Clause:
    """A condition that needs only a claim's number, asked before the claim itself is looked up."""
    return replace(part, here=part.here.replace("c.number", "t.claim"))


def worded(query: Query, number: str) -> Clause:
    """The words of a query as a condition on claims; with a plus before their number, no plan is begun with it."""
    listed = "SELECT rowid FROM evidences WHERE evidences MATCH ?"
    return Clause(f"{number} IN ({listed})", (query.match,), listed, True)


def long(part: Clause, most: int, few: Few) -> bool:
    """Whether more claims meet a condition than a list is made of."""
    return not few(f"SELECT 1 FROM ({part.claims} LIMIT -1 OFFSET {most})", part.values)


def rarest(parts: Iterable[Clause], few: Few) -> Clause | None:
    """The first condition that few claims meet; or all those on claims together, where each is frequent alone."""
    found = list(parts)
    alone = next((part for part in found if part.claims and few(part.claims, part.values)), None)
    return alone or joint([part for part in found if part.claims and part.of_claims], few)


def joint(parts: list[Clause], few: Few) -> Clause | None:
    """The few claims that meet several conditions, looked for among those that meet the one with the shortest list.

    Else a walk from the newest on would find hardly any of them, and not end before it has seen them all.
    """
    if len(parts) < 2:
        return None
    shortest = next(
        (part for most in (MANY // 10, MANY) for part in parts if not long(part, most, few)), None
    )
    if shortest is None:
        return None
    where, values = tests(
        replace(part, here=(part.probe or part.here).replace("c.number", "l.number"))
        for part in parts
        if part is not shortest
    )
    listed = f"WITH l (number) AS ({shortest.claims}) SELECT number FROM l WHERE true{where}"
    met = Clause("true", (*shortest.values, *values), listed, True)
    return met if few(listed, met.values) else None


def tests(parts: Iterable[Clause]) -> tuple[str, tuple[object, ...]]:
    """Conditions joined, with their values in order."""
    found = list(parts)
    return "".join(f" AND {part.here}" for part in found), tuple(
        value for part in found for value in part.values
    )
