"""Who is who in short texts, through the bundled pipelines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from reportedly.language import load
from reportedly.pipes.draft import EntityDraft, draft_of

Entities = Callable[[str, str], list[tuple[EntityDraft, list[str]]]]


@pytest.fixture(scope="session")
def pipelines() -> dict[str, Language]:
    return {language: load(language) for language in ("en", "fr")}


@pytest.fixture(scope="session")
def entities(pipelines: dict[str, Language]) -> Entities:
    """The entities of a text, each with the texts of its mentions."""

    def read(language: str, text: str) -> list[tuple[EntityDraft, list[str]]]:
        doc = pipelines[language](text)
        found = draft_of(doc).entities
        return [(e, [" ".join(doc[m.start : m.end].text.split()) for m in e.mentions]) for e in found]

    return read


def mentions_of(found: list[tuple[EntityDraft, list[str]]], text: str) -> list[str]:
    return next(texts for _, texts in found if text in texts)


@pytest.mark.parametrize(
    ("language", "texts", "first", "later"),
    [
        (
            "fr",
            (
                "Deux pilotes chiliens ont dit à l'AFP que le pont avait été détruit.",
                "Les sources ont assuré que l'attaque continuait.",
            ),
            "Deux pilotes chiliens",
            "Les sources",
        ),
        (
            "en",
            (
                "Two Chilean pilots told Reuters that the bridge had been destroyed.",
                "The sources said the attack went on.",
            ),
            "Two Chilean pilots",
            "The sources",
        ),
        (
            "fr",
            (
                "Un porte-parole du Kremlin a annoncé l'accord.",
                "Le porte-parole a confirmé l'envoi de troupes.",
            ),
            "Un porte-parole du Kremlin",
            "Le porte-parole",
        ),
        (
            "en",
            ("A Kremlin spokesman announced the deal.", "The spokesman confirmed that troops were sent."),
            "A Kremlin spokesman",
            "The spokesman",
        ),
        (
            "fr",
            ("Anne Lebrun a annoncé un accord.", "Elle a ajouté que le Chili livrerait des obus."),
            "Anne Lebrun",
            "Elle",
        ),
        (
            "en",
            ("Ann Reed announced a deal.", "She added that Chile would deliver shells."),
            "Ann Reed",
            "She",
        ),
        (
            "fr",
            ("Le Hezbollah a tiré des roquettes.", "Le groupe a revendiqué l'attaque."),
            "Le Hezbollah",
            "Le groupe",
        ),
        ("en", ("Hezbollah fired rockets.", "The group claimed the attack."), "Hezbollah", "The group"),
    ],
)
def test_taken_up(entities: Entities, language: str, texts: tuple[str, str], first: str, later: str) -> None:
    assert later in mentions_of(entities(language, " ".join(texts)), first)


def test_an_indefinite_noun_is_somebody_new(entities: Entities) -> None:
    found = entities("en", "Two officials said the bridge fell. Two officials said it had not fallen.")
    assert sum("Two officials" in texts for _, texts in found) == 2


def test_a_name_gives_the_entity_its_name(entities: Entities) -> None:
    found = entities("fr", "Le président chilien Gabriel Boric a parlé. M. Boric a démenti l'accord.")
    person = next(entity for entity, _ in found if entity.kind == "person")
    assert (person.name, person.country, person.sector) == ("Gabriel Boric", "CHL", "GOV")
    assert len(person.mentions) == 2


def test_fillers_and_sources_point_at_entities(entities: Entities) -> None:
    for entity, texts in entities("en", "Chile sent shells to Peru, two diplomats said."):
        assert texts
        assert all(mention.entity is not None for mention in entity.mentions)


def test_an_office_named_before_is_taken_up(entities: Entities) -> None:
    found = entities(
        "en", "Chile's foreign minister met Peru's army chief. The minister said a deal was near."
    )
    assert "The minister" in mentions_of(found, "Chile's foreign minister")


def test_possessives_give_a_country(entities: Entities) -> None:
    assert (
        next(
            e for e, texts in entities("en", "Chile sent its troops to Peru.") if "its troops" in texts
        ).country
        == "CHL"
    )
    assert (
        next(
            e
            for e, texts in entities("fr", "Le Chili a envoyé ses soldats au Pérou.")
            if "ses soldats" in texts
        ).country
        == "CHL"
    )


@pytest.mark.parametrize(
    ("language", "text", "speaker", "pronoun"),
    [
        (
            "fr",
            "« Tout est calme », a dit le maire Louis Pérec. Le Chili ne signera rien, a-t-il assuré.",
            "Louis Pérec",
            "-il",
        ),
        (
            "fr",
            "La ministre a dit que le pont était fermé. Le Chili a signé un accord, a-t-elle ajouté.",
            "La ministre",
            "-elle",
        ),
        (
            "en",
            '"All is quiet," said Louis Perec, the mayor. Chile will sign nothing, he added.',
            "Louis Perec",
            "he",
        ),
    ],
)
def test_whoever_spoke_goes_on_speaking(
    entities: Entities, language: str, text: str, speaker: str, pronoun: str
) -> None:
    found = mentions_of(entities(language, text), pronoun)
    assert any(speaker in mention for mention in found)
