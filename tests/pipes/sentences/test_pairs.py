"""Quotes and brackets, paired."""

from __future__ import annotations

import pytest

from reportedly.pipes.sentences.pairs import LONGEST_BRACKET, pair


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"Yes," he said.', ["Yes,"]),
        ("« Oui », dit-il.", [" Oui "]),
        ('l\'"affaire" dure', ["affaire"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ('il a dit " oui " puis " non "', [" oui ", " non "]),
        ("„Ja“, sagte er", ["Ja"]),
        ("the decision.“ It", []),
        ("an unclosed “quote", []),
        ("« Il a dit “non” hier »", [" Il a dit “non” hier "]),
        ("“It is 'done.'” He left.", ["It is 'done.'"]),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[a + 1 : b] for a, b in pair(text, 0, len(text)).quotes] == quotes


def test_brackets_are_outermost_and_of_sensible_length() -> None:
    text = "a (b [c] d) e ) f (" + "x" * LONGEST_BRACKET + ")"
    assert pair(text, 0, len(text)).brackets == [(2, 10)]


def test_bracket_at_a_place() -> None:
    pairs = pair("a (b) c (d)", 0, 11)
    assert [pairs.bracket_at(place) for place in (0, 2, 3, 4, 9)] == [None, None, (2, 4), None, (8, 10)]


def test_only_the_stretch_is_looked_at() -> None:
    assert pair("(a) (b)", 4, 7).brackets == [(4, 6)]
