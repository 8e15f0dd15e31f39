"""Pairing of quotation marks."""

from __future__ import annotations

import pytest

from reportedly.pipes.attribution.quotes import find_quotes
from tests.pipes.attribution.said import blank


def quotes(text: str, language: str = "en") -> list[tuple[str, int, bool]]:
    doc = blank(language).make_doc(text)
    return [(doc[q.start : q.end].text, q.depth, q.closed) for q in find_quotes(doc)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('"Stop," he said.', "en", [('"Stop,"', 0, True)]),
        ("“Stop,” he said. “Now.”", "en", [("“Stop,”", 0, True), ("“Now.”", 0, True)]),
        ("''Stop,'' he said.", "en", [("''Stop,''", 0, True)]),
        ("« Halte », dit-il.", "fr", [("« Halte »", 0, True)]),
        ("«\xa0Halte\u202f», dit-il.", "fr", [("«\xa0Halte\u202f»", 0, True)]),
        ('Elle parle d\' "erreur" grave.', "fr", [('"erreur"', 0, True)]),
    ],
)
def test_marks_are_paired_by_kind(text: str, language: str, expected: list[tuple[str, int, bool]]) -> None:
    assert quotes(text, language) == expected


def test_inner_quotations_are_nested() -> None:
    assert quotes("“She said ‘go away’ twice.”") == [
        ("“She said ‘go away’ twice.”", 0, True),
        ("‘go away’", 1, True),
    ]


@pytest.mark.parametrize(
    "text", ["The workers' union isn't Jo's.", "L’usine n’est pas à l’arrêt.", "the '90s"]
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert quotes(text) == []


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quotes('He said: "We wait.\n\nNobody came.') == [('"We wait.', 0, False)]


def test_a_paragraph_carries_on_an_unclosed_quotation() -> None:
    doc = blank("en").make_doc("“We wait.\n\n“We hope.”")
    first, second = find_quotes(doc)
    assert second.carries is first
    assert (first.closed, second.closed) == (False, True)


def test_a_closed_quotation_is_not_carried_on() -> None:
    doc = blank("en").make_doc("“We wait.”\n\n“We hope.”")
    assert [quote.carries for quote in find_quotes(doc)] == [None, None]


@pytest.mark.parametrize("text", ["", "\x00", '"', "“““", "»", "'" * 50, '"' * 51, "\n\n\n", "« “ ‘ '"])
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(quotes(text), list)
