# ruff: noqa: ARG001  every variation has the same parameters
"""Variations that news text has and the treebanks lack; each keeps forms, heads and labels consistent."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from .treebanks import Sentence, Word

Rng = random.Random
HEDGES = (
    "reportedly",
    "allegedly",
    "apparently",
    "purportedly",
    "supposedly",
    "presumably",
    "seemingly",
    "likely",
)
QUOTES = {
    "fr": (
        ("\u00ab", "\u00bb", True),
        ("\u201c", "\u201d", False),
        ('"', '"', False),
        ("\u00ab", "\u00bb", False),
    ),
    "en": (("\u201c", "\u201d", False), ('"', '"', False), ("\u2018", "\u2019", False), ("``", "''", False)),
}
OPENING, CLOSING = "\u00ab\u201c\u201e", "\u00bb\u201d"
PLAIN = {
    "\u00c9": "E",
    "\u00c8": "E",
    "\u00ca": "E",
    "\u00c0": "A",
    "\u00c2": "A",
    "\u00d4": "O",
    "\u00ce": "I",
}
PLAIN |= {"\u00c7": "C", "\u00db": "U"}


def vary(group: list[Sentence], language: str, rng: Rng) -> list[Sentence]:
    """A group of sentences, each perhaps varied; most stay as they are."""
    changes = [change for chance, change in CHANGES[language] if rng.random() < chance]
    for change in changes:
        group = [change(sentence, language, rng) for sentence in group]
    return group


def lower(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """As in carelessly typed posts."""
    return _reform(sentence, str.lower)


def upper(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """As in old wire headlines."""
    return _reform(sentence, lambda form: form.upper() if len(form.upper()) == len(form) else form)


def title(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """As in English headlines: long words capitalised, no full stop."""
    return headline(
        _reform(sentence, lambda form: form[:1].upper() + form[1:] if len(form) > 3 else form), language, rng
    )


def headline(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """Without the closing full stop."""
    last = len(sentence.words) - 1
    if last < 3 or sentence.words[last].form != "." or any(w.head == last for w in sentence.words):
        return sentence
    return replace(sentence, words=sentence.words[:last])


def unaccented(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """Capitals without accents, as many French newspapers print them."""
    return _reform(sentence, lambda form: PLAIN.get(form[0], form[0]) + form[1:])


def apostrophes(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """The other apostrophe."""
    if any("\u2019" in word.form for word in sentence.words):
        return _reform(sentence, lambda form: form.replace("\u2019", "'"))
    return _reform(sentence, lambda form: form.replace("'", "\u2019") if form != "'" else form)


def quotes(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """Another style of quotation marks, with or without the spaces inside."""
    opening, closing, spaced = rng.choice(QUOTES[language])
    words, inside = list(sentence.words), False
    for i, word in enumerate(words):
        if word.form not in ('"', *OPENING, *CLOSING) or word.pos != "PUNCT":
            continue
        opens = word.form in OPENING or (word.form == '"' and not inside)
        inside = opens
        words[i] = replace(word, form=opening if opens else closing, lemma=opening if opens else closing)
        if opens:
            words[i] = replace(words[i], space=spaced)
        elif i:
            words[i - 1] = replace(words[i - 1], space=spaced)
    return replace(sentence, words=tuple(words))


def hedge(sentence: Sentence, language: str, rng: Rng) -> Sentence:
    """An English hedge before a verb or after an auxiliary: `sont reportedly en train de`."""
    places = [(i, head) for i, head in _hedge_places(sentence)]
    if not places:
        return sentence
    at, head = rng.choice(places)
    lemma = rng.choice(HEDGES)
    feats = {} if language == "fr" else {"Degree": "Pos"} if lemma == "likely" else {}
    word = Word(form=lemma, lemma=lemma, pos="ADV", feats=feats, head=head, dep="advmod", space=True)
    return insert(sentence, at, word)


def insert(sentence: Sentence, at: int, word: Word) -> Sentence:
    """The sentence with ``word`` before token ``at``; ``word.head`` counts in the sentence as it was."""
    moved = [replace(w, head=w.head + (w.head >= at)) for w in sentence.words]
    word = replace(word, head=word.head + (word.head >= at))
    return replace(sentence, words=(*moved[:at], word, *moved[at:]))


def _hedge_places(sentence: Sentence) -> list[tuple[int, int]]:
    """Token to insert before, and the head the adverb gets."""
    words = sentence.words
    places = []
    for i, word in enumerate(words):
        if i == 0 or not words[i - 1].space:
            continue
        before = words[i - 1]
        if (
            word.pos == "VERB"
            and word.feats.get("VerbForm") in ("Fin", "Part")
            and before.pos in ("NOUN", "PROPN", "AUX")
        ):
            places.append((i, i))
        elif before.pos == "AUX" and before.head >= i and word.form not in "-,":
            places.append((i, before.head))
    return places


def _reform(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    return replace(sentence, words=tuple(replace(w, form=change(w.form)) for w in sentence.words))


_SHARED: list[tuple[float, Callable[[Sentence, str, Rng], Sentence]]] = [
    (0.25, quotes),
    (0.25, apostrophes),
    (0.05, hedge),
    (0.05, headline),
    (0.03, lower),
    (0.03, upper),
]
CHANGES = {"fr": [*_SHARED, (0.2, unaccented)], "en": [*_SHARED, (0.04, title)]}
