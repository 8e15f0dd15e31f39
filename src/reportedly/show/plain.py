"""Text for terminals that cannot show every character."""

from __future__ import annotations

import unicodedata

#: What typography has and a typewriter has not.
_TYPEWRITER = str.maketrans({
    "\N{LEFTWARDS ARROW}": "<-",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{MIDDLE DOT}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{EURO SIGN}": "EUR",
    "\N{LATIN SMALL LIGATURE OE}": "oe",
    "\N{LATIN CAPITAL LIGATURE OE}": "OE",
})  # fmt: skip


def encoded(text: str, encoding: str) -> bytes:
    """The text in an encoding, with the nearest that it has for what it lacks."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_nearest(character, encoding) for character in text).encode(encoding, "replace")


def _nearest(character: str, encoding: str) -> str:
    """The character, what a typewriter would have for it, or its letter without accents."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        bare = unicodedata.normalize("NFKD", character.translate(_TYPEWRITER))
        return "".join(part for part in bare if not unicodedata.combining(part))
    return character
