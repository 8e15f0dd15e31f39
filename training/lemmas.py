"""Lemma tables for `reportedly_lemmatizer`: counted in the treebanks, filled up from open lookup tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from .treebanks import Sentence, Word

FEATURES = ("VerbForm", "Number")
KEEPS_CASE = ("PROPN", "X", "SYM")
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
    best = {key: {form: seen.most_common(1)[0][0] for form, seen in forms.items()} for key, forms in counts.items()}
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
    """Suffix rules by key: what words that end so mostly do; a rule its shorter suffix already gives is dropped."""
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
