"""One mark for each kind of status, told apart by its shape as much as by its colour; the same in every drawing."""

from __future__ import annotations

from typing import Literal

from reportedly.show.markup import Markup, el
from reportedly.web.draw.svg import number, pen

Family = Literal["so", "coming", "open", "not"]
FAMILIES: tuple[Family, ...] = ("so", "coming", "open", "not")
#: Statuses from what is most to what is least.
LADDER = (
    "happened",
    "ongoing",
    "planned",
    "expected",
    "possible",
    "conditional",
    "unknown",
    "denied",
    "did_not_happen",
)
_OF: dict[str, Family] = {
    "happened": "so",
    "ongoing": "so",
    "planned": "coming",
    "expected": "coming",
    "denied": "not",
    "did_not_happen": "not",
}


def family(status: str) -> Family:
    """Whether it is said to be so, to come, not to be so, or is left open."""
    return _OF.get(status, "open")


def mark(status: str, x: float, y: float, size: float = 5) -> Markup:
    """A full disc for what is so, a triangle for what is to come, a ring for what is open, a cross for what is not."""
    kind = family(status)
    if kind in {"so", "open"}:
        return el("circle", cx=number(x), cy=number(y), r=number(size), cls=f"mark {kind}")
    if kind == "coming":
        d = pen("M", x - size, y - size, "L", x + size, y, "L", x - size, y + size, "Z")
        return el("path", d=d, cls=f"mark {kind}")
    left, right, high, low = x - size, x + size, y - size, y + size
    d = pen("M", left, high, "L", right, low, "M", left, low, "L", right, high)
    return el("path", d=d, cls=f"mark {kind}")
