"""The demonstration's articles: who has it from whom, in both languages, and how many origins that leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.corroborate import Stories, corroborate
from reportedly.ingest import articles
from reportedly.model import Article
from reportedly.reading import Reader

DEMO = Path(__file__).parents[2] / "examples" / "demo"


@pytest.fixture(scope="module")
def stories() -> Stories:
    given = [one for one in articles(str(DEMO)) if isinstance(one, Article)]
    return corroborate(Reader().read_many(given))


@pytest.fixture(scope="module")
def parents(stories: Stories) -> dict[str, str]:
    return {
        article.id: link.to
        for article in stories.articles
        for link in article.derived_from
        if isinstance(link.to, str)
    }


@pytest.mark.parametrize(
    ("article", "parent"),
    [
        ("formation", "training"),
        ("va-livrer", "formation"),
        ("allies", "training"),
        ("denial", "dement"),
        ("expedies", "shipped"),
        ("recus", "received"),
    ],
)
def test_copies_and_retellings_are_found(parents: dict[str, str], article: str, parent: str) -> None:
    assert parents[article] == parent


@pytest.mark.parametrize(
    "article", ["again", "correction", "dement", "faux", "kyiv", "received", "shipped", "training"]
)
def test_what_only_tells_of_the_same_is_no_copy(parents: dict[str, str], article: str) -> None:
    assert article not in parents


def test_one_supply_has_few_origins_and_all_its_contradictions(stories: Stories) -> None:
    supply = max(stories.events, key=lambda event: len(event.claims))
    assert supply.act == "supply"
    assert supply.independent_origins == 4
    assert {dispute.field for dispute in supply.disputes} == {"amount", "polarity"}
    assert [step.status for step in supply.history].count("denied") >= 3


def test_one_training_is_one_event_in_both_languages(stories: Stories) -> None:
    (training,) = [event for event in stories.events if event.act == "training"]
    assert {"training", "formation"} <= {ref.article for ref in training.claims}
