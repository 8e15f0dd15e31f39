"""Attributions in real sentences, the same things in both languages."""

from __future__ import annotations

import pytest

from reportedly.lexicon import load
from reportedly.pipes.attribution import Attributor
from reportedly.pipes.draft import draft_of
from tests.pipes.attribution.said import pipeline, read, said, voices

EXAMPLES = [
    (language, name, table["example"])
    for language in ("en", "fr")
    for name, table in [
        *((f"frames.{frame}", table) for frame, table in load("attribution", language)["frames"].items()),
        *(
            (name, load("attribution", language)[name])
            for name in (
                "addressees",
                "complementisers",
                "impersonal",
                "nouns",
                "passing",
                "phrases",
                "roles",
            )
        ),
    ]
]


@pytest.mark.parametrize(("language", "name", "example"), EXAMPLES)
def test_examples_of_the_lexicon_attribute(language: str, name: str, example: str) -> None:
    assert said(language, example), name


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        (
            "en",
            '"We will not leave," said Anna Berg, the mayor.',
            "Anna Berg, the mayor",
            '"We will not leave,"',
        ),
        ("fr", "« Nous ne partirons pas », a dit Anne Berger.", "Anne Berger", "« Nous ne partirons pas »"),
        ("en", "The bridge was mined, officials said.", "officials", "The bridge was mined"),
        ("fr", "Le pont était miné, ont indiqué des responsables.", "des responsables", "Le pont était miné"),
        ("en", "According to police, the bridge was mined.", "police", "the bridge was mined"),
        ("fr", "Selon la police, le pont était miné.", "la police", "le pont était miné"),
    ],
)
def test_source_and_content(language: str, text: str, source: str, content: str) -> None:
    found = said(language, text)
    assert [(each.source, each.content) for each in found] == [(source, (content,))]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", '"We won," said Anna Berg. "We will win again."', ["direct"]),
        ("fr", "« Nous avons gagné », a dit Anne Berger. « Nous gagnerons encore. »", ["direct"]),
        ("en", 'Anna Berg said the town had won. "We will win again."', ["indirect", "direct"]),
        (
            "fr",
            "Anne Berger a dit que la ville avait gagné. « Nous gagnerons encore. »",
            ["indirect", "direct"],
        ),
    ],
)
def test_a_floating_quotation_goes_on(language: str, text: str, kinds: list[str]) -> None:
    found = said(language, text)
    assert [each.kind for each in found] == kinds
    assert len({each.source for each in found}) == 1
    assert sum(len(each.content) for each in found) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'The so-called "snow bridge" was closed on Monday.'),
        ("fr", "Le « pont de neige » a été fermé lundi."),
        ("en", "Le film « Paris » sort lundi."),
    ],
)
def test_scare_quotes_are_nobodys(language: str, text: str) -> None:
    assert said(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "word", "expected"),
    [
        (
            "en",
            "The army has moved tanks, Reuters reported, citing two diplomats.",
            "moved",
            ["Reuters", "two diplomats"],
        ),
        (
            "fr",
            "L'armée a déplacé des chars, a rapporté Reuters, citant deux diplomates.",
            "déplacé",
            ["Reuters", "deux diplomates"],
        ),
        (
            "en",
            "Anna Berg said that, according to a confidential report, the dam had burst.",
            "burst",
            ["Anna Berg", "a confidential report"],
        ),
        (
            "fr",
            "Anne Berger a dit que, selon un rapport confidentiel, le barrage avait cédé.",
            "cédé",
            ["Anne Berger", "un rapport confidentiel"],
        ),
    ],
)
def test_chains(language: str, text: str, word: str, expected: list[str]) -> None:
    assert voices(language, text, word) == expected


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Two officials told Reuters that the dam had burst. The officials said nobody was hurt.", "Reuters"),
        ("fr", ("Deux responsables ont dit à Reuters que le barrage avait cédé. "
               "Les responsables ont dit que personne n'était blessé."), "Reuters"),
    ],
)  # fmt: skip
def test_who_was_told_stays_told(language: str, text: str, told: str) -> None:
    assert [each.addressee for each in said(language, text)] == [told, told]


@pytest.mark.parametrize(
    ("language", "text", "named", "count"),
    [
        ("en", "Two officials said the dam had burst.", False, 2),
        ("fr", "Deux responsables ont dit que le barrage avait cédé.", False, 2),
        ("en", "A spokesman said the dam had burst.", False, None),
        ("fr", "Un porte-parole a dit que le barrage avait cédé.", False, None),
        ("en", "The spokesman Karl Lund said the dam had burst.", True, None),
        ("fr", "Le porte-parole Karl Lund a dit que le barrage avait cédé.", True, None),
        ("en", "An official who asked for anonymity said the dam had burst.", False, None),
        ("fr", "Un responsable a dit, sous couvert d'anonymat, que le barrage avait cédé.", False, None),
    ],
)
def test_names_and_numbers(language: str, text: str, named: bool, count: int | None) -> None:
    sources = [
        each.source for each in draft_of(read(language, text)).attributions if each.cue and each.source
    ]
    said_it = next(
        source for source in sources if source.role in ("official", "spokesperson", "group", "person")
    )
    assert (said_it.named, said_it.count) == (named, count)


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("en", "Oslo denied that the dam had burst.", "denying"),
        ("fr", "Oslo a nié que le barrage ait cédé.", "denying"),
        ("en", "Oslo confirmed that the dam had burst.", "committed"),
        ("fr", "Oslo a confirmé que le barrage avait cédé.", "committed"),
        ("en", "Oslo said that the dam had burst.", "neutral"),
        ("fr", "Oslo a dit que le barrage avait cédé.", "neutral"),
    ],
)
def test_stance(language: str, text: str, stance: str) -> None:
    cues = [each.cue for each in draft_of(read(language, text)).attributions]
    assert [cue.stance for cue in cues if cue] == [stance]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was announced that the dam would be closed."),
        ("fr", "Il a été annoncé que le barrage serait fermé."),
    ],
)
def test_impersonal_passives_have_no_source(language: str, text: str) -> None:
    assert [each.source for each in said(language, text)] == [None]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "", "\x00", "a", "«", '"', "“““", ":", " : x", "said", "X:", "a déclaré", "He said that " * 60, '"a" ' * 200,
        "“a\n“b\n”", "\n\n\n", "- dit-il -", "😀 “😀” said 😀.", "SAID: THE MAYOR", "selon", "according to",
    ],
)  # fmt: skip
def test_no_text_breaks_it(language: str, text: str) -> None:
    nlp = pipeline(language)
    doc = nlp(text)
    for attribution in Attributor(nlp).process(doc):
        assert all(0 <= start < end <= len(doc) for start, end in attribution.content)


def test_the_same_text_gives_the_same_result() -> None:
    text = 'The mayor said, citing police, that "the dam" had burst. "We saw it," he told AFP. It is clear it fell.'
    assert said("en", text) == said("en", text)


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("en", "The pupil writes a letter to her teacher after he leaves the school.", "leaves"),
        ("fr", "L'élève écrit une lettre émouvante à son maître après qu'il a quitté l'école.", "quitté"),
    ],
)
def test_when_something_was_written_is_nobodys_word(language: str, text: str, verb: str) -> None:
    assert not any(verb in part for each in said(language, text) for part in each.content)
