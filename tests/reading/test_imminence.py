"""What is all but there is neither promised nor threatened: the codebook counts the act itself."""

from __future__ import annotations

import pytest

import reportedly


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Rome is about to reopen its embassy in Tunis.", ("SUPPORT", "SUPPORT")),
        ("Rome will reopen its embassy in Tunis.", ("SUPPORT", "AGREE")),
        ("Rome est sur le point de rouvrir son ambassade à Tunis.", ("SUPPORT", "SUPPORT")),
        ("Rome va rouvrir son ambassade à Tunis.", ("SUPPORT", "AGREE")),
        ("Rome is on the verge of attacking Tunis.", ("ASSAULT", "ASSAULT")),
    ],
)
def test_imminence_is_no_intention(text: str, codes: tuple[str, str]) -> None:
    claim = next(claim for claim in reportedly.read(text).claims if claim.type)
    assert (claim.type, claim.plover) == codes
    assert claim.factuality.tense == "future"
