"""What stands after a noun: adjectives, demonyms, and what it belongs to."""

from __future__ import annotations

from reportedly.pipes.entities.forms import fold
from reportedly.pipes.entities.parts import Part
from reportedly.pipes.entities.scene import ACTORS, HYPHENS, NAMES, PLACES, Scene

#: No portfolio has more words: « situations d'urgence ».
_WIDEST = 3

#: How many words may describe a place before its name: "in war-torn northern Mali".
_QUALIFIED = 3


def grow_right(scene: Scene, part: Part, ceiling: int) -> list[Part]:
    """Moves a phrase's end to the right and gives the modifiers found on the way."""
    modifiers: list[Part] = []
    end = part.noun[1]
    while end < ceiling:
        owner = scene.covered.get(end)
        new = end
        if scene.french and owner is not None and owner.start == end and _adjectival(scene, owner):
            new = owner.end
            if not owner.absorbed:
                modifiers.append(owner)
                _share(scene, new, part, ceiling)
        elif scene.french and owner is None and _adjective(scene, end, part):
            new = end + 1
        elif part.role in ACTORS | PLACES:
            new = _belongs(scene, end, ceiling, part, modifiers)
        if new <= end:
            break
        end = new
    part.end = max(part.end, min(end, ceiling))
    return modifiers


def _adjectival(scene: Scene, owner: Part) -> bool:
    """A demonym, or a body's name as an adjective: « rebelles houthis »."""
    lower = scene.doc[owner.start].text[0].islower()
    return owner.role == "demonym" or (owner.role == "organization" and lower and owner.type == "name")


def _adjective(scene: Scene, at: int, part: Part) -> bool:
    token = scene.doc[at]
    qualifies = token.pos_ == "ADJ" and token.dep_ == "amod" and not token.is_space
    return qualifies and part.noun[0] <= token.head.i < at


def _share(scene: Scene, end: int, part: Part, ceiling: int) -> None:
    """« responsables hongrois et roumains »: the second demonym names a party of its own."""
    while end + 1 < ceiling and scene.doc[end].pos_ in {"CCONJ", "PUNCT"}:
        other = scene.covered.get(end + 1)
        if other is None or other.role != "demonym" or other.start != end + 1:
            return
        token = scene.doc[other.start]
        if token.pos_ not in {"ADJ", "NOUN"} or token.text[0].isupper():
            return
        scene.add_sibling(other, part)
        end = other.end


def _belongs(scene: Scene, at: int, ceiling: int, part: Part, modifiers: list[Part]) -> int:
    """The end after "of X", « de X » or "in X", where X is a party or a portfolio; else ``at``."""
    link = scene.doc[at]
    home = link.lower_ in scene.grammar.belonging
    where = link.lower_ in scene.grammar.where and link.pos_ == "ADP" and part.role in ACTORS
    start = at + 1
    if not (home or where) or start >= ceiling:
        return at
    if scene.doc[start].pos_ == "DET" and start + 1 < ceiling:
        start += 1
    if not home:
        _located(scene, start, ceiling, part, modifiers)
        return at
    end = _portfolio(scene, start, ceiling, part)
    if end > start:
        return end
    owner = scene.starts(at + 1, ceiling) or scene.starts(start, ceiling)
    if owner is None:
        return start + 1 if start == at + 1 and scene.doc[start].lower_ in scene.grammar.modifiers else at
    fits = owner.role in NAMES | {"place"} or (owner.role in ACTORS and part.role in ACTORS)
    if not fits or owner.absorbed:
        return at
    modifiers.append(owner)
    return owner.end


def _located(scene: Scene, start: int, ceiling: int, part: Part, modifiers: list[Part]) -> None:
    """ "rebels in (northern) Darfur": the place gives its country where the parse ties it to the noun."""
    owner = scene.starts(start, ceiling)
    at = start
    while owner is None and at < min(start + _QUALIFIED, ceiling - 1) and _qualifies(scene, at):
        at += 1
        owner = scene.starts(at, ceiling)
    if owner is None or owner.country is None or owner.role in ACTORS or any(m.country for m in modifiers):
        return
    if part.start <= scene.doc[owner.head].head.i < part.end:
        modifiers.append(owner)


def _qualifies(scene: Scene, at: int) -> bool:
    """Whether a word only describes the name behind it: "northern", "war-torn"."""
    words = scene.doc[max(at - 1, 0) : at + 1]
    return scene.doc[at].pos_ in {"ADJ", "NOUN", "PROPN"} or any(word.text in HYPHENS for word in words)


def _portfolio(scene: Scene, start: int, ceiling: int, part: Part) -> int:
    """The end of « Affaires étrangères », "Foreign Affairs and Trade" after a ministry or its minister."""
    if part.sector != "GOV" or start >= ceiling:
        return start
    for width in range(_WIDEST, 0, -1):
        end = min(start + width, ceiling)
        if fold(" ".join(token.text for token in scene.doc[start:end])) not in scene.grammar.portfolios:
            continue
        linked = end + 1 < ceiling and scene.doc[end].pos_ == "CCONJ" and scene.doc[end + 1].text[0].isupper()
        further = _portfolio(scene, end + 1, ceiling, part) if linked else end
        return further if further > end + 1 else end
    return start
