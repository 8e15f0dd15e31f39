"""Verbs that tell that somebody spoke and not what was said: "she testified", "ils ont alerté les secours"."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.nominals import is_clitic
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import can_hear, hears
from reportedly.pipes.attribution.tree import NOMINAL, base, form, kids, lemma
from reportedly.pipes.tokens import Token


def speaks_alone(page: Page, cue: VerbCue, subject: Token | None) -> bool:
    """Whether a verb with no content is an act of speech: by one who can speak, to nobody or to one who can hear."""
    told = cue.has("alone_told") and any(
        hears(page, c) for c in kids(cue.head, "obl", "iobj") if _is_addressed(page, c)
    )
    if not (told or cue.has("alone")) or cue.passive or page.inside[cue.head.i] is not None:
        return False
    if subject is not None and not _can_speak(page, subject):
        return False
    if cue.has("answering") and any(_answers_for(page, child) for child in cue.head.rights):
        return False
    objects = [c for c in kids(cue.head, "obj") if not (is_clitic(c) or _is_reflexive(c))]
    if objects and not cue.has("told"):
        return False
    hearers = [*objects, *(c for c in kids(cue.head, "obl", "iobj") if _is_addressed(page, c))]
    return all(can_hear(page, each) or is_clitic(each) for each in hearers)


def _answers_for(page: Page, child: Token) -> bool:
    """Whether one answers for an act, or to a call, with deeds: "répondre de fraude", "répondre présent"."""
    if base(child) == "xcomp" or child.pos_ == "ADJ":
        return True
    return base(child) in ("obl", "nmod", "advcl") and any(
        form(case) in page.lexicon.words["of"] for case in kids(child, "case", "mark")
    )


def _is_reflexive(token: Token) -> bool:
    return "Yes" in token.morph.get("Reflex", [])


def _is_addressed(page: Page, token: Token) -> bool:
    """Whether a phrase stands with the preposition of those whom one speaks to."""
    if token.pos_ not in NOMINAL:
        return False
    return any(form(case) in page.lexicon.addressee for case in kids(token, "case"))


def _can_speak(page: Page, token: Token) -> bool:
    """Whether a subject is somebody, as far as can be told."""
    if token.pos_ in ("PROPN", "PRON"):
        return base(token) != "expl" and form(token) not in page.lexicon.words["thing"]
    if page.lexicon.roles.get(lemma(token)) not in (None, "document"):
        return True
    mention = page.mention_of(token)
    return mention is not None and mention.kind in ("person", "group", "organization", "outlet", "country")
