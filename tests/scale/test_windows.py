"""Windows of days: which work there is, what overlapping windows make of one story, and what a new day changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from reportedly.corroborate.links import candidates
from reportedly.corroborate.texts import texts_of
from reportedly.errors import InputError
from reportedly.scale.join import joined
from reportedly.scale.layout import UNKNOWN, Archive, day_of, days_before
from reportedly.scale.rows import reading_of
from reportedly.scale.units import Settings, blocks, units_of, waiting, window
from tests.scale.conftest import do, write_parquet

Rows = Callable[..., list[dict[str, Any]]]
DAYS = [f"2031-03-0{n}" for n in range(1, 10)]


@pytest.fixture(scope="module")
def archive(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("windows") / "out"
    assert [one for one in do(root, inputs, window=3, block=2) if one["error"]] == []
    return root


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T23:30:00-05:00", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("yesterday", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_the_day_of_publication(published: str | None, day: str) -> None:
    assert day_of(published) == day


def test_windows_and_blocks() -> None:
    assert days_before("2031-03-01", 1) == "2031-02-28"
    assert window(DAYS[4], DAYS[5], 2, [*DAYS, UNKNOWN]) == DAYS[2:6]
    assert window(UNKNOWN, UNKNOWN, 2, [*DAYS, UNKNOWN]) == [UNKNOWN]
    made = blocks([*DAYS, UNKNOWN], 4)
    assert [day for block in made for day in block] == [*DAYS, UNKNOWN]
    assert made[-1] == [UNKNOWN]
    # A day more changes no block but its own.
    assert [block for block in blocks(["2031-02-20", *DAYS, UNKNOWN], 4) if block in made] == made


def test_a_join_finds_what_corroboration_compares(archive: Path, rows: Rows) -> None:
    texts = texts_of([reading_of(row) for row in rows(archive, "readings")])
    expected = {(later.id, one.id) for later, earlier in candidates(texts) for one in earlier}
    opened = Archive.opened(archive)
    passages = opened.read("passages", opened.days("passages"))
    everybody = {text.id for text in texts}
    assert set(joined(passages, everybody)) == expected
    assert len(expected) > 10
    mine = {text.id for text in texts if text.published.startswith("2031-03-04")}
    assert set(joined(passages, mine)) == {pair for pair in expected if pair[0] in mine}


def test_links_reach_as_far_as_the_window(archive: Path, rows: Rows) -> None:
    day = {row["article"]: row["published"][:10] for row in rows(archive, "readings")}
    gaps = {int(day[row["later"]][-2:]) - int(day[row["earlier"]][-2:]) for row in rows(archive, "links")}
    assert gaps == {1, 2, 3}


def test_each_claim_is_in_one_event_and_each_article_in_one_origin(archive: Path, rows: Rows) -> None:
    events, origins = rows(archive, "events"), rows(archive, "origins")
    claims = [(ref["article"], ref["claim"]) for event in events for ref in event["claims"]]
    articles = [key for origin in origins for key in origin["articles"]]
    assert len(claims) == len(set(claims))
    assert len(articles) == len(set(articles)) == len(rows(archive, "readings"))
    assert set(claims) == {(row["article"], row["claim"]) for row in rows(archive, "claims") if row["type"]}
    assert len({event["id"] for event in events}) == len(events)


def test_stories_within_a_window_are_those_of_the_whole(
    archive: Path, laptop: dict[str, Any], rows: Rows
) -> None:
    """Copies and retellings a few days apart: what overlapping windows put together is what one look finds."""
    whole = {frozenset((c["article"], c["claim"]) for c in e["claims"]) for e in laptop["stories"]["events"]}
    merged = {frozenset((c["article"], c["claim"]) for c in e["claims"]) for e in rows(archive, "events")}
    large = [event for event in merged if len(event) > 2]
    assert len(large) >= 3
    spanning = [event for event in large if len({article for article, _ in event}) > 3]
    assert spanning
    # Average links depend on all that is looked at; most claims that are together in windows are so in the whole.
    home = {ref: number for number, event in enumerate(sorted(whole, key=sorted)) for ref in event}
    pairs = [home[one] == home[other] for event in merged for one, other in combinations(sorted(event), 2)]
    assert sum(pairs) >= 0.75 * len(pairs)


def test_an_event_tells_all_of_its_windows(archive: Path, rows: Rows) -> None:
    for row in rows(archive, "events"):
        event = json.loads(row["event"])
        told = [step["by"]["article"] for step in event["history"]]
        assert set(told) == {ref["article"] for ref in event["claims"]}
        assert [step["at"] for step in event["history"]] == sorted(step["at"] for step in event["history"])
        assert event["status"] == event["history"][-1]["status"]
        assert event["independent_origins"] >= 1 or event["status"] == "denied"
        known = {origin["id"] for origin in rows(archive, "origins")}
        assert set(event["origins"]) <= known


def test_a_new_day_changes_no_name(
    inputs: Path, articles: list[dict[str, Any]], tmp_path: Path, archive: Path, rows: Rows
) -> None:
    """Day by day or at once: the same tables, and what was told keeps its name."""
    early = [one for one in articles if one["published"] < "2031-03-07"]
    late = [one for one in articles if one["published"] >= "2031-03-07"]
    write_parquet(tmp_path / "in" / "early.parquet", early)
    root = tmp_path / "out"
    do(root, tmp_path / "in", window=3, block=2)
    before = {row["id"]: row["claims"] for row in rows(root, "events")}
    write_parquet(tmp_path / "in" / "late.parquet", late)
    results = do(root, tmp_path / "in", window=3, block=2)
    assert [one["key"] for one in results if one["step"] == "read"] == [
        f"2031-03-0{day}/late-parquet-{one['key'].split('-')[-2]}-00001"
        for day, one in zip((7, 8, 9), [one for one in results if one["step"] == "read"], strict=True)
    ]
    after = {row["id"]: row["claims"] for row in rows(root, "events")}
    assert before.keys() <= after.keys()
    assert all(claim in after[key] for key, claims in before.items() for claim in claims)
    for table in ("events", "origins", "drift", "stories"):
        here, there = (sorted(json.dumps(row) for row in rows(each, table)) for each in (root, archive))
        assert here == there, table


def test_what_is_done_is_not_done_again(archive: Path, inputs: Path) -> None:
    assert do(archive, inputs, window=3, block=2) == []


def test_another_window_reads_nothing_again(archive: Path, inputs: Path, tmp_path: Path) -> None:
    opened = Archive.opened(archive)
    assert waiting(opened, units_of("read", opened, Settings(window=1))) == []
    assert len(waiting(opened, units_of("links", opened, Settings(window=1)))) == len(DAYS) - 2


def test_an_input_that_changed_is_taken_in_again(
    articles: list[dict[str, Any]], tmp_path: Path, rows: Rows
) -> None:
    path = write_parquet(tmp_path / "in" / "a.parquet", articles[:6])
    root = tmp_path / "out"
    do(root, path)
    assert len(rows(root, "readings")) == 6
    changed = [{**articles[0], "text": "Peru signed a treaty with Chile."}, articles[1]]
    write_parquet(path, changed)
    do(root, path)
    texts = {json.loads(row["reading"])["document"]["text"] for row in rows(root, "readings")}
    assert texts == {one["text"] for one in changed}
    assert {row["article"] for row in rows(root, "stories")} == {one["id"] for one in changed}
    assert {row["article"] for row in rows(root, "claims")} <= {one["id"] for one in changed}


def test_articles_without_a_day_are_a_partition_of_their_own(tmp_path: Path, rows: Rows) -> None:
    found = [
        {"text": "Norway delivered twelve tanks to Chile.", "id": None, "published": None},
        {"text": "", "id": "blank", "published": None},
        {"text": "Peru signed a treaty.", "id": None, "published": "soon"},
    ]
    root = tmp_path / "out"
    do(root, write_parquet(tmp_path / "a.parquet", found))
    archive = Archive.opened(root)
    assert archive.days("readings") == [UNKNOWN]
    assert len(rows(root, "stories")) == 3
    messages = {row["message"] for row in rows(root, "problems")}
    assert "there is nothing to read" in messages
    assert any("not an ISO 8601 date" in message for message in messages)


@pytest.mark.parametrize("name", ["nowhere.parquet", "https://example.org/a", "notes.doc"])
def test_inputs_that_cannot_be(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes.doc").write_text("x", encoding="utf-8")
    archive = Archive.opened(tmp_path / "out", make=True)
    given = name if "://" in name else str(tmp_path / name)
    with pytest.raises(InputError):
        units_of("intake", archive, Settings(), [given])


def test_a_folder_of_something_else_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="no archive"):
        Archive.opened(tmp_path)
    with pytest.raises(InputError, match="is there already"):
        Archive.opened(tmp_path, make=True)


def test_parts_are_no_larger_than_asked_for(inputs: Path, tmp_path: Path, rows: Rows) -> None:
    root = tmp_path / "out"
    do(root, inputs, part=1)
    archive = Archive.opened(root)
    assert [len(archive.parts("articles", day)) for day in archive.days("articles")][:2] == [3, 3]
    assert len(rows(root, "readings")) == 16
