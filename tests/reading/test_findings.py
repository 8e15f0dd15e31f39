"""What a careful editor is told."""

from __future__ import annotations

import pytest

import reportedly

OVERSTATES = [
    "Norway will deliver tanks to Chad\n\nNorway may deliver tanks to Chad, two diplomats told Reuters.",
    "La Norvège livrera des chars au Tchad\n\nOslo pourrait livrer des chars au Tchad, ont confié deux diplomates.",
]
STATES = [
    "Norway will deliver tanks to Chad\n\nNorway will deliver tanks to Chad in May. The tanks left on Monday.",
    "La Norvège pourrait livrer des chars\n\nLa Norvège pourrait livrer des chars au Tchad, selon deux diplomates.",
]


def kinds(text: str) -> set[str]:
    return {finding.kind for finding in reportedly.read(text).findings}


@pytest.mark.parametrize("text", OVERSTATES)
def test_a_headline_that_overstates(text: str) -> None:
    reading = reportedly.read(text)
    finding = next(f for f in reading.findings if f.kind == "headline_overstates")
    assert reading.document.headline is not None
    assert finding.spans[0].start == reading.document.headline.start
    assert len(finding.spans) > 1


@pytest.mark.parametrize("text", STATES)
def test_a_headline_that_says_what_the_article_says(text: str) -> None:
    assert "headline_overstates" not in kinds(text)


@pytest.mark.parametrize("text", OVERSTATES)
def test_one_unnamed_source(text: str) -> None:
    assert "single_source" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway delivered tanks to Chad, foreign minister Ola Berg said.",
        "La Norvège a livré des chars au Tchad, a déclaré le ministre Ola Berg.",
    ],
)
def test_a_named_source_is_not_flagged(text: str) -> None:
    assert "single_source" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway delivered tanks to Chad, two diplomats said. Oslo never delivered tanks to Chad, its minister said.",
        (
            "La Norvège a livré des chars au Tchad, selon deux diplomates. "
            "Oslo n'a jamais livré de chars au Tchad, a dit son ministre."
        ),
    ],
)
def test_voices_that_contradict_each_other(text: str) -> None:
    assert "contradiction" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks went on all night. “We will not sign any of this before the summer.” Nobody left the room.",
        (
            "Les discussions ont duré toute la nuit. « Nous ne signerons rien de tout cela avant l'été. » "
            "Personne n'est sorti."
        ),
    ],
)
def test_a_quotation_without_a_speaker(text: str) -> None:
    assert "unattributed_quote" in kinds(text)
