"""Which agencies a text was made from, as it says itself: datelines, credits in brackets, last lines, bylines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Document, Span
from reportedly.naming import folded

#: Characters of a text in which a credit that stands for all of it is looked for, at its head and at its end.
HEAD = 400
#: The longest last line that is a credit and no sentence.
LAST = 90


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency by its usual name, and the words that name it."""

    agency: str
    span: Span
    #: ``dateline``, ``bracket``, ``line``, ``byline`` or ``outlet``.
    place: str


@cache
def _forms() -> tuple[tuple[str, ...], ...]:
    """The names of each agency in both languages, the usual one first."""
    rows = [row for rows in load("outlets", "ontology")["agencies"].values() for row in rows]
    return tuple(tuple(re.split(r" / |\|", row)) for row in rows)


@cache
def agencies() -> dict[str, str]:
    """The usual names of agencies by all their folded names."""
    return {folded(form).replace(" ", ""): forms[0] for forms in _forms() for form in forms}


def agency(name: str | None) -> str | None:
    """The usual name of the agency that a name means, or None.

    >>> agency("l'Agence France-Presse"), agency("D. N. B."), agency("The Courier")
    ('AFP', 'DNB', None)
    """
    closed = re.sub(r"(?<=\b\w)\.\s?", "", name or "")  # "D. N. B."
    letters = folded(closed).replace(" ", "")
    known = agencies()
    bare = letters.removeprefix("agence")
    return known.get(letters) or known.get(bare) or known.get(f"{letters}s")


@cache
def _names() -> str:
    """A pattern for any agency's name, longest first; letters of an abbreviation may be parted by stops."""
    forms = {form for names in _forms() for form in names}
    plain = [re.escape(form) for form in forms]
    dotted = [r"\.\s?".join(form) + r"\.?" for form in forms if form.isupper() and 2 < len(form) <= 4]
    return "|".join(sorted([*plain, *dotted], key=lambda each: (-len(each), each)))


@cache
def _inside() -> re.Pattern[str]:
    """An agency's name within brackets or a list, in any case."""
    return re.compile(rf"(?<!\w)(?:{_names()})(?!\w)", re.IGNORECASE)


_BRACKET = re.compile(r"[({\[](?P<names>[^(){}\[\]\n]{2,60})[)}\]]?")
#: ``/ ats-afp``, ``— Reuter. —``: an agency between dashes or after a stroke.
_STROKE = re.compile(
    r"(?:^|\s)[/—–-]\s*(?P<names>[\w.]{2,12}(?:[-/,]\s?[\w.]{2,12}){0,3})\s*(?=[—–-]|\.|\n|$)"
)


def credits_of(document: Document) -> list[Credit]:
    """The agencies that a text was made from, each once, in the order of the text."""
    found: dict[str, Credit] = {}
    text = document.text
    for start, end, place in _places(document):
        for match in _inside().finditer(text, start, end):
            name = agency(match.group())
            if name:
                found.setdefault(name, Credit(name, Span(match.start(), match.end(), match.group()), place))
    for name in _bylined(document.byline):
        found.setdefault(name, Credit(name, Span(0, 0, ""), "byline"))
    return sorted(found.values(), key=lambda credit: credit.span.start)


def own_agency(document: Document) -> str | None:
    """The agency that published a text itself."""
    return agency(document.outlet)


def _bylined(byline: str | None) -> Iterator[str]:
    for match in _inside().finditer(byline or ""):
        if name := agency(match.group()):
            yield name


def _places(document: Document) -> Iterator[tuple[int, int, str]]:
    """Where credits stand: code points, and what kind of place it is."""
    text = document.text
    for match in _BRACKET.finditer(text):
        if _only_names(match.group("names")) and not _spelt_out(text, match):
            yield *match.span("names"), "bracket"
    for match in _STROKE.finditer(text):
        if _only_names(match.group("names")):
            yield *match.span("names"), "line"
    for match in _dispatch().finditer(text):
        yield *match.span("name"), "dispatch"
    yield from _last_lines(text)


def _spelt_out(text: str, bracket: re.Match[str]) -> bool:
    """Brackets that only shorten the name before them: ``the Associated Press (AP)``."""
    before = re.findall(r"[\w.'’-]+", text[max(0, bracket.start() - 60) : bracket.start()])
    meant = agency(bracket.group("names"))
    return meant is not None and any(agency(" ".join(before[-count:])) == meant for count in (1, 2, 3))


@cache
def _dispatch() -> re.Pattern[str]:
    """``une dépêche de l'agence Havas``, ``the news agency Tass``."""
    words = {word for language in ("en", "fr") for word in load("credits", language)["dispatches"]}
    kinds = "|".join(sorted(map(re.escape, words), key=lambda each: (-len(each), each)))
    return re.compile(
        rf"(?<!\w)(?:{kinds})\s+(?:de\s+|of\s+)?(?:l['’])?(?P<name>{_names()})(?!\w)", re.IGNORECASE
    )


def _last_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The first and the last lines that hold little but names of agencies and words of credits."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    for line in {*lines[-2:], *lines[:3]}:
        if len(line.group()) <= LAST and _credit_line(line.group()):
            yield *line.span(), "line"


def _credit_line(line: str) -> bool:
    """``Avec AFP``, ``Source: Reuters``, ``AP``, ``© 2024 AFP``, ``Reuters contributed to this report.``"""
    if not _inside().search(line):
        return False
    rest = _words(_inside().sub(" ", line))
    return not rest or all(word in _credit_words() for word in rest)


def _only_names(words: str) -> bool:
    """Whether brackets hold agencies and little else: ``AFP``, ``avec Reuters et AP``, ``AFP, Impar.``"""
    if not _inside().search(words):
        return False
    rest = _words(_inside().sub(" ", words))
    return len(rest) <= 1 or all(word in _credit_words() for word in rest)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", folded(text))


@cache
def _credit_words() -> frozenset[str]:
    """The words that may stand beside agencies in a credit."""
    tables = [load("credits", language) for language in ("en", "fr")]
    phrases = [
        phrase for table in tables for key in ("before", "after", "dispatches") for phrase in table[key]
    ]
    links = [word for table in tables for word in table["links"]]
    return frozenset(word for phrase in [*phrases, *links] for word in _words(phrase))
