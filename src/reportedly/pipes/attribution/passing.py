"""Sources that pass on what another one told them: "Reuters, citing officials", "sur la foi de", "documents à l'appui".

The one who cites stands outside, the one who is cited inside: what they say is the same.
"""

from __future__ import annotations

from reportedly.pipes.attribution.cues import sequences, verb_lemma
from reportedly.pipes.attribution.nominals import phrase_head
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe, source_span
from reportedly.pipes.attribution.tree import NOMINAL, OPENERS, Range, base, form, is_light, kids, lemma, trim
from reportedly.pipes.draft import AttributionDraft, CueDraft, SourceDraft
from reportedly.pipes.tokens import Token


def read_passing(page: Page, start: int, end: int, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """The inner attributions of a sentence, given those that it holds; what they replace is taken out of ``found``."""
    new: list[AttributionDraft] = []
    for cue, source in _cited(page, start, end):
        host = _host(page, cue, (start, end), [*found, *new])
        if host is None or (
            host.source
            and host.source.start <= source.head < host.source.end
            and cue.start < host.source.start
        ):
            continue
        for other in [o for o in found if o.cue and cue.start <= o.cue.start < cue.end and o is not host]:
            found.remove(other)
        source.end = min([source.end, *(a for a, _ in host.content if a > source.head)])
        while source.end > source.head + 1 and page.doc[source.end - 1].pos_ == "SCONJ":
            source.end -= 1
        new.append(AttributionDraft(host.kind, source, cue, list(host.content), None, host))
        _shorten(page, host, cue, source)
    return [*new, *_passed_on(page, start, end, [*found, *new], found)]


def _passed_on(
    page: Page, start: int, end: int, hosts: list[AttributionDraft], found: list[AttributionDraft]
) -> list[AttributionDraft]:
    """Those who cite or show the source of another: "Tass, cited by Reuters", "a draft seen by AFP"."""
    new = []
    passing = page.lexicon.passing_verbs | page.lexicon.words["seen"]
    for i in range(start + 1, end - 1):
        token = page.doc[i]
        if token.pos_ not in ("VERB", "ADJ") or verb_lemma(page, token) not in passing:
            continue
        if form(page.doc[i + 1]) not in page.lexicon.words["agent"] or page.inside[i] is not None:
            continue
        outer = _source_at(page, i, i + 2, end)
        host = next((a for a in hosts if _describes(page, a, i)), None)
        if outer is None or host is None or host.source is None:
            continue
        for other in [a for a in found if a.cue and a.cue.start <= i < a.cue.end and a is not host]:
            found.remove(other)
        outer.end = min([outer.end, *(a for a, _ in host.content if a > outer.head)])
        cue = CueDraft(i, i + 1, verb_lemma(page, token))
        voice = AttributionDraft(host.kind, outer, cue, list(host.content), None, host.within)
        host.within = voice
        while host.source.end > host.source.head + 1 and host.source.end > i:
            host.source.end -= 1
        head, first = page.doc[host.source.head], host.source.start
        host.source = describe(page, head, *trim(page.doc, first, host.source.end))
        new.append(voice)
    return new


def _describes(page: Page, host: AttributionDraft, i: int) -> bool:
    """Whether a participle describes the source of an attribution: in it, or right after it and a comma."""
    source = host.source
    if source is None or host.cue is None or host.cue.sort != "report" or not source.head < i:
        return False
    return i < source.end or all(is_light(t) or t.pos_ == "ADV" for t in page.doc[source.end : i])


def _swallows(host: AttributionDraft, cue: CueDraft, source: SourceDraft) -> bool:
    """Whether the one who is cited is the outer source itself: "citing the report, the minister said"."""
    outer = host.source
    return outer is not None and outer.start <= source.head < outer.end and cue.start < outer.start


def _cited(page: Page, start: int, end: int) -> list[tuple[CueDraft, SourceDraft]]:
    """Cues of citing with the one who is cited, in order of place."""
    pairs: list[tuple[CueDraft, SourceDraft]] = []
    doc, lexicon = page.doc, page.lexicon
    for i in range(start, end):
        token = doc[i]
        cites = lemma(token) in lexicon.passing_verbs and token.pos_ == "VERB" and base(token) != "amod"
        if cites and (source := _source_at(page, i, i + 1, end)):
            pairs.append((CueDraft(i, i + 1, lemma(token)), source))
    for i, stop, phrase in sequences(page, dict(lexicon.passing_phrases), start, end):
        if source := _source_at(page, i, stop, end):
            pairs.append((CueDraft(i, stop, " ".join(phrase)), source))
    for i, stop, phrase in sequences(page, dict(lexicon.holding), start, end):
        if source := _source_at(page, i, stop, end):
            pairs.append((CueDraft(i, stop, " ".join(phrase)), source))
    pairs.extend(_in_support(page, start, end))
    return sorted(pairs, key=lambda pair: pair[0].start)


def _source_at(page: Page, i: int, stop: int, end: int) -> SourceDraft | None:
    """The source in the phrase right after a cue of citing, if it is one that can speak."""
    doc = page.doc
    if stop >= end or doc[stop].pos_ not in OPENERS or page.opening_at(stop):
        return None
    head = phrase_head(doc, stop)
    if head.pos_ not in NOMINAL or head.i >= end:
        return None
    first, last = source_span(page, head, (i, stop))
    first = max(first, stop)
    if not can_speak(page, head):
        return None
    return describe(page, head, first, last)


def can_speak(page: Page, head: Token) -> bool:
    """Whether a nominal can be a source: a name, a pronoun, or a noun with a source's role."""
    if head.pos_ in ("PROPN", "PRON"):
        return True
    roles = page.lexicon.roles
    if (
        roles.get(lemma(head))
        or roles.get(form(head))
        or any(roles.get(lemma(c)) for c in kids(head, "flat", "compound"))
    ):
        return True
    mention = page.mention_of(head)
    return mention is not None and mention.kind in (
        "person",
        "group",
        "organization",
        "outlet",
        "document",
        "country",
    )


def _in_support(page: Page, start: int, end: int) -> list[tuple[CueDraft, SourceDraft]]:
    """Sources before the words that offer them: ", documents à l'appui,"."""
    pairs = []
    doc = page.doc
    for i, stop, phrase in sequences(page, dict(page.lexicon.passing_after), start + 1, end):
        first = i
        while first > start and not is_light(doc[first - 1]):
            first -= 1
        head = next((doc[k] for k in range(first, i) if doc[k].pos_ in ("NOUN", "PROPN")), None)
        if head is not None and first > start:
            pairs.append((CueDraft(i, stop, " ".join(phrase)), describe(page, head, first, i)))
    return pairs


def _host(
    page: Page, cue: CueDraft, sentence: Range, found: list[AttributionDraft]
) -> AttributionDraft | None:
    """The attribution whose source passes another one on: the one that the cue describes, else the nearest."""
    here = [
        a
        for a in found
        if a.cue and sentence[0] <= a.cue.start < sentence[1] and a.source and a.cue.sort == "report"
    ]
    here = [a for a in here if not _same_words(a, cue)]
    holders = [a for a in here if a.source and a.source.start < cue.start < a.source.end]
    if holders:
        return min(holders, key=_width)
    relative = _antecedent(page, cue)
    if relative is not None:
        described = [a for a in here if a.source and a.source.start <= relative < a.source.end]
        if described:
            return described[-1]
    outside = [a for a in here if not any(x <= cue.start < y for x, y in a.content)]
    inside = [a for a in here if any(x <= cue.start < y for x, y in a.content)]
    if inside and not outside:
        host = min(inside, key=lambda a: sum(y - x for x, y in a.content))
        return host if _begins_content(host, cue) else None
    return min(outside, key=lambda a: abs(a.cue.start - cue.start) if a.cue else 0, default=None)


def _begins_content(host: AttributionDraft, cue: CueDraft) -> bool:
    """Whether what is cited begins the content, so that it holds for all that comes after."""
    return any(start <= cue.start < end and cue.start - start < 3 for start, end in host.content)


def _same_words(attribution: AttributionDraft, cue: CueDraft) -> bool:
    return attribution.cue is not None and cue.start <= attribution.cue.start < cue.end


def _width(attribution: AttributionDraft) -> int:
    return attribution.source.end - attribution.source.start if attribution.source else 0


def _antecedent(page: Page, cue: CueDraft) -> int | None:
    """The noun that a relative clause with this cue describes."""
    for token in page.doc[cue.start : cue.end]:
        if base(token) == "acl":
            return int(token.head.i)
    return None


def _shorten(page: Page, host: AttributionDraft, cue: CueDraft, source: SourceDraft) -> None:
    """Take a citation in parentheses out of the outer source, and out of the content that it begins."""
    if host.source and host.source.start < cue.start < host.source.end:
        at = cue.start
        while at > host.source.head + 1 and not is_light(page.doc[at - 1]):
            at -= 1
        if is_light(page.doc[at - 1]) and at - 1 > host.source.head:
            host.source.end = at - 1
    rest = [(a, b) for a, b in host.content if not (a <= source.start and b <= source.end + 2)]
    host.content = rest or host.content
