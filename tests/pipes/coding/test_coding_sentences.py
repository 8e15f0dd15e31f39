"""Sentences of our own through the bundled pipelines: what is claimed, by whom, against whom."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from reportedly.pipes.draft import draft_of

SENTENCES = [
    ("fr", "La Turquie a livré vingt drones à la Pologne.", "AID", "Turquie", "Pologne"),
    ("en", "Turkey delivered twenty drones to Poland.", "AID", "Turkey", "Poland"),
    ("fr", "Madrid a condamné l'attaque de l'armée serbe contre le Kosovo.", "ACCUSE", "Madrid", "serbe"),
    ("en", "Madrid condemned an attack by the Serbian army.", "ACCUSE", "Madrid", "Serbian"),
    ("fr", "L'Espagne a expulsé deux diplomates chinois.", "SANCTION", "Espagne", "chinois"),
    ("en", "Spain expelled two Chinese diplomats.", "SANCTION", "Spain", "Chinese"),
    ("fr", "Le Japon menace de suspendre son aide à la Birmanie.", "THREATEN", "Japon", "Birmanie"),
    ("en", "Japan threatened to suspend aid to Myanmar.", "THREATEN", "Japan", "Myanmar"),
    ("fr", "Le Chili a refusé d'envoyer des troupes en Haïti.", "REJECT", "Chili", "Haïti"),
    ("en", "Chile refused to send troops to Haiti.", "REJECT", "Chile", "Haiti"),
    ("fr", "La police kényane a arrêté trois journalistes.", "COERCE", "police", "journalistes"),
    ("en", "Kenyan police arrested three journalists.", "COERCE", "police", "journalists"),
    ("fr", "Le Qatar s'est engagé à fournir du gaz à l'Allemagne.", "AGREE", "Qatar", "Allemagne"),
    ("en", "Qatar pledged to supply gas to Germany.", "AGREE", "Qatar", "Germany"),
    ("fr", "Des frappes françaises ont visé des djihadistes au Mali.", "ASSAULT", "français", "djihadistes"),
    ("en", "French strikes hit jihadists in Mali.", "ASSAULT", "French", "jihadists"),
    (
        "fr",
        "Des soldats kényans ont essuyé une attaque de rebelles somaliens.",
        "ASSAULT",
        "rebelles",
        "soldats",
    ),
    ("en", "Kenyan troops were fired on by Somali rebels.", "ASSAULT", "rebels", "troops"),
    ("fr", "Les ambassadeurs du Chili et du Pérou ont condamné la Bolivie.", "ACCUSE", "Pérou", "Bolivie"),
    ("en", "The ambassadors of Chile and Peru condemned Bolivia.", "ACCUSE", "Peru", "Bolivia"),
    ("fr", "La Norvège subit des pressions du Chili.", "REQUEST", "Chili", "Norvège"),
    ("en", "Norway faces pressure from Chile.", "REQUEST", "Chile", "Norway"),
    ("fr", "Le ministre norvégien s'est envolé pour Lima.", "CONSULT", "ministre", "Lima"),
    ("en", "The Norwegian minister left for Lima.", "CONSULT", "minister", "Lima"),
    ("fr", "Oslo a présenté des preuves contre le Pérou.", "ACCUSE", "Oslo", "Pérou"),
    ("en", "Oslo presented evidence against Peru.", "ACCUSE", "Oslo", "Peru"),
    ("fr", "Le Chili et le Pérou ont visité la Norvège.", "CONSULT", "Pérou", "Norvège"),
    ("en", "The leaders of Chile and Peru visited Norway.", "CONSULT", "Peru", "Norway"),
]

QUIET = [
    ("fr", "Le fleuve traverse trois provinces et se jette dans le golfe."),
    ("en", "The river crosses three provinces and flows into the gulf."),
    ("fr", "Le ministre, né à Lille, parle couramment l'arabe."),
    ("en", "The minister, born in Lille, speaks fluent Arabic."),
    ("fr", "Lyon affrontera Nantes samedi en finale de la Coupe."),
    ("en", "Unemployment fell to 4.2 percent in March."),
]


@cache
def pipeline(language: str) -> Language:
    from reportedly.language import load

    return load(language)


@pytest.mark.parametrize(("language", "text", "kind", "actor", "recipient"), SENTENCES)
def test_claims(language: str, text: str, kind: str, actor: str, recipient: str) -> None:
    doc = pipeline(language)(text)
    found = [claim for claim in draft_of(doc).claims if claim.type == kind]
    assert any(
        any(actor in doc[one.start : one.end].text for one in claim.actors)
        and any(recipient in doc[one.start : one.end].text for one in claim.recipients)
        for claim in found
    )


@pytest.mark.parametrize(("language", "text"), QUIET)
def test_no_claims(language: str, text: str) -> None:
    assert [claim.type for claim in draft_of(pipeline(language)(text)).claims if claim.type] == []
