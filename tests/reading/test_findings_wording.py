"""Findings as they read, and what is no finding."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.reading.wording import running


def messages(text: str, kind: str) -> list[str]:
    return [finding.message for finding in reportedly.read(text).findings if finding.kind == kind]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Norway delivers tanks to Chad\n\nA senior diplomat said that Norway delivered tanks to Chad.",
            "The headline asserts what the article only reports, on the word of a senior diplomat.",
        ),
        (
            (
                "La Norvège a livré des chars au Tchad\n\n"
                "Une diplomate a dit que la Norvège avait livré des chars au Tchad."
            ),
            "Le titre affirme ce que l'article ne fait que rapporter, selon une diplomate.",
        ),
        (
            "Norway will deliver tanks to Chad\n\nNorway may deliver tanks to Chad, two diplomats told Reuters.",
            "The headline asserts what the article gives only as possible, on the word of two diplomats.",
        ),
        (
            (
                "La Norvège livrera des chars au Tchad\n\n"
                "La Norvège pourrait livrer des chars au Tchad, ont confié deux diplomates."
            ),
            "Le titre affirme ce que l'article ne donne que comme possible, selon deux diplomates.",
        ),
    ],
)
def test_a_headline_is_held_against_the_surest_that_the_body_says(text: str, message: str) -> None:
    assert messages(text, "headline_overstates") == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Peru bought six frigates, an official said.", "one unnamed source: an official."),
        ("Peru bought six frigates, two officials said.", "unnamed sources alone: two officials."),
        (
            "Le Pérou a acheté six frégates, a dit un responsable.",
            "une seule source non nommée : un responsable.",
        ),
        (
            "Le Pérou a acheté six frégates, ont dit deux responsables.",
            "sources non nommées : deux responsables.",
        ),
    ],
)
def test_one_source_or_several(text: str, message: str) -> None:
    (found,) = messages(text, "single_source")
    assert found.endswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "The president said that Peru had bought six frigates.",
        "Police said that the rebels had attacked a convoy.",
        "Critics say that Peru has attacked the miners.",
        "The council of ministers said that Peru had bought six frigates.",
        "Le président a dit que le Pérou avait acheté six frégates.",
        "La police a dit que les rebelles avaient attaqué un convoi.",
        "Ses détracteurs disent que le Pérou a attaqué les mineurs.",
        "Le conseil des ministres a dit que le Pérou avait acheté six frégates.",
    ],
)
def test_whom_everybody_knows_keeps_no_name_back(text: str) -> None:
    assert messages(text, "single_source") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Norway delivered tanks to Chad, two diplomats said. Oslo never sent tanks to Chad, its minister said.",
            "yes, according to two diplomats; no, according to its minister.",
        ),
        (
            (
                "La Norvège a livré des chars au Tchad, selon deux diplomates. "
                "Oslo n'a jamais livré de chars au Tchad, a dit son ministre."
            ),
            "oui, selon deux diplomates ; non, selon son ministre.",
        ),
    ],
)
def test_a_contradiction_names_both_voices(text: str, message: str) -> None:
    (found,) = messages(text, "contradiction")
    assert found.endswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "Norway may deliver tanks to Chad, a diplomat said. Norway has not delivered tanks to Chad, Oslo said.",
        "Norway delivered tanks to Chad, a diplomat said. Norway never delivered tanks to Mali, Oslo said.",
        "La Norvège pourrait livrer des chars au Tchad, dit un diplomate. Oslo n'a livré aucun char, dit-elle.",
        "La Norvège a livré des chars au Tchad, dit un diplomate. Oslo n'a jamais livré de chars au Mali, dit Oslo.",
    ],
)
def test_what_can_both_be_so_is_no_contradiction(text: str) -> None:
    assert messages(text, "contradiction") == []


@pytest.mark.parametrize(
    "text",
    [
        "She called the sale “a deal that nobody in this house will ever forget” and left.",
        "The mayor had one answer: “We will not sign any of this before the summer.”",
        "Elle a qualifié la vente « d'accord que personne ici n'oubliera jamais » avant de partir.",
        "Le maire n'avait qu'une réponse : « Nous ne signerons rien de tout cela avant l'été. »",
    ],
)
def test_words_around_a_quotation_tell_whose_it_is(text: str) -> None:
    assert messages(text, "unattributed_quote") == []


def test_only_known_words_lose_their_capital() -> None:
    assert running("Two officials", {"two"}) == "two officials"
    assert running("Oslo's minister", {"two"}) == "Oslo's minister"
