"""PUD's coarser French labels brought into line with the other treebanks'.

It says `obl` where they say `obl:mod`, `obl:arg` or `obl:agent`, calls every `se` an object where they mostly
say `expl:pv` or `expl:pass`, and makes the verb of saying the root.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from .reporting import content_first
from .treebanks import Sentence, Word

REFLEXIVE = ("se", "s'", "s\u2019")
Keys = tuple[tuple[str, str], ...]


def french(sets: dict[str, list[Sentence]], bare: str = "pud") -> dict[str, list[Sentence]]:
    """The same sets with each bare `obl` and `se` of PUD labelled as the others mostly do with that verb."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name, sentences in sets.items():
        if name != bare:
            for sentence in sentences:
                _count(sentence, seen)
    return sets | {bare: [content_first(_label(sentence, seen)) for sentence in sets.get(bare, [])]}


def _count(sentence: Sentence, seen: dict[tuple[str, str], Counter[str]]) -> None:
    for i, word in enumerate(sentence.words):
        if _fine(word):
            for key in _keys(sentence, i):
                seen[key][word.dep] += 1


def _label(sentence: Sentence, seen: dict[tuple[str, str], Counter[str]]) -> Sentence:
    words = list(sentence.words)
    for i, word in enumerate(words):
        if word.dep == "obl" or (word.dep == "obj" and word.form.lower() in REFLEXIVE):
            words[i] = replace(word, dep=_commonest(_keys(sentence, i), seen))
    return replace(sentence, words=tuple(words))


def _fine(word: Word) -> bool:
    return word.dep.startswith("obl:") or word.form.lower() in REFLEXIVE


def _commonest(keys: Keys, seen: dict[tuple[str, str], Counter[str]]) -> str:
    for key in keys:
        if sum(seen[key].values()) >= 2:
            return seen[key].most_common(1)[0][0]
    return "obl:mod"


def _keys(sentence: Sentence, i: int) -> Keys:
    """From verb with preposition, through voice with preposition, to the preposition alone."""
    words = sentence.words
    head = words[words[i].head]
    if words[i].form.lower() in REFLEXIVE:
        return ((head.lemma, "se"), ("*", "se"))
    marker = next((w.lemma for j, w in enumerate(words) if w.head == i and j != i and w.dep == "case"), "")
    passive = any(w.dep == "aux:pass" and words[w.head] is head for w in words) or _participle(head)
    return ((head.lemma, marker), (f"*{passive}{head.pos}", marker), ("*", marker))


def _participle(word: Word) -> bool:
    return word.dep == "acl" and word.feats.get("VerbForm") == "Part"
