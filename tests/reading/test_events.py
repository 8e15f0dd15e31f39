"""Claims become one event when two things speak for it and nothing against."""

from __future__ import annotations

import pytest

import reportedly


def together(text: str, one: str, other: str) -> bool:
    reading = reportedly.read(text, published="2024-08-20")
    left = next(claim.id for claim in reading.claims if claim.anchor.text == one)
    right = next(
        claim.id for claim in reversed(reading.claims) if claim.anchor.text == other and claim.id != left
    )
    return any({left, right} <= set(event.claims) for event in reading.events)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Norway will send tanks to Chad. The delivery of the tanks should start in May.",
            "send",
            "delivery",
        ),
        (
            "La Norvège livrera des chars au Tchad. La livraison des chars doit commencer en mai.",
            "livrera",
            "livraison",
        ),
        (
            "Norway delivered tanks to Chad. Oslo never delivered tanks to Chad, it said.",
            "delivered",
            "delivered",
        ),
    ],
)
def test_one_happening(text: str, one: str, other: str) -> None:
    assert together(text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Norway sent tanks to Chad. Kenya sent tanks to Peru.", "sent", "sent"),
        ("La Norvège a livré des chars au Tchad. Le Kenya a livré des chars au Pérou.", "livré", "livré"),
        (
            "Norway delivered tanks to Chad last year. Norway will deliver tanks to Chad.",
            "delivered",
            "deliver",
        ),
        ("Chad attacked Sudan on Monday. Chad attacked Sudan on Friday.", "attacked", "attacked"),
    ],
)
def test_two_happenings(text: str, one: str, other: str) -> None:
    assert not together(text, one, other)
