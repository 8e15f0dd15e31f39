"""The things around an act: what is handed over, and the words of its arguments."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.draft import Filler, Predicate
from reportedly.pipes.predicates.phrases import core
from reportedly.pipes.predicates.tree import case_of, kids, lemma


def handed(predicate: Predicate, parties: Parties, taken: set[int]) -> Iterator[Filler]:
    """What a party is armed or supplied with: "armer Tunis de missiles".

    :param taken: the heads (tokens) that have a role already.
    """
    if predicate.pos != "VERB":
        return
    doc, lexicon = parties.doc, parties.context.lexicon
    cases = parties.lexicon.cases["with"] | lexicon.of
    offers = [doc[one.head] for one in predicate.arguments if one.slot == "oblique" and one.case in cases]
    for one in predicate.arguments:
        if one.slot == "object" and doc[one.head].pos_ == "PROPN":  # names take no complements
            inner = [kid for kid in kids(doc[one.head], "nmod", "obl") if case_of(kid, lexicon) in cases]
            offers += [core(kid, parties.context) for kid in inner]
    for token in offers:
        if token.i not in taken and not (parties.is_party(token) or parties.is_place(token)):
            yield parties.filler(token)


def argument_lemmas(predicate: Predicate, parties: Parties) -> set[str]:
    """The lemmas around a predicate: its arguments' heads and what hangs on them and on itself."""
    doc = parties.doc
    found = {lemma(doc[one.head]) for one in predicate.arguments}
    for one in predicate.arguments:
        if one.slot in ("indirect", "modifier", "object", "oblique", "subject"):
            found |= {lemma(kid) for kid in doc[one.head].children}
        elif one.slot == "clause":  # "asked to remain anonymous", "ready to give a severe response"
            below = [kid for thing in kids(doc[one.head], "obj") for kid in kids(thing, "amod")]
            below += [kid for kid in doc[one.head].children if kid.pos_ in ("ADJ", "ADV")]
            found |= {word for kid in below for word in (lemma(kid), kid.form)}
    found |= {lemma(kid) for kid in doc[predicate.head].children}
    return found
