"""Quotations and clauses after a reporting verb that only a mark or a colon ties to it."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.tree import (
    Range,
    base,
    form,
    is_finite,
    kids,
    left_of,
    right_of,
    trim,
    words,
)


def following_quote(page: Page, cue: VerbCue) -> list[Range]:
    """The quotation, or the rest of the sentence after a colon, that a verb announces."""
    doc = page.doc
    _, high = page.sentence_of(cue.head.i)
    if page.inside[cue.head.i] is not None:
        return []
    for i in range(cue.end, high):
        quote = page.opening_at(i)
        if quote is not None:
            return _announced(page, cue, quote, i)
        if doc[i].text == ":":
            thing = next(kids(cue.head, "obj"), None)
            told = (thing is None or thing.i < cue.head.i or cue.has("told")) and not _is_said_of(cue)
            return _after_colon(page, i, high) if told or page.quote_beginning_after(i + 1) else []
        if is_finite(doc[i]) and doc[i].i != cue.head.i:
            return []
    return []


def _announced(page: Page, cue: VerbCue, quote: Quote, i: int) -> list[Range]:
    before = page.doc[left_of(page.doc, i, 0)]
    adjacent = before.i < cue.end or before.text in (",", ":") or form(before) in page.lexicon.words["that"]
    told = any(base(c) in ("obj", "iobj", "obl") and c.right_edge.i == before.i for c in cue.head.children)
    if not adjacent and not (told and cue.has("told")):
        return []
    _, high = page.sentence_of(cue.head.i)
    end = quote.end
    if quote.closed and quote.end < high and before.text != ":":
        # The sentence goes on in the reporter's words.
        tail = trim(page.doc, quote.end, high)
        if words(page.doc, *tail) and page.doc[quote.end].text not in (",", ".", ";"):
            return []
    start = before.i if form(before) in page.lexicon.words["kept"] else quote.start
    return [(start, end), *carried_on(page, quote)]


def carried_on(page: Page, quote: Quote) -> list[Range]:
    """The paragraphs that carry a quotation on which was not closed."""
    pieces = []
    while (later := page.carried_on(quote)) is not None:
        pieces.append((later.start, later.end))
        quote = later
    return pieces


def _after_colon(page: Page, colon: int, high: int) -> list[Range]:
    after = right_of(page.doc, colon + 1, len(page.doc))
    quote = page.quote_beginning_after(after) if after < len(page.doc) else None
    if quote is not None:
        return [(quote.start, quote.end), *carried_on(page, quote)]
    start, end = trim(page.doc, colon + 1, high)
    if start < end and words(page.doc, start, end):
        return [(start, end)]
    return [trim(page.doc, *page.sentence_of(after))] if after < len(page.doc) else []


def _is_said_of(cue: VerbCue) -> bool:
    """Whether a passive already has what is said for its subject: "the effect was shown in two groups: …"."""
    return cue.passive and any(c.pos_ in ("NOUN", "PROPN") for c in kids(cue.head, "nsubj"))
