"""What speaks for and against two accounts being of one event, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate.features import compared
from reportedly.corroborate.model import Reason
from reportedly.corroborate.nodes import Node, nodes_of
from reportedly.corroborate.reasons import RULE, in_words
from reportedly.corroborate.texts import Text
from reportedly.lexicon import load
from reportedly.model import Reading

Read = Callable[..., Reading]

ARREST = {"en": "Police arrested {} in Lima on {}.", "fr": "La police a arrêté {} à Lima {}."}
DAYS = {"en": ("Monday", "10 May 2019"), "fr": ("lundi", "le 10 mai 2019")}


@pytest.fixture(params=["en", "fr"])
def features(request: pytest.FixtureRequest, read: Read) -> Callable[..., dict[str, float]]:
    """The features of two arrests, each of somebody on the first or the second of two days."""

    def node(key: str, who: str, day: int) -> Node:
        text = ARREST[request.param].format(who, DAYS[request.param][day])
        return next(nodes_of(Text(key, read(text, key, "The Post", "2031-03-05", request.param)), every=True))

    return lambda one, other, first=0, second=0: dict(
        compared(node("a", one, first), node("b", other, second))
    )


def test_the_same_person_on_the_same_day(features: Callable[..., dict[str, float]]) -> None:
    found = features("Anna Holt", "Anna Holt")
    assert (found["word"], found["person"], found["other_person"]) == (1.0, 1.0, 0.0)


def test_persons_whom_the_other_article_does_not_know(features: Callable[..., dict[str, float]]) -> None:
    found = features("Anna Holt", "Paul Verne")
    assert (found["person"], found["other_person"]) == (0.0, 1.0)


def test_days_apart(features: Callable[..., dict[str, float]]) -> None:
    assert features("Anna Holt", "Anna Holt", 0, 1)["other_time"] == 1.0
    assert features("Anna Holt", "Anna Holt", 0, 0)["other_time"] == 0.0


def test_every_weight_has_its_words_in_both_languages() -> None:
    weights = set(load("corroborate", "ontology")["weights"]) - {"bias"}
    for language in ("en", "fr"):
        assert weights <= set(load("reasons", language)["features"])


def test_another_reason_stands_as_it_is() -> None:
    assert in_words(Reason("origin", 1.0, "AFP: a"), "fr") == "AFP: a"
    assert in_words(Reason(f"{RULE}texts", 1.0, ""), "fr") == "Les articles se ressemblent dans l'ensemble."
