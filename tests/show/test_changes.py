"""A later version with what went and what came: neither version loses a character."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.changes import Change, changes

words = st.lists(
    st.sampled_from(["a", "b", "c ", "d\n", "é\u00a0", "\r\n", "  ", "🛰", "\x85"]), max_size=30
).map("".join)


@given(words, words)
def test_both_versions_can_be_read_from_the_changes(before: str, after: str) -> None:
    found = changes(before, after)
    assert "".join(one.text for one in found if one.kind != "gone") == after
    assert "".join(one.text for one in found if one.kind != "new") == before
    assert all(one.text for one in found)
    assert all(one.kind != other.kind for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("Twelve ships sailed.", "Twelve old ships sailed.", "", "old "),
        ("Le port a reçu dix navires.\nFin.", "Le port a reçu onze navires.\nFin.", "dix ", "onze "),
    ],
)
def test_words_are_told_not_lines(before: str, after: str, gone: str, new: str) -> None:
    found = changes(before, after)
    assert "".join(one.text for one in found if one.kind == "gone") == gone
    assert "".join(one.text for one in found if one.kind == "new") == new


def test_what_stayed_is_one_stretch() -> None:
    assert changes("Same.", "Same.") == [Change("same", "Same.")]


def test_a_long_exchange_is_told_whole_and_quickly() -> None:
    before, after = (" ".join(f"{letter}{number}" for number in range(20_000)) for letter in "ab")
    assert changes(before, after) == [Change("gone", before), Change("new", after)]
