"""Times: spans, types, values and bounds, in French and in English alike."""

from __future__ import annotations

import pytest

from reportedly.model import Time
from reportedly.pipes.times import find

#: A Tuesday.
PUBLISHED = "2024-08-13"


def one(text: str, language: str, published: str | None = PUBLISHED) -> Time:
    times = find(text, language, published)
    assert len(times) == 1, times
    return times[0]


DATES = [
    ("fr", "Ils ont signé le 12 mars 2019.", "le 12 mars 2019", "2019-03-12", "2019-03-12", "2019-03-12"),
    ("en", "They signed on March 12, 2019.", "March 12, 2019", "2019-03-12", "2019-03-12", "2019-03-12"),
    ("fr", "Elle est née en avril 1987.", "avril 1987", "1987-04", "1987-04-01", "1987-04-30"),
    ("en", "She was born in April 1987.", "April 1987", "1987-04", "1987-04-01", "1987-04-30"),
    ("fr", "L'accord date de 2015.", "2015", "2015", "2015-01-01", "2015-12-31"),
    ("en", "The deal dates from 2015.", "2015", "2015", "2015-01-01", "2015-12-31"),
    ("fr", "Il a démissionné mardi.", "mardi", "2024-08-13", "2024-08-13", "2024-08-13"),
    ("en", "He resigned on Tuesday.", "Tuesday", "2024-08-13", "2024-08-13", "2024-08-13"),
    ("fr", "Il a démissionné jeudi.", "jeudi", "2024-08-08", "2024-08-08", "2024-08-08"),
    ("en", "He resigned on Thursday.", "Thursday", "2024-08-08", "2024-08-08", "2024-08-08"),
    ("fr", "Il se rendra jeudi à Rome.", "jeudi", "2024-08-15", "2024-08-15", "2024-08-15"),
    ("en", "He will travel to Rome on Thursday.", "Thursday", "2024-08-15", "2024-08-15", "2024-08-15"),
    ("fr", "Il part lundi prochain.", "lundi prochain", "2024-08-19", "2024-08-19", "2024-08-19"),
    ("en", "He leaves next Monday.", "next Monday", "2024-08-19", "2024-08-19", "2024-08-19"),
    (
        "fr",
        "Cela s'est passé la semaine dernière.",
        "la semaine dernière",
        "2024-W32",
        "2024-08-05",
        "2024-08-11",
    ),
    ("en", "It happened last week.", "last week", "2024-W32", "2024-08-05", "2024-08-11"),
    (
        "fr",
        "Les pertes du troisième trimestre 2009.",
        "troisième trimestre 2009",
        "2009-Q3",
        "2009-07-01",
        "2009-09-30",
    ),
    (
        "en",
        "Losses in the third quarter of 2009.",
        "the third quarter of 2009",
        "2009-Q3",
        "2009-07-01",
        "2009-09-30",
    ),
    ("fr", "Fin août, tout était prêt.", "Fin août", "2024-08", "2024-08-16", "2024-08-31"),
    ("en", "In late August all was ready.", "late August", "2024-08", "2024-08-16", "2024-08-31"),
    (
        "fr",
        "Il y a trois jours, un pont a cédé.",
        "Il y a trois jours",
        "2024-08-10",
        "2024-08-10",
        "2024-08-10",
    ),
    ("en", "Three days ago a bridge gave way.", "Three days ago", "2024-08-10", "2024-08-10", "2024-08-10"),
    ("fr", "Dans les années 1990, tout changea.", "les années 1990", "199", "1990-01-01", "1999-12-31"),
    ("en", "All changed in the 1990s.", "the 1990s", "199", "1990-01-01", "1999-12-31"),
    ("fr", "Un château du XVIIe siècle.", "XVIIe siècle", "16", "1600-01-01", "1699-12-31"),
    ("en", "A castle of the 17th century.", "the 17th century", "16", "1600-01-01", "1699-12-31"),
    ("fr", "Ils ont fêté Pâques 2018.", "Pâques 2018", "2018-04-01", "2018-04-01", "2018-04-01"),
    ("en", "They celebrated Easter 2018.", "Easter 2018", "2018-04-01", "2018-04-01", "2018-04-01"),
    ("fr", "Au printemps 2025, on votera.", "printemps 2025", "2025-SP", "2025-03-20", "2025-06-20"),
    ("en", "A vote is due in spring 2025.", "spring 2025", "2025-SP", "2025-03-20", "2025-06-20"),
]


@pytest.mark.parametrize(("language", "text", "span", "value", "earliest", "latest"), DATES)
def test_dates(language: str, text: str, span: str, value: str, earliest: str, latest: str) -> None:
    time = one(text, language)
    assert (time.type, time.span.text) == ("DATE", span)
    assert (time.value, time.earliest, time.latest) == (value, earliest, latest)


STRETCHES = [
    ("fr", "Du 1er au 15 mai 2024, on se bat.", "Du 1er au 15 mai 2024", "2024-05-01/2024-05-15"),
    (
        "en",
        "Fighting raged from May 1 to May 15, 2024.",
        "from May 1 to May 15, 2024",
        "2024-05-01/2024-05-15",
    ),
    ("fr", "Entre 2010 et 2015, le prix doubla.", "Entre 2010 et 2015", "2010/2015"),
    ("en", "Between 2010 and 2015 the price doubled.", "Between 2010 and 2015", "2010/2015"),
    ("fr", "Le marché est ouvert de 9h30 à 17h.", "de 9h30 à 17h", "T09:30/T17"),
    ("en", "The market is open from 9:30 a.m. to 5 p.m.", "from 9:30 a.m. to 5 p.m.", "T09:30/T17"),
]


@pytest.mark.parametrize(("language", "text", "span", "value"), STRETCHES)
def test_stretches_have_an_interval_as_value(language: str, text: str, span: str, value: str) -> None:
    time = one(text, language)
    assert (time.span.text, time.value) == (span, value)


OPEN = [
    ("fr", "Il est détenu depuis février 2022.", "2022-02-01", None),
    ("en", "He has been held since February 2022.", "2022-02-01", None),
    ("fr", "Rien ne bougea avant 2018.", None, "2017-12-31"),
    ("en", "Nothing moved before 2018.", None, "2017-12-31"),
    ("fr", "Tout changea après 2018.", "2019-01-01", None),
    ("en", "All changed after 2018.", "2019-01-01", None),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), OPEN)
def test_open_ends_are_bounded_on_one_side_only(
    language: str, text: str, earliest: str | None, latest: str | None
) -> None:
    time = one(text, language)
    assert (time.earliest, time.latest) == (earliest, latest)


CLOCKS = [
    ("fr", "Il est parti hier à 14h30.", "hier à 14h30", "2024-08-12T14:30"),
    ("en", "He left at 2:30 p.m. yesterday.", "2:30 p.m. yesterday", "2024-08-12T14:30"),
    ("fr", "Il est parti mardi soir.", "mardi soir", "2024-08-13TEV"),
    ("en", "He left on Tuesday evening.", "Tuesday evening", "2024-08-13TEV"),
    ("fr", "Il a atterri à 6 heures du matin.", "6 heures du matin", "2024-08-13T06"),
    ("en", "He landed at 6 in the morning.", "6 in the morning", "2024-08-13T06"),
    ("fr", "Un tir a eu lieu à 16h15 GMT.", "16h15 GMT", "2024-08-13T16:15Z"),
    ("en", "A launch took place at 16:15 GMT.", "16:15 GMT", "2024-08-13T16:15Z"),
    ("fr", "Trois morts dans la nuit de lundi à mardi.", "la nuit de lundi à mardi", "2024-08-12TNI"),
    ("en", "Three died last night.", "last night", "2024-08-12TNI"),
]


@pytest.mark.parametrize(("language", "text", "span", "value"), CLOCKS)
def test_times_of_day(language: str, text: str, span: str, value: str) -> None:
    time = one(text, language)
    assert (time.type, time.span.text, time.value) == ("TIME", span, value)


def test_a_time_of_day_belongs_to_the_day_that_its_sentence_named() -> None:
    day, hour = find("On Sunday the ship left port; at 18:00 it was gone.", "en", PUBLISHED)
    assert (day.value, hour.value) == ("2024-08-11", "2024-08-11T18:00")


LENGTHS = [
    ("fr", "Ils ont négocié pendant six mois.", "six mois", "DURATION", "P6M"),
    ("en", "They negotiated for six months.", "six months", "DURATION", "P6M"),
    ("fr", "Le vol a duré une heure et demie.", "une heure et demie", "DURATION", "PT1.5H"),
    ("en", "The flight lasted an hour and a half.", "an hour and a half", "DURATION", "PT1.5H"),
    ("fr", "Cela prendra plusieurs semaines.", "plusieurs semaines", "DURATION", "PXW"),
    ("en", "It will take several weeks.", "several weeks", "DURATION", "PXW"),
    ("fr", "Ils défilent tous les lundis.", "tous les lundis", "SET", "XXXX-WXX-1"),
    ("en", "They march every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
    ("fr", "Le rapport annuel est paru.", "annuel", "SET", "P1Y"),
    ("en", "The annual report is out.", "annual", "SET", "P1Y"),
]


@pytest.mark.parametrize(("language", "text", "span", "kind", "value"), LENGTHS)
def test_durations_and_sets(language: str, text: str, span: str, kind: str, value: str) -> None:
    time = one(text, language)
    assert (time.span.text, time.type, time.value) == (span, kind, value)


NONE = [
    ("fr", "Il a été blessé et le mars attaque."),
    ("fr", "Sept chars ont brûlé, selon lui."),
    ("fr", "Une fillette de 6 ans et les enfants de 2 à 8 ans."),
    ("fr", "Les prix ont augmenté de 10 à 15 %."),
    ("fr", "L'article 5, la résolution 2231 et 2000 soldats."),
    ("en", "He may leave, and they march on the capital."),
    ("en", "The second term; a first lady; the fall of the city."),
    ("en", "A 35-year-old woman is 29 years old."),
    ("en", "Prices rose 10 to 15 percent."),
    ("en", "Article 5, Resolution 2231 and 2000 soldiers."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_only_looks_like_a_time(language: str, text: str) -> None:
    assert find(text, language, PUBLISHED) == ()


UNKNOWN = [
    ("fr", "Il a démissionné mardi.", "XXXX-WXX-2"),
    ("en", "He resigned on Tuesday.", "XXXX-WXX-2"),
    ("fr", "Il est venu le 8 mars.", "XXXX-03-08"),
    ("en", "He came on March 8.", "XXXX-03-08"),
    ("fr", "Il est venu la semaine dernière.", "XXXX-WXX"),
    ("en", "He came last week.", "XXXX-WXX"),
]


@pytest.mark.parametrize(("language", "text", "value"), UNKNOWN)
def test_without_a_day_of_publication_nothing_is_made_up(language: str, text: str, value: str) -> None:
    time = one(text, language, None)
    assert (time.value, time.earliest, time.latest) == (value, None, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le lendemain, ils ont fui."),
        ("en", "The next day they fled."),
        ("fr", "Ce jour-là, il a plu."),
        ("en", "It rained that day."),
        ("fr", "Ils ont fui trois jours plus tard."),
        ("en", "They fled three days later."),
        ("en", "The town was destroyed in three weeks."),
    ],
)
def test_what_is_told_from_something_else_stays_open(language: str, text: str) -> None:
    time = one(text, language)
    assert (time.earliest, time.latest) == (None, None)


def test_a_date_that_the_calendar_lacks_is_not_resolved() -> None:
    time = one("Rendez-vous le 30 février 2019.", "fr")
    assert (time.value, time.earliest) == ("2019-02-30", None)


@pytest.mark.parametrize("published", ["", "yesterday", "0001-01-01", "9999-12-31", "03-02-2009"])
def test_an_unusable_day_of_publication_is_none(published: str) -> None:
    assert one("He came last week.", "en", published).earliest is None


def test_ids_and_offsets() -> None:
    text = "🚀 Hier, puis aujourd’hui à midi\u00a0; enfin le 3\u00a0mai 2024."
    times = find(text, "fr", PUBLISHED)
    assert [t.id for t in times] == ["t1", "t2", "t3"]
    assert [text[t.span.start : t.span.end] for t in times] == [t.span.text for t in times]
    assert [t.value for t in times] == ["2024-08-12", "2024-08-13T12", "2024-05-03"]
