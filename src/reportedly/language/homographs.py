"""Verbs taken for nouns or adjectives: "Iran ships 400 missiles to Russia", « L'Iran livre des missiles à la Russie ».

A word that is both is mostly a noun in treebanks, and a sentence in the present tense of headlines then has no verb at
all. Such a sentence is parsed once more with a plain verb in the word's place ("takes", « donne »); where that makes a
clause of it, with a subject before and an object behind, its tree is kept, and the word with its own lemma in it.
So with verbs that tell something of oneself: « Le maire nie avoir signé » (« affirme »). A sentence that has a finite
verb is left alone, but for a clause whose own "that" and subject miss one. So it goes with an English past that reads
as a participle before its object: "The army delivered tanks".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy
import numpy.typing
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from reportedly.language import LANGUAGES
from reportedly.language.pieces import OURS
from reportedly.language.shadow import COPIED
from reportedly.lexicon import load

MEND = "reportedly_mend_homographs"
LEMMA = 1 + COPIED.index("LEMMA")
#: Longer sentences are no headlines; what is wrong with their trees, one word does not mend.
LONGEST = 40
NAMES = ("NOUN", "PROPN")
AMOD = get_string_id("amod")
#: No verb of a clause stands so.
NOMINAL = ("amod", "appos", "compound", "flat", "nmod")


@cache
def forms(language: str) -> dict[str, tuple[str, str]]:
    """The present of verbs that name acts, which a noun may look like: its lemma, and the verb that stands in."""
    verbs = {
        verb
        for table in ("coding_families", "coding_frames")
        for frame in load(table, language)["frame"]
        for verb in frame.get("verbs", "").split()
        if "_" not in verb
    }
    words = load("language", language)["homographs"]
    found: dict[str, tuple[str, str]] = {}
    for verb in sorted(verbs):
        ending = next((one for one in words["singular"] if verb.endswith(one)), None)
        if ending is not None:
            singular = verb[: len(verb) - len(ending)] + words["singular"][ending]
            found.setdefault(singular, (verb, words["stand_in"]))
        if "plural" in words:
            found.setdefault(verb, (verb, words["plural"]))
    return found


@cache
def tellers(language: str) -> dict[str, tuple[str, str]]:
    """The same of verbs of saying that govern a past infinitive: « nie | avoir signé »."""
    words = load("language", language)["homographs"]
    verbs = load("attribution", language)["frames"]["infinitive"]["lemmas"] if "teller" in words else []
    return {
        verb[: -len(ending)] + present: (verb, words["teller"])
        for verb in verbs
        for ending, present in words["singular"].items()
        if verb.endswith(ending) and " " not in verb
    }


@cache
def acts(language: str) -> frozenset[str]:
    """The nouns that name acts."""
    return frozenset(load("predicates", language)["nouns"]["events"].split())


class HomographMender:
    """Parses anew, with a plain verb in its place, what reads as a clause without a verb."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.nlp = nlp
        self.language = nlp.lang or ""

    def __call__(self, doc: Doc) -> Doc:
        """The document, with the trees of such sentences put right."""
        if self.language not in LANGUAGES or not doc.has_annotation("DEP"):
            return doc
        values = None
        done = -1
        for token in suspects(doc, self.language):
            if token.i < done:
                continue  # its sentence has its verb
            sentence = token.sent
            mended = self._mended(sentence, token)
            if mended is not None:
                values = doc.to_array(["HEAD", *COPIED]) if values is None else values
                values[sentence.start : sentence.end] = mended
                done = sentence.end
        if values is not None:
            doc.from_array(["HEAD", *COPIED], values)  # type: ignore[arg-type]
        return doc

    def _mended(self, sentence: Span, token: Token) -> numpy.typing.NDArray[Any] | None:
        """The annotation of a sentence with a verb in a token's place; None if that makes no clause of it."""
        telling = tells(token, self.language)
        lemma, stand_in = (
            tellers(self.language)[token.lower_] if telling else stands_for(token, self.language)
        )
        at = token.i - sentence.start
        words = [stand_in if i == at else each.text for i, each in enumerate(sentence)]
        doc = Doc(
            sentence.doc.vocab,
            words=words,
            spaces=[bool(each.whitespace_) for each in sentence],
            sent_starts=[i == 0 for i in range(len(words))],
        )
        for name, pipe in self.nlp.pipeline:
            if name == self.name:
                break
            if name not in OURS:
                doc = pipe(doc)
        if not (governs(doc[at]) if telling else _makes_clause(doc[at], token, self.language)):
            return None
        values = doc.to_array(["HEAD", *COPIED])
        values[at, LEMMA] = doc.vocab.strings.add(lemma)
        return values


def stands_for(token: Token, language: str) -> tuple[str, str]:
    """The lemma of a word as a verb, and the verb to parse in its place."""
    if is_past(token):
        return token.lemma_, load("language", language)["homographs"]["past"]
    return forms(language)[token.lower_]


def suspects(doc: Doc, language: str) -> Iterator[Token]:
    """The words of a document that may be their sentences' missing verb, in order."""
    known, pasts = marks(language), "past" in load("language", language)["homographs"]
    bare: dict[int, bool] = {}
    for i, (lower, label) in enumerate(doc.to_array(["LOWER", "DEP"]).tolist()):
        if lower not in known and not (pasts and label == AMOD and is_past(doc[i])):
            continue
        if is_finite(token := doc[i]) or not token.text.islower():
            continue
        sentence = token.sent
        if not sentence.start < i < sentence.end - 1 or len(sentence) > LONGEST:
            continue
        if tells(token, language) or _headless(token, sentence, language, bare):
            yield token


def _headless(token: Token, sentence: Span, language: str, bare: dict[int, bool]) -> bool:
    """Whether a word may be the verb that its clause lacks; ``bare`` are sentences without any, by their starts."""
    if token.lower_ not in forms(language) and not is_past(token):
        return False
    labels = {kid.dep_.partition(":")[0] for kid in token.children}
    if {"mark", "nsubj"} <= labels or (token.dep == AMOD and "nsubj" in labels):
        return True
    if token.nbor(-1).pos_ not in NAMES:
        return False
    if sentence.start not in bare:
        bare[sentence.start] = not any(map(is_finite, sentence))
    return bare[sentence.start]


@cache
def marks(language: str) -> frozenset[int]:
    """The forms as spaCy numbers them: one look at each, without making a token of it."""
    return frozenset(get_string_id(form) for form in (*forms(language), *tellers(language)))


def _makes_clause(verb: Token, token: Token, language: str) -> bool:
    """Whether a verb in a token's place makes a clause of its sentence."""
    return is_clause(verb, language) or (is_past(token) and has_parties(verb))


def is_past(token: Token) -> bool:
    """Whether a word is a participle that looks like a past and stands between two nouns: "army delivered tanks"."""
    if token.dep != AMOD or not token.lower_.endswith("ed") or not 0 < token.i < token.head.i:
        return False
    return token.nbor(-1).pos_ in NAMES and token.pos_ == "VERB"


def has_parties(verb: Token) -> bool:
    """Whether a verb has a subject before it and an object behind it."""
    labels = {(kid.dep_, kid.i > verb.i) for kid in verb.children}
    return verb.pos_ == "VERB" and {("nsubj", False), ("obj", True)} <= labels


def is_finite(token: Token) -> bool:
    """Whether a word is a verb that can stand alone in a clause, and stands in the tree as one."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_.partition(":")[0] in NOMINAL:
        return False
    return token.pos_ == "AUX" or token.morph.get("VerbForm", ["Fin"]) == ["Fin"]


def tells(token: Token, language: str) -> bool:
    """Whether a word that may be a verb of saying has a past infinitive right behind it."""
    if token.lower_ not in tellers(language):
        return False
    after = token.nbor(1)
    return after.pos_ == "AUX" and "Inf" in after.morph.get("VerbForm", [])


def governs(verb: Token) -> bool:
    """Whether a verb has its subject before it and what it tells behind it."""
    labels = {(kid.dep_.partition(":")[0], kid.i > verb.i) for kid in verb.children}
    return (
        verb.pos_ == "VERB"
        and ("nsubj", False) in labels
        and bool({("xcomp", True), ("ccomp", True)} & labels)
    )


def is_clause(verb: Token, language: str) -> bool:
    """Whether a verb has its subject before it and an object behind it, which no noun would have there."""
    if not has_parties(verb):
        return False
    subjects = [kid for kid in verb.children if kid.dep_ == "nsubj" and kid.i < verb.i]
    objects = [kid for kid in verb.children if kid.dep_ == "obj" and kid.i > verb.i]
    if language == "fr":
        return subjects[0].pos_ in ("PROPN", "PRON") or has_determiner(subjects[0])
    thing = objects[0]
    first = thing.left_edge
    return first.pos_ in ("DET", "NUM", "PROPN", "PRON") or first.text.istitle() or is_moved(thing, language)


def is_moved(thing: Token, language: str) -> bool:
    """Whether things go somewhere: "Iran ships missiles to Russia", but not "Ukraine arms talks in Geneva"."""
    toward = load("language", language)["homographs"]["toward"]
    goals = [kid for word in (thing, thing.head) for kid in word.children if kid.i > thing.i]
    plural = thing.morph.get("Number", []) == ["Plur"] and thing.lemma_ not in acts(language)
    return plural and any(
        mark.lower_ in toward for goal in goals for mark in goal.children if mark.dep_ == "case"
    )


def has_determiner(noun: Token) -> bool:
    return any(kid.dep_.startswith("det") for kid in noun.children)


create_mender = Language.factory(
    MEND, assigns=["token.dep", "token.head", "token.pos", "token.lemma", "token.morph", "token.tag"]
)(HomographMender)
