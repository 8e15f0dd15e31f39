"""The marked text: every character, whatever the marks; the first word of each claim links to its card."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Reading
from reportedly.show.highlight import Mark
from reportedly.show.index import Index
from reportedly.show.marked import LAYERS, Marked
from reportedly.show.words import words_in
from tests.show.readings import english, french, sample
from tests.show.test_highlight import shown

AWKWARD = "A\u00a0«\u202f🇫🇷 👩‍👩‍👧 e\u0301»\r\n\t<b>&amp;</b> \x00 \u2028 end"
layers = st.sampled_from([layer for layer in LAYERS if layer != "act"])


def bare(text: str) -> Reading:
    document = dataclasses.replace(english().document, text=text, headline=None)
    return Reading("reportedly.reading/1", document, *[()] * 9)  # type: ignore[arg-type]


@given(
    st.text(st.sampled_from(AWKWARD), max_size=60),
    st.lists(
        st.builds(Mark, st.integers(0, 60), st.integers(0, 60), layers, st.sampled_from(["c1", "c2"])),
        max_size=20,
    ),
)
def test_no_character_is_lost_under_any_marks(text: str, marks: list[Mark]) -> None:
    assert shown(Marked(Index(bare(text)), words_in("en")).whole(marks)) == text.replace("\0", "\ufffd")


@pytest.mark.parametrize("reading", [french(), english(), sample()], ids=["fr", "en", "sample"])
def test_each_claim_has_one_place_in_the_text_and_a_link_to_its_card(reading: Reading) -> None:
    html = Marked(Index(reading), words_in("en")).whole()
    assert shown(html) == reading.document.text
    for claim in reading.claims:
        assert html.count(f'id="t-{claim.id}"') == 1
    assert {link[1:] for link in re.findall(r'href="([^"]+)"', html)} <= {
        claim.id for claim in reading.claims
    }


def test_layers_are_those_that_hold_something() -> None:
    found = Marked(Index(english()), words_in("en")).layers()
    assert found == [layer for layer in LAYERS if layer in found]
    assert "act" in found
    assert "place" not in found
