from __future__ import annotations

import pytest

from reportedly.lexicon import load
from reportedly.web.draw.earth import WIDE, Box, meet, outlines, projected


def test_the_projection_is_equal_earth() -> None:
    assert projected(0, 0) == (0, 0)
    assert projected(0, 180)[0] == pytest.approx(WIDE)
    # Šavrič et al. (2018): the poles are as wide as 0.59247 of the equator, and the map 0.48691 as high as wide.
    assert projected(90, 180)[0] / WIDE == pytest.approx(0.59247, abs=1e-4)
    assert -projected(90, 0)[1] / WIDE == pytest.approx(0.48666, abs=1e-3)


def inside(box: Box, latitude: float, longitude: float) -> bool:
    x, y = projected(latitude, longitude)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


@pytest.mark.parametrize("code", ["FRA", "IRN", "CHL", "UKR", "XKX", "CYP", "ESH"])
def test_countries_stand_where_the_gazetteer_has_them(code: str) -> None:
    latitude, longitude = map(float, load("places", "ontology")["centres"][code].split())
    assert inside(outlines()[code].box, latitude, longitude)


def test_no_outline_crosses_the_whole_map() -> None:
    assert max(shape.box[2] - shape.box[0] for shape in outlines().values()) < 1.2 * WIDE


def test_crimea_is_drawn_with_ukraine() -> None:
    assert inside(outlines()["UKR"].box, 44.6, 34.0)  # south of all of its mainland


def test_boxes_meet() -> None:
    assert meet((0, 0, 2, 2), (1, 1, 3, 3))
    assert not meet((0, 0, 1, 1), (2, 0, 3, 1))
