"""Acts as news tells them: supply, training, orders, sanctions, threats; and what only looks like one."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from reportedly.pipes.draft import ClaimDraft, draft_of

ACTS = [
    (
        "fr",
        "Des pilotes chiliens apprennent à manier l'hélicoptère en Suède.",
        "apprennent",
        "AID",
        "training",
    ),
    ("en", "Chilean pilots are learning to fly the helicopter in Sweden.", "learning", "AID", "training"),
    ("fr", "Le Pérou s'est doté de douze chars suédois.", "doté", "COOPERATE", "order"),
    ("en", "Peru procured twelve Swedish tanks.", "procured", "COOPERATE", "order"),
    ("fr", "La Norvège a reçu six missiles de la Suède.", "reçu", "AID", "supply"),
    ("en", "Norway received six missiles from Sweden.", "received", "AID", "supply"),
    (
        "fr",
        "Le Chili et le Pérou fabriqueront ensemble des drones.",
        "fabriqueront",
        "COOPERATE",
        "joint_production",
    ),
    ("en", "Chile and Peru will jointly produce drones.", "produce", "COOPERATE", "joint_production"),
    ("fr", "Oslo a accordé une licence d'exportation à la société.", "accordé", "AGREE", "licence"),
    ("en", "Oslo granted the company an export licence.", "granted", "AGREE", "licence"),
    ("fr", "Le Canada a gelé les avoirs de deux généraux.", "gelé", "SANCTION", None),
    ("en", "Canada froze the assets of two generals.", "froze", "SANCTION", None),
    ("fr", "Le Canada a interdit l'exportation de puces vers le Laos.", "interdit", "SANCTION", None),
    ("en", "Canada banned exports of chips to Laos.", "banned", "SANCTION", None),
    ("fr", "La marine portugaise a intercepté un cargo.", "intercepté", "COERCE", "seizure"),
    ("en", "The Portuguese navy intercepted a freighter.", "intercepted", "COERCE", "seizure"),
    ("fr", "La Suède est inquiétée par ce projet.", "inquiétée", "ACCUSE", None),
    ("en", "Sweden is alarmed by the plan.", "alarmed", "ACCUSE", None),
    ("fr", "La Suède ripostera si la Norvège attaque.", "ripostera", "THREATEN", None),
    ("en", "Sweden will retaliate if Norway attacks.", "retaliate", "THREATEN", None),
    ("fr", "L'armée a tiré trois missiles contre le port.", "tiré", "ASSAULT", None),
    ("en", "The army fired three missiles at the port.", "fired", "ASSAULT", None),
]

QUIET = [
    ("fr", "Les inondations ont détruit les récoltes du pays."),
    ("en", "Floods destroyed crops across the country."),
    ("fr", "Un accident d'avion a tué trente passagers."),
    ("en", "A plane crash killed thirty passengers."),
    ("fr", "Le responsable a requis l'anonymat."),
    ("en", "The official asked not to be named."),
    ("fr", "Le ministre a refusé de commenter."),
    ("en", "The minister declined to comment."),
    ("fr", "Le ministre répondra aux questions demain."),
    ("en", "The minister will respond to questions tomorrow."),
]

AGAIN = [
    ("fr", "La Suède a livré des chars au Chili. Ces livraisons ont commencé en mai.", "livraisons", "AID"),
    ("en", "Sweden delivered tanks to Chile. The shipments began in May.", "shipments", "AID"),
    ("fr", "La Suède a vendu des chars au Chili. Le pain a levé. Les usines tournent.", "usines", None),
    ("en", "The bakery grew. The shipments began in May.", "shipments", None),
]


@cache
def pipeline(language: str) -> Language:
    from reportedly.language import load

    return load(language)


def claims(language: str, text: str) -> list[tuple[str, ClaimDraft]]:
    doc = pipeline(language)(text)
    return [(doc[slice(*one.predicate.anchor)].text, one) for one in draft_of(doc).claims]


@pytest.mark.parametrize(("language", "text", "word", "kind", "act"), ACTS)
def test_acts(language: str, text: str, word: str, kind: str, act: str | None) -> None:
    found = [(one.type, one.act) for anchor, one in claims(language, text) if word in anchor]
    assert found == [(kind, act)]


@pytest.mark.parametrize(("language", "text"), QUIET)
def test_what_only_looks_like_an_act(language: str, text: str) -> None:
    assert [(anchor, one.type) for anchor, one in claims(language, text) if one.type is not None] == []


@pytest.mark.parametrize(("language", "text", "word", "kind"), AGAIN)
def test_an_act_named_again(language: str, text: str, word: str, kind: str | None) -> None:
    assert {one.type for anchor, one in claims(language, text) if word in anchor} <= {kind}


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("fr", "Téhéran va armer Tunis de missiles.", "missiles"),
        ("en", "Sweden supplied Chile with missiles.", "missiles"),
    ],
)
def test_what_a_party_is_armed_with_is_the_object(language: str, text: str, thing: str) -> None:
    doc = pipeline(language)(text)
    (claim,) = [one for one in draft_of(doc).claims if one.type == "AID"]
    assert [doc[one.head].text for one in claim.objects] == [thing]


@pytest.mark.parametrize(
    ("language", "text", "threat"),
    [
        ("fr", "La Norvège a averti que la Suède riposterait.", "riposterait"),
        ("en", "Norway warned that Sweden would retaliate.", "retaliate"),
    ],
)
def test_a_warning_of_another_threat_only_reports_it(language: str, text: str, threat: str) -> None:
    assert [anchor for anchor, one in claims(language, text) if one.type == "THREATEN"] == [threat]
