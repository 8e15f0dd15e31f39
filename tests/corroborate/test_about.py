"""What an article is about, of all that its first sentence tells; in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate.about import main_of
from reportedly.corroborate.nodes import nodes_of
from reportedly.corroborate.texts import Text
from reportedly.model import Reading

Read = Callable[..., Reading]

LONG = (
    "Harbour workers walk out over night shifts, new cranes and the pay of divers, whom the port hired in March "
    "for three weeks and never let go"
)


def about(read: Read, text: str, language: str) -> str:
    nodes = list(nodes_of(Text("a", read(text, language=language)), every=True))
    return main_of(nodes).claims[0].anchor.text


@pytest.mark.parametrize(
    ("language", "text", "anchor"),
    [
        # What is taken back, not what is taken for granted.
        ("en", "Missing climbers not found in cave", "found"),
        ("fr", "L'attaque du port n'a pas eu lieu", "attaque"),
        # The stop, not what is stopped.
        ("en", "Oslo to stop arresting cyclists", "stop"),
        ("fr", "Oslo cesse d'arrêter les cyclistes", "cesse"),
        # A reason is an aside.
        ("en", "Clerk sacked after not attending a meeting", "sacked"),
        ("fr", "Un employé licencié parce qu'il n'avait pas livré les chars", "licencié"),
        # An act rather than what it is done for, an act rather than its telling.
        ("en", "Widow offers to sell castle to save her mill", "offers"),
        ("en", "Baker denies that Oslo sold tanks", "sold"),
        ("fr", "Le boulanger dément qu'Oslo ait livré des chars", "livré"),
    ],
)
def test_about(read: Read, language: str, text: str, anchor: str) -> None:
    assert about(read, text, language) == anchor


@pytest.mark.parametrize(
    ("text", "terse"),
    [
        ("Mayor resigns.", True),
        (LONG, True),
        (f"{LONG}.\n\nThe port did not say when the cranes would move again. Ships wait in the bay.", False),
    ],
)
def test_terse(read: Read, text: str, terse: bool) -> None:
    assert Text("a", read(text)).terse is terse
