"""However a query is answered, it finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.ledger import View, beginnings, plan, view
from reportedly.ledger.query import parse


@pytest.mark.parametrize("order", ["changed", "last", "origins"])
@pytest.mark.parametrize(
    "query",
    [
        "missiles",
        "missil* -drones",
        "missiles lang:en",
        "démenti OR missiles",
        "m* type:AID",
        "actor:Iran since:2024 -lang:fr",
        "actor:Iran type:AID",
        "actor:Iran missiles status:happened",
    ],
)
def test_events_are_the_same_by_every_plan(
    ledger: Path, query: str, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(main, ["corroborate", "--ledger", str(ledger)]).exit_code == 0
    found = []
    for few, many in ((4000, 100_000), (2, 100_000), (0, 100_000), (0, 0)):
        monkeypatch.setattr(view, "FEW", few)
        monkeypatch.setattr(plan, "MANY", many)
        with View(ledger) as look:
            found.append([row.id for row in look.events(query, order=order)])  # type: ignore[arg-type]
    assert all(each == found[0] for each in found)
    assert found[0]


@pytest.mark.parametrize(
    "query", ["actor:Iran type:AID", "actor:Iran missiles", "type:AID status:denied", "m* -drones", "Démen*"]
)
@pytest.mark.parametrize("most", [0, 2, 3000])
def test_claims_and_articles_are_the_same_by_every_plan(
    ledger: Path, query: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with View(ledger) as look:
        expected = [{row.id for row in look.claims(query)}, {row.id for row in look.articles(query)}]
    monkeypatch.setattr(beginnings, "MANY", most)
    monkeypatch.setattr(view, "FEW", most)
    with View(ledger) as look:
        found = [{row.id for row in look.claims(query)}, {row.id for row in look.articles(query)}]
    assert found == expected
    assert any(found)


def test_a_beginning_is_spelt_out_as_the_index_has_its_words(ledger: Path) -> None:
    with View(ledger) as look:
        wanted, _, unwanted = beginnings.spelt('"MISSIL"* NOT "Dém"*', "words", look.rows).partition(" NOT ")
        assert wanted in ('("missiles")', '("missile" OR "missiles")')
        assert '"dementi"' in unwanted
        assert "*" not in wanted + unwanted
        assert beginnings.spelt('"zzz"* "missile"', "words", look.rows) == '"zzz"* "missile"'


def test_frequent_conditions_that_rarely_meet_are_begun_with_together(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "FEW", 1)
    with View(ledger) as look:
        rare = plan.claim_plan(parse("type:AID status:denied"), look._few)
        one_list = plan.claim_plan(parse("type:AID"), look._few)
    assert "WITH l" in rare.sql
    assert "WITH l" not in one_list.sql
