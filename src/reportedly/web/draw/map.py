"""A map of a selection: towns as dots, regions as soft circles, countries as their shapes.

Nothing is pinned that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from reportedly.model import Precision
from reportedly.show.markup import Markup, el
from reportedly.web.draw.earth import WIDE, Box, Point, box_of, meet, outlines, projected
from reportedly.web.draw.svg import Say, drawing, fit, number, path, titled, width_of, words_at

WIDTH, HEIGHT = 760, 440
#: The least that the map shows, in units: about twelve degrees.
LEAST = 270
#: How many degrees a region's circle reaches.
REGION = 0.9
#: How many names stand on the map; the page lists all.
NAMED = 16
UNITS_A_DEGREE = WIDE / 180


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where something is said to happen, and how exactly that is known."""

    label: str
    latitude: float
    longitude: float
    precision: Precision
    country: str | None
    count: int
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the map that is shown."""

    box: Box

    @property
    def scale(self) -> float:
        return WIDTH / (self.box[2] - self.box[0])

    def __call__(self, point: Point) -> Point:
        return (point[0] - self.box[0]) * self.scale, (point[1] - self.box[1]) * self.scale


def world(spots: Sequence[Spot], say: Say) -> Markup:
    """The map, as near as shows all spots."""
    window = Window(framed(spots))
    shown = sorted(spots, key=lambda spot: (-spot.count, spot.label))
    named = {spot.country for spot in spots if spot.precision == "country" and spot.country}
    return drawing(
        WIDTH,
        HEIGHT,
        say("draw", "map"),
        land(window, named),
        *(place(spot, window, say) for spot in shown),
        *names(shown, window),
        about=say("draw", "map_about", count=len(spots)),
        cls="map",
    )


def framed(spots: Sequence[Spot]) -> Box:
    """A box of the drawing's shape around all spots, with a margin; the whole world for none."""
    corners = [corner for spot in spots for corner in corners_of(spot)]
    if not corners:
        corners = [projected(latitude, longitude) for latitude in (-56, 78) for longitude in (-168, 178)]
    left, top, right, bottom = box_of(corners)
    wide = max(right - left, (bottom - top) * WIDTH / HEIGHT, LEAST) * 1.25
    wide = min(wide, 2.05 * WIDE)
    tall = wide * HEIGHT / WIDTH
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return middle_x - wide / 2, middle_y - tall / 2, middle_x + wide / 2, middle_y + tall / 2


def corners_of(spot: Spot) -> Iterator[Point]:
    outline = outlines().get(spot.country or "")
    if spot.precision == "country" and outline:
        yield outline.main[:2]
        yield outline.main[2:]
    else:
        yield projected(spot.latitude, spot.longitude)


def land(window: Window, named: set[str]) -> Markup:
    """The countries that are in the window; those that are spoken of as a whole stand out."""
    seen = sorted(
        ((code in named, code, shape.d) for code, shape in outlines().items() if meet(shape.box, window.box))
    )
    left, top = window.box[:2]
    scale = f"{window.scale:.4f}"
    shapes = (path(d, "country named" if loud else "country") for loud, _, d in seen)
    return el("g", *shapes, transform=f"scale({scale}) translate({number(-left)} {number(-top)})", cls="land")


def place(spot: Spot, window: Window, say: Say) -> Markup:
    """A spot in the manner of its precision."""
    x, y = window(projected(spot.latitude, spot.longitude))
    told = f"{spot.label}: {say('draw', 'spot', count=spot.count)} ({say('precision', spot.precision)})"
    grown = min(4 + 1.4 * log2(max(spot.count, 1)), 12)
    if spot.precision == "region":
        radius, cls = max(REGION * UNITS_A_DEGREE * window.scale, 16), "region"
    elif spot.precision == "country":
        radius, cls = grown, "whole"
    else:
        radius, cls = grown, "town"
    shape = el("circle", cx=number(x), cy=number(y), r=number(radius), cls=f"spot {cls}")
    return titled(shape, title=told, href=spot.href)


def names(spots: Sequence[Spot], window: Window) -> Iterator[Markup]:
    """The names of the spots most spoken of, as far as none covers another."""
    taken: list[Box] = []
    for spot in spots[:NAMED]:
        x, y = window(projected(spot.latitude, spot.longitude))
        words = fit(spot.label, 150)
        wide = width_of(words)
        right = x + 10 + wide < WIDTH
        left = x + 10 if right else x - 10 - wide
        box = (left, y - 9, left + wide, y + 9)
        if not any(meet(box, other) for other in taken):
            taken.append(box)
            yield words_at(
                x + 10 if right else x - 10, y + 4.5, words, "place", anchor=None if right else "end"
            )
