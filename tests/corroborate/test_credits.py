"""Agencies by datelines, brackets, last lines and dispatches, in both languages; not where they are only spoken of."""

from __future__ import annotations

import pytest

from reportedly.corroborate.credits import credits_of
from reportedly.model import Document


def agencies(text: str, byline: str | None = None) -> list[str]:
    document = Document(None, None, None, byline, "en", None, text, "", None, {})
    return [credit.agency for credit in credits_of(document)]


@pytest.mark.parametrize(
    "text",
    [
        "PARIS (AFP) - The strait is closed.",
        "The strait is closed.\n\nWith AFP",
        "Le détroit est fermé (avec AFP).",
        "Le détroit est fermé.\n\nSource : AFP",
        "Le détroit est fermé, selon une dépêche de l'Agence France-Presse.",
    ],
)
def test_credits_are_found(text: str) -> None:
    assert agencies(text) == ["AFP"]


@pytest.mark.parametrize(
    "text",
    [
        "The Associated Press (AP) moved its office.",
        "L'AFP a déménagé ses bureaux lundi.",
        "The strait (Solm) is closed.",
        "",
    ],
)
def test_what_is_no_credit_is_none(text: str) -> None:
    assert agencies(text) == []


def test_a_byline_credits() -> None:
    assert agencies("The strait is closed.", "Jane Roe with Reuters") == ["Reuters"]
