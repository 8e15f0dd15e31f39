"""The subjects that hang on a verb itself, the slips of the parser around them undone."""

from __future__ import annotations

from reportedly.pipes.predicates.dateline import behind_dateline, dateline_end
from reportedly.pipes.predicates.tree import base, begins_clause, clause_begun, feature, kids, name_before
from reportedly.pipes.tokens import Token
from reportedly.pipes.words import children, per_word, sentence

#: Longest name of a subject, in tokens.
NAME = 8


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on a verb itself."""
    return list(_own_subjects(verb))


@per_word
def _own_subjects(verb: Token) -> list[Token]:
    holders = [verb, *kids(verb, "aux", "cop")]  # some parses hang the subject on the auxiliary
    subjects = [kid for holder in holders for kid in kids(holder, "nsubj")]
    found = [kid for kid in subjects if kid.dep_ != "nsubj:outer"] or subjects
    found = [kid for kid in found if not kid.is_space and not kid.is_punct]
    found = _of_its_own_clause(found, verb)
    if not found and base(verb) in ("conj", "ccomp", "xcomp"):
        found = _borrowed(verb)
    found = found or name_before(verb)
    if is_cut_in(verb):
        found = [kid for kid in found if kid.i > verb.i]
    elif not found and base(verb) in ("parataxis", "ccomp") and is_cut_in(verb.head):
        found = [kid for kid in kids(verb.head, "nsubj") if kid.i < verb.head.i]
    if any(kid.i < verb.i for kid in found):
        found = [kid for kid in found if kid.i < verb.i]
    found = [_behind_place(kid, verb) for kid in _without_dateline(found, verb)]
    if not found and verb.pos_ == "VERB":
        # "Greece plans to": a name that the parser took for the first part of a compound noun.
        found = [kid for kid in kids(verb, "compound") if kid.pos_ == "PROPN" and kid.i < verb.i]
    return found


def _of_its_own_clause(subjects: list[Token], verb: Token) -> list[Token]:
    """Subjects without the object of a relative clause before the verb, and without what a flattened one describes.

    "The man who shot the senator was arrested": the senator was not. « Rome, à qui Oslo a livré des chars »: Oslo did.
    """
    kept = [kid for kid in subjects if relative_before(kid, verb) is None]
    for place, kid in enumerate(kept):
        led = kid.i and kid.doc[kid.i - 1].pos_ == "ADP" and "Rel" in feature(kid, "PronType")
        if led and kept[place + 1 :]:
            return kept[place + 1 :]
    return kept


def relative_before(noun: Token, verb: Token) -> Token | None:
    """The verb of a relative clause right before a seeming second subject, which is its object."""
    start = noun.left_edge.i - 1
    if base(noun) != "nsubj" or noun.i > verb.i or start < 0:
        return None
    inner = noun.doc[start]
    holder = inner.head
    described = inner.dep_ == "acl:relcl" and inner.pos_ == "VERB" and holder.head.i == verb.i
    full = any(base(kid) in ("obj", "xcomp", "ccomp", "cop") for kid in inner.children)
    who = [kid for kid in kids(inner, "nsubj") if "Rel" in feature(kid, "PronType")]
    return inner if described and base(holder) == "nsubj" and who and not full else None


def _without_dateline(subjects: list[Token], verb: Token) -> list[Token]:
    """Subjects without the place of a dateline: "ROME (AFP) — Tunis signed"."""
    sent = sentence(verb)
    if not subjects or subjects[0].left_edge.i != sent.start:
        return subjects
    end = dateline_end(sent)
    if subjects[0].i >= end:
        return subjects
    behind = [word for word in subjects if word.i >= end]
    return behind or behind_dateline(subjects[0], verb, end) or subjects


def _behind_place(subject: Token, verb: Token) -> Token:
    """The subject that the parser took for another name of the place before it: "À Rome, le ministre a dit"."""
    if not any(base(kid) == "case" and kid.i < subject.i for kid in children(subject)):
        return subject
    names = [kid for kid in kids(subject, "appos") if subject.i < kid.i < verb.i]
    return names[0] if names else subject


@per_word
def is_cut_in(verb: Token) -> bool:
    """Whether a verb tells of speech in the midst of what is said: "Rome, a annoncé Oslo, signera"."""
    subjects = list(kids(verb, "nsubj"))
    first = min([verb.i, *(kid.i for kid in kids(verb, "aux"))])
    opens = first > sentence(verb).start and verb.doc[first - 1].text == ","
    told = any(kid.i > verb.i for kid in kids(verb, "parataxis", "ccomp"))
    return opens and told and {kid.i < verb.i for kid in subjects} == {True, False}


def _borrowed(verb: Token) -> list[Token]:
    """The subject that the parser joined to the object before it: "jailed two men and Rome freed three"."""
    first = min([verb.i, *(kid.i for kid in kids(verb, "aux"))])
    names = [
        word for word in verb.doc[max(verb.head.i, first - NAME) : first] if word.right_edge.i == first - 1
    ]
    found = [word for word in names if begins_clause(word)]
    return [word for word in found if (begun := clause_begun(word)) is not None and begun.i == verb.i]
