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
        (
            "Le Chili a bombardé le port lundi. Lundi, le Chili a bombardé le port pendant une heure.",
            "bombardé",
            "bombardé",
        ),
        (
            "Chile shelled the port on Monday. On Monday, Chile shelled the port for an hour.",
            "shelled",
            "shelled",
        ),
        (
            "Le Chili a rencontré le Pérou à Genève. Le Pérou a rencontré le Chili mardi.",
            "rencontré",
            "rencontré",
        ),
        ("Chile met Peru in Geneva. Peru met Chile on Tuesday.", "met", "met"),
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
        ("Le Tchad a attaqué le Soudan lundi. Le Tchad a attaqué le Soudan vendredi.", "attaqué", "attaqué"),
        (
            "Le Tchad a bombardé deux villages lundi. Mardi, le Tchad a bombardé un port.",
            "bombardé",
            "bombardé",
        ),
        ("Chad shelled two villages on Monday. On Tuesday, Chad shelled a port.", "shelled", "shelled"),
        ("Le Chili a rencontré le Pérou. Le Kenya a rencontré le Tchad.", "rencontré", "rencontré"),
        ("Chile met Peru. Kenya met Chad.", "met", "met"),
        (
            "La police a arrêté le sénateur Diaz. La police a arrêté le général Lopez.",
            "arrêté",
            "arrêté",
        ),
        ("The police arrested Senator Diaz. The police arrested General Lopez.", "arrested", "arrested"),
    ],
)
def test_two_happenings(text: str, one: str, other: str) -> None:
    assert not together(text, one, other)
