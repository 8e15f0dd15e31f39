"""Quantities: ranges of numbers in their own units, in French and in English alike."""

from __future__ import annotations

import pytest

from reportedly.model import Quantity
from reportedly.pipes.quantities import find


def one(text: str, language: str) -> Quantity:
    found = find(text, language)
    assert len(found) == 1, found
    return found[0]


COUNTS = [
    ("fr", "Ils ont reçu 2 500 obus.", ("2 500", 2500, 2500, False, "obus")),
    ("en", "They received 2,500 shells.", ("2,500", 2500, 2500, False, "shells")),
    (
        "fr",
        "Des centaines d'ogives nucléaires sont là.",
        ("Des centaines", 200, 999, True, "ogives nucléaires"),
    ),
    ("en", "Hundreds of ballistic missiles are there.", ("Hundreds", 200, 999, True, "ballistic missiles")),
    ("fr", "Des douzaines de soldats se forment.", ("Des douzaines", 24, 99, True, "soldats")),
    ("en", "Dozens of soldiers are training.", ("Dozens", 24, 99, True, "soldiers")),
    ("fr", "Des dizaines de milliers de morts.", ("Des dizaines de milliers", 20000, 99999, True, "morts")),
    ("en", "Tens of thousands of dead.", ("Tens of thousands", 20000, 99999, True, "dead")),
    ("fr", "Au moins douze personnes sont là.", ("douze", 12, None, False, "personnes")),
    ("en", "At least twelve people are there.", ("twelve", 12, None, False, "people")),
    ("fr", "Jusqu'à 1.200 hommes sont là.", ("1.200", None, 1200, False, "hommes")),
    ("en", "Up to 1,200 men are there.", ("1,200", None, 1200, False, "men")),
    ("fr", "Près de 300 drones sont là.", ("300", 300, 300, True, "drones")),
    ("en", "Nearly 300 drones are there.", ("300", 300, 300, True, "drones")),
    ("fr", "Entre 150 et 200 personnes sont là.", ("Entre 150 et 200", 150, 200, False, "personnes")),
    ("en", "Between 150 and 200 people are there.", ("Between 150 and 200", 150, 200, False, "people")),
    ("fr", "Une vingtaine de chars sont là.", ("Une vingtaine", 20, 20, True, "chars")),
    ("en", "A dozen tanks are there.", ("A dozen", 12, 12, True, "tanks")),
    ("fr", "Septante-cinq ou quatre-vingt-dix-sept.", ("Septante-cinq", 75, 75, False, None)),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTS)
def test_counts(language: str, text: str, expected: tuple[object, ...]) -> None:
    """Span, low, high, approximate or not, and what is counted."""
    quantity = find(text, language)[0]
    of = quantity.of.text if quantity.of else None
    assert (quantity.span.text, quantity.low, quantity.high, quantity.approximate, of) == expected
    assert (quantity.dimension, quantity.unit) == ("count", None)


MEASURES = [
    ("fr", "une portée maximale de 120 km", "120 km", 120, "km", "length"),
    ("en", "a maximum range of 120 km", "120 km", 120, "km", "length"),
    ("fr", "une ogive de 150 kilogrammes", "150 kilogrammes", 150, "kg", "mass"),
    ("en", "a warhead of 150 kilograms", "150 kilograms", 150, "kg", "mass"),
    ("fr", "3,5 milliards d'euros", "3,5 milliards d'euros", 3.5e9, "EUR", "money"),
    ("en", "3.5 billion euros", "3.5 billion euros", 3.5e9, "EUR", "money"),
    ("fr", "une amende de 5 M€", "5 M€", 5e6, "EUR", "money"),
    ("en", "a fine of $1.2bn", "$1.2bn", 1.2e9, "USD", "money"),
    ("fr", "une hausse de 3,67 %", "3,67 %", 3.67, "%", "percent"),
    ("en", "a rise of 3.67 percent", "3.67 percent", 3.67, "%", "percent"),
    ("fr", "une vitesse de 5 000 km/h", "5 000 km/h", 5000, "km/h", "speed"),
    ("en", "a speed of 5,000 km/h", "5,000 km/h", 5000, "km/h", "speed"),
    ("fr", "une température de -12 °C", "-12 °C", -12, "°C", "temperature"),
    ("en", "a temperature of -12 °C", "-12 °C", -12, "°C", "temperature"),
    ("fr", "un obus de 155 mm", "155 mm", 155, "mm", "length"),
    ("en", "a 155mm shell", "155mm", 155, "mm", "length"),
    ("fr", "deux hectares", "deux hectares", 2, "ha", "area"),
    ("en", "two hectares", "two hectares", 2, "ha", "area"),
    ("fr", "un vol de douze heures", "douze heures", 12, "h", "duration"),
    ("en", "a twelve-hour flight", "twelve-hour", 12, "h", "duration"),
    ("fr", "1,5 million de barils", "1,5 million de barils", 1.5e6, "bbl", "volume"),
    ("en", "1.5 million barrels", "1.5 million barrels", 1.5e6, "bbl", "volume"),
    ("en", "he is 5 feet and 3 inches", "5 feet and 3 inches", 5.25, "ft", "length"),
    ("en", "20 million pounds", "20 million pounds", 20e6, "GBP", "money"),
    ("en", "a 20-pound bag", "20-pound", 20, "lb", "mass"),
]


@pytest.mark.parametrize(("language", "text", "span", "value", "unit", "dimension"), MEASURES)
def test_measures(language: str, text: str, span: str, value: float, unit: str, dimension: str) -> None:
    quantity = one(text, language)
    assert (quantity.span.text, quantity.unit, quantity.dimension) == (span, unit, dimension)
    assert quantity.low == quantity.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("fr", "de 10 à 15 kilomètres", 10, 15, "km"),
        ("en", "10 to 15 kilometres", 10, 15, "km"),
        ("fr", "5 à 7 millions d'euros", 5e6, 7e6, "EUR"),
        ("en", "$5 million to $7 million", 5e6, 7e6, "USD"),
        ("en", "9.8 ± 0.1 kg", 9.7, 9.9, "kg"),
        ("fr", "moins de 500 mètres", None, 500, "m"),
        ("en", "more than 500 metres", 500, None, "m"),
    ],
)
def test_ranges_share_their_unit(
    language: str, text: str, low: float | None, high: float | None, unit: str
) -> None:
    quantity = one(text, language)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("language", "text", "rank"),
    [
        ("fr", "le 3e bataillon", 3),
        ("en", "the 3rd battalion", 3),
        ("fr", "la vingt-cinquième édition", 25),
        ("en", "the twenty-fifth edition", 25),
    ],
)
def test_ordinals_are_ranks(language: str, text: str, rank: int) -> None:
    quantity = one(text, language)
    assert (quantity.dimension, quantity.low, quantity.high) == ("ordinal", rank, rank)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Fath-360, le vol AF447 et l'article 5."),
        ("en", "The Fath-360, Flight 447 and Article 5."),
        ("fr", "Il est venu le 4 juillet 2018 à 17h30."),
        ("en", "He came on July 4, 2018 at 5:30 p.m."),
        ("fr", "Le Premier ministre a vu un homme et une femme."),
        ("en", "This one is for the first lady."),
        ("fr", "Voir https://example.org/2020/30%25 et les Vingt-Sept."),
        ("fr", "Depuis le 9/11, note [4]."),
        ("en", "Since 9/11, note [4]."),
        ("fr", "2. Ouvrir la porte.\n3. Sortir."),
        ("en", "2. Open the door.\n3. Leave."),
        ("en", "See https://example.org/2020/30%25 and a Boeing 737."),
    ],
)
def test_names_and_dates_are_no_amounts(language: str, text: str) -> None:
    assert find(text, language) == ()


def test_offsets_are_code_points_of_the_given_text() -> None:
    text = "🚀 Il reste 2\u202f500\u00a0obus, soit 40\u00a0%."
    found = find(text, "fr")
    assert [text[q.span.start : q.span.end] for q in found] == [q.span.text for q in found]
    assert [(q.id, q.low) for q in found] == [("q1", 2500), ("q2", 40)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Rome livre des chars\n\nDes dizaines de blindés."),
        ("en", "Rome delivers tanks\n\nDozens of vehicles."),
    ],
)
def test_a_numeral_after_a_headline_is_no_name(language: str, text: str) -> None:
    assert find(text, language)[-1].span.text in ("Des dizaines", "Dozens")
