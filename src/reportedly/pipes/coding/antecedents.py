"""Whom a pronoun stands for, within its sentence: enough to fill a role with a name instead of "it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.tree import base, case_of, conjuncts, feature, kids, lemma
from reportedly.pipes.tokens import Token

if TYPE_CHECKING:
    from reportedly.pipes.coding.parties import Parties

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "conj", "parataxis", "csubj"})
#: What one name makes of many: "the United Nations said it", "Rome says they".
BODIES = frozenset({"country", "group", "organization", "outlet"})


def is_pronoun(token: Token) -> bool:
    """A personal pronoun or a possessive of the third person."""
    if token.pos_ not in ("PRON", "DET"):
        return False
    kinds = feature(token, "PronType")
    personal = "Prs" in kinds or "Yes" in feature(token, "Poss") or (token.pos_ == "PRON" and not kinds)
    return personal and not {"1", "2"} & set(feature(token, "Person"))


def _is_his(head: Token, kinds: set[str]) -> bool:
    """Whether somebody is named by a pronoun himself: "meeting his adviser, he was killed" is not about the adviser."""
    return "person" in kinds and any(kid.dep_ == "nmod:poss" and kid.pos_ == "PRON" for kid in head.children)


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
        told = self._told(pronoun)
        if told:
            return told
        before = self._before(pronoun)
        offers = [head for head in before if self._agrees(head, kinds, pronoun) and not _is_his(head, kinds)]
        if not offers and "collective" in kinds:
            offers = [head for head in before if self._kind(head) in BODIES]
        if base(pronoun) in ("expl", "nsubj"):
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

    def _kind(self, head: Token) -> str | None:
        mention = self.parties.context.mention(head)
        return mention.kind if mention is not None else None

    def _same_gender(self, head: Token, pronoun: Token) -> bool:
        """Whether a noun may be what « il » or « elle » stands for; offices and possessives tell nothing."""
        if base(pronoun) != "nsubj" or head.pos_ != "NOUN":
            return True
        first, second = feature(head, "Gender"), feature(pronoun, "Gender")
        return not first or not second or bool(set(first) & set(second))

    def _told(self, pronoun: Token) -> list[Token]:
        """Who is told of a duty: "reminded Tunis that it must sign"."""
        clause = pronoun.head
        modal = [clause, *kids(clause, "aux")]
        if base(pronoun) != "nsubj" or not any(lemma(word) in self.parties.lexicon.duty for word in modal):
            return []
        if base(clause) == "acl":
            held = base(clause.head) in ("iobj", "obl", "obj")
            named = held and self.parties.is_party(clause.head)
            return [clause.head] if named and clause.left_edge.i > clause.head.i else []
        if base(clause) != "ccomp":
            return []
        told = [kid for kid in kids(clause.head, "obj", "iobj", "obl") if clause.head.i < kid.i < clause.i]
        return [kid for kid in told if self._is_asked(kid)][:1]

    def _is_asked(self, token: Token) -> bool:
        """Whether a party that is told something is no mere listener: a country or a body, not the press."""
        context = self.parties.context
        mention = context.mention(token)
        case = case_of(token, context.lexicon)
        named = mention is not None and mention.kind in BODIES - {"outlet"} and mention.type == "name"
        return named and (case is None or case in context.lexicon.dative)

    def _agrees(self, head: Token, kinds: set[str], pronoun: Token) -> bool:
        kind = self._kind(head)
        if not self._same_gender(head, pronoun):
            return False
        if ("person" in kinds and kind in ("country", "organization", "group", "outlet")) or (
            "thing" in kinds and kind == "person"
        ):
            return False
        plural = (
            "Plur" in feature(head, "Number") or len(conjuncts(head)) > 1 or self._has_plural_article(head)
        )
        return plural == ("plural" in kinds) or (plural and kind in BODIES and "singular" in kinds)

    def _has_plural_article(self, head: Token) -> bool:
        return (
            any("Plur" in feature(kid, "Number") for kid in kids(head, "det", "case")) and lemma(head) != ""
        )
