"""Reporting clauses behind their content: `..., a annoncé mardi l'armée`.

News is full of them and the treebanks hold some twenty each, so the subject after the verb is taken for an
object. PUD also hangs them the other way round than Sequoia and GSD, which make the content the root.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from .treebanks import Sentence, Word

Phrase = tuple[Word, ...]
LONGEST_SUBJECT = 9
SAYING = {
    "annoncer": "annoncé annonce annoncent",
    "déclarer": "déclaré déclare déclarent",
    "indiquer": "indiqué indique indiquent",
    "affirmer": "affirmé affirme affirment",
    "préciser": "précisé précise précisent",
    "expliquer": "expliqué explique expliquent",
    "rapporter": "rapporté rapporte rapportent",
    "ajouter": "ajouté ajoute ajoutent",
    "assurer": "assuré assure assurent",
    "estimer": "estimé estime estiment",
    "dire": "dit dit disent",
    "reconnaître": "reconnu reconnaît reconnaissent",
}
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
FINITE = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
PARTICIPLE = {"Gender": "Masc", "Number": "Sing", "Tense": "Past", "VerbForm": "Part"}
MASC = {"Gender": "Masc", "Number": "Sing"}


def subjects(sentences: Iterable[Sentence]) -> list[Phrase]:
    """Subject phrases in the treebanks, heads counted inside the phrase; the head word is its own head."""
    found = []
    for sentence in sentences:
        for i, word in enumerate(sentence.words):
            if word.dep == "nsubj" and word.pos in ("NOUN", "PROPN"):
                phrase = _phrase(sentence.words, i)
                if phrase:
                    found.append(phrase)
    return found


def _phrase(words: tuple[Word, ...], top: int) -> Phrase:
    inside = [j for j in range(len(words)) if _under(words, j, top)]
    first, last = inside[0], inside[-1]
    plain = all(words[j].pos not in ("PUNCT", "VERB", "AUX", "X", "PRON") for j in inside)
    if last - first + 1 != len(inside) or len(inside) > LONGEST_SUBJECT or not plain:
        return ()
    phrase = [replace(words[j], head=words[j].head - first if j != top else top - first) for j in inside]
    if phrase[0].pos != "PROPN":
        phrase[0] = replace(phrase[0], form=phrase[0].form[:1].lower() + phrase[0].form[1:])
    return tuple(phrase)


def _under(words: tuple[Word, ...], j: int, top: int) -> bool:
    while j != top and words[j].head != j:
        j = words[j].head
    return j == top


def report(sentence: Sentence, donors: list[Phrase], rng: random.Random) -> Sentence:
    """The sentence with a reporting clause before its full stop."""
    words = list(sentence.words)
    end = len(words) - 1
    root = next(i for i, word in enumerate(words) if word.dep == "ROOT")
    closed = words[end].form == "." and end > 4 and all(w.head != end for w in words)
    if (
        not closed
        or not donors
        or words[root].pos != "VERB"
        or any(w.dep == "parataxis:insert" for w in words)
    ):
        return sentence
    clause = _clause(rng.choice(donors), rng)
    verb = next(i for i, word in enumerate(clause) if word.dep == "parataxis:insert")
    placed = [replace(w, head=root if i == verb else end + w.head) for i, w in enumerate(clause)]
    words[end - 1] = replace(words[end - 1], space=False)
    placed[-1] = replace(placed[-1], space=False)
    return replace(sentence, words=(*words[:end], *placed, words[end]))


def _clause(subject: Phrase, rng: random.Random) -> list[Word]:
    """Comma, verb, perhaps a day, the subject, perhaps a place of saying; heads counted inside the clause."""
    top = next(i for i, word in enumerate(subject) if word.head == i)
    number = subject[top].feats.get("Number", "Sing")
    lemma = rng.choice(list(SAYING))
    participle, singular, plural = SAYING[lemma].split()
    clause = [Word(",", ",", "PUNCT", {}, 0, "punct")]
    if rng.random() < 0.7:
        form = "ont" if number == "Plur" else "a"
        clause.append(Word(form, "avoir", "AUX", {**FINITE, "Number": number}, 0, "aux:tense"))
        clause.append(Word(participle, lemma, "VERB", PARTICIPLE, 0, "parataxis:insert"))
    else:
        form = plural if number == "Plur" else singular
        clause.append(Word(form, lemma, "VERB", {**FINITE, "Number": number}, 0, "parataxis:insert"))
    verb = len(clause) - 1
    clause = [replace(word, head=verb) for word in clause]
    if rng.random() < 0.4:
        day = rng.choice(DAYS)
        clause.append(Word(day, day, "NOUN", MASC, verb, "obl:mod"))
    start = len(clause)
    for i, word in enumerate(subject):
        head = verb if i == top else start + word.head
        clause.append(replace(word, head=head, space=word.space or i == len(subject) - 1))
    if rng.random() < 0.2:
        clause.extend(_statement(verb, len(clause)))
    return clause


def _statement(verb: int, at: int) -> list[Word]:
    return [
        Word("dans", "dans", "ADP", {}, at + 2, "case"),
        Word("un", "un", "DET", {"Definite": "Ind", **MASC, "PronType": "Art"}, at + 2, "det"),
        Word("communiqué", "communiqué", "NOUN", MASC, verb, "obl:mod"),
    ]


def content_first(sentence: Sentence) -> Sentence:
    """PUD's `content (parataxis) <- said (root)` turned into `content (root) -> said (parataxis:insert)`."""
    words = list(sentence.words)
    root = next(i for i, word in enumerate(words) if word.dep == "ROOT")
    content = [i for i, w in enumerate(words[:root]) if w.head == root and w.dep == "parataxis"]
    behind = any(w.head == root and w.dep.startswith("nsubj") and i > root for i, w in enumerate(words))
    if len(content) != 1 or not behind:
        return sentence
    top = content[0]
    words[top] = replace(words[top], head=top, dep="ROOT")
    words[root] = replace(words[root], head=top, dep="parataxis:insert")
    last = len(words) - 1
    if words[last].pos == "PUNCT" and words[last].head == root:
        words[last] = replace(words[last], head=top)
    return replace(sentence, words=tuple(words))
