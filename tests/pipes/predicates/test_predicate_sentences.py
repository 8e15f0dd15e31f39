"""Construction by construction, through the bundled pipelines: who does what to whom, in both languages alike."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from reportedly.pipes.draft import draft_of

#: Construction: language, sentence, the predicate's word, who does it, what or whom it is done to or aimed at.
SENTENCES = {
    "active": [
        ("fr", "Les rebelles ont détruit le pont.", "détruit", ["rebelles"], ["pont"]),
        ("en", "The rebels destroyed the bridge.", "destroyed", ["rebels"], ["bridge"]),
    ],
    "passive": [
        ("fr", "Le pont a été détruit hier par les rebelles.", "détruit", ["rebelles"], ["pont"]),
        ("en", "The bridge was destroyed yesterday by the rebels.", "destroyed", ["rebels"], ["bridge"]),
    ],
    "passive without agent": [
        ("fr", "Deux navires ont été coulés au large de Malte.", "coulés", [], ["navires"]),
        ("en", "Two ships were sunk off Malta.", "sunk", [], ["ships"]),
    ],
    "reflexive": [
        ("fr", "Des pilotes chiliens se forment en Suède.", "forment", ["pilotes"], []),
        ("en", "The rebels defended themselves against the army.", "defended", ["rebels"], ["army"]),
    ],
    "impersonal": [
        ("fr", "Il a été décidé de fermer le port.", "décidé", [], []),
        ("en", "There were ten soldiers killed in the raid.", "killed", [], ["soldiers"]),
    ],
    "subject control": [
        (
            "fr",
            "Le Pérou a promis de livrer des céréales au Chili.",
            "livrer",
            ["Pérou"],
            ["céréales", "Chili"],
        ),
        ("en", "Peru promised to deliver grain to Chile.", "deliver", ["Peru"], ["grain", "Chile"]),
    ],
    "object control": [
        ("fr", "Le Pérou a poussé le Chili à quitter la coalition.", "quitter", ["Chili"], ["coalition"]),
        ("en", "Peru pushed Chile to leave the coalition.", "leave", ["Chile"], ["coalition"]),
    ],
    "dative control": [
        ("fr", "Le Pérou a demandé au Chili de signer le traité.", "signer", ["Chili"], ["traité"]),
        ("en", "Peru appealed to Chile to sign the treaty.", "sign", ["Chile"], ["treaty"]),
    ],
    "raising": [
        ("fr", "L'armée semble avoir quitté la ville.", "quitté", ["armée"], ["ville"]),
        ("en", "The army seems to have left the town.", "left", ["army"], ["town"]),
    ],
    "participle": [
        ("fr", "Les chars livrés au Chili sont suédois.", "livrés", [], ["chars", "Chili"]),
        ("en", "The tanks delivered to Chile are Swedish.", "delivered", [], ["tanks", "Chile"]),
    ],
    "gerund": [
        ("fr", "Un navire transportant des réfugiés a été coulé.", "transportant", ["navire"], ["réfugiés"]),
        ("en", "A ship carrying refugees was sunk by the navy.", "carrying", ["ship"], ["refugees"]),
    ],
    "relative of the subject": [
        ("fr", "Les soldats qui ont attaqué le village ont fui.", "attaqué", ["soldats"], ["village"]),
        ("en", "The soldiers who attacked the village fled.", "attacked", ["soldiers"], ["village"]),
    ],
    "relative of the object": [
        ("fr", "Les missiles que le Chili a achetés sont arrivés.", "achetés", ["Chili"], ["missiles"]),
        ("en", "The tanks that Peru sent to Bolivia were destroyed.", "sent", ["Peru"], ["tanks", "Bolivia"]),
    ],
    "coordinated verbs": [
        ("fr", "La police a arrêté et expulsé deux espions.", "expulsé", ["police"], ["espions"]),
        ("en", "Police arrested and deported two spies.", "deported", ["Police"], ["spies"]),
    ],
    "coordinated actors": [
        (
            "fr",
            "Le Chili, le Pérou et la Bolivie ont signé un pacte.",
            "pacte",
            ["Chili", "Pérou", "Bolivie"],
            [],
        ),
        ("en", "Chile, Peru and Bolivia signed a pact.", "pact", ["Chile", "Peru", "Bolivia"], []),
    ],
    "light verb": [
        ("fr", "L'armée a mené des frappes contre les rebelles.", "frappes", ["armée"], ["rebelles"]),
        ("en", "The army carried out strikes against the rebels.", "strikes", ["army"], ["rebels"]),
    ],
    "light verb with a preposition": [
        ("fr", "La marine a procédé à des tirs.", "tirs", ["marine"], []),
        ("en", "The navy engaged in talks with the rebels.", "talks", [], ["rebels"]),
    ],
    "light verb of the bearer": [
        ("fr", "Le ministre fait l'objet d'une enquête.", "enquête", [], ["ministre"]),
        ("en", "The minister is under investigation.", "investigation", [], ["minister"]),
    ],
    "what somebody receives": [
        ("fr", "Le Chili a reçu des menaces de la Bolivie.", "menaces", ["Bolivie"], ["Chili"]),
        ("en", "Chile received threats from Bolivia.", "threats", ["Bolivia"], ["Chile"]),
    ],
    "copula and adjective": [
        ("fr", "Le Pérou est prêt à négocier avec le Chili.", "négocier", ["Pérou"], ["Chili"]),
        ("en", "Peru is ready to negotiate with Chile.", "negotiate", ["Peru"], ["Chile"]),
    ],
    "noun with arguments": [
        (
            "fr",
            "La livraison de missiles par la Suède au Chili a commencé.",
            "livraison",
            ["Suède"],
            ["missiles", "Chili"],
        ),
        (
            "en",
            "The delivery of missiles by Sweden to Chile has begun.",
            "delivery",
            ["Sweden"],
            ["missiles", "Chile"],
        ),
    ],
    "noun with an owner": [
        (
            "fr",
            "Le bombardement du village par l'armée a duré une heure.",
            "bombardement",
            ["armée"],
            ["village"],
        ),
        ("en", "The army's shelling of the village lasted an hour.", "shelling", ["army"], ["village"]),
    ],
    "headline without verb": [
        ("fr", "Frappes russes sur Odessa", "Frappes", ["russes"], ["Odessa"]),
        ("en", "Russian strikes on Odessa", "strikes", ["Russian"], ["Odessa"]),
    ],
    "apposed clause": [
        (
            "fr",
            "Le Chili, a annoncé Lima, livrera des céréales à la Bolivie.",
            "livrera",
            ["Chili"],
            ["céréales", "Bolivie"],
        ),
        (
            "en",
            "Chile, Lima announced, will deliver grain to Bolivia.",
            "deliver",
            ["Chile"],
            ["grain", "Bolivia"],
        ),
    ],
    "gapping": [
        ("fr", "Le Chili a livré des chars et le Pérou des avions.", "livré", ["Chili"], ["chars"]),
        ("en", "Chile delivered tanks and Peru planes.", "delivered", ["Chile"], ["tanks"]),
    ],
    "who is jailed did it": [
        (
            "fr",
            "Un tribunal a condamné deux hommes pour avoir aidé les rebelles.",
            "aidé",
            ["hommes"],
            ["rebelles"],
        ),
        ("en", "A court jailed two men for helping the rebels.", "helping", ["men"], ["rebels"]),
    ],
}
CASES = [(name, *case) for name, cases in SENTENCES.items() for case in cases]


@cache
def pipeline(language: str) -> Language:
    from reportedly.language import load

    return load(language)


@pytest.mark.parametrize(
    ("name", "language", "text", "word", "doing", "bearing"),
    CASES,
    ids=[f"{case[1]} {case[0]}" for case in CASES],
)
def test_constructions(
    name: str, language: str, text: str, word: str, doing: list[str], bearing: list[str]
) -> None:
    doc = pipeline(language)(text)
    found = next(one for one in draft_of(doc).predicates if doc[one.head].text == word)
    slots = {"subject"} | ({"modifier"} if name == "headline without verb" else set())
    assert [doc[one.head].text for one in found.arguments if one.slot in slots] == doing
    others = {doc[one.head].text for one in found.arguments if one.slot in ("object", "indirect", "oblique")}
    assert set(bearing) <= others


def test_both_languages_have_every_construction() -> None:
    assert all([case[0] for case in cases] == ["fr", "en"] for cases in SENTENCES.values())
