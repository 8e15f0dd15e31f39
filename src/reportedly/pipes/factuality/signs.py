"""Signs in an act's own clause: negation, hedging adverbs, words of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.factuality.lexicon import Effect, foreign_hedges, lemma, plain
from reportedly.pipes.factuality.tree import VERBAL, Tree

CLAUSAL = ("ccomp", "advcl", "acl", "csubj", "parataxis", "conj")
#: How far a rule that goes by order alone looks, in tokens.
WINDOW = 40


@dataclass(frozen=True, slots=True)
class Hedge:
    """An adverb of doubt, tokens ``[start, end)``, and the word that it bears on."""

    start: int
    end: int
    effect: Effect
    target: int


def negator(tree: Tree, i: int) -> int | None:
    """The word that negates token ``i``; None if it is affirmed.

    French "ne" alone is no negation ("je crains qu'il ne parte", "ne … que"), but for the few verbs that can do
    without "pas".
    """
    for c in _negation_sites(tree, i):
        if _negates(tree, c, i):
            return c
    bare = tree.lexicon.words("negation", "bare")
    half = _half(tree, i)
    if half is None or lemma(tree.doc[i]) not in bare:
        return None
    restricted = tree.any_word(tree.lexicon.words("marks", "restriction"), i + 1, i + 8)
    return None if restricted is not None and not tree.children(i, "xcomp") else half


def _negation_sites(tree: Tree, i: int) -> Iterator[int]:
    """The words that may negate ``i``: its own and its auxiliaries' children, and what determines its arguments."""
    group = tree.group(i)
    shared = [p for p in group.parts if tree.governor(p) != i]
    owners = [i, *group.parts]
    if shared and not contrasted(tree, i) and (above := tree.governor(i)) is not None:
        owners.append(above)
    for owner in owners:
        for c in tree.children(owner):
            yield c
            if tree.doc[c].dep_.startswith("conj") and tree.doc[c].pos_ in ("NOUN", "PROPN", "PRON"):
                yield from (d for d in tree.children(c, "cc") if d < c)  # « n'a livré ni chars ni missiles »
            adverb = tree.doc[c].dep_.startswith("advmod") or tree.doc[c].pos_ == "ADV"
            if (adverb or tree.doc[c].dep_.startswith(("nsubj", "obj"))) and not _owned(tree, c, i):
                yield from (d for d in tree.children(c, "cc", "det", "advmod", "amod", "case") if d < c)


def _owned(tree: Tree, c: int, i: int) -> bool:
    """ "Has no information", "said no attack had begun": the verb holds, its object does not."""
    if tree.lexicon.language != "en" or not tree.doc[c].dep_.startswith("obj"):
        return False
    word = lemma(tree.doc[i])
    return word in tree.lexicon.words("verbs", "stative") or tree.lexicon.effect("clause", word) is not None


def contrasted(tree: Tree, i: int) -> bool:
    """Is the clause joined to the one before by "but"?"""
    words = tree.lexicon.words("inquiry", "contrast")
    return any(plain(tree.doc[c].text) in words for c in tree.children(i, "cc"))


def _negates(tree: Tree, c: int, i: int) -> bool:
    token, words = tree.doc[c], tree.lexicon.words
    word = plain(token.text)
    if tree.doc[i].pos_ == "ADJ" and token.dep_.startswith("advmod") and word in words("negation", "weak"):
        return True
    later = word in words("negation", "later")
    if not (later or word in words("negation", "words")) or _out_of_reach(tree, c, i):
        return False
    if tree.lexicon.language == "en":
        return token.pos_ not in {"PROPN", "INTJ"} and (
            c < i
            or tree.doc[i].pos_ != "VERB"
            or lemma(tree.doc[i]) in words("negation", "followed")
            or _objects(tree, c, i)
        )
    # "Plus", "personne" and "point" negate only beside "ne".
    needs_half = later or word in words("negation", "with_half")
    return _half(tree, i) is not None if needs_half else token.pos_ != "NOUN"


def _objects(tree: Tree, c: int, i: int) -> bool:
    """ "Respects no one", "killed no civilians": a negation that the verb's object carries."""
    held = c if tree.governor(c) == i else tree.governor(c)
    return held is not None and tree.doc[held].dep_.startswith("obj") and not _owned(tree, held, i)


def _out_of_reach(tree: Tree, c: int, i: int) -> bool:
    """ "Not only", "no matter", and a negation on the far side of a quotation mark."""
    limited = tree.lexicon.words("negation", "limited")
    if c + 1 < tree.end and plain(tree.doc[c + 1].text) in limited:
        return True
    return any(tree.doc[b].is_quote for b in range(c + 1, min(i, c + WINDOW)))


def _half(tree: Tree, i: int) -> int | None:
    """French "ne" before the verb group."""
    halves = tree.lexicon.words("negation", "half")
    owners = [i, *tree.group(i).parts]
    sites = (c for owner in owners for c in tree.children(owner) if c < i)
    return next((c for c in sites if plain(tree.doc[c].text) in halves), None)


def hedges(tree: Tree, marked: list[int]) -> tuple[Hedge, ...]:
    """All hedging adverbs of a sentence; ``marked`` are tokens known to be hedges of the other language."""
    found: list[Hedge] = []
    foreign = foreign_hedges(tree.lexicon.language)
    taken: set[int] = set()
    for marker in tree.marked("adverb"):
        if marker.sequence.effect and marker.start not in taken:
            taken.update(range(marker.start, marker.end))
            target = _linear_target(tree, marker.start, marker.end)
            found.append(Hedge(marker.start, marker.end, marker.sequence.effect, target))
    adverbs = tree.lexicon.frames["adverb"]
    for i, word in enumerate(tree.words, tree.start):
        own = adverbs.get(word)
        if i in taken or (own and tree.doc[i].pos_ in {"ADJ", "NOUN", "VERB"}):
            continue
        if own:
            found.append(Hedge(i, i + 1, own, _adverb_target(tree, i)))
        elif word in foreign or i in marked:
            effect = foreign.get(word) or _any_hedge()
            found.append(Hedge(i, i + 1, effect, _linear_target(tree, i, i + 1)))
    return tuple(found)


def _any_hedge() -> Effect:
    """What a hedge of unknown strength does: it makes the act probable."""
    from reportedly.pipes.factuality.lexicon import effects

    return effects()["reported"]


def _adverb_target(tree: Tree, i: int) -> int:
    """What an adverb bears on: its head, or the reported clause where it opens the sentence before "X said"."""
    head = tree.governor(i)
    if head is None:
        return _linear_target(tree, i, i + 1)
    if tree.doc[head].pos_ == "AUX" and (above := tree.governor(head)) is not None:
        head = above
    if tree.doc[head].pos_ in {"NUM", "PUNCT", "DET", "ADP", "ADV", "SCONJ"}:
        return _linear_target(tree, i, i + 1)
    reports = tree.lexicon.effect("clause", lemma(tree.doc[head])) and not tree.children(head, "aux")
    content = [c for c in tree.children(head, "ccomp", "parataxis", "advcl", "obj") if i < c < head]
    return content[0] if reports and content else head


def _linear_target(tree: Tree, start: int, end: int) -> int:
    """The next verb before a boundary, else the last one before the hedge."""
    for i in range(end, min(end + WINDOW, tree.end)):
        token = tree.doc[i]
        if token.pos_ == "VERB" or (token.pos_ in {"ADJ", "NOUN"} and tree.children(i, "cop")):
            return i
        if token.is_punct and token.text in {",", ";", ":"} and i > end:
            break
    for i in range(start - 1, max(start - WINDOW, tree.start) - 1, -1):
        if tree.doc[i].pos_ in VERBAL:
            return i
    return start


def hedges_of(found: tuple[Hedge, ...], tree: Tree, i: int) -> list[Hedge]:
    """The hedges that bear on token ``i``, or stand inside its verb group."""
    parts = [p for p in tree.group(i).parts if tree.governor(p) == i]
    first = min(parts, default=i)
    inside = tree.doc[i].pos_ in VERBAL
    return [
        h
        for h in found
        if h.target == i
        or h.target in parts
        or (inside and first < h.start < i and tree.governor(h.start) in parts)
    ]


def near(tree: Tree, i: int, words: frozenset[str], depth: int = 3) -> int | None:
    """The first of ``words`` under token ``i``, other clauses left out."""
    for layer in _layers(tree, i, depth):
        for c in layer:
            if plain(tree.doc[c].text) in words or lemma(tree.doc[c]) in words:
                return c
    return None


def coming(tree: Tree, i: int, depth: int = 2) -> tuple[int, int] | None:
    """The tokens of a time after the day of publication that says when token ``i`` is."""
    if not tree.ahead:
        return None
    found = (c for layer in _layers(tree, i, depth) for c in layer if c in tree.ahead)
    return tree.ahead.get(next(found, -1))


def _layers(tree: Tree, i: int, depth: int) -> Iterator[list[int]]:
    """What stands under token ``i``, level by level, other clauses left out."""
    layer = [i]
    for _ in range(depth):
        layer = sorted(c for owner in layer for c in tree.children(owner) if not _clause(tree, c))
        yield layer


def _clause(tree: Tree, c: int) -> bool:
    return tree.doc[c].dep_.startswith(CLAUSAL) and tree.doc[c].pos_ in VERBAL
