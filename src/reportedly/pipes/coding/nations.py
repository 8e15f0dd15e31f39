"""One phrase, several parties: "French and Chadian soldiers", "the ambassadors of Oslo and Rome"."""

from __future__ import annotations

from reportedly.pipes.draft import Filler
from reportedly.pipes.predicates.context import ACTORS, Context
from reportedly.pipes.predicates.phrases import narrow
from reportedly.pipes.predicates.tree import case_of, conjuncts, feature, first_conjunct, kids
from reportedly.pipes.tokens import Token

HOMES = ACTORS | {"place", "other"}


def by_nation(token: Token, whole: Filler, context: Context, home: frozenset[str]) -> list[Filler]:
    """The parties that a phrase about people names: one, or one for each of their nations or homes.

    :param home: the prepositions that say where people are from.
    """
    return (
        _adjectives(token, whole, context)
        or _before(token, whole, context)
        or _owners(token, whole, context)
        or _behind(token, whole, context, home)
    )


def _adjectives(token: Token, whole: Filler, context: Context) -> list[Filler]:
    """ "Des soldats français et tchadiens", "French and Chadian soldiers"."""
    for adjective in kids(token, "amod"):
        others = [kid for kid in kids(adjective, "conj") if _names_party(kid, context)]
        if others and adjective.i > token.i:
            return [Filler(whole.start, adjective.i + 1, token.i), *map(_word, others)]
        if others:
            return _split([adjective, *others], token, whole)
    return []


def _before(token: Token, whole: Filler, context: Context) -> list[Filler]:
    """ "US and British activists", where the parser does not join the two words."""
    if "Plur" not in feature(token, "Number"):
        return []
    words = [kid for kid in kids(token, "compound", "amod") if kid.i < token.i and kid.text[:1].isupper()]
    if len(words) < 2 or not all(_names_home(word, context) for word in words[:-1]):
        return []  # the last may be a part of the noun's own name: "British activists"
    joined = any(word.pos_ == "CCONJ" for word in token.doc[words[-2].i : words[-1].i])
    return _split(words, token, whole) if joined else []


def _owners(token: Token, whole: Filler, context: Context) -> list[Filler]:
    """ "Oslo and Lima's ministers": several people, one or more of each."""
    for owner in (kid for kid in token.children if kid.dep_ == "nmod:poss"):
        named = [one for one in conjuncts(owner) if _names_home(one, context)]
        if len(named) > 1 and named[0].i == owner.i and "Plur" in feature(token, "Number"):
            return _split(named, token, whole)
    return []


def _split(words: list[Token], token: Token, whole: Filler) -> list[Filler]:
    *first, last = words
    return [*map(_word, first), Filler(last.i, max(whole.end, last.i + 1), token.i)]


def _word(token: Token) -> Filler:
    return Filler(token.i, token.i + 1, token.i)


def _behind(token: Token, whole: Filler, context: Context, home: frozenset[str]) -> list[Filler]:
    """ "The ambassadors of Oslo and Rome"; of a home that no table knows the phrase must keep the name."""
    if token.pos_ != "NOUN" or not context.is_actor(token):
        return [whole]
    owner = _home(token, context, home)
    if owner is None:
        return [whole]
    mention = context.by_token.get(token.i)
    known = mention is not None and mention.country is not None
    near = owner.left_edge.i == whole.end and owner.pos_ == "PROPN"
    end = narrow(owner, context)[1] if near and not known else whole.end
    others = [one for one in conjuncts(owner)[1:] if _names_home(one, context)]
    if "Plur" not in feature(token, "Number"):
        others = []
    rest = [Filler(*narrow(one, context), one.i) for one in others]
    return [Filler(whole.start, end, whole.head), *rest]


def _home(token: Token, context: Context, home: frozenset[str]) -> Token | None:
    """The name of where people are from; coordinated people share it."""
    first = first_conjunct(token)
    offers = [*kids(token, "nmod"), *(kid for kid in kids(first, "nmod") if kid.i > token.i)]
    return next(
        (kid for kid in offers if case_of(kid, context.lexicon) in home and _names_home(kid, context)), None
    )


def _names_party(token: Token, context: Context) -> bool:
    mention = context.by_token.get(token.i)
    return mention is not None and mention.head == token.i and mention.kind in ACTORS


def _names_home(token: Token, context: Context) -> bool:
    mention = context.by_token.get(token.i)
    return (
        mention is not None and mention.head == token.i and mention.type == "name" and mention.kind in HOMES
    )
