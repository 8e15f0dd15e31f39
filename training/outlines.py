"""Writes ``web/draw/outlines.json``: the outlines of countries, from Natural Earth 1:110m (public domain).

The source is ``countries-110m.json`` of the npm package ``world-atlas`` 2.0.2, which holds Natural Earth 4.1::

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m training.outlines package/countries-110m.json

Natural Earth draws who holds an area; this map draws whose it is for most members of the United Nations: Crimea is
Ukraine's (resolution 68/262), the north of Cyprus is of Cyprus, Somaliland of Somalia. Antarctica is left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global

from training.territories import codes

OUTLINES = Path(__file__).parents[1] / "src" / "reportedly" / "web" / "draw" / "outlines.json"
#: Steps in a degree: coordinates are whole numbers of these.
STEPS = 50
#: Shapes without an ISO number, by the name that the source gives them.
BY_NAME = {"N. Cyprus": "CYP", "Somaliland": "SOM", "Kosovo": "XKX"}
LEFT_OUT = frozenset({"ATA"})
#: West, south, east and north of what is drawn with Russia there and belongs to Ukraine.
CRIMEA = (32.0, 44.0, 37.0, 46.5)

Arc = list[tuple[int, int]]


def numbers() -> dict[str, str]:
    """ISO 3166-1 numeric → alpha-3."""
    alpha3 = codes()
    return {
        key: alpha3[alpha2[0]]
        for key, alpha2 in get_global("territory_aliases").items()
        if re.fullmatch(r"\d{3}", key) and alpha2[0] in alpha3
    }


def arcs(topology: dict[str, Any]) -> list[Arc]:
    """The lines of which all outlines are made, in steps."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [list(points(arc, (scale_x, scale_y, left, bottom))) for arc in topology["arcs"]]


def points(arc: list[list[int]], transform: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    scale_x, scale_y, left, bottom = transform
    x = y = 0
    before = None
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = round(STEPS * (left + x * scale_x)), round(STEPS * (bottom + y * scale_y))
        if point != before:
            yield point
        before = point


def within(ring: list[int], lines: list[Arc], box: tuple[float, float, float, float]) -> bool:
    """Whether a ring lies in a box of degrees."""
    west, south, east, north = (STEPS * edge for edge in box)
    return all(
        west <= x <= east and south <= y <= north for key in ring for x, y in lines[key if key >= 0 else ~key]
    )


def countries(topology: dict[str, Any], lines: list[Arc]) -> dict[str, list[list[int]]]:
    """The rings of each country, each a list of arcs; a negative number is an arc from its end on."""
    known = numbers()
    found: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = known.get(shape.get("id", "")) or BY_NAME[shape["properties"]["name"]]
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            owner = "UKR" if code == "RUS" and within(ring, lines, CRIMEA) else code
            if owner not in LEFT_OUT:
                found.setdefault(owner, []).append(ring)
    for rings in found.values():
        for ring in rings:
            unwrap(ring, lines)
    return dict(sorted(found.items()))


def unwrap(ring: list[int], lines: list[Arc]) -> None:
    """What lies beyond the 180th meridian is put to the east of it, so that no outline crosses the whole map."""
    used = [key if key >= 0 else ~key for key in ring]
    places = [x for key in used for x, _ in lines[key]]
    if max(places) - min(places) > 180 * STEPS:
        for key in used:
            lines[key] = [(x + 360 * STEPS if x < 0 else x, y) for x, y in lines[key]]


def kept(rings: dict[str, list[list[int]]], lines: list[Arc]) -> dict[str, Any]:
    """What is written: only arcs that are used, each point as a step from the one before."""
    used = sorted({key if key >= 0 else ~key for each in rings.values() for ring in each for key in ring})
    place = {key: position for position, key in enumerate(used)}
    return {
        "source": "Natural Earth 1:110m, public domain; made by training/outlines.py",
        "steps": STEPS,
        "arcs": [list(steps(lines[key])) for key in used],
        "countries": {
            code: [[place[key] if key >= 0 else ~place[~key] for key in ring] for ring in each]
            for code, each in rings.items()
        },
    }


def steps(arc: Arc) -> Iterator[int]:
    before = (0, 0)
    for x, y in arc:
        yield from (x - before[0], y - before[1])
        before = (x, y)


if __name__ == "__main__":
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    drawn = arcs(topology)
    body = json.dumps(kept(countries(topology, drawn), drawn), separators=(",", ":"))
    OUTLINES.write_text(body + "\n", encoding="utf-8")
