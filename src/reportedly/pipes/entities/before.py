"""What stands before a noun: articles, adjectives, demonyms, nouns and possessors."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.pipes.entities.parts import Part
from reportedly.pipes.entities.scene import ACTORS, BUILT, HYPHENS, NAMES, Scene
from reportedly.pipes.tokens import Token

_LINKING = frozenset(
    {"amod", "compound", "det", "flat", "flat:name", "nmod", "nmod:desc", "nmod:poss", "nummod"}
)
_NO_BEGINNING = frozenset({"ADP", "CCONJ", "PUNCT", "SPACE"})


def grow_left(scene: Scene, part: Part, floor: int, grow: Callable[[Part, int, int], None]) -> list[Part]:
    """Moves a phrase's start to the left and gives the modifiers found on the way.

    :param grow: grows a possessor that is itself a phrase.
    """
    modifiers: list[Part] = []
    at = part.noun[0]
    while at > floor:
        token, owner = scene.doc[at - 1], scene.covered.get(at - 1)
        if owner is not None and owner.absorbed and owner.role in NAMES:
            at = owner.start
        elif owner is not None and owner is not part:
            if owner.end != at or not _modifies(scene, owner, part):
                break
            modifiers.append(owner)
            _share(scene, owner, part, floor)
            at = owner.start
        elif not scene.french and token.text in scene.grammar.possessive:
            possessor = _possessor(scene, at - 1, floor, modifiers, grow)
            at = possessor if part.role in ACTORS else at
            break
        elif not token.is_space and (token.pos_ == "DET" or "Yes" in token.morph.get("Poss", [])):
            at -= 1
            break
        elif _adjoins(scene, token, part, at):
            at -= 1
        else:
            break
    part.start = _trimmed(scene, max(at, floor), part.noun[0])
    return modifiers


def _trimmed(scene: Scene, at: int, noun: int) -> int:
    """A phrase begins with a word, not with a hyphen or a preposition."""
    while at < noun and (scene.doc[at].pos_ in _NO_BEGINNING or scene.doc[at].is_space):
        at += 1
    return at


def _modifies(scene: Scene, owner: Part, part: Part) -> bool:
    """Does a part right before the noun belong to it?"""
    if scene.french:
        return False
    if owner.role == "demonym" or _opens_name(scene, owner, part):
        return True
    head = scene.doc[owner.head]
    inside = owner.end <= head.head.i < part.end
    return inside or (head.dep_ in _LINKING and head.head.i >= owner.end)


def _opens_name(scene: Scene, owner: Part, part: Part) -> bool:
    """ "the **Kenya** Wildlife Council": a country or a name right before a capital noun, whatever the parser says."""
    noun = scene.doc[part.noun[0]]
    capital = part.role == "body" and noun.text[0].isupper() and not noun.is_sent_start
    return capital and (owner.role == "country" or (owner.entry is None and owner.type == "name"))


def _adjoins(scene: Scene, token: Token, part: Part, at: int) -> bool:
    """Is a token right before the phrase a word of it?"""
    if token.is_space or token.text in HYPHENS:
        return (
            token.text in HYPHENS
            and not token.whitespace_
            and token.i > 0
            and not scene.doc[token.i - 1].whitespace_
        )
    inside = at <= token.head.i < part.end
    if token.pos_ == "NUM":
        return inside
    if token.lower_ in scene.grammar.modifiers:
        return True
    if scene.french:
        return token.pos_ == "ADJ" and inside
    if token.pos_ in {"ADJ", "NOUN", "PROPN"}:
        return inside or token.dep_ in {"compound", "amod"}
    return token.pos_ in {"VERB", "ADV"} and token.dep_ in {"amod", "advmod"} and inside


def _possessor(
    scene: Scene, mark: int, floor: int, modifiers: list[Part], grow: Callable[[Part, int, int], None]
) -> int:
    """ "Russia's defence ministry": the start of the possessor, which joins the modifiers."""
    owner = scene.covered.get(mark - 1)
    if owner is None or mark - 1 < floor:
        return mark + 1
    if owner.role in BUILT and not owner.grown:
        grow(owner, floor, mark)
    modifiers.append(owner)
    start = owner.start
    if start > floor and scene.doc[start - 1].pos_ == "DET":
        start -= 1
    return start


def _share(scene: Scene, demonym: Part, part: Part, floor: int) -> None:
    """ "Hungarian and Romanian officials": the first demonym names a party of its own."""
    at = demonym.start - 1
    if demonym.role != "demonym" or at <= floor or scene.doc[at].pos_ not in {"CCONJ", "PUNCT"}:
        return
    other = scene.covered.get(at - 1)
    if other is not None and other.role == "demonym" and scene.doc[at].text not in HYPHENS:
        scene.add_sibling(other, part)
