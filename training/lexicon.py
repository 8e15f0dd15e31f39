"""Open word lists (spacy-lookups-data) as features of the embedding and as lemma tables."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from .lemmas import Tables

UPOS = {
    "adj": "ADJ",
    "adp": "ADP",
    "adv": "ADV",
    "aux": "AUX",
    "cconj": "CCONJ",
    "det": "DET",
    "noun": "NOUN",
}
UPOS |= {"pron": "PRON", "sconj": "SCONJ", "verb": "VERB"}
CLUSTERED_WORDS = 200_000


def lookups(name: str) -> Any:
    """One table of spacy-lookups-data, read where it is installed."""
    spec = importlib.util.find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("training needs spacy-lookups-data (the `training` dependency group)")
    with gzip.open(Path(spec.origin).parent / "data" / f"{name}.json.gz", "rt", encoding="utf-8") as lines:
        return json.load(lines)


def dictionary(language: str) -> Tables:
    """Lemma by part of speech and lower-cased form, as the dictionaries have it."""
    tables: Tables = defaultdict(dict)
    for pos, forms in lookups(f"{language}_lemma_exc").items():
        for form, lemmas in forms.items():
            tables[UPOS[pos]][form.lower()] = lemmas[0]
    for pos, lemmas in lookups(f"{language}_lemma_index").items():
        for lemma in sorted(lemmas):
            tables[UPOS[pos]].setdefault(lemma.lower(), lemma.lower())
    if language == "fr":
        _french_forms(tables)
    else:
        _english_forms(tables)
    return dict(tables)


def _french_forms(tables: Tables) -> None:
    """Infinitives, and forms that only the plain look-up table has: the lemma's part of speech is theirs."""
    verbs = set(tables["VERB"].values())
    for form, lemma in tables["ADJ"].items():
        if (
            lemma in verbs and form != lemma
        ):  # the list gives the verb for an adjective made of its participle
            tables["ADJ"][form] = _masculine(form, tables["ADJ"])
    for lemma in verbs:
        tables["VERB"].setdefault(lemma, lemma)
    for form, (lemma, *_) in _table("fr_lemma_lookup").items():
        if lemma in tables["VERB"] or (lemma.endswith(("er", "ir", "re", "oir")) and form != lemma):
            tables["VERB"].setdefault(form, lemma)
        for pos in ("NOUN", "ADJ"):
            if tables[pos].get(lemma) == lemma and form.startswith(lemma[:2]):
                tables[pos].setdefault(form, lemma)


def _masculine(form: str, adjectives: dict[str, str]) -> str:
    singular = form[:-1] if form.endswith("s") and not form.endswith("is") else form
    if adjectives.get(singular) == singular:
        return singular
    return singular[:-1] if singular.endswith(("\u00e9e", "ie", "ue", "te", "se")) else singular


def _english_forms(tables: Tables) -> None:
    """Regular inflections of the words in the index; `-ing` and `-ed` try `-e` first (hoped, hope)."""
    verbs = [v for v in lookups("en_lemma_index")["verb"] if v.isalpha()]
    for verb in sorted(verbs, key=lambda v: (not v.endswith("e"), v)):
        stem = verb.removesuffix("e")
        past = stem[:-1] + "ied" if _consonant_y(stem) else stem + "ed"
        ing = verb + "ing" if verb.endswith(("ee", "ye", "oe")) else stem + "ing"
        for form in (_with_s(verb), past, ing):
            tables["VERB"].setdefault(form.lower(), verb.lower())
    for noun in sorted(lookups("en_lemma_index")["noun"]):
        if noun.isalpha() and len(noun) > 2:
            tables["NOUN"].setdefault(_with_s(noun.lower()), noun.lower())


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in "aeiou"


def _with_s(word: str) -> str:
    if _consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def features(language: str) -> dict[str, list[int]]:
    """The columns of the embedding's lexicon for each word form."""
    return french() if language == "fr" else english()


def french() -> dict[str, list[int]]:
    """Two columns: the set of possible parts of speech, and the lemma (as a number)."""
    tables = dictionary("fr")
    classes = _classes(tables)
    lemmas = {form: lemma[0] for form, lemma in _table("fr_lemma_lookup").items()}
    for pos in ("NOUN", "ADJ", "VERB"):
        lemmas.update(tables[pos])
    numbers = _Numbers()
    return {
        form: [numbers[classes.get(form, "?")], numbers[lemmas.get(form, form)]]
        for form in sorted(classes.keys() | lemmas.keys())
    }


def english() -> dict[str, list[int]]:
    """Three columns: possible parts of speech, the Brown cluster's first six bits, the whole cluster."""
    classes = _classes(dictionary("en"))
    clusters, chances = lookups("en_lexeme_cluster"), lookups("en_lexeme_prob")
    commonest = sorted(clusters, key=lambda word: -chances.get(word, -99.0))[:CLUSTERED_WORDS]
    clustered = {word: clusters[word] for word in commonest if clusters[word]}
    numbers = _Numbers()
    forms = clustered.keys() | (classes.keys() & clusters.keys())
    table = {}
    for form in sorted(forms):
        cluster = clustered.get(form, clustered.get(form.lower(), 0))
        # spaCy keeps a cluster's path bit-reversed, so the low bits are the top of the tree.
        head = (cluster & 63) + 1 if cluster else 0
        table[form] = [numbers[classes.get(form.lower(), "?")], head, cluster]
    return table


def _table(name: str) -> dict[str, list[str]]:
    found = lookups(name)
    return {form: lemma if isinstance(lemma, list) else [lemma] for form, lemma in found.items()}


def _classes(tables: Tables) -> dict[str, str]:
    """The possible parts of speech of each form; an inflected form is marked."""
    found: dict[str, set[str]] = defaultdict(set)
    for pos, forms in tables.items():
        for form, lemma in forms.items():
            found[form].add(pos if form == lemma else pos + "*")
    return {form: "/".join(sorted(poses)) for form, poses in found.items()}


class _Numbers(dict[str, int]):
    """A running number for each new string, from 1."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self) + 1
        return self[key]
