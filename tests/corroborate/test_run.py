"""Readings in, stories out: origins, history, disputes, judgements, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import corroborate
from reportedly.corroborate.judgements import Judged
from reportedly.corroborate.model import ClaimRef, Stories, StoryEvent
from reportedly.model import Reading

Read = Callable[..., Reading]

COPIED = {
    "en": (
        "PARIS (AFP) - Norway delivered twelve tanks to Chile on Monday, its defence ministry said in a statement.",
        "Norway delivered twelve tanks to Chile on Monday, its defence ministry said in a statement. (AFP)",
    ),
    "fr": (
        "PARIS (AFP) - La Norvège a livré lundi douze chars au Chili, a annoncé son ministère de la Défense.",
        "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère de la Défense. (AFP)",
    ),
}
DENIED = {
    "en": (
        "Norway delivered twelve tanks to Chile, two officials told The Harbour Post.",
        "Chile denied that Norway had delivered tanks to Chile.",
    ),
    "fr": (
        "La Norvège a livré douze chars au Chili, ont affirmé deux responsables.",
        "Le Chili a démenti que la Norvège ait livré des chars au Chili.",
    ),
}


def told(read: Read, texts: tuple[str, ...], language: str) -> list[Reading]:
    return [
        read(text, f"a{number}", f"Outlet {number}", f"2031-03-0{number}", language)
        for number, text in enumerate(texts, 1)
    ]


def largest(stories: Stories) -> StoryEvent:
    return max(stories.events, key=lambda event: len({ref.article for ref in event.claims}))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_agencys_copy_is_no_second_origin(read: Read, language: str) -> None:
    stories = corroborate(told(read, COPIED[language], language))
    event = largest(stories)
    assert {ref.article for ref in event.claims} == {"a1", "a2"}
    assert event.independent_origins == 1
    assert any(reason.rule == "origin" for reason in event.reasons)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_denial_is_kept_and_is_no_origin(read: Read, language: str) -> None:
    event = largest(corroborate(told(read, DENIED[language], language)))
    assert [step.status for step in event.history] == ["happened", "denied"]
    assert event.status == "denied"
    assert event.independent_origins == 1
    assert [dispute.field for dispute in event.disputes] == ["polarity"]


NO = {
    "en": "Norway delivered no tanks to Chile, the Norwegian government said.",
    "fr": "La Norvège n'a livré aucun char au Chili, a déclaré le gouvernement norvégien.",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_flat_no_is_a_denial_only_where_somebody_said_yes(read: Read, language: str) -> None:
    yes = DENIED[language][0]
    contradicted = largest(corroborate(told(read, (yes, NO[language]), language)))
    assert [step.status for step in contradicted.history] == ["happened", "denied"]
    alone = largest(corroborate(told(read, (NO[language],), language)))
    assert alone.status == "did_not_happen"


def test_the_order_of_articles_does_not_matter(read: Read) -> None:
    readings = told(read, COPIED["en"] + DENIED["en"], "en")
    assert corroborate(readings) == corroborate(readings[::-1])


def test_no_articles_have_no_stories() -> None:
    assert corroborate([]).events == ()


def judged(verdict: str, left: ClaimRef, right: ClaimRef | None) -> Judged:
    return Judged(verdict, left, right, "reviewer", "2031-04-01", "as the maps show")  # type: ignore[arg-type]


def test_claims_judged_different_are_two_events(read: Read) -> None:
    readings = told(read, COPIED["en"], "en")
    left, right = (ref for ref in largest(corroborate(readings)).claims[:2])
    stories = corroborate(readings, judgements=[judged("different", left, right)])
    homes = {event.id for event in stories.events if {left, right} & set(event.claims)}
    assert len(homes) == 2
    assert stories.judgements[0].reasons[0].detail == "as the maps show"


def test_claims_judged_the_same_are_one_event(read: Read) -> None:
    readings = [
        read("Norway delivered twelve tanks to Chile.", "a1", "One", "2031-03-01"),
        read("Protesters burned a courthouse in Lima.", "a2", "Two", "2031-03-02"),
    ]
    events = corroborate(readings).events
    assert len(events) == 2
    stories = corroborate(readings, judgements=[judged("same", events[0].claims[0], events[1].claims[0])])
    assert len(stories.events) == 1


def test_a_claim_judged_wrong_is_in_no_event(read: Read) -> None:
    readings = told(read, DENIED["en"][:1], "en")
    claim = corroborate(readings).events[0].claims[0]
    stories = corroborate(readings, judgements=[judged("wrong", claim, None)])
    assert claim not in [ref for event in stories.events for ref in event.claims]


def test_judgements_on_other_articles_are_not_shown(read: Read) -> None:
    elsewhere = judged("wrong", ClaimRef("elsewhere", "c1"), None)
    assert corroborate(told(read, DENIED["en"], "en"), judgements=[elsewhere]).judgements == ()


def test_two_deliveries_of_one_article_stay_two(read: Read) -> None:
    text = "Norway will deliver tanks to Chile in June 2031. Norway delivered tanks to Chile in 2029."
    events = corroborate([read(text, "a1", "One", "2031-03-01")]).events
    assert len(events) == 2


def test_claims_across_languages_are_one_event(read: Read) -> None:
    readings = [
        read("La Norvège a livré lundi douze chars au Chili.", "fr", "Un", "2031-03-04", "fr"),
        read("Norway delivered twelve tanks to Chile on Monday.", "en", "Two", "2031-03-04", "en"),
    ]
    assert {ref.article for ref in largest(corroborate(readings)).claims} == {"fr", "en"}


TWO_DEALS = {
    "en": (
        "Norway delivered twelve tanks to Chile on Monday, its defence ministry said.",
        "Norway delivered twelve tanks to Peru on Friday, its defence ministry said.",
    ),
    "fr": (
        "La Norvège a livré lundi des chars au Chili, a annoncé son ministère de la Défense.",
        "La Norvège a livré vendredi des chars au Pérou, a annoncé son ministère de la Défense.",
    ),
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_two_states_get_is_two_events(read: Read, language: str) -> None:
    first, second = TWO_DEALS[language]
    readings = [
        read(first, "chile", "The Post", "2031-03-04", language),
        read(second, "peru", "The Mail", "2031-03-08", language),
    ]
    supplies = [event for event in corroborate(readings).events if event.act == "supply"]
    assert [{ref.article for ref in event.claims} for event in supplies] == [{"chile"}, {"peru"}]


def test_a_denial_retells_nobodys_news(read: Read) -> None:
    readings = [
        read(COPIED["en"][0], "news", "AFP", "2031-03-03", "en"),
        read(
            "Le Chili a démenti mardi avoir reçu douze chars de la Norvège, a déclaré son ministère.",
            "denial",
            "Le Courrier",
            "2031-03-04",
            "fr",
        ),
    ]
    links = {one.id: one.derived_from for one in corroborate(readings).articles}
    assert not any(link.to == "news" for link in links["denial"])


def test_so_many_tanks_on_a_weekday_are_no_day_of_the_month(read: Read) -> None:
    reading = read("La Norvège a livré lundi douze chars au Chili.", "fr", "Un", "2031-03-04", "fr")
    assert [time.earliest for time in reading.times] == ["2031-03-03"]
