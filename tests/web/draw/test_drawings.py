"""Whatever is drawn: well-formed, escaped, bounded, without style or script, the same every time."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.web.draw.axis import instant, ticks
from reportedly.web.draw.drift import Retelling, drift
from reportedly.web.draw.graph import graph
from reportedly.web.draw.lanes import Member, Source, lanes
from reportedly.web.draw.map import Spot, world
from reportedly.web.draw.marks import FAMILIES, LADDER, family, mark
from reportedly.web.draw.rhythm import KINDS, Beat, rhythm
from reportedly.web.draw.strip import Telling, strip
from reportedly.web.draw.timeline import Happening, timeline
from reportedly.web.words import labels

EN, FR = labels("en"), labels("fr")
#: A busy machine may take a second for the first example.
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SVG = "{http://www.w3.org/2000/svg}"
#: What a page may not hold, whoever wrote it.
HOSTILE = "</text><script>alert(1)</script>\"onload='x' \x00\x0b\ud800\u202e& <b>"
words = st.text(max_size=40) | st.just(HOSTILE)
days = st.none() | st.just("soon") | st.datetimes().map(lambda at: at.isoformat()) | st.dates().map(str)
statuses = st.sampled_from([*LADDER, "never heard of"])
hrefs = st.none() | st.just("/x?a=1&b='\"") | words
keys = st.sampled_from("abcdefgh")

tellings = st.lists(st.builds(Telling, days, statuses, words, hrefs), max_size=40)
retellings = st.lists(
    st.builds(
        Retelling, keys, words, st.floats(-3, 3), statuses, hrefs, st.none() | keys,
        st.lists(words, max_size=4).map(tuple), st.lists(words, max_size=4).map(tuple),
    ),
    max_size=30,
    unique_by=lambda one: one.key,
)  # fmt: skip
members = st.lists(
    st.builds(
        Member, st.sampled_from("abcdefghijklmnop"), words, words, statuses, st.sampled_from(["o1", "o2", "gone"]),
        st.none() | st.sampled_from("abcdefghijklmnop"), st.sampled_from([None, "copy", "excerpt", "odd"]), hrefs,
    ),
    max_size=40,
)  # fmt: skip
spots = st.lists(
    st.builds(
        Spot, words, st.floats(-90, 90), st.floats(-180, 180), st.sampled_from(["exact", "city", "region", "country"]),
        st.sampled_from([None, "IRN", "BHR", "RUS", "FJI", "???"]), st.integers(0, 10**6), hrefs,
    ),
    max_size=30,
)  # fmt: skip
happenings = st.lists(st.builds(Happening, words, statuses, days, days, hrefs), max_size=30)
SOURCES = [Source("o1", "agency", HOSTILE), Source("o2", "odd kind", "Reuters", "/x")]


def sound(drawn: str, largest: int = 60_000) -> None:
    """Well-formed, ours alone, and no larger than a page can bear."""
    if not drawn:
        return
    root = ET.fromstring(drawn)  # noqa: S314  # of our own making
    assert root.tag == f"{SVG}svg"
    for each in root.iter():
        assert each.tag.startswith(SVG)
        assert each.tag != f"{SVG}script"
        assert not [name for name in each.attrib if name == "style" or name.startswith("on")]
    assert len(drawn) < largest
    assert root.get("aria-label")


@SETTINGS
@given(tellings)
def test_a_strip_is_sound(found: list[Telling]) -> None:
    sound(strip(found, EN))


@SETTINGS
@given(retellings)
def test_a_drift_chart_is_sound(found: list[Retelling]) -> None:
    sound(drift(found, FR))


@SETTINGS
@given(members, st.sampled_from([0, 1, 2]))
def test_a_graph_is_sound(found: list[Member], zoom: int) -> None:
    sound(graph(SOURCES, found, EN, zoom=zoom))


@SETTINGS
@given(spots)
def test_a_map_is_sound(found: list[Spot]) -> None:
    sound(world(found, FR), 150_000)


@SETTINGS
@given(happenings)
def test_a_timeline_is_sound(found: list[Happening]) -> None:
    sound(timeline(found, EN))


@SETTINGS
@given(st.lists(st.builds(Beat, days, st.booleans(), st.sampled_from(KINDS)), max_size=60))
def test_a_rhythm_is_sound(found: list[Beat]) -> None:
    sound(rhythm(found, FR))


@SETTINGS
@given(st.floats(1, 3_600_000), st.floats(0, 3_600_000), st.sampled_from(["en", "fr"]))
def test_ticks_are_few_and_in_order(first: float, more: float, language: str) -> None:
    found = ticks(first, min(first + more, 3_652_058), 7, language)
    assert len(found) <= 9
    assert all(one < other for (one, _), (other, _) in pairwise(found))


def test_instants() -> None:
    assert instant("2024-08-09T12:00:00+02:00") == instant("2024-08-09T10:00")
    assert instant(None) is None


def test_each_family_of_statuses_has_a_shape_of_its_own() -> None:
    assert {family(status) for status in LADDER} == set(FAMILIES)
    drawn = {re.sub(r'class="[^"]*"', "", mark(status, 5, 5)) for status in ("happened", "planned", "denied")}
    assert len(drawn) == 3


def made(count: int, kind: str = "copy") -> list[Member]:
    return [
        Member("a", "First", "1 Mar", "happened", "o1"),
        *(Member(f"c{n}", f"Copy {n}", "2 Mar", "happened", "o1", "a", kind) for n in range(count)),
    ]


@pytest.mark.parametrize(("words", "more"), [(EN, "… and 10 more"), (FR, "… et 10 autres")])
def test_identical_copies_are_folded(words: Callable[..., str], more: str) -> None:
    drawn = graph([Source("o1", "agency", "AFP")], made(12), words)  # type: ignore[arg-type]
    assert more in drawn
    assert drawn.count('class="mark') == 3


def test_what_is_not_identical_is_not_folded() -> None:
    drawn = graph([Source("o1", "agency", "AFP")], made(12, "excerpt"), EN)
    assert drawn.count('class="mark') == 13


@SETTINGS
@given(members)
def test_every_member_of_a_known_origin_is_placed_once(found: list[Member]) -> None:
    known = {member.key: member for member in found if member.origin != "gone"}
    unique = list({member.key: member for member in found}.values())
    placed = [one for lane in lanes(SOURCES, unique) for one in lane.placed]
    counted = sum(max(one.folded, 1) for one in placed)
    assert counted == sum(member.origin != "gone" for member in unique)
    assert len(known) >= counted
    assert all(one.above is None or one.above.column < one.column or one.column == 12 for one in placed)


def test_a_long_chain_is_drawn() -> None:
    chain = [Member("m0", "x", "", "happened", "o1")]
    chain += [Member(f"m{n}", "x", "", "happened", "o1", f"m{n - 1}", "rewrite") for n in range(1, 3000)]
    sound(graph([Source("o1", "agency", "AFP")], chain, EN), 200_000)


def test_forty_articles_do_not_stand_on_each_other() -> None:
    kinds = ["copy", "excerpt", "rewrite", "cites"]
    chain = [Member("m0", "x", "", "happened", "o1")]
    chain += [Member(f"m{n}", "x", "", "happened", "o1", f"m{n // 3}", kinds[n % 4]) for n in range(1, 40)]
    (lane,) = lanes([Source("o1", "agency", "AFP")], chain)
    places = [(one.row, one.column) for one in lane.placed]
    assert len(places) == len(set(places))


def test_lost_words_are_named_at_the_drop() -> None:
    told = [Retelling("a", "AFP", 1.0), Retelling("b", "Post", 3.0, "happened", None, "a", ("may",), ())]
    drawn = drift(told, EN)
    assert "− may" in drawn
    assert 'class="link surer"' in drawn


def test_a_town_is_a_dot_a_region_a_soft_circle_a_country_its_shape() -> None:
    drawn = world(
        [
            Spot("Tehran", 35.7, 51.4, "city", "IRN", 3),
            Spot("Khuzestan", 31.3, 48.7, "region", "IRN", 1),
            Spot("Iraq", 33.0, 43.7, "country", "IRQ", 2),
        ],
        EN,
    )
    assert drawn.count('class="spot town"') == 1
    assert drawn.count('class="spot region"') == 1
    assert drawn.count('class="country named"') == 1


def test_a_map_shows_what_it_must_and_no_more() -> None:
    near = world([Spot("Kharkiv", 50.0, 36.2, "city", "UKR", 1)], EN)
    assert near.count('class="country"') < 20 < world([], EN).count('class="country"')


def test_marks_near_each_other_are_counted() -> None:
    drawn = strip([Telling(f"2024-08-0{n}", "planned", "AFP") for n in (1, 1, 1, 9)], EN)
    assert 'class="count">3</text>' in drawn.replace(' text-anchor="middle"', "") or ">3</text>" in drawn


def test_a_range_is_a_bar_and_a_day_a_mark() -> None:
    drawn = timeline(
        [
            Happening("a", "happened", "2024-01-01", "2024-06-01"),
            Happening("b", "denied", "2024-02-01", None),
        ],
        EN,
    )
    assert drawn.count('class="bar so"') == 1
    assert drawn.count('class="mark not"') == 1
