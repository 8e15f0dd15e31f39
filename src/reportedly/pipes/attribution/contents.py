"""What is said: the stretches of text that a cue holds out as its source's words or thoughts."""

from __future__ import annotations

from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    OPENERS,
    Range,
    base,
    form,
    is_finite,
    is_light,
    is_mark,
    lemma,
    span_of,
    trim,
    words,
)
from reportedly.pipes.tokens import Token

DETERMINED = NOMINAL | {"DET"}


def clause_content(page: Page, clause: Token, low: int, *, told: bool = False) -> list[Range]:
    """A complement clause to the right of its cue, with a quotation that runs on past its sentence.

    :param low: where the cue ends: nothing before it belongs to the content.
    """
    start, end = span_of(clause)
    start = _from_cue(page, clause, max(start, low), low, told=told)
    start = _after_complementiser(page, start, clause)
    end = _through_relative(page, clause, _to_break(page, clause, end))
    end = before_objection(page, start, before_next_report(page, start, end))
    return [with_quotes(page, start, end)] if start < end else []


def _from_cue(page: Page, clause: Token, start: int, low: int, *, told: bool) -> int:
    """The clause's beginning, with words before it that the parser hung nowhere near the cue."""
    verb = clause.head
    i = start
    for k in range(low, min(start, clause.i)):
        if form(page.doc[k]) in page.lexicon.words["that"] and page.doc[k].pos_ in ("SCONJ", "PRON"):
            return k
        if is_finite(page.doc[k]):
            break
    if told:
        return start
    if low < start and (page.doc[low].pos_ in DETERMINED and not is_time(page, page.doc[low])):
        return (
            low
            if not any(is_light(page.doc[k]) and not is_mark(page.doc[k]) for k in range(low, start))
            else start
        )
    while i > low:
        token = page.doc[i - 1]
        if (
            is_light(token)
            or token.head.i == verb.i
            or (verb in token.head.ancestors and token.head.i < clause.left_edge.i)
        ):
            break
        i -= 1
    return i


def _to_break(page: Page, clause: Token, end: int) -> int:
    """The clause's end, moved to the next comma or stop where the parser broke it off before."""
    high = page.sentence_of(clause.i)[1]
    while end < high:
        # "an old, leaky boat": an adjective never stands without its noun.
        last = page.doc[end - 1]
        if last.pos_ not in ("ADJ", "DET", "NUM") or base(last) not in ("amod", "det") or last.head.i < end:
            break
        end = last.head.i + 1
    return _break_after(page, end, high)


def _through_relative(page: Page, clause: Token, end: int) -> int:
    """The end of a clause with the relative clause after its comma that the parser took for a second one."""
    doc = page.doc
    if end + 1 >= page.sentence_of(clause.i)[1] or doc[end].text != ",":
        return end
    pronoun = doc[end + 1]
    relative = "Rel" in pronoun.morph.get("PronType", []) or form(pronoun) in page.lexicon.words["relative"]
    second = pronoun.head
    if relative and second.i > end and second.head.i == clause.head.i and base(second) == base(clause):
        return span_of(second)[1]
    return end


def to_break(page: Page, start: int) -> int:
    """The next place after a token at which what it begins may end."""
    return _break_after(page, start, page.sentence_of(start)[1])


def _break_after(page: Page, end: int, high: int) -> int:
    """The next place at which a clause may end."""
    doc = page.doc
    while end < high:
        token = doc[end]
        if token.pos_ == "CCONJ" and not _joins_words(page, end, high):
            break
        if is_light(token) and not is_mark(token) and not _is_bridge(page, end, high):
            break
        end += 1
    return end


def _joins_words(page: Page, i: int, high: int) -> bool:
    """Whether a conjunction goes on with the same clause: no subject of its own follows it."""
    if i + 1 >= high:
        return False
    after = page.doc[i + 1]
    if form(after) in page.lexicon.words["that"] or page.opening_at(i + 1) is not None:
        return True
    return after.pos_ in ("ADP", "ADJ", "PART", "NUM") or (
        after.pos_ in ("AUX", "VERB") and not _is_report(page, after)
    )


def _is_bridge(page: Page, i: int, high: int) -> bool:
    """Whether a comma is followed by a quotation or by a conjunction that goes on with the same clause."""
    if page.doc[i].text != "," or i + 2 >= high:
        return False
    if page.opening_at(i + 1) is not None:
        return True
    return page.doc[i + 1].pos_ == "CCONJ" and _joins_words(page, i + 1, high)


def _is_report(page: Page, token: Token) -> bool:
    """Whether a verb is a cue of speech."""
    entries = page.lexicon.verbs.get(lemma(token), ())
    return any("clause" in entry.frames and entry.sort == "report" for entry in entries)


def before_next_report(page: Page, start: int, end: int) -> int:
    """The end of a content, moved to before a second report by its source: "said A and added B", ", noting that"."""
    doc = page.doc
    for i in range(start + 2, end - 1):
        if page.inside[i] is not None or not (doc[i].pos_ == "CCONJ" or doc[i].text in (",", "–", "—", "-")):
            continue
        verb = _verb_after(page, i + 1, end)
        if verb is None or not _is_report(page, verb):
            continue
        gerund = not is_finite(verb) and (
            "Ger" in verb.morph.get("VerbForm", []) or "Pres" in verb.morph.get("Tense", [])
        )
        joined = doc[i].pos_ == "CCONJ" or (doc[i + 1].pos_ == "CCONJ")
        if (gerund and doc[i].text == ",") or (is_finite(verb) and joined and verb.i - i <= 3):
            return i
    return end


def before_objection(page: Page, start: int, end: int) -> int:
    """The end of a content, moved to before what the reporter holds against it: "said it was safe, | but it fell"."""
    doc = page.doc
    for i in range(start + 3, end - 2):
        if form(doc[i]) not in page.lexicon.words["but"] or page.inside[i] is not None:
            continue
        apart = is_light(doc[i - 1]) and not is_mark(doc[i - 1])
        if apart and not _goes_on_elliptically(page, i + 1) and any(is_finite(t) for t in doc[i + 1 : end]):
            return i - 1
    return end


def _goes_on_elliptically(page: Page, i: int) -> bool:
    """Whether what follows a conjunction has no clause of its own: "but would", "but that", "but \"not now\""."""
    token = page.doc[i]
    if form(token) in page.lexicon.words["that"] or page.opening_at(i) is not None:
        return True
    return token.pos_ in ("AUX", "ADP", "PART", "SCONJ", "ADV", "ADJ")


def _verb_after(page: Page, i: int, end: int) -> Token | None:
    """The verb that begins a stretch, a conjunction, an adverb or a pronoun before it."""
    for k in range(i, min(i + 4, end)):
        token = page.doc[k]
        if token.pos_ == "VERB":
            return token
        if token.pos_ not in ("CCONJ", "ADV", "PRON", "ADP"):
            return None
    return None


def _after_complementiser(page: Page, start: int, clause: Token) -> int:
    """French leaves "que" out of what is said, English keeps "that" in it, as the annotations of both do."""
    doc = page.doc
    while start < clause.i and is_light(doc[start]) and not is_mark(doc[start]):
        start += 1
    if start < clause.i and form(doc[start]) in page.lexicon.words["dropped"] and base(doc[start]) == "mark":
        return start + 1
    return start


def with_quotes(page: Page, start: int, end: int) -> Range:
    """A stretch trimmed, and carried on to the end of a quotation that begins in it and outlasts it."""
    start, end = trim(page.doc, start, end)
    for i in range(start, end):
        quote = page.opening_at(i)
        if quote is not None and not quote.depth and quote.end > end:
            end = quote.end
    if end > start and end < len(page.doc) and page.closing_at(end + 1) and start > 0:
        # The closing mark right after the last word belongs with it.
        quote = page.closing_at(end + 1)
        if quote is not None and quote.start >= start:
            end += 1
    return start, end


def around(page: Page, start: int, end: int, hole: Range) -> list[Range]:
    """What is left of a stretch when a reporting clause is taken out of it."""
    pieces = []
    for stretch in ((start, hole[0]), (hole[1], end)):
        a, b = trim(page.doc, *stretch)
        if a < b and words(page.doc, a, b):
            pieces.append((a, b))
    return pieces


def clip(page: Page, pieces: list[Range], quote: Quote | None) -> list[Range]:
    """Pieces of content, kept inside the quotation that their cue stands in."""
    if quote is None:
        return pieces
    high = quote.end - quote.closed
    clipped = [(max(a, quote.start + 1), min(b, high)) for a, b in pieces]
    return [(a, b) for a, b in clipped if a < b and words(page.doc, a, b)]


def phrase_content(page: Page, head: Token, low: int, high: int) -> Range:
    """A noun phrase, with the quotation it begins or ends."""
    start, end = span_of(head)
    return with_quotes(page, max(start, low), min(end, high))


def object_content(page: Page, head: Token, low: int, high: int) -> Range:
    """A noun phrase after its verb, with the modifiers right after it that the parser hung elsewhere."""
    start, end = span_of(head)
    start, end = max(start, low), min(end, high)
    doc = page.doc
    while end < high and head.i >= low and _goes_on(page, end):
        end += 1
    while end > head.i + 1 and doc[end - 1].pos_ in ("ADP", "CCONJ", "DET", "PART"):
        end -= 1
    return with_quotes(page, start, end)


def clause_after(page: Page, low: int, content: Range, high: int) -> Range | None:
    """The clause that a noun phrase opens, where a finite verb follows it: "feared the dam | would burst"."""
    doc, (start, end) = page.doc, content
    while end < high and is_mark(doc[end]):
        end += 1
    if end >= high or start > low or not (is_finite(doc[end]) or doc[end].pos_ == "AUX"):
        return None
    return with_quotes(page, start, before_next_report(page, start, _break_after(page, end, high)))


def _goes_on(page: Page, i: int) -> bool:
    """Whether a noun phrase goes on at a token: no stop, no new clause, no time."""
    token = page.doc[i]
    if token.text == "-" and i and not page.doc[i - 1].whitespace_:
        return True
    if is_light(token) and not is_mark(token):
        return False
    if token.pos_ in ("SCONJ", "AUX", "PRON", "INTJ") or is_finite(token):
        return "Rel" in token.morph.get("PronType", [])
    if token.pos_ == "CCONJ":
        return i + 1 < len(page.doc) and page.doc[i + 1].pos_ in OPENERS
    if token.pos_ == "ADP" or base(token) == "obl":
        return not is_time(page, token.head if token.pos_ == "ADP" else token)
    return token.pos_ != "ADV"


def is_time(page: Page, token: Token) -> bool:
    """Whether a nominal names a day or a time."""
    return form(token) in page.lexicon.times or lemma(token) in page.lexicon.times or token.is_digit


def kind_of(page: Page, pieces: list[Range]) -> str:
    """``direct`` where all words are quoted, ``mixed`` where some are, else ``indirect``."""
    quoted = plain = 0
    for start, end in pieces:
        for i in range(start, end):
            if not is_light(page.doc[i]):
                quoted += page.inside[i] is not None
                plain += page.inside[i] is None
    if not quoted:
        return "indirect"
    return "mixed" if plain else "direct"
