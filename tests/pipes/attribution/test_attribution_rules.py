"""The frames of verbs, on trees built by hand."""

from __future__ import annotations

import pytest

from tests.pipes.attribution.said import Said, hand_built

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"
PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"
MORPHS = {
    **dict.fromkeys(["said", "sank", "accused", "announced", "seems"], PAST),
    **dict.fromkeys(["dit", "coule", "accuse", "annonce", "semble", "a"], PRESENT),
    **dict.fromkeys(["déclaré", "announced."], PARTICIPLE),
    **dict.fromkeys(["hold", "tenir"], "VerbForm=Inf"),
}
Row = tuple[str, str, str, str, int]


def only(language: str, rows: list[Row]) -> Said:
    found = hand_built(language, rows, MORPHS)
    assert len(found) == 1, found
    return found[0]


def test_english_keeps_that_in_the_content() -> None:
    rows: list[Row] = [
        ("Rescuers", "rescuer", "NOUN", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("that", "that", "SCONJ", "mark", 5),
        ("the", "the", "DET", "det", 4),
        ("ship", "ship", "NOUN", "nsubj", 5),
        ("sank", "sink", "VERB", "ccomp", 1),
        (".", ".", "PUNCT", "punct", 1),
    ]
    found = only("en", rows)
    assert (found.source, found.cue, found.content) == ("Rescuers", "said", ("that the ship sank",))


def test_french_leaves_que_out_of_the_content() -> None:
    rows: list[Row] = [
        ("Marthe", "Marthe", "PROPN", "nsubj", 1),
        ("dit", "dire", "VERB", "ROOT", 1),
        ("que", "que", "SCONJ", "mark", 5),
        ("le", "le", "DET", "det", 4),
        ("navire", "navire", "NOUN", "nsubj", 5),
        ("coule", "couler", "VERB", "ccomp", 1),
        (".", ".", "PUNCT", "punct", 1),
    ]
    found = only("fr", rows)
    assert (found.source, found.cue, found.content) == ("Marthe", "dit", ("le navire coule",))


@pytest.mark.parametrize("relation", ["obj", "nsubj", "xcomp"])
def test_an_inverted_subject_is_found_whatever_the_parser_calls_it(relation: str) -> None:
    rows: list[Row] = [
        ("Le", "le", "DET", "det", 1),
        ("navire", "navire", "NOUN", "nsubj", 2),
        ("coule", "couler", "VERB", "ROOT", 2),
        (",", ",", "PUNCT", "punct", 5),
        ("a", "avoir", "AUX", "aux:tense", 5),
        ("déclaré", "déclarer", "VERB", "parataxis", 2),
        ("Marthe", "Marthe", "PROPN", relation, 5),
        (".", ".", "PUNCT", "punct", 2),
    ]
    found = only("fr", rows)
    assert (found.source, found.cue, found.content) == ("Marthe", "a déclaré", ("Le navire coule",))


def test_a_reporting_clause_in_the_middle_leaves_two_pieces() -> None:
    rows: list[Row] = [
        ("The", "the", "DET", "det", 1),
        ("ship", "ship", "NOUN", "nsubj", 6),
        (",", ",", "PUNCT", "punct", 4),
        ("he", "he", "PRON", "nsubj", 4),
        ("said", "say", "VERB", "parataxis", 6),
        (",", ",", "PUNCT", "punct", 4),
        ("sank", "sink", "VERB", "ROOT", 6),
        (".", ".", "PUNCT", "punct", 6),
    ]
    assert only("en", rows).content == ("The ship", "sank")


@pytest.mark.parametrize(
    ("language", "rows", "source", "content"),
    [
        (
            "en",
            [
                ("Oslo", "Oslo", "PROPN", "nsubj", 1),
                ("accused", "accuse", "VERB", "ROOT", 1),
                ("Riga", "Riga", "PROPN", "obj", 1),
                ("of", "of", "ADP", "case", 4),
                ("fraud", "fraud", "NOUN", "obl", 1),
            ],
            "Oslo",
            ("Riga of fraud",),
        ),
        (
            "fr",
            [
                ("Oslo", "Oslo", "PROPN", "nsubj", 1),
                ("accuse", "accuser", "VERB", "ROOT", 1),
                ("Riga", "Riga", "PROPN", "obj", 1),
                ("de", "de", "ADP", "case", 4),
                ("fraude", "fraude", "NOUN", "obl:arg", 1),
            ],
            "Oslo",
            ("Riga de fraude",),
        ),
        (
            "en",
            [
                ("Oslo", "Oslo", "PROPN", "nsubj", 1),
                ("announced", "announce", "VERB", "ROOT", 1),
                ("a", "a", "DET", "det", 3),
                ("curfew", "curfew", "NOUN", "obj", 1),
            ],
            "Oslo",
            ("a curfew",),
        ),
        (
            "fr",
            [
                ("Oslo", "Oslo", "PROPN", "nsubj", 1),
                ("annonce", "annoncer", "VERB", "ROOT", 1),
                ("un", "un", "DET", "det", 3),
                ("couvre-feu", "couvre-feu", "NOUN", "obj", 1),
            ],
            "Oslo",
            ("un couvre-feu",),
        ),
    ],
)
def test_objects_are_content(language: str, rows: list[Row], source: str, content: tuple[str, ...]) -> None:
    found = only(language, rows)
    assert (found.source, found.content) == (source, content)


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "en",
            [
                ("Talks", "talk", "NOUN", "nsubj", 1),
                ("seems", "seem", "VERB", "ROOT", 1),
                ("to", "to", "PART", "mark", 3),
                ("hold", "hold", "VERB", "xcomp", 1),
            ],
        ),
        (
            "fr",
            [
                ("Paris", "Paris", "PROPN", "nsubj", 1),
                ("semble", "sembler", "VERB", "ROOT", 1),
                ("tenir", "tenir", "VERB", "xcomp", 1),
            ],
        ),
    ],
)
def test_seeming_has_no_source(language: str, rows: list[Row]) -> None:
    found = only(language, rows)
    assert found.source is None
    assert found.content[0] == rows[0][0]
