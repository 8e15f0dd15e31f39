"""Which family a predicate belongs to, by the conditions on its arguments."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.pipes.coding.bound import Code
from reportedly.pipes.coding.lexicon import CodingLexicon, Frame, Words
from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.coding.rules import is_threatened
from reportedly.pipes.coding.things import argument_lemmas
from reportedly.pipes.draft import Argument, Predicate
from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.phrases import core
from reportedly.pipes.predicates.tree import base, case_of, kids, lemma
from reportedly.pipes.predicates.verbhood import verb_lemma
from reportedly.pipes.tokens import Token

#: Classes whose word may stand under a noun for its amount or kind: "deux batteries de missiles".
MASS = frozenset({"weapon", "explosive", "money", "goods", "aid", "troops", "captive", "agreement", "burden"})


def candidates(predicate: Predicate, parties: Parties) -> list[Frame]:
    """The frames of a predicate's lemma and of its support verb, the most demanding first."""
    frames = parties.lexicon.frames
    found = list(frames.get((predicate.pos, predicate.lemma), ()))
    if not found and " " in predicate.lemma and predicate.pos == "VERB":  # "were fired on"
        found = [one for one in frames.get(("VERB", predicate.lemma.partition(" ")[0]), ()) if one.case]
    if not found and " " in predicate.lemma and predicate.pos == "NOUN":
        found = list(frames.get(("NOUN", lemma(parties.doc[predicate.head])), ()))
    if not found and predicate.pos == "VERB":
        # A lemmatizer's slip ("fre" for "freed"): the form itself may tell.
        form = parties.doc[predicate.head].text.lower()
        endings = parties.context.lexicon.participles
        stems = [form[: -len(end)] + to for end, to in endings if form.endswith(end)]
        found = next((list(frames[("VERB", stem)]) for stem in stems if ("VERB", stem) in frames), [])
    if predicate.light is not None:
        verb = verb_lemma(parties.doc[predicate.light], parties.context)
        noun = frozenset({predicate.lemma, lemma(parties.doc[predicate.head])})
        found += [frame for frame in frames.get(("VERB", verb), ()) if carries(frame, noun, parties.lexicon)]
    return sorted(found, key=lambda frame: -frame.weight)


def carries(frame: Frame, noun: Words, lexicon: CodingLexicon) -> bool:
    """Whether a support verb's frame asks for just this noun as its object."""
    return any(noun & lexicon.classes.get(name, frozenset({name})) for name in frame.object)


class Conditions:
    """Tests the conditions of frames on one predicate."""

    def __init__(self, predicate: Predicate, parties: Parties, code: Code) -> None:
        self.predicate, self.parties, self.code = predicate, parties, code
        self.lemmas: set[str] | None = None

    def hold(self, frame: Frame) -> bool:
        """Whether everything that a frame asks for is there, its parties aside."""
        return (
            self._voice(frame)
            and (not frame.threatened or is_threatened(self.parties.doc[self.predicate.head], self.parties))
            and self._slots(frame)
            and self._clauses(frame)
            and self._phrases(frame)
            and self._words(frame)
        )

    def _voice(self, frame: Frame) -> bool:
        if frame.voice is not None and self.predicate.voice != frame.voice:
            return False
        if frame.voice is None and self.predicate.voice == "reflexive" and self.predicate.pos == "VERB":
            return False
        if not frame.light:
            return True
        light = self.predicate.light
        return light is not None and verb_lemma(self.parties.doc[light], self.parties.context) in frame.light

    def _slots(self, frame: Frame) -> bool:
        objects = self._of("object")
        if self.predicate.pos == "NOUN":
            objects = objects + self._of("modifier")
        checks = (
            (frame.object, objects, True),
            (frame.not_object, objects, False),
            (frame.subject, self._doers(), True),
            (frame.not_subject, self._of("subject"), False),
            (frame.oblique, self._of("oblique", "indirect"), True),
            (frame.never_object, objects, False),
            (frame.never_oblique, self._of("oblique", "indirect"), False),
        )
        for classes, arguments, wanted in checks:
            if (
                classes
                and self._any(arguments, classes) != wanted
                and not self._is_carried(frame, classes, wanted)
            ):
                return False
        return True

    def _doers(self) -> list[Argument]:
        """Who does it: the subject, a nation before the noun, or whose thing the subject is: "army bulldozers"."""
        found = self._of("subject") + self._nations()
        for one in self._of("subject"):
            inside = self.parties.inside(self.parties.doc[one.head], depth=1)
            found += [Argument("subject", filler.head, filler.start, filler.end) for filler in inside]
        return found

    def _is_carried(self, frame: Frame, classes: Words, wanted: bool) -> bool:
        """A support verb's object is the predicate itself."""
        if not wanted or classes is not frame.object or self.predicate.light is None:
            return False
        noun = frozenset({self.predicate.lemma, lemma(self.parties.doc[self.predicate.head])})
        return carries(frame, noun, self.parties.lexicon)

    def _nations(self) -> list[Argument]:
        return self._of("modifier") if self.predicate.pos == "NOUN" else []

    def _clauses(self, frame: Frame) -> bool:
        clauses = self._of("clause")
        if (frame.clause and not clauses) or (frame.not_clause and clauses):
            return False
        if frame.mark and not any(one.case in frame.mark for one in clauses):
            return False
        if frame.duty and not any(self._is_duty(self.parties.doc[one.head]) for one in clauses):
            return False
        if frame.clause_word and not any(self._names_word(one, frame.clause_word) for one in clauses):
            return False
        if not frame.clause_type:
            return True
        coded = [self.code(one.head) for one in clauses]
        return any(claim is not None and claim.type in frame.clause_type for claim in coded)

    def _names_word(self, clause: Argument, given: Words) -> bool:
        head = self.parties.doc[clause.head]
        return lemma(head) in given or any(lemma(kid) in given for kid in kids(head, "obj"))

    def _is_duty(self, token: Token) -> bool:
        """Whether a clause says what somebody else must do."""
        duty = self.parties.lexicon.duty
        modal = lemma(token) in duty or any(
            base(kid) == "aux" and lemma(kid) in duty for kid in token.children
        )
        if not modal:
            return False
        speakers = {one.head for one in self._of("subject")}
        subjects = surface_subjects(token, self.parties.context)
        meant = [one for word in subjects for one in (self.parties.antecedents.of(word) or [word])]
        others = [word for word in meant if word.i not in speakers and self.parties.is_party(word)]
        return any(word.pos_ != "PRON" for word in others)

    def _phrases(self, frame: Frame) -> bool:
        around = self._of("oblique", "indirect")
        particle = self.predicate.lemma.partition(" ")[2]
        if frame.case and particle not in frame.case and not any(one.case in frame.case for one in around):
            return False
        if frame.object_case and not self._object_phrases() & frame.object_case:
            return False
        if not frame.place and not frame.not_place:
            return True
        cases = self.parties.lexicon.cases["place"]
        there = any(one.case in cases and self._is_there(one) for one in around)
        return there if frame.place else not there

    def _object_phrases(self) -> set[str | None]:
        """The prepositions of phrases around the object, wherever the parser hung them."""
        holders = [self.parties.doc[one.head] for one in self._of("object")]
        own = {
            case_of(kid, self.parties.context.lexicon)
            for word in holders
            for kid in kids(word, "nmod", "obl")
        }
        return own | {one.case for one in self._of("oblique", "indirect")}

    def _is_there(self, argument: Argument) -> bool:
        token = self.parties.doc[argument.head]
        mention = self.parties.context.by_token.get(token.i)
        if mention is not None and mention.kind == "other" and mention.type == "name":
            return True  # a name that no table knows, behind a preposition of place
        return self.parties.is_place(token) or self.is_a(token, frozenset({"territory"}))

    def _words(self, frame: Frame) -> bool:
        if not frame.words and not frame.not_words and not frame.never:
            return True
        if self.lemmas is None:
            self.lemmas = argument_lemmas(self.predicate, self.parties)
        excluded = frame.not_words | frame.never
        return (not frame.words or bool(frame.words & self.lemmas)) and not excluded & self.lemmas

    def _of(self, *slots: str) -> list[Argument]:
        return [one for one in self.predicate.arguments if one.slot in slots]

    def _any(self, arguments: Iterable[Argument], classes: Words) -> bool:
        return any(self.is_a(self.parties.doc[one.head], classes) for one in arguments)

    def is_a(self, token: Token, classes: Words) -> bool:
        """Whether a phrase's head belongs to one of some classes, or is one of some words."""
        token = core(token, self.parties.context)
        words = self._names(token)
        for name in classes:
            if name == "any" or self._is_kind(token, name):
                return True
            members = self.parties.lexicon.classes.get(name)
            if words & (members if members is not None else {name}):
                return True
            if members is not None and name in MASS and self._counts(token) & members:
                return True
        return False

    def _names(self, token: Token) -> set[str]:
        predicate = self.parties.predicates.get(token.i)
        named = {lemma(token), token.text.lower()} | ({predicate.lemma} if predicate else set())
        mention = self.parties.context.by_token.get(token.i)
        if mention is not None and mention.kind == "person":  # "summoned Ambassador Diaz"
            named |= {lemma(kid).lower() for kid in kids(token, "nmod", "compound") if _is_title(kid)}
        return named

    def _counts(self, token: Token) -> set[str]:
        lexicon = self.parties.context.lexicon
        under = [
            kid
            for kid in kids(token, "nmod", "compound")
            if base(kid) == "compound" or case_of(kid, lexicon) in lexicon.of
        ]
        return {lemma(kid) for kid in under}

    def _is_kind(self, token: Token, name: str) -> bool:
        mention = self.parties.context.by_token.get(token.i)
        if name == "money" and self.parties.is_money(token):
            return True
        if name == "actor":
            return self.parties.is_party(token)
        if mention is None:
            return name == "place" and self.parties.is_place(token)
        if name == "person":
            return mention.kind in ("person", "group")
        if name == "place":
            return mention.kind in ("place", "country")
        return mention.head == token.i and name == mention.kind


def _is_title(token: Token) -> bool:
    """Whether a word before a name says what its bearer is."""
    return token.dep_ == "nmod:desc" or base(token) == "compound"
