"""Names before a colon: a headline's speaker ("Minister: no talks") and the speakers of a transcript."""

from __future__ import annotations

from reportedly.pipes.attribution.contents import kind_of
from reportedly.pipes.attribution.following import carried_on
from reportedly.pipes.attribution.nominals import phrase_head
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe
from reportedly.pipes.attribution.titles import is_topic
from reportedly.pipes.attribution.tree import Range, form, is_finite, is_light, is_mark, right_of, trim, words
from reportedly.pipes.draft import AttributionDraft, CueDraft
from reportedly.pipes.tokens import Token

DASHES = frozenset(["-", "–", "—", "--", "―"])
#: No longer name stands before a colon, in words.
LONGEST_NAME = 6


def read_label(page: Page, start: int, end: int) -> AttributionDraft | None:
    """The attribution of a sentence that a speaker's name and a colon begin."""
    doc = page.doc
    first = start
    while first < end and is_light(doc[first]):
        first += 1
    colon = next((i for i in range(first, min(first + LONGEST_NAME + 1, end)) if doc[i].text == ":"), None)
    if colon is None or colon == first:
        return None
    end_of_name = _before_platform(page, first, colon)
    if not is_name(page, first, end_of_name):
        return None
    if page.title is not None and page.title.holds(first) and is_topic(page, page.title, first, end_of_name):
        return None
    pieces = _pieces(page, colon, end)
    if not pieces:
        return None
    head = phrase_head(doc, first)
    if not first <= head.i < end_of_name:
        head = doc[end_of_name - 1]
    source = describe(page, head, first, end_of_name)
    kind = kind_of(page, pieces) if page.inside[colon] is None else "indirect"
    return AttributionDraft(kind, source, CueDraft(colon, colon + 1, ":"), pieces)  # type: ignore[arg-type]


def _before_platform(page: Page, start: int, colon: int) -> int:
    """The end of a name, where it was said left out: "Ola Berg | sur X:"."""
    posted = page.lexicon.words["posted"]
    at = next((i for i in range(start + 1, colon - 1) if form(page.doc[i]) in posted), colon)
    return trim(page.doc, start, at)[1]


def read_signatures(page: Page, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Quotations that a name signs after a dash: "« Nous tiendrons. » – Ola Berg"."""
    taken = {i for each in found for start, end in each.content for i in range(start, end)}
    signed = []
    for quote in page.quotes:
        if quote.depth or not quote.closed or quote.start + 1 in taken:
            continue
        dash = right_of(page.doc, quote.end, len(page.doc))
        if dash + 1 >= len(page.doc) or page.doc[dash].text not in DASHES:
            continue
        first = right_of(page.doc, dash + 1, len(page.doc))
        stop = next((i for i in range(first, len(page.doc)) if "\n" in page.doc[i].text), len(page.doc))
        start, end = trim(page.doc, first, stop)
        name = next((i for i in range(start, end) if page.doc[i].text in (",", "(")), end)
        if not start < name <= start + LONGEST_NAME or not is_name(page, start, name):
            continue
        if any(is_finite(token) or token.pos_ == "AUX" for token in page.doc[start:end]):
            continue
        source = describe(page, page.doc[name - 1], start, end)
        cue = CueDraft(dash, dash + 1, page.doc[dash].text)
        signed.append(AttributionDraft("direct", source, cue, [(quote.start, quote.end)]))
    return signed


def is_name(page: Page, start: int, end: int) -> bool:
    """Whether a stretch is a name of somebody who can speak, and nothing else."""
    tokens = [token for token in page.doc[start:end] if not token.is_space]
    if any(is_finite(token) or is_mark(token) for token in tokens):
        return False
    mention = page.mention_of(tokens[-1])
    if mention is not None and mention.kind in ("place", "weapon", "document"):
        return False
    if mention is not None and mention.kind == "other" and not _may_be_person(page, tokens[-1], end):
        return False
    named = tokens[-1].pos_ == "PROPN" or (mention is not None and mention.type == "name")
    capitals = all(token.is_upper for token in tokens if token.is_alpha)
    known = any(str(token.lemma_).lower() in page.lexicon.roles for token in tokens)
    # "Q:" and "A:" are the voices of an interview.
    interview = (
        len(tokens) == 1 and len(tokens[0].text) == 1 and tokens[0].is_upper and bool(tokens[0].is_sent_start)
    )
    return named or interview or (capitals and len(tokens[0].text) > 1) or known


def _may_be_person(page: Page, token: Token, colon: int) -> bool:
    """Whether a name of unknown kind is the last name of somebody in the text, or has a quotation after its colon."""
    named = (each for each in page.mentions if each.kind == "person" and each.type == "name")
    return page.quote_beginning_after(colon + 1) is not None or any(
        page.forms[each.end - 1] == form(token) for each in named
    )


def _pieces(page: Page, colon: int, end: int) -> list[Range]:
    quote = page.quote_beginning_after(colon + 1)
    if quote is not None:
        return [(quote.start, quote.end), *carried_on(page, quote)]
    start, end = trim(page.doc, colon + 1, end)
    if not words(page.doc, start, end) or end - start < 2:
        return []
    if page.inside[colon] is not None or page.doc[colon - 1].is_upper or len(page.doc[colon - 1].text) == 1:
        # In a transcript a speaker has the floor until the paragraph ends.
        while end < len(page.doc) and "\n" not in page.doc[end].text:
            end += 1
        start, end = trim(page.doc, start, end)
    has_verb = any(page.doc[i].pos_ in ("VERB", "AUX") for i in range(start, end))
    return [(start, end)] if has_verb else []
