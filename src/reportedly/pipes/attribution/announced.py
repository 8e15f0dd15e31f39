"""Blocks of their own: a statement quoted whole under its announcement, a post over the handle of its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.pipes.attribution.following import carried_on
from reportedly.pipes.attribution.labels import DASHES, is_name
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.sources import can_hear, describe, source_span
from reportedly.pipes.attribution.subjects import agent_of
from reportedly.pipes.attribution.tree import Range, is_passive, kids, left_of, lemma, trim
from reportedly.pipes.draft import AttributionDraft, CueDraft
from reportedly.pipes.tokens import Token

#: ``— Ola Berg (@olaberg) March 3, 2024``: how a post is signed that a page shows.
HANDLE = re.compile(r"@\w{2,}")


def read_announced(page: Page, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Quotations that nobody says yet, under a sentence that tells of a document: "issued this statement:"."""
    taken = [False] * len(page.doc)
    for each in found:
        for start, end in each.content:
            taken[start:end] = [True] * (end - start)
    new = []
    for quote in page.quotes:
        if not quote.depth and not any(taken[quote.start : quote.end]) and (read := _announced(page, quote)):
            found[:] = [each for each in found if not _is_same(each, read)]
            new.append(read)
    return new


def _announced(page: Page, quote: Quote) -> AttributionDraft | None:
    doc = page.doc
    colon = left_of(doc, quote.start, 0)
    while colon > 0 and (doc[colon].is_space or doc[colon].text != ":"):
        if not doc[colon].is_space:
            return None
        colon -= 1
    start, end = page.sentence_of(colon)
    if doc[colon].text != ":" or quote.start < colon:
        return None
    verb = next((t for t in doc[start:end] if t.dep_ == "ROOT" and t.pos_ == "VERB"), None)
    document = next((t for t in doc[start:colon] if page.lexicon.roles.get(lemma(t)) == "document"), None)
    if verb is None or document is None or document.head.i != verb.i:
        return None
    speaker = _speaker(verb, document)
    if speaker is None or not can_hear(page, speaker):
        return None
    source = describe(page, speaker, *source_span(page, speaker, (verb.i, verb.i + 1)))
    cue = CueDraft(verb.i, verb.i + 1, lemma(verb))
    return AttributionDraft("direct", source, cue, [(quote.start, quote.end), *carried_on(page, quote)])


def _speaker(verb: Token, document: Token) -> Token | None:
    """Who publishes a document: the verb's subject, or the agent of its passive."""
    if is_passive(verb):
        return agent_of(verb)
    return next((c for c in kids(verb, "nsubj") if c.i != document.i), None)


def _is_same(one: AttributionDraft, other: AttributionDraft) -> bool:
    """Whether an attribution tells of the document what another tells of its words."""
    source = other.source
    return bool(one.source and source and one.cue and one.source.head == source.head and not _speaks(one))


def _speaks(attribution: AttributionDraft) -> bool:
    return attribution.kind != "indirect"


def read_posts(page: Page) -> list[AttributionDraft]:
    """Paragraphs that a handle signs on the line below."""
    lines = list(_lines(page))
    posts = []
    for (start, end), (first, last) in pairwise(lines):
        dash = page.doc[first]
        text = page.doc.span(first, last).text
        if dash.text not in DASHES or not HANDLE.search(text):
            continue
        name = next((i for i in range(first + 1, last) if page.doc[i].text in ("(", ",")), last)
        if name <= first + 1 or not is_name(page, first + 1, name):
            continue
        source = describe(page, page.doc[first + 1], first + 1, name)
        posts.append(
            AttributionDraft("direct", source, CueDraft(first, first + 1, dash.text), [(start, end)])
        )
    return posts


def _lines(page: Page) -> Iterator[Range]:
    """The lines of the text, in tokens, without white space at their ends."""
    start = 0
    for token in page.doc:
        if token.is_space and "\n" in token.text:
            if start < token.i:
                yield trim(page.doc, start, token.i)
            start = token.i + 1
    if start < len(page.doc):
        yield start, len(page.doc)
