"""Writes ``lexicon/{fr,en}/territories.toml``: what CLDR calls the world's territories, by alpha-3 code.

Babel is the source, so the program itself needs none of it at run time. Run it again when Babel's data
change::

    python -m training.territories
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

LEXICON = Path(__file__).parents[1] / "src" / "reportedly" / "lexicon"
LANGUAGES = ("en", "fr")
#: CLDR's own codes, and territories that name no party of their own.
LEFT_OUT = frozenset(
    {"AQ", "EA", "EU", "EZ", "IC", "QO", "UM", "UN", "XA", "XB", "ZZ", "CQ", "DG", "AC", "CP", "TA"}
)
#: Codes of states that are no more; a territory keeps its present one.
FORMER = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
#: Kosovo has no ISO code; XKX is what its users write.
OWN = {"XK": "XKX"}


def codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 → alpha-3."""
    found = dict(OWN)
    for alpha3, alpha2 in get_global("territory_aliases").items():
        if re.fullmatch("[A-Z]{3}", alpha3) and alpha3 not in FORMER and len(alpha2) == 1:
            found.setdefault(alpha2[0], alpha3)
    return found


def names(language: str) -> dict[str, str]:
    """Alpha-3 code → name, as running text may have it."""
    try:
        territories = Locale(language).territories
    except UnknownLocaleError as error:
        raise ValueError(f"Babel knows no language {language!r}") from error
    alpha3 = codes()
    return {
        alpha3[code]: re.sub(r" \(.*?\)", "", name).replace(" & ", " and ").replace("’", "'")
        for code, name in territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in LEFT_OUT and code in alpha3
    }


def toml(language: str) -> str:
    """The file's text."""
    lines = [f'{code} = "{name}"' for code, name in sorted(names(language).items())]
    return "\n".join(
        [
            "# Made by training/territories.py from CLDR: do not edit, see countries.toml.",
            "[names]",
            *lines,
            "",
        ]
    )


if __name__ == "__main__":
    for chosen in LANGUAGES:
        (LEXICON / chosen / "territories.toml").write_text(toml(chosen), encoding="utf-8")
