"""Any text gives a sound reading, in time that grows no faster than the text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportedly
from tests.readings import assert_sound

AWKWARD = sorted((Path(__file__).parent / "awkward").glob("*.txt"))
NEWS = """
L'Iran a déclaré said that reportedly aurait livré des missiles à la Russie . selon Reuters mardi not ne pas si if
« » “ ” " ' — – - ( ) [ ] : ; ? ! … 12 km $1.2bn 3,5 % U.S. M. 🚀 المصدر 你好
"""
WORDS = [*NEWS.split(), "\n", "\n\n", "\t", "\u00a0", "\u202f", "\u200f", "\x00"]
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("path", AWKWARD, ids=lambda path: path.stem)
def test_awkward_texts_give_sound_readings(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    reading = reportedly.read(text)
    assert reading.document.text == text
    assert_sound(reading)


@SETTINGS
@given(st.text(alphabet=st.characters(), max_size=300), st.sampled_from(["fr", "en", None]))
def test_any_string_gives_a_sound_reading(text: str, language: str | None) -> None:
    reading = reportedly.read(text, language=language)
    assert len(reading.document.text) == len(text)
    assert_sound(reading)


@SETTINGS
@given(st.lists(st.sampled_from(WORDS), max_size=80), st.sampled_from(["fr", "en"]))
def test_any_news_like_words_give_a_sound_reading(words: list[str], language: str) -> None:
    text = " ".join(words)
    assert_sound(reportedly.read(text, language=language, published="2024-08-20"))


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    reading = reportedly.read("Paris \ud800 a livré des chars à Kiev.", language="fr")
    assert reading.document.text == "Paris \ufffd a livré des chars à Kiev."
    assert [problem.stage for problem in reading.problems] == ["text"]
    assert_sound(reading)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Selon deux responsables, « la Russie aurait livré douze chars à Minsk mardi », a écrit Reuters. ",
        ),
        (
            "en",
            "Two officials said “Russia may have delivered twelve tanks to Minsk on Tuesday”, Reuters wrote. ",
        ),
        ("en", "a "),
        ("fr", "« "),
        ("en", "(“'\"["),
    ],
)
def test_time_is_linear_in_length(language: str, sentence: str) -> None:
    def seconds(length: int) -> float:
        text = sentence * (length // len(sentence))
        started = time.process_time()
        reportedly.read(text, language=language)
        return time.process_time() - started

    seconds(2_000)
    short = min(seconds(25_000) for _ in range(2))
    assert seconds(100_000) < 4 * short * 2 + 0.5


def test_a_megabyte_on_one_line_is_read() -> None:
    text = "word " * 200_000
    reading = reportedly.read(text, language="en")
    assert len(reading.document.text) == 1_000_000
