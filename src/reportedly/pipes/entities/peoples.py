"""Demonyms as nouns: "Israelis", « deux Russes », "Iraqi Kurds", "ethnic Turks"."""

from __future__ import annotations

from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.parts import Part
from reportedly.pipes.tokens import Doc, Token

_PARTIES = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj"})
_NOUNLIKE = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFYING = frozenset({"amod", "compound", "nmod:desc"})


def as_people(doc: Doc, part: Part, *, french: bool) -> None:
    """Turns a demonym that is a noun into a noun for people, whose phrase then grows like any other."""
    token = doc[part.start]
    if part.entry is None or not _is_noun(doc, token, part, french=french):
        return
    before = doc[part.start - 1] if part.start else token
    part.plural = part.entry.plural or "Plur" in token.morph.get("Number", []) or _several(before)
    part.kind = "group" if part.plural else "person"
    part.role, part.name, part.key = "people", token.text, None


def ethnic(doc: Doc, part: Part, grammar: Grammar) -> bool:
    """ "ethnic Turks", « Turcs de souche »: the people, whatever their state. A noun loses its country by it.

    :return: whether it is an adjective, which then tells nothing.
    """
    if part.role != "demonym":
        return False
    around = {doc[at].lower_ for at in range(max(0, part.start - 1), min(len(doc), part.end + 2))}
    if not around & grammar.ethnic:
        return False
    part.country, part.key = None, None
    following = doc[part.end] if part.end < len(doc) else None
    return (
        following is not None
        and following.pos_ == "NOUN"
        and not (part.entry is not None and part.entry.plural)
    )


def _several(article: Token) -> bool:
    """ "the French", « les Russes »."""
    return (
        article.pos_ == "DET"
        and "Def" in article.morph.get("Definite", [])
        and article.i + 1 < len(article.doc)
    )


def _is_noun(doc: Doc, token: Token, part: Part, *, french: bool) -> bool:
    """A capital in French, a noun's tag or place elsewhere; never right before another noun."""
    following = doc[part.end] if part.end < len(doc) else None
    if (
        following is not None
        and not french
        and following.pos_ in {"NOUN", "PROPN"}
        and following.head.i >= part.end
    ):
        return False
    plural = part.entry is not None and part.entry.plural
    if french:
        return token.text[0].isupper() and (token.pos_ in _NOUNLIKE or not token.is_sent_start)
    if token.dep_ in _MODIFYING and not plural:
        return False
    return plural or token.dep_ in _PARTIES or (token.pos_ in _NOUNLIKE and _determined(doc, part))


def _determined(doc: Doc, part: Part) -> bool:
    before = doc[part.start - 1] if part.start else None
    return before is not None and before.pos_ in {"DET", "NUM", "ADJ"}
