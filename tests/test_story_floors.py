"""The check of the story sets: what is below its floor is named."""

from __future__ import annotations

from benchmarks.stories import limits, low

LIMITS = {"toy": {"floor": {"B3 F1": 80.0}, "ceiling": {"false drift": 5.0}}}


SETS = [
    "agencies_fr", "basil", "ecbplus", "emergent", "history", "meantime_cross", "origins_synthetic", "polnear_wire",
]  # fmt: skip


def test_every_set_has_floors() -> None:
    assert list(limits()) == SETS


def test_what_is_below_a_floor_or_above_a_ceiling_is_named() -> None:
    report = {"toy": {"metrics": {"B3 F1": 79.0, "false drift": 6.0}}}
    assert low(report, LIMITS) == ["toy: B3 F1 79.0 < 80.0", "toy: false drift 6.0 > 5.0"]


def test_what_keeps_its_floor_is_not() -> None:
    assert low({"toy": {"metrics": {"B3 F1": 80.0, "false drift": 5.0}}}, LIMITS) == []


def test_sets_and_metrics_are_in_order() -> None:
    floors = limits()
    assert list(floors) == sorted(floors)
    for tables in floors.values():
        for table in tables.values():
            assert list(table) == sorted(table)
