"""What tells sayings and knowings from other uses of the same verbs: what their objects and subjects are."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.nominals import names_time
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import can_hear
from reportedly.pipes.attribution.tree import base, form, is_finite, is_light, lemma
from reportedly.pipes.tokens import Token

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


def says_itself(page: Page, cue: VerbCue, subject: Token | None) -> bool:
    """Whether a verb has a noun or an infinitive of its own to say: "I do not back the plan, but …"."""
    told = cue.has("told")
    for child in cue.head.rights:
        noun = base(child) == "obj" and child.pos_ in ("NOUN", "PROPN") and not told and not names_time(child)
        infinitive = base(child) == "xcomp" and "Inf" in child.morph.get("VerbForm", [])
        if (noun or infinitive) and child.i >= cue.end and (subject is None or child.i != subject.i):
            return not any(is_light(t) for t in page.doc[cue.end : child.left_edge.i])
    return False
