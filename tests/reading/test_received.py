"""Who gives and who gets, where the subject is the one who gets."""

from __future__ import annotations

import pytest

from reportedly import Article, read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tunis received shipments of tanks from Rome, the mayor said in Lima."),
        ("en", "Tunis took delivery of twelve tanks from Rome."),
        ("en", "Tunis took delivery of twelve Italian tanks."),
        ("fr", "La Tunisie a reçu des livraisons de chars d'Italie, a déclaré le maire à Lima."),
        ("fr", "La Tunisie a pris livraison de douze chars de l'Italie."),
        ("fr", "La Tunisie a pris livraison de douze chars italiens."),
    ],
)
def test_whoever_receives_is_the_recipient(language: str, text: str) -> None:
    reading = read(Article(text=text, language=language))
    entities = {entity.id: entity for entity in reading.entities}
    claim = next(claim for claim in reading.claims if claim.type == "AID")
    assert [entities[role.entity or ""].country for role in claim.roles.actors] == ["ITA"]
    assert [entities[role.entity or ""].country for role in claim.roles.recipients] == ["TUN"]
