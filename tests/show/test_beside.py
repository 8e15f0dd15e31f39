"""Two texts side by side keep every character, and each shared passage links to its twin."""

from __future__ import annotations

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.corroborate.model import Passage
from reportedly.model import Reading
from reportedly.show.beside import beside
from tests.show.readings import english, french
from tests.show.test_highlight import shown

ends = st.tuples(st.integers(0, 90), st.integers(1, 40))


def with_text(reading: Reading, text: str) -> Reading:
    return dataclasses.replace(
        reading, document=dataclasses.replace(reading.document, text=text, headline=None)
    )


@given(st.text(max_size=80), st.text(max_size=80), st.lists(st.tuples(ends, ends), max_size=6))
def test_no_character_is_lost_and_every_link_has_its_place(
    left: str, right: str, found: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    passages = [Passage(a, a + n, b, b + m) for (a, n), (b, m) in found]
    one, other = beside(with_text(english(), left), with_text(french(), right), passages, "shared")
    assert shown(one) == left.replace("\0", "\ufffd")
    assert shown(other) == right.replace("\0", "\ufffd")
    ids = re.findall(r' id="(\w+)"', one + other)
    assert len(ids) == len(set(ids))


def test_a_passage_links_to_the_same_words_there() -> None:
    left, right = "They sailed at dawn, it says.", "One knows: they sailed at dawn."
    passage = Passage(0, 19, 11, 30)
    one, other = beside(with_text(english(), left), with_text(english(), right), [passage], "shared")
    assert '<span id="l1" class="act-id"></span><a href="#r1"' in one
    assert '<span id="r1" class="act-id"></span><a href="#l1"' in other
    assert ">They sailed at dawn</a>" in one
    assert ">they sailed at dawn</a>" in other


def test_a_hedge_that_was_lost_within_a_passage_stands_out() -> None:
    left = "Les émissaires ont signé un contrat à Lusaka."
    right = "Les émissaires auraient signé un contrat à Lusaka."
    passage = Passage(0, len(left), 0, len(right))
    one, other = beside(with_text(french(), left), with_text(french(), right), [passage], "shared")
    assert re.findall(r'<mark class="shared differs">.*?>([^<>]+)</a>', one) == ["ont"]
    assert re.findall(r'<mark class="shared differs">.*?>([^<>]+)</a>', other) == ["auraient"]
    assert (shown(one), shown(other)) == (left, right)
    assert "differs" not in "".join(
        beside(with_text(french(), left), with_text(french(), right), [passage], "shared", alike=False)
    )
