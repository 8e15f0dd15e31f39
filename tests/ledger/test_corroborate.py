"""What people judged in a ledger binds its stories."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from reportedly.cli import main
from reportedly.ledger import View, Writer


def stories(ledger: Path, *more: str) -> dict[str, list[dict[str, object]]]:
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(ledger), "--format", "json", *more])
    assert done.exit_code == 0, done.output
    found: dict[str, list[dict[str, object]]] = json.loads(done.output)
    return found


def test_claims_judged_the_same_are_one_event_until_it_is_undone(ledger: Path) -> None:
    with View(ledger) as view:
        rows = {row.anchor: row for row in view.claims()}
    left, right = rows["delivered"], rows["sent"]
    before = stories(ledger)
    with Writer(ledger) as writer:
        number = writer.judge("same", left.id, right.id, by="reviewer", why="one convoy")
    after = stories(ledger)
    assert len(after["events"]) == len(before["events"]) - 1
    assert [(one["left"], one["right"], one["by"]) for one in after["judgements"]] == [
        (left.id, right.id, "reviewer")
    ]
    with Writer(ledger) as writer:
        writer.undo(number, by="reviewer", why=None)
    assert stories(ledger) == before


def test_a_claim_judged_wrong_is_in_no_event(ledger: Path) -> None:
    with View(ledger) as view:
        wrong = next(row for row in view.claims() if row.anchor == "sent")
    with Writer(ledger) as writer:
        writer.judge("wrong", wrong.id, None, by="reviewer", why=None)
    refs = [ref for event in stories(ledger)["events"] for ref in event["claims"]]  # type: ignore[attr-defined]
    assert {"article": wrong.article, "claim": wrong.local} not in refs


def test_drift_of_a_ledger_is_counted(ledger: Path) -> None:
    done = CliRunner().invoke(main, ["drift", "--ledger", str(ledger), "--format", "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["articles"] == 3
