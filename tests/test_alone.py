"""Times and quantities by themselves: light, sound on any text, and in one unit or another."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.errors import InputError

#: Words that make times and amounts, so that random texts are full of them.
WORDS = (
    "le la les du au à de d' l' mardi mars 3 12 19 2024 1990 ans jours semaine dernière prochain il y a dans fin début "
    "trois heures 14h30 et entre depuis the of on last next Tuesday March May week years ago in late between and since "
    "from to 5 pm 10:30 % $ € million milliards km °C degrees dozens half à , . - / ( ) plus moins de about FY Q3 not "
    "0 99999999999999999999 1e400 xx XXIe siècle quarter of 31/02 2024-13-45 T25:61 more than at least environ"
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join))
DATES = st.one_of(
    st.none(), st.dates().map(str), st.datetimes().map(datetime.isoformat), st.text(max_size=12)
)
LANGUAGES = st.sampled_from(("fr", "en"))


@settings(deadline=None)
@given(TEXTS, LANGUAGES, DATES)
def test_times_of_any_text_are_sound(text: str, language: str, published: str | None) -> None:
    last = 0
    for time in reportedly.times(text, published=published, language=language):
        assert last <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        if time.earliest and time.latest:
            length = min(len(time.earliest), len(time.latest), 16)
            assert time.earliest[:length] <= time.latest[:length]
        last = time.span.end


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_quantities_of_any_text_are_sound(text: str, language: str) -> None:
    last = 0
    for amount in reportedly.quantities(text, language=language):
        assert last <= amount.span.start < amount.span.end <= len(text)
        assert text[amount.span.start : amount.span.end] == amount.span.text
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
        if amount.of:
            assert text[amount.of.start : amount.of.end] == amount.of.text
        last = amount.span.end


@pytest.mark.parametrize("call", ["times('He left on Tuesday.', ", "quantities('It flew 3 km.', "])
def test_they_load_no_parser(call: str) -> None:
    heavy = ("spacy", "lxml", "numpy", "pint", "py3langid")
    loaded = f"print(sorted(set(sys.modules) & set({heavy!r})))"
    code = f"import reportedly, sys; assert reportedly.{call}language='en'); {loaded}"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_the_language_is_found() -> None:
    assert (
        reportedly.times("Le ministre a quitté la ville le 12 mars 2019 avec les siens.")[0].value
        == "2019-03-12"
    )
    assert reportedly.times("") == ()


@pytest.mark.parametrize("language", ["de", "xx"])
def test_a_language_without_lexicons_is_refused(language: str) -> None:
    with pytest.raises(InputError, match=language):
        reportedly.quantities("Drei Panzer.", language=language)


@pytest.mark.parametrize(
    ("language", "text", "unit", "low"),
    [
        ("en", "It flew 75 miles.", "km", 120.7),
        ("fr", "Un convoi de 40 tonnes.", "kg", 40000),
        ("en", "It was 50 degrees Fahrenheit.", "°C", 10),
        ("fr", "Il roulait à 90 km/h.", "m/s", 25),
        ("en", "They pump 2 million barrels a day.", "m3/d", 317974.6),
        ("en", "A 100 kt ship.", "t", 100000),
    ],
)
def test_amounts_are_converted(language: str, text: str, unit: str, low: float) -> None:
    amount = reportedly.quantities(text, language=language)[0]
    made = reportedly.convert(amount, unit)
    assert made.low == pytest.approx(low, rel=1e-3)
    assert (made.unit, made.span) == (unit, amount.span)


@pytest.mark.parametrize(
    ("text", "unit"), [("$30", "EUR"), ("30 tanks", "kg"), ("30 km", "kg"), ("30 km", "smoots")]
)
def test_what_is_no_measure_is_not_converted(text: str, unit: str) -> None:
    with pytest.raises(InputError):
        reportedly.convert(reportedly.quantities(text, language="en")[0], unit)
