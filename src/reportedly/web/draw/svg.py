"""What all drawings are made of: elements, numbers, and text that fits and is always well-formed."""

from __future__ import annotations

import re
from typing import Protocol

from reportedly.show.markup import Markup, el

#: What XML cannot hold, whatever way it is written.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: The mean width of a letter, in parts of the size of the type.
_LETTER = 0.58
#: The size of the type in drawings, in the drawing's own units.
TYPE = 13


class Say(Protocol):
    """Labels in the reader's language."""

    @property
    def language(self) -> str: ...

    def __call__(self, table: str, key: str, **values: object) -> str: ...


def clean(words: object) -> str:
    """Words on one line that XML can hold."""
    return " ".join(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", str(words)).split())


def number(value: float) -> str:
    """A coordinate to one decimal, without a needless one.

    >>> number(3.0), number(-0.04), number(12.345)
    ('3', '0', '12.3')
    """
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def width_of(words: str, size: float = TYPE) -> float:
    """About how wide a line of type is."""
    return len(words) * size * _LETTER


def fit(words: object, room: float, size: float = TYPE) -> str:
    """Words cut to the room that there is.

    >>> fit("The Harbour Courier", 60)
    'The Ha…'
    """
    line = clean(words)
    most = max(int(room / (size * _LETTER)), 1)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def drawing(
    width: float, height: float, name: str, *children: str, about: str = "", cls: str = "", zoom: float = 0
) -> Markup:
    """A whole drawing.

    :param name: what it is, for who cannot see it.
    :param about: what there is to see, for the same.
    :param zoom: how much larger than its own measure; 0 fits it into the page, no larger than it is.
    """
    wide, tall = width * (zoom or 1), height * (zoom or 1)
    return el(
        "svg",
        *([el("desc", clean(about))] if about else []),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_label=clean(name),
        cls=" ".join(filter(None, ("drawing", cls, "zoomed" if zoom else ""))),
        width=number(wide),
        height=number(tall),
    )


def pen(*moves: str | float) -> str:
    """A path's description from letters and coordinates.

    >>> pen("M", 1, 2.04, "H", 7)
    'M1 2H7'
    """
    parts: list[str] = []
    for move in moves:
        if isinstance(move, str):
            parts.append(move)
        else:
            parts.append(number(move) if parts[-1].isalpha() else f" {number(move)}")
    return "".join(parts)


def group(*children: str, **attributes: str | None) -> Markup:
    return el("g", *children, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
    return el("line", x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2), cls=cls)


def path(d: str, cls: str, *children: str) -> Markup:
    return el("path", *children, d=d, cls=cls)


def words_at(x: float, y: float, words: object, cls: str = "", *, anchor: str | None = None) -> Markup:
    """A line of type; ``anchor`` is ``middle`` or ``end``."""
    return el("text", clean(words), x=number(x), y=number(y), cls=cls or None, text_anchor=anchor)


def titled(*children: str, title: object, href: str | None = None) -> Markup:
    """Shapes with the words that are shown when somebody points at them, as a link where there is somewhere to go."""
    told = el("title", clean(title))
    if href is None:
        return el("g", told, *children)
    return el("a", told, *children, href=clean(href))
