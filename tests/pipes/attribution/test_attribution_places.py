"""Contents, sources and quotations by their place: what the parser does not show."""

from __future__ import annotations

import pytest

from tests.pipes.attribution.said import said


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("en", "“We will stay here as long as it takes.” — Maria Lopez, a teacher", "Maria Lopez, a teacher",
         ("“We will stay here as long as it takes.”",)),
        ("fr", "« Nous resterons ici tant qu'il le faudra. » — Maria Lopez, institutrice",
         "Maria Lopez, institutrice", ("« Nous resterons ici tant qu'il le faudra. »",)),
        ("en", "“We will stay,” the mayor said, waving at the river. “The bridge. Always the bridge.”", "the mayor",
         ("“We will stay,”", "“The bridge. Always the bridge.”")),
        ("fr", "« Nous restons », a dit la maire, saluant la foule. « Le pont. Toujours le pont. »", "la maire",
         ("« Nous restons »", "« Le pont. Toujours le pont. »")),
    ],
)  # fmt: skip
def test_whose_quotation_it_is(language: str, text: str, source: str, content: tuple[str, ...]) -> None:
    first = said(language, text)[0]
    assert (first.kind, first.source, first.content) == ("direct", source, content)


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "The bridge, the mayor said, will be closed from Monday.",
         ("The bridge", "will be closed from Monday")),
        ("fr", "Le pont, a dit le maire, sera fermé dès lundi.", ("Le pont", "sera fermé dès lundi")),
        ("en", "Even if it rains, the mayor said, the bridge will stay open.",
         ("Even if it rains", "the bridge will stay open")),
        ("fr", "Même s'il pleut, a dit le maire, le pont restera ouvert.",
         ("Même s'il pleut", "le pont restera ouvert")),
        ("en", "The mayor said the bridge was safe, but it collapsed on Monday.", ("the bridge was safe",)),
        ("fr", "Le maire a dit que le pont était sûr, mais il s'est effondré lundi.", ("le pont était sûr",)),
        ("en", "On the show “The Morning,” the minister said the dam was holding.", ("the dam was holding",)),
        ("fr", "Dans l'émission « Le Matin », la ministre a dit que la digue tenait.", ("la digue tenait",)),
        ("en", "The firm reported losing two boats.", ("losing two boats",)),
    ],
)  # fmt: skip
def test_what_is_said_is_whole_and_no_more(language: str, text: str, content: tuple[str, ...]) -> None:
    assert [each.content for each in said(language, text)] == [content]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Ola Berg, who runs the port, a former navy base, said the dam was holding.",
         "Ola Berg, who runs the port, a former navy base"),
        ("fr", "Ola Berg, qui dirige le port, une ancienne base navale, a affirmé que la digue tenait.",
         "Ola Berg, qui dirige le port, une ancienne base navale"),
        ("en", "Said Berg: “The dam holds.”", "Berg"),
        ("en", "The Herald reports that the dam burst.", "The Herald"),
        ("en", "In the latest survey, the mayor led his rival by two points.", "the latest survey"),
        ("fr", "Dans le dernier sondage, le maire devançait son rival de deux points.", "le dernier sondage"),
        ("en", "The notary is reluctant to sell the mill.", "The notary"),
        ("fr", "Le notaire est réticent à vendre le moulin.", "Le notaire"),
    ],
)  # fmt: skip
def test_who_speaks(language: str, text: str, source: str) -> None:
    assert [each.source for each in said(language, text)] == [source]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "His gains in the polls surprised the whole town."),
        ("fr", "Sa percée dans les sondages a surpris toute la ville."),
    ],
)
def test_a_poll_may_be_a_place(language: str, text: str) -> None:
    assert not said(language, text)
