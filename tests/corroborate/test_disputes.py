"""What accounts contradict each other on, and what is no contradiction, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import corroborate
from reportedly.model import Reading

Read = Callable[..., Reading]

NUMBERS = {
    "en": ("Norway delivered twelve tanks to Chile.", "Norway delivered forty tanks to Chile."),
    "fr": ("La Norvège a livré douze chars au Chili.", "La Norvège a livré quarante chars au Chili."),
}
DAYS = {
    "en": (
        "Norway will deliver tanks to Chile on 10 May 2031.",
        "Norway will deliver tanks to Chile on 15 May 2031.",
    ),
    "fr": (
        "La Norvège livrera des chars au Chili le 10 mai 2031.",
        "La Norvège livrera des chars au Chili le 15 mai 2031.",
    ),
}


def fields(read: Read, texts: tuple[str, str], language: str) -> list[str]:
    readings = [
        read(text, f"a{n}", f"Outlet {n}", f"2031-03-0{n}", language) for n, text in enumerate(texts, 1)
    ]
    return [dispute.field for event in corroborate(readings).events for dispute in event.disputes]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_amounts_that_cannot_both_be_right(read: Read, language: str) -> None:
    assert fields(read, NUMBERS[language], language) == ["amount"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_days_that_cannot_both_be_right(read: Read, language: str) -> None:
    assert fields(read, DAYS[language], language) == ["date"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_words_dispute_nothing(read: Read, language: str) -> None:
    first, _ = NUMBERS[language]
    assert fields(read, (first, first), language) == []
