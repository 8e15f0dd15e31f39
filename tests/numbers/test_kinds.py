import pytest

from reportedly.numbers import kinds
from reportedly.numbers.kinds import INSIDE, OUTSIDE, kept
from reportedly.numbers.tokens import tokenize
from reportedly.pipes.quantities.finder import find as find_amounts
from reportedly.pipes.times.finder import islands
from reportedly.pipes.times.lexicon import time_words


def test_a_form_is_judged_once(monkeypatch):
    monkeypatch.setattr(kinds, "KEPT", 2)
    asked = []

    def judge(word):
        asked.append(word)
        return INSIDE if word == "two" else OUTSIDE

    kind = kept(judge)
    assert [kind(word) for word in ("two", "men", "two", "men")] == [INSIDE, OUTSIDE, INSIDE, OUTSIDE]
    assert asked == ["two", "men"]
    kind("third")  # what is kept is bounded
    kind("two")
    assert asked == ["two", "men", "third", "two"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The mayor left.", "en", 0),
        ("The mayor left on Monday and came back in 2021.", "en", 2),
        ("Le maire est parti lundi et revenu en 2021.", "fr", 2),
    ],
)
def test_islands_of_times(text, language, expected):
    assert len(list(islands(tokenize(text), time_words(language)))) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Two men, 3.5 tons.", "en", ["Two", "3.5 tons"]),
        ("Deux hommes, 3,5 tonnes.", "fr", ["Deux", "3,5 tonnes"]),
    ],
)
def test_marks_join_digits_only_where_nothing_stands_between(text, language, expected):
    assert [found.span.text for found in find_amounts(text, language)] == expected
