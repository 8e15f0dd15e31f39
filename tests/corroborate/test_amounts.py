"""Whether two numbers of one thing can both be true."""

from __future__ import annotations

import pytest

from reportedly.corroborate.amounts import apart, differ, thing_of
from reportedly.model import Quantity, Span


def number(
    low: float | None, high: float | None, *, approximate: bool = False, of: str = "soldiers"
) -> Quantity:
    return Quantity("q1", Span(0, 1, "x"), low, high, None, "count", approximate, Span(2, 2 + len(of), of))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (number(20, 20), number(23, 23), True),
        (number(20, None), number(23, 23), False),
        (number(20, None), number(19, 19), True),
        (number(200, None), number(400, 400), True),
        (number(None, 20), number(23, 23), True),
        (number(20, 20, approximate=True), number(21, 21), False),
        (number(20, 99), number(34, 34), False),
    ],
)
def test_ranges_that_do_not_meet(one: Quantity, other: Quantity, found: bool) -> None:
    assert apart(one, other) is apart(other, one) is found


def test_parts_of_a_sum_are_no_other_number() -> None:
    assert not differ([number(3, 3), number(2, 2)], [number(5, 5)])
    assert differ([number(3, 3), number(2, 2)], [number(7, 7)])
    assert not differ([], [number(7, 7)])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "soldiers", "wounded soldier"),
        ("en", "ballistic missiles to Utopia", "missiles"),
        ("fr", "chars russes", "chars"),
        ("fr", "missiles balistiques à l'Utopie", "missile"),
    ],
)
def test_one_thing_by_its_noun(language: str, one: str, other: str) -> None:
    assert thing_of(number(1, 1, of=one), language) == thing_of(number(2, 2, of=other), language) != ""
