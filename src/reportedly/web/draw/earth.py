"""The outlines of countries on paper: Natural Earth (public domain) in the Equal Earth projection."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

#: Units from the middle of the paper to its edges: coordinates of outlines are whole units.
WIDE = 4000
#: Šavrič, Patterson and Jenny (2018), "The Equal Earth map projection".
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_EDGE = 2.7066299836  # x of 180 degrees east on the equator

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def projected(latitude: float, longitude: float) -> Point:
    """Degrees as units to the right and down from the middle of the map."""
    slope = asin(sqrt(3) / 2 * sin(radians(min(max(latitude, -90.0), 90.0))))
    two = slope * slope
    six = two * two * two
    x = 2 * sqrt(3) / 3 * radians(longitude) * cos(slope)
    x /= _A1 + 3 * _A2 * two + six * (7 * _A3 + 9 * _A4 * two)
    y = slope * (_A1 + _A2 * two + six * (_A3 + _A4 * two))
    return WIDE * x / _EDGE, -WIDE * y / _EDGE


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's shape as the path that draws it, and the box that holds it."""

    d: str
    box: Box
    #: The box of its largest part: France without Guiana.
    main: Box


@cache
def outlines() -> dict[str, Outline]:
    """The shape of each country by its ISO 3166-1 alpha-3 code."""
    data = json.loads((files(__package__) / "outlines.json").read_text(encoding="utf-8"))
    arcs = [_line(arc, data["steps"]) for arc in data["arcs"]]
    return {code: _outline(rings, arcs) for code, rings in data["countries"].items()}


def _line(arc: Sequence[int], steps: int) -> list[tuple[int, int]]:
    """An arc's points in units, from the steps between them."""
    found = []
    x = y = 0
    for place in range(0, len(arc), 2):
        x, y = x + arc[place], y + arc[place + 1]
        right, down = projected(y / steps, x / steps)
        found.append((round(right), round(down)))
    return found


def _outline(rings: Sequence[Sequence[int]], arcs: Sequence[list[tuple[int, int]]]) -> Outline:
    points = [_ring(ring, arcs) for ring in rings]
    boxes = [box_of(ring) for ring in points]
    largest = max(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    return Outline("".join(map(_path, points)), box_of([one for ring in points for one in ring]), largest)


def _ring(ring: Sequence[int], arcs: Sequence[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for key in ring:
        part = arcs[key] if key >= 0 else arcs[~key][::-1]
        found += part[1:] if found else part
    return found


def _path(ring: Sequence[tuple[int, int]]) -> str:
    """A closed path in steps from point to point."""
    (x, y), *others = ring
    parts = [f"M{x} {y}l"]
    for right, down in others:
        if (right, down) != (x, y):
            parts.append(f"{right - x} {down - y} ")
        x, y = right, down
    return "".join(parts).rstrip() + "z"


def box_of(points: Sequence[Point]) -> Box:
    """Left, top, right and bottom of points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
