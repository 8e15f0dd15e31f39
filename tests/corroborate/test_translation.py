"""Retellings in the other language, by what outlives translation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import corroborate
from reportedly.corroborate.texts import Text
from reportedly.corroborate.translation import mark, marks
from reportedly.model import Reading

Read = Callable[..., Reading]

STORY = {
    "en": "Norway's parliament approved 340 million euros for the Halvorsen dam on Tuesday. Minister Ingrid Halvorsen "
    "said that 27 turbines built in Chile by Andes Hydraulics will produce electricity for 85,000 families in Bergen, "
    "and that construction of the dam continues until 2034.",
    "fr": "Le parlement de la Norvège a approuvé mardi 340 millions d'euros pour le barrage Halvorsen. La ministre "
    "Ingrid Halvorsen a indiqué que 27 turbines construites au Chili par Andes Hydraulics produiront de l'électricité "
    "pour 85 000 familles à Bergen, et que la construction du barrage continue jusqu'en 2034.",
}
OTHER = {
    "en": "Norway's parliament rejected a bill on fishing quotas on Wednesday. Fishermen from Tromso, who had asked "
    "for 12,000 tonnes of cod, left the capital without a word.",
    "fr": "Le parlement de la Norvège a rejeté mercredi un texte sur les quotas de pêche. Les pêcheurs de Tromso, qui "
    "demandaient 12 000 tonnes de cabillaud, ont quitté la capitale sans un mot.",
}


@pytest.mark.parametrize(("first", "second"), [("en", "fr"), ("fr", "en")])
def test_a_retelling_derives_from_the_earlier_article(read: Read, first: str, second: str) -> None:
    early = read(STORY[first], "early", "The Post", "2031-03-01", first)
    late = read(STORY[second], "late", "Le Phare", "2031-03-02", second)
    one, other = corroborate([late, early]).articles
    assert one.derived_from == ()
    (link,) = other.derived_from
    assert (link.to, link.kind, link.passages) == ("early", "rewrite", ())
    assert one.origins == other.origins


@pytest.mark.parametrize(("first", "second"), [("en", "fr"), ("fr", "en")])
def test_another_story_of_the_same_country_is_none(read: Read, first: str, second: str) -> None:
    readings = [
        read(STORY[first], "early", "The Post", "2031-03-01", first),
        read(OTHER[second], "late", "Le Phare", "2031-03-02", second),
    ]
    assert [article.derived_from for article in corroborate(readings).articles] == [(), ()]


def test_what_is_left_of_a_text_is_the_same_in_both_languages(read: Read) -> None:
    english, french = (
        {mark(each) for each in marks(Text("a", read(STORY[language], "a", language=language)))}
        for language in STORY
    )
    assert {
        "country:NOR",
        "country:CHL",
        "number:340",
        "number:85000",
        "halvo",
        "turbi",
        "elect",
    } <= english & french


@pytest.mark.parametrize(
    ("word", "found"),
    [("Électricité", "elect"), ("85\u202f000", "number:85000"), ("1,200.5", "number:12005")],
)
def test_accents_and_marks_in_numbers_do_not_count(word: str, found: str) -> None:
    assert mark(word) == found
