"""An arms-transfer register: supplier, recipient, designation, numbers, years, status, sources.

After the conventions of SIPRI's register: a figure that is not certain stands in brackets, ``..`` is not known. Only
acts that order, supply, deliver, produce or license weapons are entered, and only what the articles say of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.export.rows import separated
from reportedly.ledger.records import Kept
from reportedly.model import Quantity, Weapon

SUFFIXES = (".register.csv",)
COLUMNS = (
    "supplier", "recipient", "designation", "category", "number_ordered", "number_delivered", "year_of_order",
    "years_of_delivery", "status", "certainty", "sources", "outlet", "published", "comments", "id", "url",
)  # fmt: skip
ORDERS = frozenset({"order", "licence", "joint_production"})
TRANSFERS = frozenset({"supply", "delivery", "transfer", "technology_transfer"})


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every claim of a transfer of weapons as one row of CSV."""
    rows = (row for fact in facts(found) if fact.row.act in ORDERS | TRANSFERS for row in rows_of(fact))
    out.writelines(line.encode("utf-8") for line in separated(rows, COLUMNS, ","))


def rows_of(fact: Fact) -> Iterable[dict[str, object]]:
    """One row per weapon of the claim."""
    delivered = fact.row.act in TRANSFERS and fact.row.status in ("happened", "ongoing")
    ordering = fact.row.act == "order"
    suppliers, recipients = fact.names("actors"), fact.names("recipients")
    if ordering:  # who orders receives
        suppliers, recipients = recipients, suppliers
    year = (fact.day or "")[:4]
    for weapon, words in weapons(fact):
        number = bracketed(fact)
        yield {
            "supplier": suppliers or "..",
            "recipient": recipients or "..",
            "designation": weapon.designation or words,
            "category": weapon.category,
            "number_ordered": ".." if delivered else number,
            "number_delivered": number if delivered else "..",
            "year_of_order": year if ordering else "..",
            "years_of_delivery": year if delivered else "..",
            "status": fact.row.status,
            "certainty": fact.row.certainty,
            "sources": fact.chain,
            "outlet": fact.row.outlet,
            "published": (fact.row.published or "")[:10],
            "comments": fact.row.evidence,
            "id": fact.row.id,
            "url": fact.row.url,
        }


def weapons(fact: Fact) -> Iterable[tuple[Weapon, str]]:
    """The weapons that the act is about, each with the article's words."""
    for role in fact.claim.roles.objects:
        entity = fact.entity(role)
        if entity and entity.weapon:
            yield entity.weapon, entity.name


def bracketed(fact: Fact) -> str:
    """How many: ``12``, ``(200–999)`` where the figure or the claim is not certain, ``..`` where none is given."""
    count = next((one for one in fact.quantities if one.dimension == "count"), None)
    if count is None:
        return ".."
    figure = span(count)
    certain = not count.approximate and count.low == count.high and fact.row.certainty == "certain"
    return figure if certain and not fact.claim.attribution else f"({figure})"


def span(count: Quantity) -> str:
    """An amount as a figure or a range."""
    low, high = (None if end is None else f"{end:g}" for end in (count.low, count.high))
    if low == high:
        return low or ".."
    return f"{low or '..'}–{high or '..'}"
