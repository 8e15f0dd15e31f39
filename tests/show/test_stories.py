"""Stories for a terminal: origins in words, outlets by name, runs of one status in one line."""

from __future__ import annotations

import pytest

from reportedly.corroborate.model import (
    Account,
    ClaimRef,
    Dispute,
    DisputeValue,
    Drift,
    DriftCue,
    Step,
    Stories,
    StoryArticle,
    StoryEvent,
)
from reportedly.show.stories import render

FIRST, SECOND, THIRD = (ClaimRef(f"a{number}", "c1") for number in (1, 2, 3))


def step(ref: ClaimRef, day: int, status: str = "expected", certainty: str = "certain") -> Step:
    return Step(f"2031-03-0{day}T10:00:00Z", status, certainty, "positive", ref, "o1")  # type: ignore[arg-type]


EVENT = StoryEvent(
    id="e1",
    type="AID",
    act="supply",
    title="Lima → Quito:\nsupply",
    claims=(FIRST, SECOND, THIRD),
    actors=("Lima",),
    recipients=("Quito",),
    objects=(),
    time=None,
    places=(),
    origins=("o1",),
    independent_origins=1,
    status="denied",
    history=(step(FIRST, 1), step(SECOND, 2), step(THIRD, 3, "denied")),
    disputes=(Dispute("amount", (DisputeValue("40", (FIRST, SECOND)), DisputeValue("50", (THIRD,)))),),
    reasons=(),
    accounts=(Account("agency", "two officials (AFP)", (FIRST, SECOND)), Account("unnamed", None, (THIRD,))),
)
STORIES = Stories(
    articles=tuple(
        StoryArticle(f"a{number}", outlet, None, "en", ("o1",), ())
        for number, outlet in enumerate(("The Post", "The Mail", None), 1)
    ),
    origins=(),
    events=(EVENT,),
    drift=(Drift("e1", FIRST, SECOND, 1.0, (DriftCue("reportedly", "hedge"),), ()),),
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "[denied, by the newest account]",
                "two officials (AFP) × 2: The Post, The Mail",
                "no source: a3",
                "amounts differ",
            ],
        ),
        (
            "fr",
            [
                "[démenti, selon le dernier récit]",
                "two officials (AFP) × 2: The Post, The Mail",
                "sans source: a3",
                "-“reportedly”",
            ],
        ),
    ],
)
def test_an_event_in_words(language: str, expected: list[str]) -> None:
    told = render(STORIES, language)
    assert [words for words in expected if words not in told] == []


def test_articles_of_one_status_share_a_line() -> None:
    lines = render(STORIES).splitlines()
    assert [line.split("– ")[-1] for line in lines if line.startswith("    2031")] == [
        "The Post, The Mail",
        "a3",
    ]


def test_a_line_stays_a_line() -> None:
    assert "Lima → Quito: supply" in render(STORIES)
