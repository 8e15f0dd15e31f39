"""Names that stand by themselves: capitals that act as governments, titles and articles of names."""

from __future__ import annotations

import re

from reportedly.pipes.entities.lexicon import Gazetteer, Grammar
from reportedly.pipes.entities.parts import Part
from reportedly.pipes.tokens import Doc

_PLACES_OF_PARTIES = frozenset(
    {"ROOT", "iobj", "nmod:poss", "nsubj", "nsubj:pass", "obj", "obl:agent", "parataxis", "root"}
)
_HYPHENED = re.compile(r".*\w[-‐‑–](?=\w)")
_BEFORE = re.compile(r"(\w+)[-‐‑–]$")


def stand(doc: Doc, parts: list[Part], table: Gazetteer) -> list[Part]:
    """The parts that are mentions, in their final shape."""
    grammar = table.grammar
    titles = {part.end - 1: part for part in parts if part.role == "title"}
    kept = []
    for part in parts:
        if part.absorbed or part.role == "title" or (part.role == "demonym" and part.country is None):
            continue
        if part.role == "capital":
            _capital(doc, part, grammar)
        elif part.role == "place":
            _capitals(doc, part, grammar)
        elif part.role == "town":
            _town(doc, part, grammar)
        _titles(doc, part, titles)
        _article(doc, part)
        kept.append(part)
    return kept


def _titles(doc: Doc, part: Part, titles: dict[int, Part]) -> None:
    """ "Lt. Gen. Ann Reed", « M. Roux »: the titles belong to the name."""
    if part.kind != "person" or part.type != "name":
        return
    at = part.start
    while at:
        dots = int(doc[at - 1].text == "." and at > 1)
        title = titles.get(at - 1 - dots)
        if title is None:
            return
        at = part.start = title.start
        part.sector = part.sector or title.sector


def opposed(doc: Doc, part: Part, grammar: Grammar) -> bool:
    """ "pro-Iranian", « anti-russe »: a stance, not a party."""
    if part.role not in {"demonym", "country"}:
        return False
    before = _BEFORE.search(
        doc.span(max(0, part.start - 2), part.start).text_with_ws + _prefix(doc[part.start].text)
    )
    return before is not None and before.group(1).lower() in grammar.stances


def _prefix(word: str) -> str:
    """What stands before the last part of a hyphenated word, with its hyphen."""
    found = _HYPHENED.match(word)
    return found.group() if found else ""


def _capital(doc: Doc, part: Part, grammar: Grammar) -> None:
    """ "Moscow denied it", « accusé par Téhéran »: the government; « à Moscou »: the place."""
    if acts(doc, part, grammar):
        part.kind, part.sector = "organization", "GOV"
        part.key = f"government:{part.country}"


def _capitals(doc: Doc, part: Part, grammar: Grammar) -> None:
    """ "both capitals", « les deux capitales »: governments, where they act."""
    plural = part.plural and part.entry is not None and part.entry.name in grammar.acting
    if plural and part.type == "nominal" and acts(doc, part, grammar):
        part.kind, part.sector = "organization", "GOV"


def _town(doc: Doc, part: Part, grammar: Grammar) -> None:
    """A town that acts stands for its people."""
    if part.country and part.sector is None and doc[part.head].dep_ == "nsubj" and acts(doc, part, grammar):
        part.sector = "CVL"


def acts(doc: Doc, part: Part, grammar: Grammar) -> bool:
    """Does a name of a place stand where a party does?"""
    token = doc[part.head]
    previous = doc[part.start - 1] if part.start else token
    before = previous.lower_
    if before in grammar.locatives or (previous.pos_ == "ADP" and not previous.is_space):
        return before in grammar.party
    if token.dep_ == "conj" or token.head.is_space:
        token = token.head
    return token.dep_ in {
        "nsubj",
        "nsubj:pass",
        "obl:agent",
        "nmod:poss",
        "obj",
        "iobj",
        "ROOT",
        "root",
        "parataxis",
    }


def _article(doc: Doc, part: Part) -> None:
    """« la Russie », "the Kremlin": the article belongs to the mention."""
    at = part.start - 1
    if at < 0 or part.start != part.noun[0] or (part.kind == "person" and part.role != "demonym"):
        return
    token = doc[at]
    if token.pos_ != "DET" or "Art" not in token.morph.get("PronType", []) or doc[part.start].dep_ == "amod":
        return
    if not token.is_space and part.start <= token.head.i < part.end:
        part.start = at
