"""Verbs that do not agree with the subject that a parse would hand them down."""

from __future__ import annotations

from reportedly.pipes.predicates.subjects import own_subjects
from reportedly.pipes.predicates.tree import feature, is_infinitive, kids
from reportedly.pipes.tokens import Token

#: How many clauses above may hold the subject.
DEPTH = 8


def disagrees(verb: Token, subjects: list[Token]) -> bool:
    """Whether a verb in the singular was joined to one whose subject is many: « des crimes commis et jugera »."""
    finite = "Fin" in feature(verb, "VerbForm") and "Sing" in feature(verb, "Number")
    return finite and bool(subjects) and all("Plur" in feature(one, "Number") for one in subjects)


def agreeing(verb: Token, head: Token, subjects: list[Token]) -> list[Token]:
    """The subjects that a verb takes from the one it is joined to, or from above where they do not fit it."""
    return above(verb, head) if disagrees(verb, subjects) else subjects


def above(verb: Token, head: Token) -> list[Token]:
    """The subject of the nearest clause above that a verb agrees with."""
    for _ in range(DEPTH):
        if head.head.i == head.i:
            return []
        head = head.head
        found = own_subjects(head)
        if found and not disagrees(verb, found):
            return found
    return []


def held_to(verb: Token, head: Token) -> list[Token]:
    """Of whom something past is believed: "jailed a man suspected to have fled"; no aim lies in the past."""
    perfect = any(is_infinitive(kid) for kid in kids(verb, "aux"))
    return [kid for kid in kids(head, "obj") if head.i < kid.i < verb.i] if perfect else []
