"""Who does what to whom where parties stand apart: companions, two behind "between", authors, addressees, hosts."""

from __future__ import annotations

import pytest

from reportedly import Article
from reportedly import read as read_article

Parties = tuple[list[str], list[str]]


def parties(language: str, text: str, word: str) -> Parties:
    reading = read_article(Article(text=text, language=language))
    claim = next(one for one in reading.claims if one.type and word in one.anchor.text)
    return [one.text for one in claim.roles.actors], [one.text for one in claim.roles.recipients]


@pytest.mark.parametrize(
    ("language", "text", "word", "wanted"),
    [
        (
            "en",
            "The army, along with the police, arrested ten activists.",
            "arrested",
            (["The army", "the police"], ["ten activists"]),
        ),
        (
            "fr",
            "La France, de concert avec l'Italie, a expulsé dix diplomates.",
            "expulsé",
            (["La France", "l'Italie"], ["dix diplomates"]),
        ),
        (
            "fr",
            "La Turquie, aux côtés du Qatar, a condamné le raid.",
            "condamné",
            (["La Turquie", "Qatar"], []),
        ),
        (
            "en",
            "Clashes between Serbia and Croatia killed ten people.",
            "Clashes",
            (["Serbia", "Croatia"], ["ten people"]),
        ),
        (
            "en",
            "Reconciliation between Algeria and Morocco remains distant.",
            "Reconciliation",
            (["Algeria", "Morocco"], []),
        ),
        (
            "fr",
            "La réconciliation entre l'Algérie et le Maroc reste lointaine.",
            "réconciliation",
            (["l'Algérie", "le Maroc"], []),
        ),
        (
            "en",
            "Russia and Turkey's foreign ministers met today.",
            "met",
            (["Russia", "Turkey's foreign ministers"], []),
        ),
    ],
)
def test_who_acts_together(language: str, text: str, word: str, wanted: Parties) -> None:
    assert parties(language, text, word) == wanted


@pytest.mark.parametrize(
    ("language", "text", "word", "wanted"),
    [
        (
            "fr",
            "Le président a rappelé mardi à la Serbie qu'elle devait livrer les suspects au tribunal.",
            "rappelé",
            (["Le président"], ["la Serbie"]),
        ),
        (
            "en",
            "Paris reminded Serbia on Tuesday that it must cooperate with the court.",
            "reminded",
            (["Paris"], ["Serbia"]),
        ),
        (
            "en",
            "Lebanon complained to the UN about an Israeli raid.",
            "complained",
            (["Lebanon"], ["Israeli"]),
        ),
        (
            "fr",
            "Le ministre s'est plaint auprès du Pérou d'un raid tunisien.",
            "plaint",
            (["Le ministre"], ["tunisien"]),
        ),
    ],
)
def test_who_is_told_of_what(language: str, text: str, word: str, wanted: Parties) -> None:
    assert parties(language, text, word) == wanted


@pytest.mark.parametrize(
    ("language", "text", "word", "actors"),
    [
        (
            "en",
            "Greenpeace released a report accusing the Brazilian army of abuses.",
            "accusing",
            ["Greenpeace"],
        ),
        (
            "fr",
            "Greenpeace a publié un rapport accusant l'armée brésilienne d'abus.",
            "accusant",
            ["Greenpeace"],
        ),
        (
            "en",
            "The United Nations said it will investigate the bombing of a school.",
            "investigate",
            ["The United Nations"],
        ),
        ("en", "Syria says it is willing to withdraw its troops from Lebanon.", "withdraw", ["Syria"]),
        (
            "fr",
            "La Croatie enquête sur des crimes commis par des extrémistes et traduira les suspects en justice.",
            "traduira",
            ["La Croatie"],
        ),
        # Whose act it is nobody says.
        ("en", "Police are looking for three men sought in the killing of a judge.", "killing", []),
        (
            "fr",
            "Un tribunal a émis un mandat contre deux hommes recherchés pour le meurtre d'un juge.",
            "meurtre",
            [],
        ),
        ("en", "The bombing of a school in Syria killed ten.", "killed", []),
        ("fr", "Le bombardement d'une école en Syrie a tué dix personnes.", "tué", []),
        ("fr", "L'armée a achevé son retrait du Mali, exigé par la junte.", "retrait", ["L'armée"]),
        ("en", "India extradited a militant suspected to have planned the bombing.", "planned", []),
    ],
)
def test_who_did_it(language: str, text: str, word: str, actors: list[str]) -> None:
    assert parties(language, text, word)[0] == actors


@pytest.mark.parametrize(
    ("language", "text", "word", "wanted"),
    [
        (
            "fr",
            "Moscou a dénoncé l'expulsion par Varsovie de douze diplomates russes.",
            "expulsion",
            (["Varsovie"], ["douze diplomates russes"]),
        ),
        (
            "fr",
            "L'aviation a frappé des rebelles en réponse à leurs attaques contre des cargos.",
            "attaques",
            (["des rebelles"], ["des cargos"]),
        ),
        (
            "en",
            "Georgian officials received ministers from Armenia.",
            "received",
            (["Georgian officials"], ["ministers"]),
        ),
        (
            "fr",
            "Des responsables géorgiens ont reçu des ministres du gouvernement arménien.",
            "reçu",
            (["Des responsables géorgiens"], ["des ministres du gouvernement arménien"]),
        ),
        (
            "en",
            "Demonstrators blocked a road to protest the policies, a newspaper reported Tuesday.",
            "blocked",
            (["Demonstrators"], []),
        ),
        (
            "fr",
            "La Hongrie et la Roumanie ont signé un accord facilitant l'envoi de troupes sur leurs territoires.",
            "accord",
            (["La Hongrie", "la Roumanie"], []),
        ),
    ],
)
def test_to_whom(language: str, text: str, word: str, wanted: Parties) -> None:
    assert parties(language, text, word) == wanted
