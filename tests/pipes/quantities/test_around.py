"""What the words around an amount make of it, in French and in English alike."""

from __future__ import annotations

import pytest

from reportedly.pipes.quantities import find

CASES = [
    ("en", "Oil rose 52 cents to $93 a barrel.", [(52, 52, "cent"), (93, 93, "USD/bbl")]),
    ("en", "Stocks fell by 2 million barrels to 30 million barrels.", [(2e6, 2e6, "bbl"), (3e7, 3e7, "bbl")]),
    ("en", "The rate is up from 5 to 7 percent.", [(5, 5, "%"), (7, 7, "%")]),
    ("fr", "Le taux est passé de 8 à 9 %.", [(8, 8, "%"), (9, 9, "%")]),
    ("en", "They need 5 to 7 percent.", [(5, 7, "%")]),
    ("fr", "Il en faut de 5 à 7 %.", [(5, 7, "%")]),
    ("en", "They gave 45 and 50 mg.", [(45, 45, "mg"), (50, 50, "mg")]),
    ("fr", "Ils ont donné 45 ou 50 millions d'euros.", [(45e6, 45e6, "EUR"), (5e7, 5e7, "EUR")]),
    ("en", "With 2.1m voters and a 1.5m long pipe.", [(2.1e6, 2.1e6, None), (1.5, 1.5, "m")]),
    ("en", "Temperatures hit 40C (104F).", [(40, 40, "°C"), (104, 104, "°F")]),
    ("en", "The FTSE 100 lost, and the Group of 20 met.", []),
    ("fr", "Le CAC 40 a perdu, et le Groupe des 20 siège.", []),
    ("en", "He sold it for €10-15m.", [(1e7, 1.5e7, "EUR")]),
    ("en", "It is given in degrees Celsius.", [(None, None, "°C")]),
    ("fr", "On le donne en degrés Celsius.", [(None, None, "°C")]),
    ("en", "He did it in 38 minutes, and for the next five years.", [(38, 38, "min"), (5, 5, "yr")]),
    ("fr", "Il l'a fait en 38 minutes, et pour les cinq prochaines années.", [(38, 38, "min")]),
    ("en", "They paid a twenty-first.", [(pytest.approx(1 / 21), pytest.approx(1 / 21), None)]),
    ("fr", "Il en a pris trois vingt-et-unième.", [(pytest.approx(1 / 7), pytest.approx(1 / 7), None)]),
]


@pytest.mark.parametrize(("language", "text", "amounts"), CASES)
def test_amounts(
    language: str, text: str, amounts: list[tuple[float | None, float | None, str | None]]
) -> None:
    assert [(each.low, each.high, each.unit) for each in find(text, language)] == amounts
