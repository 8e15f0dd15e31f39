"""What accounts contradict each other on, and what is no contradiction, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import corroborate
from reportedly.corroborate.disputes import contradict
from reportedly.corroborate.model import ClaimRef
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


def fields(read: Read, texts: tuple[str, str], language: str, *, every: bool = False) -> list[str]:
    readings = [
        read(text, f"a{n}", f"Outlet {n}", f"2031-03-0{n}", language) for n, text in enumerate(texts, 1)
    ]
    stories = corroborate(readings, every=every)
    return [dispute.field for event in stories.events for dispute in event.disputes]


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


BLAST = {
    "en": "An explosion at a depot in Lima {} on Monday.",
    "fr": "Une explosion dans un dépôt de Lima a {} lundi.",
}


@pytest.mark.parametrize(
    ("language", "one", "other", "found"),
    [
        ("en", "killed four workers", "killed nine workers", ["amount"]),
        ("fr", "tué quatre ouvriers", "tué neuf ouvriers", ["amount"]),
        # Dead and injured are two counts.
        ("en", "killed four workers", "injured nine workers", []),
        ("fr", "tué quatre ouvriers", "blessé neuf ouvriers", []),
        # What is open or rough meets what lies within it.
        ("en", "killed at least 20 workers", "killed 23 workers", []),
        ("fr", "tué au moins 20 ouvriers", "tué 23 ouvriers", []),
        ("en", "killed about 20 workers", "killed 20 workers", []),
        ("fr", "tué environ 20 ouvriers", "tué 20 ouvriers", []),
        ("en", "killed dozens of workers", "killed 34 workers", []),
        ("fr", "tué des dizaines d'ouvriers", "tué 34 ouvriers", []),
        ("en", "killed more than 100 workers", "killed 90 workers", ["amount"]),
        ("fr", "tué plus de 100 ouvriers", "tué 90 ouvriers", ["amount"]),
    ],
)
def test_numbers_of_people(read: Read, language: str, one: str, other: str, found: list[str]) -> None:
    texts = (BLAST[language].format(one), BLAST[language].format(other))
    assert sorted(set(fields(read, texts, language))) == found


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            (
                "An explosion at a depot in Lima killed four workers on Monday.",
                "Nine bodies were found after Monday's explosion at the depot in Lima.",
            ),
        ),
        (
            "fr",
            (
                "Une explosion dans un dépôt de Lima a tué quatre ouvriers lundi.",
                "Neuf corps ont été retrouvés après l'explosion de lundi dans le dépôt de Lima.",
            ),
        ),
    ],
)
def test_the_dead_told_of_beside_what_killed_them(read: Read, language: str, texts: tuple[str, str]) -> None:
    assert "amount" in fields(read, texts, language, every=True)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            (
                "Norway shot down a Chilean drone over the high seas, the army said.",
                "Norway shot down a drone over Chilean territory, Chile's government said.",
            ),
        ),
        (
            "fr",
            (
                "La Norvège a abattu un drone chilien au-dessus de la haute mer, selon l'armée.",
                "La Norvège a abattu un drone chilien au-dessus du territoire du Chili, selon Santiago.",
            ),
        ),
    ],
)
def test_realms_without_a_name(read: Read, language: str, texts: tuple[str, str]) -> None:
    assert fields(read, texts, language) == ["place"]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("Norway did not deliver the tanks to Chile.", "Norway delivered the tanks to Chile.")),
        ("fr", ("La Norvège n'a pas livré les chars au Chili.", "La Norvège a livré les chars au Chili.")),
    ],
)
def test_what_came_later_is_no_contradiction(read: Read, language: str, texts: tuple[str, str]) -> None:
    def told(second: str) -> list[str]:
        readings = [
            read(texts[0], "a1", "One", "2031-03-01", language),
            read(texts[1], "a2", "Two", second, language),
        ]
        return [dispute.field for event in corroborate(readings).events for dispute in event.disputes]

    assert told("2031-03-02") == ["polarity"]
    assert told("2031-04-02") == []


def test_an_article_that_gives_two_days_relates_them() -> None:
    refs = {"a": ClaimRef("a", "c1"), "b": ClaimRef("b", "c1")}
    assert contradict({"2031-05-10": [refs["a"]], "2031-05-15": [refs["b"]]})
    assert not contradict({"2031-05-10": [refs["a"], refs["b"]], "2031-05-15": [refs["b"]]})
