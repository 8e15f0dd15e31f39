"""Lemma tables for `reportedly_lemmatizer`: counted in the treebanks, filled up from open lookup tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from .treebanks import Sentence, Word

FEATURES = ("VerbForm", "Number", "Case", "Poss")
KEEPS_CASE = ("PROPN", "X", "SYM")
PLURAL_NAMES = "PROPN|Plur"
OPEN = ("NOUN", "ADJ", "VERB", "ADV")
LONGEST_SUFFIX = 6
Tables = dict[str, dict[str, str]]
Counts = dict[str, dict[str, Counter[str]]]


def count(sentences: Iterable[Sentence], weights: Mapping[str, int]) -> Counts:
    """How often each form has each lemma, by key; a treebank whose conventions we follow counts for more."""
    counts: Counts = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        weight = weights.get(sentence.source, 1)
        for word in sentence.words:
            form = _normal(word)
            for key in keys(word.pos, word.feats):
                counts[key][form][word.lemma] += weight
    return counts


def keys(pos: str, feats: Mapping[str, str]) -> tuple[str, ...]:
    """As the lemmatizer has them: part of speech with its hint, then alone."""
    hint = "|".join(feats[f] for f in FEATURES if f in feats)
    return (f"{pos}|{hint}", pos) if hint else (pos,)


def _normal(word: Word) -> str:
    return f"={word.form}" if word.pos in KEEPS_CASE else word.form.lower().replace("\u2019", "'")


def words(counts: Counts) -> Tables:
    """The commonest lemma of each form; a narrow key is kept only where it says something else."""
    best = {
        key: {form: seen.most_common(1)[0][0] for form, seen in forms.items()}
        for key, forms in counts.items()
    }
    tables: Tables = {}
    for key, forms in best.items():
        broad = best[key.split("|")[0]] if "|" in key else {}
        kept = {form: lemma for form, lemma in forms.items() if broad.get(form) != lemma}
        if "|" not in key and key in KEEPS_CASE:
            kept = {form: lemma for form, lemma in kept.items() if form[1:] != lemma}
        if kept:
            tables[key] = kept
    return tables


def rules(pairs: Mapping[str, Mapping[str, str]], *, least: int = 3, purity: float = 0.7) -> Tables:
    """Suffix rules by key: what words that end so mostly do, unless a shorter suffix says it already."""
    tables: Tables = {}
    for key, forms in pairs.items():
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for form, lemma in forms.items():
            edit = _edit(form, lemma)
            cut = int(edit.split("|", 1)[0])
            for size in range(max(cut, 1), min(len(form) - 1, LONGEST_SUFFIX) + 1):
                seen[form[-size:]][edit] += 1
        tables[key] = _pruned(seen, least, purity)
    return tables


def _edit(form: str, lemma: str) -> str:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}|{lemma[shared:]}"


def _pruned(seen: Mapping[str, Counter[str]], least: int, purity: float) -> dict[str, str]:
    kept: dict[str, str] = {}
    for suffix in sorted(seen, key=len):
        edit, times = seen[suffix].most_common(1)[0]
        total = sum(seen[suffix].values())
        shorter = next((kept[suffix[i:]] for i in range(1, len(suffix)) if suffix[i:] in kept), None)
        if times >= least and times >= purity * total and edit != shorter:
            kept[suffix] = edit
    return kept


def tables(
    sentences: Iterable[Sentence], weights: Mapping[str, int], dictionary: Tables
) -> tuple[Tables, Tables]:
    """Words and rules: the treebanks' own lemmas, then the dictionary's where a form is new."""
    counts = count(sentences, weights)
    known = words(counts)
    # Rules only by part of speech alone: a narrow key sees too few words, and its rules would come before the
    # dictionary's.
    seen = {
        key: {form: c.most_common(1)[0][0] for form, c in forms.items()}
        for key, forms in counts.items()
        if key not in KEEPS_CASE and "|" not in key
    }
    if PLURAL_NAMES in counts:  # Westerners, Westerner: English names take the noun's plural
        seen[PLURAL_NAMES] = {
            form[1:]: c.most_common(1)[0][0] for form, c in counts[PLURAL_NAMES].items() if form[1:].isalpha()
        }
    suffixes = rules({pos: {**dictionary.get(pos, {}), **seen.get(pos, {})} for pos in (*OPEN, *seen)})
    for pos in OPEN:
        extra = {
            form: lemma
            for form, lemma in dictionary.get(pos, {}).items()
            if form not in seen.get(pos, {}) and guess(form, suffixes[pos]) != lemma
        }
        known[pos] = {**extra, **known.get(pos, {})}
    return known, suffixes


def guess(form: str, suffixes: Mapping[str, str]) -> str:
    """What the rules alone make of a form, as the lemmatizer applies them."""
    for start in range(len(form)):
        rule = suffixes.get(form[start:])
        if rule is not None:
            cut, ending = rule.split("|", 1)
            return form[: len(form) - int(cut)] + ending
    return form
