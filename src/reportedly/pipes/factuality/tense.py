"""Tense, mood, aspect and voice of a verb group, from features first and from word forms where they fail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportedly.model import Tense
from reportedly.pipes.factuality.lexicon import fact_lexicon, lemma, plain
from reportedly.pipes.tokens import Token
from reportedly.pipes.words import features

if TYPE_CHECKING:
    from reportedly.pipes.factuality.lexicon import FactLexicon
    from reportedly.pipes.factuality.tree import Tree

TENSES: dict[str, Tense] = {"Past": "past", "Imp": "past", "Pqp": "past", "Pres": "present", "Fut": "future"}
MOODS = {"Cnd": "cnd", "Sub": "sub", "Imp": "imp"}
FORMS = {"Inf": "inf", "Part": "part", "Ger": "part"}


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries, as tokens in order; ``form`` is that of the word that carries tense.

    ``form``: ``ind``, ``cnd``, ``sub``, ``imp``, ``inf`` or ``part``. ``modal`` names an English modal auxiliary.
    """

    head: int
    parts: tuple[int, ...]
    carrier: int
    form: str
    tense: Tense | None
    perfect: bool = False
    pluperfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str | None = None


def read_group(tree: Tree, i: int, parts: list[int]) -> Group:
    """The verb group of token ``i``: a verb, or a noun or adjective with its copula."""
    return english_group(tree, i, parts) if tree.lexicon.language == "en" else french_group(tree, i, parts)


def feature(token: Token, name: str) -> str:
    """One morphological feature, empty where it is not given."""
    return "".join(features(token, name))


def synthetic(word: str, base: str, lexicon: FactLexicon) -> str | None:
    """``cnd`` or ``fut`` where a French ending stands on a future stem; the tagger often misses these forms.

    :param base: the lemma, so that "livrait" (of livrer) is no conditional and "livrerait" is.
    """
    return _synthetic(word, base, lexicon.language)


@lru_cache(65_536)
def _synthetic(word: str, base: str, language: str) -> str | None:
    lexicon = fact_lexicon(language)
    for mood, name in (("cnd", "conditional_endings"), ("fut", "future_endings")):
        for ending in sorted(lexicon.words("inflection", name), key=len, reverse=True):
            stem = word.removesuffix(ending)
            if stem == word or not stem.endswith("r"):
                continue
            regular = stem in {base, base.removesuffix("e")} and base.endswith(("r", "re"))
            shifted = stem.endswith("er") and base.endswith("er") and stem[:2] == base[:2]
            if regular or shifted or _irregular(stem, base, lexicon):
                return mood
    return None


def _irregular(stem: str, base: str, lexicon: FactLexicon) -> bool:
    pairs = (entry.split(":") for entry in lexicon.words("inflection", "future_stems"))
    return any(base.endswith(verb) and stem.endswith(future) for verb, future in pairs)


def form(token: Token) -> str:
    """``ind``, ``cnd``, ``sub``, ``imp``, ``inf`` or ``part``."""
    return _form(feature(token, "VerbForm"), feature(token, "Mood"))


@cache
def _form(verb_form: str, mood: str) -> str:
    return FORMS.get(verb_form, "") or MOODS.get(mood, "ind")


def _french_tense(tree: Tree, carrier: int) -> tuple[str, Tense | None]:
    token = tree.doc[carrier]
    shape, tense = form(token), TENSES.get(feature(token, "Tense"))
    finite = shape in {"ind", "sub", "cnd"} and token.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}
    if finite and (told := synthetic(plain(token.text), lemma(token), tree.lexicon)):
        return ("cnd", None) if told == "cnd" else ("ind", "future")
    if tree.verblike(carrier) and shape == "ind" and tense is None:
        tense = "present"
    return shape, tense


def _clitic(token: Token) -> bool:
    """Is a token the "se" of a reflexive verb?"""
    return feature(token, "Reflex") == "Yes" or (token.pos_ == "PRON" and token.dep_.startswith("expl:p"))


def french_group(tree: Tree, i: int, parts: list[int]) -> Group:
    """Être is a passive's or a perfect's auxiliary by the verb that it goes with, whatever the parser called it."""
    doc, token = tree.doc, tree.doc[i]
    infinitives = [n for n, p in enumerate(parts) if form(doc[p]) == "inf"]
    parts = parts[infinitives[-1] :] if infinitives and parts[-1] - parts[0] > len(parts) else parts
    carrier = parts[0] if parts else i
    shape, tense = _french_tense(tree, carrier)
    verbal = token.pos_ in {"VERB", "AUX"} and bool(parts) and form(token) == "part"
    lemmas = [lemma(doc[p]) for p in parts]
    reflexive = verbal and any(_clitic(doc[c]) for c in tree.children(i) if c < i)
    # « Est dit avoir fui »: a passive, whatever the parser says.
    said = bool(tree.children(i, "xcomp")) and tree.lexicon.effect("predicate", *tree.keys(i)) is not None
    reflexive = reflexive or (
        verbal and not said and any(doc[p].dep_ == "aux:tense" and lemma(doc[p]) == "être" for p in parts)
    )
    moves = lemma(token) in tree.lexicon.words("verbs", "with_be")
    perfect = "avoir" in lemmas or (verbal and (reflexive or moves) and "être" in lemmas)
    passive = verbal and "être" in lemmas and not (reflexive or moves)
    if not parts and shape == "part" and token.pos_ == "VERB":
        present = tense == "present" or plain(token.text).endswith("ant")
        return Group(i, (), i, "part", None if present else "past", passive=not present)
    pluperfect = perfect and shape == "ind" and tense == "past"
    if shape in {"inf", "part", "sub", "cnd", "imp"}:
        tense = "past" if perfect else None
    elif perfect and tense == "present":
        tense = "past"
    return Group(i, tuple(parts), carrier, shape, tense, perfect, pluperfect, passive=passive)


def english_group(tree: Tree, i: int, parts: list[int]) -> Group:
    """Modals, have, be and do before the verb, in any mixture."""
    doc, token = tree.doc, tree.doc[i]
    modals = [p for p in parts if plain(doc[p].text) in tree.lexicon.modals]
    names = [tree.lexicon.modals[plain(doc[p].text)] for p in modals]
    rest = [p for p in parts if p not in modals]
    carrier = (modals or rest or [i])[0]
    lemmas = [lemma(doc[p]) for p in rest]
    perfect = "have" in lemmas or any(plain(doc[p].text) in {"have", "'ve"} for p in rest)
    gerund = plain(token.text).endswith("ing") and form(token) == "part"
    progressive = "be" in lemmas and gerund
    passive = "be" in lemmas and form(token) == "part" and not gerund
    shape = form(doc[carrier]) if not modals else "ind"
    tense = TENSES.get(feature(doc[carrier], "Tense"))
    pluperfect = perfect and not modals and tense == "past" and shape == "ind"
    if shape == "part":
        tense = None if gerund else "past"
        passive = passive or (not gerund and not perfect)
        tense = "past" if perfect else tense
    elif shape == "inf" or modals:
        tense = "past" if perfect else None
    elif perfect and not progressive:
        tense = "past"
    return Group(
        i,
        tuple(parts),
        carrier,
        shape,
        tense,
        perfect,
        pluperfect,
        progressive,
        passive,
        names[0] if names else None,
    )
