"""Each claim has the time that its grammar gives it, in French and in English alike."""

from __future__ import annotations

import pytest

import reportedly

PUBLISHED = "2024-08-16"
CASES = [
    # its own, not the reporting verb's
    ("en", "Officials said on Wednesday that rebels attacked the base on Monday.", "attacked", "Monday"),
    (
        "fr",
        "Des responsables ont dit mercredi que les rebelles ont attaqué la base lundi.",
        "attaqué",
        "lundi",
    ),
    ("en", "Police said on Tuesday that a man had been arrested.", "arrested", None),
    ("fr", "La police a indiqué mardi qu'un homme avait été arrêté.", "arrêté", None),
    ("fr", "Selon des responsables mercredi, les rebelles ont attaqué la base lundi.", "attaqué", "lundi"),
    # the plan's own, not that of the agreement
    ("en", "Ministers agreed on Thursday to deliver tanks.", "deliver", None),
    ("fr", "Les ministres ont accepté jeudi de livrer des chars.", "livrer", None),
    # what belongs to a noun stays with it
    ("en", "Iran violated the 2015 nuclear deal.", "violated", None),
    ("fr", "L'Iran a violé l'accord de 2015.", "violé", None),
    ("en", "Monday's meeting was cancelled by Tehran.", "cancelled", None),
    ("fr", "La réunion de mardi a été annulée par Téhéran.", "annulée", None),
    ("en", "The 2022 invasion of Ukraine was condemned by Paris on Friday.", "invasion", "2022"),
    ("fr", "L'invasion de l'Ukraine en 2022 a été condamnée vendredi par Paris.", "condamnée", "vendredi"),
    # acts told by verbs of happening
    ("en", "The attack took place on Monday near the port.", "attack", "Monday"),
    ("fr", "L'attaque a eu lieu lundi près du port.", "attaque", "lundi"),
    # parts of one act
    ("en", "Rebels attacked the base on Monday, killing three soldiers.", "killing", "Monday"),
    ("fr", "Les rebelles ont attaqué la base lundi, tuant trois soldats.", "tuant", "lundi"),
    # acts that share a time before both
    ("en", "On Monday, rebels attacked the base and killed three soldiers.", "killed", "Monday"),
    ("fr", "Lundi, les rebelles ont attaqué la base et tué trois soldats.", "tué", "Lundi"),
    ("en", "Rebels attacked the base on Monday and threatened the town.", "threatened", None),
    ("fr", "Les rebelles ont attaqué la base lundi et menacé la ville.", "menacé", None),
]


@pytest.mark.parametrize(("language", "text", "anchor", "when"), CASES)
def test_the_time_of_a_claim(language: str, text: str, anchor: str, when: str | None) -> None:
    reading = reportedly.read(text, language=language, published=PUBLISHED)
    times = {time.id: time.span.text for time in reading.times}
    found = [times.get(claim.time or "") for claim in reading.claims if anchor in claim.anchor.text.split()]
    assert found == [when]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "He said Tuesday that the troops will leave on Thursday.", "2024-08-22"),
        ("fr", "Il a dit mardi que les troupes partiront jeudi.", "2024-08-22"),
        ("en", "The plan to leave was dropped after the man was shot Thursday.", "2024-08-15"),
        ("fr", "Le projet de départ a été abandonné après que l'homme a été abattu jeudi.", "2024-08-15"),
        ("en", "Talks scheduled for Thursday were cancelled.", "2024-08-22"),
        ("fr", "La réunion prévue jeudi a été annulée.", "2024-08-22"),
    ],
)
def test_a_weekday_follows_the_tense_of_its_verb(language: str, text: str, value: str) -> None:
    reading = reportedly.read(text, language=language, published=PUBLISHED)
    assert reading.times[-1].value == value
