"""The country and the PLOVER sector of a phrase, from its noun, its modifiers and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.lexicon import load
from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.parts import Part
from reportedly.pipes.tokens import Doc

#: Sectors of office: who has left one is of the elites.
_OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO"})
#: What a noun with no sector of its own, or a loose one, gives way to.
_LOOSE = frozenset({None, "GOV", "LAB", "BUS", "CVL"})
FORMER = "ELI"
_INTERNATIONAL = "IGO"
#: Those who fight take the sector of the body that they fight for.
_FIGHTERS = frozenset({"MIL", "PRM", "REB", "UAF"})
_IRREGULAR = frozenset({"CRM", "PRM", "REB"})


def country_of(modifiers: Iterable[Part]) -> tuple[str | None, bool]:
    """The country of the first modifier that has one; and whether a body of several countries precedes it."""
    for part in modifiers:
        if part.country is not None:
            return part.country, False
        if part.sector == _INTERNATIONAL:
            return None, True
    return None, False


def _word_sectors(doc: Doc, part: Part, grammar: Grammar) -> list[str]:
    """Sectors that the words beside the noun give, the nearest to it first."""
    start, end = part.noun
    beside = [*range(start - 1, part.start - 1, -1), *range(end, part.end)]
    found = []
    for at in beside:
        for form in (doc[at].lower_, doc[at].lemma_.lower()):
            if form in grammar.modifiers:
                found.append(grammar.modifiers[form])
                break
    return found


def _former(doc: Doc, part: Part, grammar: Grammar) -> bool:
    """ "ancien ministre", "former British officers": said of the noun itself, before it."""
    words = (
        form for at in range(part.start, part.noun[0]) for form in (doc[at].lower_, doc[at].lemma_.lower())
    )
    return part.role == "people" and any(grammar.modifiers.get(form) == FORMER for form in words)


def sector_of(doc: Doc, part: Part, modifiers: list[Part], grammar: Grammar) -> str | None:
    """The sector of a phrase whose limits are known."""
    own, noun = part.sector, part.entry.name if part.entry is not None else part.name
    if part.role not in {"people", "body", "mass"}:
        return own
    beside = [sector for sector in _word_sectors(doc, part, grammar) if sector != FORMER]
    belonging = [modifier.sector for modifier in modifiers if modifier.sector not in {None, "PRE"}]
    sector = own
    if noun in grammar.borrowing:
        sector = next(iter(belonging), None) or next(iter(beside), None)
        sector = sector or grammar.borrowed_default.get(noun, own)
    elif own is None:
        sector = next(iter(belonging), None) or next(iter(beside), None)
    elif own in _FIGHTERS and belonging and belonging[0] in _IRREGULAR:
        sector = belonging[0]
    elif own in _LOOSE and _INTERNATIONAL in belonging:
        sector = _INTERNATIONAL
    elif own == "CVL" and "MIL" not in beside and beside:
        sector = beside[0]
    if _former(doc, part, grammar) and (sector in _OFFICES or sector is None):
        return FORMER
    return sector


def in_office(years: str | None, published: str | None) -> bool:
    """Had somebody with these years in office ("2005-2021") that office when the article came out?

    An article with no date is taken to be of the year in which the persons were last reviewed.
    """
    if not years:
        return True
    first, _, last = years.partition("-")
    dated = published is not None and published[:4].isdigit()
    year = int((published or "")[:4]) if dated else load("persons", "ontology")["reviewed"]["year"]
    return (not last or year <= int(last)) and year >= int(first)
