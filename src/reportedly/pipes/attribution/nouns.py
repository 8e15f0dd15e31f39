"""Attributions by nouns: "the claim that", "l'annonce selon laquelle", "son opinion", "reports of a landing"."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.pipes.attribution.contents import (
    before_next_report,
    clip,
    kind_of,
    phrase_content,
    with_quotes,
)
from reportedly.pipes.attribution.cues import NounCue, noun_cues
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe, source_span
from reportedly.pipes.attribution.subjects import own_subject
from reportedly.pipes.attribution.tree import NOMINAL, Range, base, form, kids, lemma, span_of
from reportedly.pipes.draft import AttributionDraft, SourceDraft


def read_nouns(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """The attributions that nouns make in a sentence."""
    return [read for cue in noun_cues(page, start, end) if (read := _read_noun(page, cue, (start, end)))]


def _read_noun(page: Page, cue: NounCue, sentence: Range) -> AttributionDraft | None:
    head = cue.head
    if base(head) in ("compound", "flat", "fixed"):
        return None
    owner = _owner(page, cue)
    content = _clause(page, cue) or _governed(page, cue, owner)
    end = head.i + 1
    if content is None:
        if not cue.noun.bare or owner is None:
            return None
        content = phrase_content(page, head, sentence[0], sentence[1])
    elif content[0] == end + 1 and base(page.doc[end]) == "case":
        end += 1
    pieces = clip(page, [content], page.inside[head.i])
    if not pieces or (page.inside[head.i] is not None and owner is None):
        return None
    source = _source(page, cue, owner)
    if page.inside[head.i] is not None and (
        source is None or form(page.doc[source.head]) in page.lexicon.first
    ):
        return None
    kind = kind_of(page, pieces) if page.inside[head.i] is None else "indirect"
    return AttributionDraft(kind, source, cue.draft(end=end), pieces)  # type: ignore[arg-type]


def _clause(page: Page, cue: NounCue) -> Range | None:
    """A clause with its complementiser, or an infinitive, that says what the noun says."""
    for child in cue.head.rights:
        if base(child) not in ("acl", "ccomp", "xcomp", "advcl"):
            continue
        start, end = span_of(child)
        first = form(page.doc[start])
        if cue.noun.clause and first in page.lexicon.words["that"] and not _is_relative(page.doc[start]):
            start += first in page.lexicon.words["dropped"]
            return with_quotes(page, start, before_next_report(page, start, end))
        if cue.noun.clause and first in page.lexicon.phrases and start + 2 < end:
            return with_quotes(page, start + 2, end)
        if (
            cue.noun.infinitive
            and "Inf" in child.morph.get("VerbForm", [])
            and first in page.lexicon.words["infinitive"]
        ):
            return with_quotes(page, start + (first not in page.lexicon.words["kept"]), end)
    return None


def _is_relative(token: Token) -> bool:
    return "Rel" in token.morph.get("PronType", []) and base(token) in ("nsubj", "obj")


def _governed(page: Page, cue: NounCue, owner: Token | None) -> Range | None:
    """The noun phrase that a preposition of the noun governs: "fears of war"."""
    for child in cue.head.rights:
        if base(child) not in ("nmod", "obl", "acl") or (owner is not None and child.i == owner.i):
            continue
        for case in kids(child, "case", "mark"):
            if {form(case), lemma(case)} & cue.noun.prepositions and case.i < child.i:
                return phrase_content(page, child, case.i + 1, page.sentence_of(child.i)[1])
    return None


def _owner(page: Page, cue: NounCue) -> Token | None:
    """Whose word it is: a possessive, or one who can speak after "of", "by" or "de"."""
    for child in cue.head.children:
        label = base(child)
        if child.dep_ == "nmod:poss" or "Yes" in child.morph.get("Poss", []):
            return child
        if label not in ("nmod", "obl") or child.i < cue.head.i:
            continue
        cases = {form(case) for case in kids(child, "case")} | {lemma(case) for case in kids(child, "case")}
        if cases & page.lexicon.words["agent"]:
            return child
        if cases & page.lexicon.words["of"] and _is_somebody(page, child):
            return child
    return None


def _is_somebody(page: Page, token: Token) -> bool:
    mention = page.mention_of(token)
    if mention is not None:
        return mention.kind in ("person", "group", "organization", "outlet", "country")
    role = page.lexicon.roles.get(lemma(token))
    return token.pos_ == "PROPN" or (role is not None and role != "document")


def _source(page: Page, cue: NounCue, owner: Token | None) -> SourceDraft | None:
    if owner is None:
        owner = _light_subject(cue)
    if owner is None:
        return None
    if owner.pos_ in ("DET", "PRON") and owner.i < cue.head.i and owner.head.i == cue.head.i:
        return describe(page, owner, owner.i, owner.i + 1)
    start, end = source_span(page, owner, (cue.head.i, cue.head.i + 1))
    return describe(page, owner, start, end)


def _light_subject(cue: NounCue) -> Token | None:
    """The subject of the verb whose object the noun is: "the mayor made a promise to"."""
    verb = cue.head.head
    if base(cue.head) == "obj" and verb.pos_ == "VERB":
        subject = own_subject(verb)
        return (
            subject if subject is not None and subject.pos_ in NOMINAL and subject.i != cue.head.i else None
        )
    return None
