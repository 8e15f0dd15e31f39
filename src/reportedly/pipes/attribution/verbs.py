"""Attributions by verbs: each frame of the lexicon is one way in which a verb holds its content."""

from __future__ import annotations

from reportedly.pipes.attribution.alone import speaks_alone
from reportedly.pipes.attribution.contents import (
    clip,
    kind_of,
)
from reportedly.pipes.attribution.cues import VerbCue, sequences
from reportedly.pipes.attribution.found import Found
from reportedly.pipes.attribution.frames import RULES
from reportedly.pipes.attribution.guards import is_adjective
from reportedly.pipes.attribution.nominals import phrase_head
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import can_hear, describe, hears, source_span, voice_behind
from reportedly.pipes.attribution.subjects import subject_of
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    Range,
    base,
    form,
    is_finite,
    is_infinitive,
    kids,
    lemma,
    trim,
)
from reportedly.pipes.draft import AttributionDraft, SourceDraft
from reportedly.pipes.tokens import Token

#: A request that is longer than this asks for more than not to be named, in tokens.
LONGEST_REQUEST = 10


def read_verb(page: Page, cue: VerbCue) -> AttributionDraft | None:
    """The attribution that a verb makes, or None where nothing is attributed."""
    if is_plain_word(cue) or is_adjective(page, cue.head) or is_impersonal(page, cue):
        return None
    subject = subject_of(page, cue)
    found = next((f for rule in RULES if (f := rule(page, cue, subject)) and f.pieces), None)
    if found is not None and cue.has("topic") and not found.clausal and not is_quoted(page, found.pieces):
        # What is spoken of is not what is said.
        return _spoken_of(page, cue, subject)
    if found is None:
        return _read_alone(page, cue, subject)
    return _read_content(page, cue, subject, found)


def _read_content(page: Page, cue: VerbCue, subject: Token | None, found: Found) -> AttributionDraft | None:
    """The attribution of what a verb says, given that content."""
    inside = page.inside[cue.head.i]
    pieces = [piece for piece in clip(page, found.pieces, inside) if piece[0] < piece[1]]
    if not pieces or withholds_name(page, cue, pieces):
        return None
    if inside is not None and not (found.clausal and may_stand_in_quote(page, cue, subject)):
        return None
    hearer = None if found.clausal else _hearer_within(page, cue, pieces)
    end = found.cue_end or cue.end
    source = _source(page, cue, subject, pieces) if found.sourced else None
    if source is None and cue.entry.sort in ("attitude", "intention"):
        # Nobody's wish and nobody's praise tell nothing.
        return None
    kind = kind_of(page, pieces) if inside is None else "indirect"
    addressee = hearer or addressee_of(page, cue, source, pieces) or _asked_by(page, source)
    return AttributionDraft(kind, source, cue.draft(end), pieces, addressee)  # type: ignore[arg-type]


def _read_alone(page: Page, cue: VerbCue, subject: Token | None) -> AttributionDraft | None:
    """The attribution of a verb that says that somebody spoke, not what was said: "she testified in June"."""
    if not speaks_alone(page, cue, subject) or withholds_name(page, cue, []):
        return None
    source = _source(page, cue, subject, [])
    return AttributionDraft("indirect", source, cue.draft(), [], addressee_of(page, cue, source, []))


def _spoken_of(page: Page, cue: VerbCue, subject: Token | None) -> AttributionDraft | None:
    if page.inside[cue.head.i] is not None or withholds_name(page, cue, []):
        return None
    source = _source(page, cue, subject, [])
    return AttributionDraft("indirect", source, cue.draft(), [], addressee_of(page, cue, source, []))


def is_quoted(page: Page, pieces: list[Range]) -> bool:
    """Whether any of a content is quoted."""
    return any(page.inside[i] is not None for start, end in pieces for i in range(start, end))


def withholds_name(page: Page, cue: VerbCue, pieces: list[Range]) -> bool:
    """Whether a verb only says that somebody will not be named: "who asked not to be named"."""
    short = [piece for piece in pieces if piece[1] - piece[0] <= LONGEST_REQUEST and piece[0] >= cue.end]
    for start, end in [(cue.start, cue.end), *short]:
        if any(lemma(token) in page.lexicon.anonymous for token in page.doc[start:end]):
            return True
        if any(True for _ in sequences(page, dict(page.lexicon.withheld), start, end)):
            return True
    return False


def _hearer_within(page: Page, cue: VerbCue, pieces: list[Range]) -> Range | None:
    """The outlet that ends a noun phrase, taken out of the content: "confirmed the sale | to Reuters"."""
    start, end = pieces[-1]
    if cue.entry.sort != "report" or start < cue.end:
        return None
    for i in range(end - 2, start, -1):
        token = page.doc[i]
        if token.pos_ != "ADP" or form(token) not in page.lexicon.addressee or page.inside[i] is not None:
            continue
        mention = page.mention_of(phrase_head(page.doc, i + 1))
        if mention is None or mention.kind != "outlet" or mention.end < end:
            return None
        pieces[-1] = trim(page.doc, start, i)
        return trim(page.doc, i + 1, end)
    return None


def _hearer_after(page: Page, source: SourceDraft | None) -> Range | None:
    """The hearer that follows an inverted source, which the parser may have hung on it."""
    if source is None:
        return None
    doc, i = page.doc, source.end
    if i + 1 < len(doc) and form(doc[i]) in page.lexicon.addressee:
        head = phrase_head(doc, i + 1)
        if hears(page, head):
            return source_span(page, head, (i, i + 1))
    return None


def _asked_by(page: Page, source: SourceDraft | None) -> Range | None:
    """The one whose question a source answers, taken out of the source: "a spokeswoman, asked by the daily,"."""
    if source is None:
        return None
    doc = page.doc
    for i in range(source.head + 1, source.end - 1):
        cases = page.lexicon.asked.get(lemma(doc[i]), frozenset())
        if form(doc[i + 1]) in cases and i + 2 < source.end:
            hearer = trim(doc, i + 2, source.end)
            source.end = trim(doc, source.start, i)[1]
            return hearer
    return None


def _source(page: Page, cue: VerbCue, subject: Token | None, pieces: list[Range]) -> SourceDraft | None:
    if subject is not None and form(subject) in page.lexicon.generic and (voice := voice_behind(page, cue)):
        return voice
    if subject is None or is_expletive(page, subject, cue):
        return None
    if any(a <= subject.i < b for a, b in pieces):
        return None
    start, end = source_span(page, subject, (cue.start, cue.end), cue)
    # "It was learned from a diplomat | that": a source ends where what it says begins.
    end = min([end, *(first for first, _ in pieces if first > subject.i)])
    return describe(page, subject, start, end)


def is_expletive(page: Page, subject: Token, cue: VerbCue) -> bool:
    """Whether a subject stands for nobody: "it is said", "il semble"."""
    if base(subject) == "expl":
        return cue.passive or cue.has("seeming") or not is_personal(page, cue)
    if form(subject) not in page.lexicon.expletive:
        return False
    return cue.passive or cue.has("seeming")


def is_impersonal(page: Page, cue: VerbCue) -> bool:
    """An active verb with an expletive subject says nothing of anybody's words: "il convient de"."""
    if cue.has("seeming") or cue.passive or is_personal(page, cue):
        return False
    return any(base(c) == "expl" and form(c) in page.lexicon.expletive for c in cue.head.lefts) and not any(
        True for _ in kids(cue.head, "nsubj")
    )


def is_personal(page: Page, cue: VerbCue) -> bool:
    """Whether an active verb always has somebody who speaks, whatever the parser calls its pronoun: "il a ajouté"."""
    entry = cue.entry
    speaks = (cue.has("clause") or cue.has("quote")) and not entry.reflexive
    return speaks and entry.lemma not in page.lexicon.impersonal_verbs


def is_plain_word(cue: VerbCue) -> bool:
    """Whether a verb is used otherwise: as an auxiliary, an attributive participle or an imperative aside."""
    if base(cue.head) == "cc" and is_infinitive(cue.head):
        # "je crois pouvoir dire que": what follows tells that the verb is one.
        return cue.tail >= len(cue.head.doc) or cue.head.doc[cue.tail].pos_ != "SCONJ"
    return base(cue.head) in ("fixed", "cc", "compound") and not is_finite(cue.head)


def may_stand_in_quote(page: Page, cue: VerbCue, subject: Token | None) -> bool:
    """Whether a cue inside a quotation brings in another voice than the speaker's own."""
    if cue.entry.sort != "report" or not cue.has("clause") or subject is None:
        return False
    lexicon = page.lexicon
    word = form(subject)
    return word not in lexicon.first and word not in lexicon.second and word not in lexicon.expletive


def addressee_of(page: Page, cue: VerbCue, source: SourceDraft | None, pieces: list[Range]) -> Range | None:
    """The one who is told: a direct object with "tell", else a phrase with "to"."""
    verb = cue.head
    for child in verb.children:
        label = base(child)
        if child.pos_ not in NOMINAL or (source and source.start <= child.i < source.end):
            continue
        case = next((form(c) for c in kids(child, "case")), None)
        told = label in ("obj", "iobj") and case is None and cue.has("told") and child.i > verb.i
        towards = label in ("obl", "iobj", "nmod") and case in page.lexicon.addressee
        if told or (towards and can_hear(page, child)):
            start, end = source_span(page, child, (cue.start, cue.end))
            ends = [a for a, _ in pieces] + ([source.start] if source else [])
            end = min([end, *(a for a in ends if a > child.i)])
            if not any(a <= child.i < b for a, b in pieces):
                return start, end
    return _hearer_after(page, source)
