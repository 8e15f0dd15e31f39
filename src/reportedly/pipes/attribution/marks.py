"""Attributions by set phrases: "à son avis", "de source diplomatique", "it is clear that", "convinced that"."""

from __future__ import annotations

from reportedly.pipes.attribution.complements import right_clause
from reportedly.pipes.attribution.contents import around, clause_content, clip, kind_of
from reportedly.pipes.attribution.cues import sequences
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.phrases import clause_region
from reportedly.pipes.attribution.sources import describe, source_span
from reportedly.pipes.attribution.tree import NOMINAL, Range, base, form, is_infinitive, kids, lemma
from reportedly.pipes.draft import AttributionDraft, CueDraft, CueSort, SourceDraft
from reportedly.pipes.tokens import Token


def read_marks(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """The attributions of a sentence that set phrases and adjectives make."""
    return [*_own(page, start, end), *_bare(page, start, end), *_adjectives(page, start, end)]


def _build(
    page: Page, cue: CueDraft, source: SourceDraft | None, pieces: list[Range]
) -> AttributionDraft | None:
    pieces = clip(page, pieces, page.inside[cue.start])
    if not pieces or (page.inside[cue.start] is not None and _is_own_voice(page, source)):
        return None
    kind = kind_of(page, pieces) if page.inside[cue.start] is None else "indirect"
    return AttributionDraft(kind, source, cue, pieces)  # type: ignore[arg-type]


def _is_own_voice(page: Page, source: SourceDraft | None) -> bool:
    if source is None:
        return True
    word = form(page.doc[source.head])
    return word in page.lexicon.first or word in page.lexicon.second


def _own(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """Phrases that hold their source as a possessive or a pronoun: "in his view"."""
    found = []
    for i, stop, phrase in sequences(page, dict(page.lexicon.own_phrases), start, end):
        owner = next((t for t in page.doc[i:stop] if t.pos_ in ("DET", "PRON")), None)
        if owner is None:
            continue
        source = describe(page, owner, owner.i, owner.i + 1)
        region = clause_region(page, page.doc[stop - 1], i, (start, end))
        cue = CueDraft(i, stop, " ".join(phrase), "neutral", "belief")
        if built := _build(page, cue, source, around(page, *region, (i, stop))):
            found.append(built)
    return found


def _bare(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """Sources without an article: "de source diplomatique"."""
    found = []
    for i, stop, phrase in sequences(page, dict(page.lexicon.bare_phrases), start, end):
        head = page.doc[stop - 1]
        if stop < end and page.doc[stop].pos_ not in ("ADJ", "VERB", "ADV", "ADP", "NOUN"):
            continue
        _first, last = source_span(page, head, (i, i + 1))
        last = max(last, stop + 1 if stop < end and page.doc[stop].pos_ in ("ADJ", "VERB") else stop)
        source = describe(page, head, stop - 1, last)
        region = clause_region(page, head, i, (start, end))
        cue = CueDraft(i, i + 1, " ".join(phrase[:1]))
        if built := _build(page, cue, source, around(page, *region, (i, last))):
            found.append(built)
    return found


def _adjectives(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """Adjectives with a complement: "she is convinced that", "it is unclear whether"."""
    found = []
    for i in range(start, end):
        token = page.doc[i]
        if (
            token.pos_ not in ("ADJ", "VERB")
            or lemma(token) not in page.lexicon.personal | page.lexicon.impersonal
        ):
            continue
        if built := _adjective(page, token):
            found.append(built)
    return found


def _adjective(page: Page, token: Token) -> AttributionDraft | None:
    clause = right_clause(token, token.i + 1)
    complement = clause or _governed(token) or _infinitive(token)
    if complement is None or complement.i <= token.i:
        return None
    subject = next(kids(token, "nsubj"), None)
    if subject is None and base(token) == "acl" and token.head.pos_ in NOMINAL:
        subject = token.head
    expletive = subject is None or form(subject) in page.lexicon.expletive
    if expletive and lemma(token) not in page.lexicon.impersonal:
        return None
    if not expletive and lemma(token) not in page.lexicon.personal:
        return None
    first = min([token.i, *(c.i for c in kids(token, "cop", "aux", "advmod") if c.i < token.i)])
    source = None
    if subject is not None and not expletive:
        source = describe(page, subject, *source_span(page, subject, (first, token.i + 1)))
    sort: CueSort = "belief" if clause is not None or expletive else "attitude"
    cue = CueDraft(first, token.i + 1, lemma(token), "neutral", sort)
    return _build(page, cue, source, clause_content(page, complement, token.i + 1))


def _infinitive(token: Token) -> Token | None:
    """The infinitive that somebody is for or against: "willing to leave"."""
    return next((c for c in kids(token, "xcomp", "advcl") if c.i > token.i and is_infinitive(c)), None)


def _governed(token: Token) -> Token | None:
    """The phrase that an adjective governs: "conscient de l'enjeu", "aware of the risk"."""
    for child in token.rights:
        if base(child) in ("obl", "advcl", "nmod") and {
            lemma(c) for c in kids(child, "case", "mark")
        } & words_of(token, "of"):
            return child
    return None
