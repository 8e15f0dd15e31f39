"""Whom a pronoun stands for, within its sentence: enough to fill a role with a name instead of "it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.tree import base, conjuncts, feature, kids, lemma

if TYPE_CHECKING:
    from reportedly.pipes.coding.parties import Parties

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "conj", "parataxis", "csubj"})


def is_pronoun(token: Token) -> bool:
    """A personal pronoun or a possessive of the third person."""
    if token.pos_ not in ("PRON", "DET"):
        return False
    kinds = feature(token, "PronType")
    personal = "Prs" in kinds or "Yes" in feature(token, "Poss") or (token.pos_ == "PRON" and not kinds)
    return personal and not {"1", "2"} & set(feature(token, "Person"))


class Antecedents:
    """Finds the party of the same sentence that a pronoun most likely stands for."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.done: dict[int, list[Token]] = {}

    def of(self, pronoun: Token) -> list[Token]:
        """The heads of the party, coordinated ones each, or nothing."""
        if pronoun.i not in self.done:
            self.done[pronoun.i] = []
            self.done[pronoun.i] = self._found(pronoun)
        return self.done[pronoun.i]

    def _found(self, pronoun: Token) -> list[Token]:
        word = pronoun.text.lower().replace("’", "'")
        kinds = {name for name, members in self.parties.lexicon.pronouns.items() if word in members}
        if not kinds & {"plural", "singular"}:
            return []
        own = self._own_subject(pronoun)
        offers = [head for head in self._before(pronoun) if self._agrees(head, kinds)]
        if base(pronoun) == "nsubj":
            offers = [head for head in offers if base(head) == "nsubj"] or offers
        elif not self._is_possessive(pronoun):
            offers = [head for head in offers if own is None or head.i != own.i]
        elif own is not None and any(head.i == own.i for head in offers):
            offers = [own]
        return conjuncts(offers[-1]) if offers and "plural" in kinds else offers[-1:]

    def _is_possessive(self, pronoun: Token) -> bool:
        return pronoun.dep_ == "nmod:poss" or pronoun.pos_ == "DET" or "Yes" in feature(pronoun, "Poss")

    def _own_subject(self, pronoun: Token) -> Token | None:
        """The subject of the clause that a pronoun stands in."""
        token = pronoun.head
        while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
            token = token.head
        return next(iter(surface_subjects(token, self.parties.context)), None)

    def _before(self, pronoun: Token) -> list[Token]:
        """The heads of parties before a pronoun in its sentence, in order."""
        found = []
        for token in self.parties.doc[pronoun.sent.start : pronoun.i]:
            if token.pos_ in ("PRON", "DET", "ADJ") or base(token) in (
                "conj",
                "flat",
                "compound",
                "amod",
                "appos",
            ):
                continue
            named = self.parties.is_party(token) or self.parties.is_place(token)
            if named and not any(base(kid) == "cop" for kid in token.children):
                found.append(token)
        return found

    def _agrees(self, head: Token, kinds: set[str]) -> bool:
        mention = self.parties.context.by_token.get(head.i)
        kind = mention.kind if mention is not None and mention.head == head.i else None
        if ("person" in kinds and kind in ("country", "organization", "group", "outlet")) or (
            "thing" in kinds and kind == "person"
        ):
            return False
        plural = (
            "Plur" in feature(head, "Number") or len(conjuncts(head)) > 1 or self._has_plural_article(head)
        )
        return plural == ("plural" in kinds) or (plural and kind == "country" and "singular" in kinds)

    def _has_plural_article(self, head: Token) -> bool:
        return (
            any("Plur" in feature(kid, "Number") for kid in kids(head, "det", "case")) and lemma(head) != ""
        )
