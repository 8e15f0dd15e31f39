"""However a query is answered, it finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.ledger import View, plan, view


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
    ],
)
def test_events_are_the_same_by_every_plan(
    ledger: Path, query: str, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(main, ["corroborate", "--ledger", str(ledger)]).exit_code == 0
    found = []
    for few, many in ((4000, 100_000), (0, 100_000), (0, 0)):
        monkeypatch.setattr(view, "FEW", few)
        monkeypatch.setattr(plan, "MANY", many)
        with View(ledger) as look:
            found.append([row.id for row in look.events(query, order=order)])  # type: ignore[arg-type]
    assert found[0] == found[1] == found[2]
    assert found[0]
