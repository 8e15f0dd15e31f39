"""What tells sayings and knowings from other uses of the same verbs: what their objects and subjects are."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import can_hear
from reportedly.pipes.attribution.tree import base, form, is_finite, lemma

#: Roles of nouns that name people rather than bodies or texts.
PEOPLE = frozenset(["official", "spokesperson", "person", "group"])


def is_other_use(page: Page, cue: VerbCue, thing: Token, subject: Token | None) -> bool:
    """Whether a verb with this object says nothing: "admit a patient", "connaître un essor", "répondre aux besoins"."""
    if cue.has("of_things") and is_somebody(page, thing):
        return True
    if cue.has("of_definite") and is_indefinite(thing):
        return True
    if (
        cue.has("answering")
        and cue.entry.tail
        and not (can_hear(page, thing) or lemma(thing) in words_of(thing, "answered"))
    ):
        return True
    return cue.has("of_documents") and not is_document(page, subject)


def is_somebody(page: Page, token: Token) -> bool:
    """Whether a nominal names a person or people."""
    mention = page.mention_of(token)
    if mention is not None and mention.kind in ("person", "group"):
        return token.pos_ != "PRON"
    return token.pos_ == "NOUN" and page.lexicon.roles.get(lemma(token)) in PEOPLE


def is_indefinite(token: Token) -> bool:
    """Whether a noun has an indefinite article, a number or no article at all."""
    dets = [
        child
        for child in token.children
        if base(child) in ("det", "nummod") or "Yes" in child.morph.get("Poss", [])
    ]
    if token.pos_ != "NOUN":
        return False
    return not dets or any("Ind" in d.morph.get("Definite", []) or base(d) == "nummod" for d in dets)


def is_document(page: Page, token: Token | None) -> bool:
    """Whether a nominal names a text, figures or an image."""
    if token is None:
        return False
    mention = page.mention_of(token)
    return (mention is not None and mention.kind == "document") or (
        page.lexicon.roles.get(lemma(token)) == "document"
    )


def is_adjective(page: Page, verb: Token) -> bool:
    """Whether a participle only describes its noun: "des doses répétées", "a known risk"."""
    if base(verb) not in ("acl", "amod") or is_finite(verb) or lemma(verb) not in page.lexicon.adjectives:
        return False
    return not any(base(c) in ("obl", "ccomp", "xcomp", "advcl", "nmod", "obj") for c in verb.children) and (
        form(verb) != lemma(verb)
    )
