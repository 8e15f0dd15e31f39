"""Attributions by prepositions ("according to", "selon"), by adverbs ("reportedly") and by labels ("Name: ...")."""

from __future__ import annotations

from reportedly.pipes.attribution.contents import around, clip, kind_of
from reportedly.pipes.attribution.cues import sequences
from reportedly.pipes.attribution.lexicon import Words
from reportedly.pipes.attribution.nominals import is_clitic, phrase_head
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe, source_span
from reportedly.pipes.attribution.subjects import agent_of
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    OPENERS,
    Range,
    base,
    form,
    is_finite,
    is_light,
    kids,
    lemma,
    span_of,
)
from reportedly.pipes.draft import AttributionDraft, CueDraft, SourceDraft
from reportedly.pipes.tokens import Token

WITHIN = OPENERS | {"ADV"}


def read_phrases(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """The attributions that prepositions of the source make in a sentence."""
    found = []
    for i, stop, phrase in sequences(page, dict(page.lexicon.phrases), start, end):
        if attribution := _source_phrase(page, i, stop, phrase, (start, end)):
            found.append(attribution)
    return found


def read_polls(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """What a poll has that its sentence only names: "In the latest survey, the senator led by two points"."""
    for i, stop, phrase in sequences(page, {w: ((w,),) for w in page.lexicon.document_phrases}, start, end):
        if stop < end and page.inside[i] is None and (source := _poll(page, i, stop, (start, end))):
            pieces = _pieces(page, i, source.end, page.doc[source.head], (start, end))
            if any(is_finite(page.doc[k]) for a, b in pieces for k in range(a, b)):
                kind = kind_of(page, pieces)
                return [AttributionDraft(kind, source, CueDraft(i, stop, " ".join(phrase)), pieces)]  # type: ignore[arg-type]
    return []


def _poll(page: Page, i: int, stop: int, sentence: Range) -> SourceDraft | None:
    """The poll after a preposition that begins its sentence or ends its clause."""
    start, end = sentence
    head = phrase_head(page.doc, stop)
    if lemma(head) not in page.lexicon.polls or not stop <= head.i < end:
        return None
    first, last = source_span(page, head, (i, stop))
    if not any(not is_light(page.doc[k]) for k in range(start, i)):
        last = _through_apposition(page, head, last, end)
    elif last < end and not is_light(page.doc[last]):
        # "gains in the polls surprised him": the poll is no more than a place.
        return None
    return describe(page, head, first, last)


def _source_phrase(page: Page, i: int, stop: int, phrase: Words, sentence: Range) -> AttributionDraft | None:
    doc = page.doc
    at = stop
    while at < sentence[1] and doc[at].is_space:
        at += 1
    if at >= sentence[1] or not (doc[at].pos_ in WITHIN or base(doc[at]) in ("compound", "amod")):
        return None
    head = phrase_head(doc, at)
    if head.pos_ not in NOMINAL or head.i >= sentence[1] or form(head) in page.lexicon.words["which"]:
        return None
    start, end = source_span(page, head, (i, stop))
    if any(not is_light(doc[k]) for k in range(sentence[0], i)):
        end = _through_description(page, end, sentence[1], after=True)
    else:
        # A phrase that begins its sentence ends at the first comma: what follows is what is said.
        end = next((k for k in range(head.i + 1, end) if doc[k].text == ","), end)
        end = _through_apposition(page, head, _through_description(page, end, sentence[1]), sentence[1])
    source = describe(page, head, start, end)
    if not _speaks(page, head, (i, end), " ".join(phrase), sentence[0]):
        return None
    pieces = _pieces(page, i, end, head, sentence)
    pieces = clip(page, pieces, page.inside[i])
    if not pieces:
        return None
    kind = kind_of(page, pieces) if page.inside[i] is None else "indirect"
    return AttributionDraft(kind, source, CueDraft(i, stop, " ".join(phrase)), pieces)  # type: ignore[arg-type]


def _through_description(page: Page, end: int, high: int, *, after: bool = False) -> int:
    """The end of a source that a participle or a relative clause follows with no comma: "diplomats | briefed on it".

    :param after: whether the clause stands before its source, so that no verb of its own can follow.
    """
    doc = page.doc
    if end >= high:
        return end
    described = _is_participle(doc[end]) or (after and doc[end].pos_ == "VERB")
    if not described and not _opens_relative(page, doc[end]):
        return end
    return next((k for k in range(end, high) if is_light(doc[k])), high)


def _through_apposition(page: Page, head: Token, end: int, high: int) -> int:
    """The end of a source with what is set off after it: "According to Ola Berg, the chief negotiator, | …"."""
    doc = page.doc
    if end + 1 >= high or doc[end].text != ",":
        return end
    close = next((k for k in range(end + 1, high) if doc[k].text == ","), high)
    if not any(is_finite(token) or token.pos_ == "AUX" for token in doc[close:high]):
        return end
    finite = any(is_finite(token) for token in doc[end + 1 : close])
    if _opens_relative(page, doc[end + 1]):
        return close if finite else end
    if finite or doc[close + 1].pos_ == "CCONJ":
        return end
    if _is_participle(doc[end + 1]) or any(lemma(t) in page.lexicon.anonymous for t in doc[end + 1 : close]):
        return close
    somebody = head.pos_ == "PROPN" or lemma(head) in page.lexicon.roles
    roles = {page.lexicon.roles.get(lemma(t)) for t in doc[end + 1 : close] if t.pos_ == "NOUN"}
    nominal = doc[end + 1].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PRON") and _agrees(head, doc[end + 1])
    return close if somebody and nominal and roles & {"official", "spokesperson", "person"} else end


def _agrees(head: Token, article: Token) -> bool:
    """Whether what an article opens can be an apposition to a noun: as many as it names."""
    number = article.morph.get("Number", [])
    return article.pos_ != "DET" or not number or head.morph.get("Number", number) == number


def _is_participle(token: Token) -> bool:
    return (
        token.pos_ in ("VERB", "ADJ") and "Part" in token.morph.get("VerbForm", []) and not is_finite(token)
    )


def _opens_relative(page: Page, token: Token) -> bool:
    return "Rel" in token.morph.get("PronType", []) or form(token) in page.lexicon.words["relative"]


def _speaks(page: Page, head: Token, span: Range, phrase: str, low: int) -> bool:
    """Whether a phrase can be a source at all; some prepositions take documents only."""
    if is_clitic(head):
        return False
    if phrase in page.lexicon.document_phrases:
        return page.lexicon.roles.get(lemma(head)) == "document" and _is_shown(page, head)
    if phrase in page.lexicon.sure_phrases:
        return True
    if phrase in page.lexicon.apart_phrases and not _is_set_off(page, span, low):
        return False
    if _is_somebody(page, head):
        return True
    start, end = span
    return (start == low or is_light(page.doc[start - 1])) and _stands_apart(page, head, end)


def _is_somebody(page: Page, head: Token) -> bool:
    """Whether a nominal is one whom words can come from: a name, a pronoun, a noun with a source's role."""
    known = {form(head), str(head.lemma_).lower()} & set(page.lexicon.roles)
    if head.pos_ in ("PROPN", "PRON") or known:
        return True
    mention = page.mention_of(head)
    kinds = ("person", "group", "organization", "outlet", "document", "country")
    return mention is not None and mention.kind in kinds


def _is_shown(page: Page, document: Token) -> bool:
    """Whether a document is one that somebody got to see: "a draft seen by Reuters"."""
    return any(
        base(c) == "acl" and lemma(c) in page.lexicon.words["seen"] and agent_of(c) is not None
        for c in document.rights
    )


def _is_set_off(page: Page, span: Range, low: int) -> bool:
    """Whether a phrase stands between commas, or first in its sentence and before one."""
    start, end = span
    before = start == low or page.doc[start - 1].text in (",", "–", "—", "(")
    return before and end < len(page.doc) and page.doc[end].text in (",", "–", "—", ")")


def _stands_apart(page: Page, head: Token, end: int) -> bool:
    """Whether a definite noun that may speak stands between commas or begins the sentence with its phrase."""
    if str(head.lemma_).lower() in page.lexicon.measures or "Plur" in head.morph.get("Number", []):
        return False
    definite = any(
        {"Def", "Dem"} & {*c.morph.get("Definite", []), *c.morph.get("PronType", [])}
        for c in kids(head, "det")
    )
    return definite and end < len(page.doc) and page.doc[end].text in (",", ":", ".", ")", "–", "—", "-")


def _pieces(page: Page, i: int, end: int, head: Token, sentence: Range) -> list[Range]:
    """The clause around the phrase, or the quotation before it."""
    low, high = sentence
    quote = page.quote_ending_before(i)
    if quote is not None and page.inside[i] is None:
        start = quote.start
        if low < start and any(not is_light(page.doc[k]) for k in range(low, start)):
            start = low
        last = i
        while last > start and page.closing_at(last) is None:
            last -= 1
        return [(start, last)]
    region = clause_region(page, head, i, sentence)
    if not any(not is_light(page.doc[k]) for k in range(end, high)) and not _is_relative(page, region[0]):
        region = sentence
    pieces = around(page, *region, (i, end))
    if len(pieces) == 2 and any(is_finite(page.doc[k]) for k in range(*pieces[0])):
        # A clause before the phrase is whole: what follows it is more about the source, or another matter.
        return pieces[:1]
    return pieces


def _is_relative(page: Page, start: int) -> bool:
    return "Rel" in page.doc[start].morph.get("PronType", [])


def clause_region(page: Page, head: Token, i: int, sentence: Range) -> Range:
    """The clause that a phrase stands in: a complement or a relative clause, else the whole sentence."""
    token = head
    low, high = sentence
    opened = next((k for k in range(i - 1, low, -1) if page.doc[k].text in ("(", ")")), low)
    if page.doc[opened].text == "(" and opened < i - 1:
        # "(only 96 according to officials)".
        return opened + 1, next((k for k in range(i, high) if page.doc[k].text == ")"), high)
    while token.head.i != token.i:
        token = token.head
        if base(token) in ("ccomp", "acl", "advcl") and _finite(token):
            start, end = span_of(token)
            if start <= i < end and end - start > 3:
                return _without_complementiser(page, max(start, low)), min(end, high)
    return low, high


def _finite(token: Token) -> bool:
    return is_finite(token) or any(is_finite(child) for child in token.children)


def _without_complementiser(page: Page, start: int) -> int:
    return start + (form(page.doc[start]) in page.lexicon.words["dropped"])
