"""Times that hang on other times, in French and in English alike."""

from __future__ import annotations

import pytest

from reportedly.pipes.times import find

#: A Friday.
PUBLISHED = "2024-08-16"

STORIES = [
    # told from another time
    ("en", "He was arrested on March 3. Two days later, he was freed.", ["2024-03-03", "2024-03-05"]),
    ("fr", "Il a été arrêté le 3 mars. Deux jours plus tard, il était libre.", ["2024-03-03", "2024-03-05"]),
    (
        "en",
        "The bridge fell on Monday. Three days earlier, it had been closed.",
        ["2024-08-12", "2024-08-09"],
    ),
    (
        "fr",
        "Le pont est tombé lundi. Trois jours plus tôt, il avait été fermé.",
        ["2024-08-12", "2024-08-09"],
    ),
    ("en", "Profit rose in 2012 from a year earlier.", ["2012", "2011"]),
    ("fr", "Il a été élu en 2008. L'année suivante, il partait.", ["2008", "2009"]),
    ("en", "It was sold in February 2022. That year, exports fell.", ["2022-02", "2022"]),
    ("en", "He fled on 12 March 2019. The next day, he was caught.", ["2019-03-12", "2019-03-13"]),
    ("fr", "Il a fui le 12 mars 2019. Le lendemain, il a été pris.", ["2019-03-12", "2019-03-13"]),
    # nothing to hang on
    ("en", "He was killed the next day.", ["XXXX-XX-XX"]),
    ("fr", "Il est mort le lendemain.", ["XXXX-XX-XX"]),
    # one year for a sentence
    ("en", "They invaded in February 2022 and annexed four regions in September.", ["2022-02", "2022-09"]),
    (
        "fr",
        "Ils ont envahi le pays en février 2022 et annexé quatre régions en septembre.",
        ["2022-02", "2022-09"],
    ),
    # one month for several days
    ("en", "The votes are on July 9 and 10, 2025, in Rome.", ["2025-07-09", "2025-07-10"]),
    ("fr", "Les votes ont lieu le 9 juillet et le 10 à Rome.", ["2024-07-09", "2024-07-10"]),
    ("en", "On July 9 and 10 people died.", ["2024-07-09"]),
    # a birth and a death are of two years
    ("fr", "Né le 8 mai 1954, il est mort dans la nuit du 2 au 3 août.", ["1954-05-08", "2024-08-02TNI"]),
    ("en", "Born May 8, 1954, he died on the night of Aug. 2-3.", ["1954-05-08", "2024-08-02TNI"]),
    # a day of something else
    ("en", "He left on Monday, the day after the vote.", ["2024-08-12"]),
    ("fr", "Il est parti lundi, au lendemain du vote.", ["2024-08-12", "XXXX-XX-XX"]),
    # lengths and rates do not run into one another
    ("en", "It opens three hours a day.", ["PT3H", "P1D"]),
    ("fr", "Elle ouvre trois heures par jour.", ["PT3H", "P1D"]),
    ("fr", "Il a pris le mois dernier 25 ans de prison.", ["2024-07", "P25Y"]),
    ("fr", "Condamné le mois dernier à 25 ans de prison.", ["2024-07", "P25Y"]),
    # eleven months ago or two weeks ahead
    ("fr", "Ils l'ont dit avant l'échéance du 30 août.", ["2024-08-30"]),
]


@pytest.mark.parametrize(("language", "text", "values"), STORIES)
def test_stories(language: str, text: str, values: list[str]) -> None:
    assert [time.value for time in find(text, language, PUBLISHED)] == values


SPANS = [
    ("en", "It has run since 2015.", "2015", "DATE", "2015", "2015-01-01", None),
    ("fr", "Il dure depuis 2015.", "2015", "DATE", "2015", "2015-01-01", None),
    ("en", "They have until Friday.", "Friday", "DATE", "2024-08-16", None, "2024-08-16"),
    ("fr", "Ils ont jusqu'à vendredi.", "vendredi", "DATE", "2024-08-16", None, "2024-08-16"),
    ("en", "Sales rose in the first nine months of 2012.", "the first nine months of 2012", "DURATION", "P9M",
     "2012-01-01", "2012-09-30"),
    ("fr", "Sur les neuf premiers mois de 2012, tout va.", "les neuf premiers mois de 2012", "DURATION", "P9M",
     "2012-01-01", "2012-09-30"),
    ("en", "It happened two years ago.", "two years ago", "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("fr", "C'était il y a deux ans.", "il y a deux ans", "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("en", "It costs $15 a year.", "a year", "SET", "P1Y", None, None),
    ("en", "He was in jail for a year.", "a year", "DURATION", "P1Y", None, None),
    ("en", "They meet on Friday mornings.", "Friday mornings", "SET", "XXXX-WXX-5TMO", None, None),
    ("fr", "Ils se voient les vendredis matins.", "les vendredis matins", "SET", "XXXX-WXX-5TMO", None, None),
    ("en", "It is due at 0930 GMT.", "0930 GMT", "TIME", "2024-08-16T09:30Z", "2024-08-16T09:30Z", "2024-08-16T09:30Z"),
    ("en", "It was the third day of the trial.", "the third day", "DATE", "XXXX-XX-XX", None, None),
    ("fr", "C'était le troisième jour du procès.", "le troisième jour", "DATE", "XXXX-XX-XX", None, None),
    ("en", "They fought for years.", "years", "DURATION", "PXY", None, None),
    ("fr", "Ils se battent depuis des années.", "des années", "DURATION", "PXY", None, None),
]  # fmt: skip


@pytest.mark.parametrize("case", SPANS, ids=lambda case: case[1])
def test_spans(case: tuple[str, ...]) -> None:
    language, text, *expected = case
    [time] = find(text, language, PUBLISHED)
    assert [time.span.text, time.type, time.value, time.earliest, time.latest] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The most up to date rules."),
        ("en", "A woman in her 80s and a boy of 12."),
        ("fr", "Une Alsacienne de 6 ans et les moins de 17 ans."),
        ("fr", "Deux mille quinze soldats sont là."),
        ("fr", "Le quotidien a paru."),
        ("en", "Two thousand and fifteen soldiers are there."),
        ("en", "Fire in Lyon\n\nAugust 16, 2024\n\nA house is on fire."),
        ("fr", "Incendie à Lyon\n\n16 août 2024\n\nUne maison est en feu."),
    ],
)
def test_no_time(language: str, text: str) -> None:
    assert find(text, language, PUBLISHED) == ()
