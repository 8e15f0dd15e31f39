"""Who has its words from whom, and why; what two copies of one dispatch are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import corroborate
from reportedly.model import Reading

Read = Callable[..., Reading]

TAKE = {
    "en": "Eleven grey barges sank before dawn near the old lighthouse of Arica, and divers searched the wrecks.",
    "fr": "Onze péniches grises ont coulé avant l'aube près du phare d'Arica, et des plongeurs les ont fouillées.",
}
OWN = {
    "en": " The mayor will visit the quays on Friday. Shops in the lower town stayed shut for want of power.",
    "fr": " Le maire visitera les quais vendredi. Les boutiques de la ville basse restent fermées faute de courant.",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_take_in_a_longer_article_is_an_excerpt_of_the_earlier(read: Read, language: str) -> None:
    readings = [
        read(TAKE[language] + OWN[language], "late", "The Mail", "2031-03-02", language),
        read(TAKE[language], "early", "The Post", "2031-03-01", language),
    ]
    early, late = corroborate(readings).articles
    assert early.derived_from == ()
    (link,) = late.derived_from
    assert (link.to, link.kind, link.direction_by) == ("early", "excerpt", "time")
    assert early.origins == late.origins


@pytest.mark.parametrize("language", ["en", "fr"])
def test_two_copies_of_one_dispatch_are_one_origin_and_no_copies_of_each_other(
    read: Read, language: str
) -> None:
    readings = [
        read(TAKE[language] + " (AFP)", "a", "The Post", "2031-03-01", language),
        read(TAKE[language] + " (AFP)" + OWN[language], "b", "The Mail", "2031-03-02", language),
    ]
    stories = corroborate(readings)
    assert [[link.to for link in one.derived_from] for one in stories.articles] == [[{"agency": "AFP"}]] * 2
    assert [(one.kind, one.label) for one in stories.origins] == [("agency", "AFP")]
    assert stories.origins[0].reasons[0].rule == "agency"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_articles_without_common_words_have_origins_of_their_own(read: Read, language: str) -> None:
    readings = [
        read(TAKE[language], "a", "The Post", "2031-03-01", language),
        read(OWN[language], "b", "The Mail", "2031-03-02", language),
    ]
    assert len(corroborate(readings).origins) == 2
