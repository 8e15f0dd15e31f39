"""Where the information of a set entered it, and the words for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import Stories, corroborate
from reportedly.model import Reading

Read = Callable[..., Reading]

TAKE = {
    "en": "Seven yellow cranes toppled into the basin of Arica before dawn, and two pilots were pulled out alive.",
    "fr": "Sept grues jaunes ont basculé avant l'aube dans le bassin d'Arica, et deux pilotes ont été sauvés.",
}
MORE = {
    "en": " The quay was inspected in March by a firm from the capital, which found all bolts in good order.",
    "fr": " Le quai avait été inspecté en mars par une société de la capitale, qui jugeait tout en bon état.",
}
OWN = {
    "en": "Bakers of the lower town went on strike over the price of flour; the mayor will see them on Friday.",
    "fr": "Les boulangers de la ville basse font grève contre le prix de la farine ; le maire les verra vendredi.",
}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def told(read: Read, language: str, *texts: tuple[str, str]) -> Stories:
    return corroborate(
        read(text, f"a{number}", outlet, f"2031-03-0{number}", language)
        for number, (outlet, text) in enumerate(texts, 1)
    )


def test_a_chain_of_copies_is_one_origin_under_the_first_ones_name(read: Read, language: str) -> None:
    stories = told(
        read,
        language,
        ("The Post", TAKE[language] + MORE[language]),
        ("The Mail", TAKE[language] + MORE[language]),
        ("The Echo", TAKE[language]),
        ("The Gazette", OWN[language]),
    )
    assert [(one.kind, one.label, one.articles) for one in stories.origins] == [
        ("outlet", "The Post", ("a1", "a2", "a3")),
        ("outlet", "The Gazette", ("a4",)),
    ]


def test_the_reason_names_both_and_shows_the_words(read: Read, language: str) -> None:
    stories = told(read, language, ("The Post", TAKE[language]), ("The Mail", TAKE[language]))
    (reason,) = stories.origins[0].reasons
    assert reason.rule == "derives:copy"
    assert "The Mail" in reason.detail
    assert "The Post" in reason.detail
    (span,) = reason.spans
    assert span.article == "a2"
    assert TAKE[language][span.start : span.end] == span.text


def test_an_agencys_own_dispatch_gives_its_name(read: Read, language: str) -> None:
    stories = told(read, language, ("Reuters", TAKE[language]), ("The Mail", TAKE[language] + " (Reuters)"))
    assert [(one.kind, one.label) for one in stories.origins] == [("agency", "Reuters")]


def test_every_article_has_one_origin_and_every_origin_its_articles(read: Read, language: str) -> None:
    stories = told(
        read,
        language,
        ("The Post", TAKE[language]),
        ("The Mail", OWN[language]),
        ("The Echo", TAKE[language]),
    )
    held = [article for one in stories.origins for article in one.articles]
    assert sorted(held) == ["a1", "a2", "a3"]
    assert {one.id: one.articles for one in stories.origins} == {
        key: tuple(each.id for each in stories.articles if each.origins == (key,))
        for key in {key for each in stories.articles for key in each.origins}
    }
