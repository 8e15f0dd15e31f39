"""From the draft that the pipes filled to the frozen reading: tokens become code points, records get their ids."""

from __future__ import annotations

import hashlib

from reportedly.model import (
    Anchor,
    Article,
    Attribution,
    Claim,
    Cue,
    Document,
    Entity,
    FactCue,
    Factuality,
    Mention,
    Problem,
    Reading,
    Role,
    Roles,
    Sentence,
    Source,
    Span,
)
from reportedly.pipes.attribution import ChainFinder, settle_sources
from reportedly.pipes.coding import codebook_type
from reportedly.pipes.coding.lexicon import coding_lexicon
from reportedly.pipes.draft import (
    LONGEST,
    AttributionDraft,
    ClaimDraft,
    CueDraft,
    Draft,
    EntityDraft,
    Filler,
    SourceDraft,
    Verdict,
    draft_of,
)
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.tokens import Doc
from reportedly.pipes.words import text_of
from reportedly.reading.attach import Attachments
from reportedly.reading.events import cluster
from reportedly.reading.findings import find


class Namer:
    """The ids of one document's records."""

    def __init__(self, draft: Draft) -> None:
        self.attributions = {id(each): f"a{n}" for n, each in enumerate(draft.attributions, 1)}

    def entity(self, index: int | None) -> str | None:
        return None if index is None else f"e{index + 1}"

    def attribution(self, attribution: AttributionDraft | None) -> str | None:
        return None if attribution is None else self.attributions.get(id(attribution))


def assemble(doc: AnyDoc, article: Article) -> Reading:
    """The reading of a document that all pipes have gone over."""
    doc = plain(doc)
    draft = draft_of(doc)
    draft.attributions.sort(key=place)
    draft.claims.sort(key=lambda claim: (claim.predicate.anchor, claim.predicate.head))
    settle_sources(draft)
    chains = ChainFinder(draft)
    for claim in draft.claims:
        claim.attribution = chains.at(claim.predicate.head)
    name = Namer(draft)
    attachments = Attachments(doc, draft)
    claims = tuple(
        claim_record(doc, f"c{n}", claim, name, attachments)
        for n, claim in enumerate(draft.claims, 1)
        if draft.every or claim.named
    )
    entities = tuple(
        entity_record(doc, f"e{n}", each, attachments) for n, each in enumerate(draft.entities, 1)
    )
    attributions = tuple(attribution_record(doc, each, name) for each in draft.attributions)
    headline = span(doc, *draft.headline) if draft.headline else None
    reading = Reading(
        format="reportedly.reading/1",
        document=document(article, headline),
        sentences=tuple(sentences(doc)),
        entities=entities,
        times=tuple(draft.times),
        quantities=tuple(draft.quantities),
        attributions=attributions,
        claims=claims,
        events=(),
        findings=(),
        problems=(*draft.problems, *too_long(doc)),
    )
    quotes = tuple(span(doc, *quote) for quote in draft.quotes if is_told_of(quote, draft))
    return find(cluster(reading), draft.language, quotes)


def is_told_of(quote: tuple[int, int], draft: Draft) -> bool:
    """Whether there is something to tell of a quotation: not if all its claims are such as nobody asked for."""
    inside = [claim for claim in draft.claims if quote[0] <= claim.predicate.anchor[0] < quote[1]]
    return draft.every or not inside or any(claim.named for claim in inside)


def document(article: Article, headline: Span | None) -> Document:
    return Document(
        id=article.id,
        url=article.url,
        outlet=article.outlet,
        byline=article.byline,
        language=article.language,
        published=article.published,
        text=article.text,
        sha256=hashlib.sha256(article.text.encode("utf-8")).hexdigest(),
        headline=headline,
        extra=dict(article.extra),
    )


def offsets(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Code points of tokens ``[start, end)``, without white space at the ends and the hyphen of « a-t-il »."""
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    first, last = doc[start], doc[end - 1]
    tied = first.pos_ == "PRON" and first.text.startswith("-") and len(first) > 1
    return first.idx + tied, last.idx + len(last)


def span(doc: Doc, start: int, end: int) -> Span:
    """The same with its text."""
    first, last = offsets(doc, start, end)
    return Span(first, last, text_of(doc)[first:last])


def sentences(doc: Doc) -> list[Sentence]:
    return [Sentence(*offsets(doc, sent.start, sent.end)) for sent in doc.sents if not sent.text.isspace()]


def too_long(doc: Doc) -> list[Problem]:
    message = f"not read: a sentence of more than {LONGEST} words"
    return [
        Problem("sentences", message, *offsets(doc, sent.start, sent.end))
        for sent in doc.sents
        if len(sent) > LONGEST
    ]


def place(attribution: AttributionDraft) -> tuple[int, int, int]:
    """Where an attribution stands: its first token, then its cue's or source's."""
    spans = [*attribution.content]
    spans += [(part.start, part.end) for part in (attribution.source, attribution.cue) if part]
    own = attribution.cue or attribution.source
    first = min((start for start, _ in spans), default=0)
    return (own.start if own else first, first, max((end for _, end in spans), default=0))


def entity_record(doc: Doc, key: str, entity: EntityDraft, attachments: Attachments) -> Entity:
    mentions = tuple(
        Mention(*offsets(doc, each.start, each.end), span(doc, each.start, each.end).text, each.type)
        for each in entity.mentions
    )
    weapon = attachments.weapon(entity)
    return Entity(
        key, entity.name, entity.kind, entity.country, entity.sector, weapon, entity.place, mentions
    )


def source_record(doc: Doc, source: SourceDraft, name: Namer) -> Source:
    where = span(doc, source.start, source.end)
    return Source(
        where.start,
        where.end,
        where.text,
        name.entity(source.entity),
        source.role,
        source.named,
        source.count,
    )


def cue_record(doc: Doc, cue: CueDraft) -> Cue:
    where = span(doc, cue.start, cue.end)
    return Cue(where.start, where.end, where.text, cue.lemma, cue.stance)


def attribution_record(doc: Doc, attribution: AttributionDraft, name: Namer) -> Attribution:
    return Attribution(
        id=name.attributions[id(attribution)],
        kind=attribution.kind,
        source=source_record(doc, attribution.source, name) if attribution.source else None,
        cue=cue_record(doc, attribution.cue) if attribution.cue else None,
        content=tuple(span(doc, start, end) for start, end in attribution.content if start < end),
        addressee=span(doc, *attribution.addressee) if attribution.addressee else None,
        within=name.attribution(attribution.within),
    )


def roles(doc: Doc, claim: ClaimDraft, name: Namer) -> Roles:
    def records(fillers: list[Filler]) -> tuple[Role, ...]:
        spans = [(span(doc, filler.start, filler.end), filler) for filler in fillers]
        return tuple(Role(s.start, s.end, s.text, name.entity(filler.entity)) for s, filler in spans)

    return Roles(
        records(claim.actors), records(claim.recipients), records(claim.objects), records(claim.locations)
    )


def factuality(doc: Doc, verdict: Verdict) -> Factuality:
    cues = []
    for cue in sorted(verdict.cues, key=lambda cue: (cue.start, cue.end, cue.kind)):
        where = span(doc, cue.start, cue.end)
        cues.append(FactCue(where.start, where.end, where.text, cue.kind))
    return Factuality(
        verdict.certainty, verdict.polarity, verdict.tense, verdict.value, verdict.status, tuple(cues)
    )


def imminent(doc: Doc, verdict: Verdict) -> bool:
    """Whether an act is told as all but there ("about to"), which promises and threatens nothing."""
    phrases = tuple(coding_lexicon(doc.lang_).imminent)
    ahead = [cue for cue in verdict.cues if cue.kind == "future"]
    return bool(ahead) and all(doc.span(cue.start, cue.end).text.lower().endswith(phrases) for cue in ahead)


def claim_record(doc: Doc, key: str, claim: ClaimDraft, name: Namer, attachments: Attachments) -> Claim:
    predicate, verdict = claim.predicate, claim.verdict or Verdict()
    anchor = span(doc, *predicate.anchor)
    sent = doc[predicate.head].sent
    return Claim(
        id=key,
        anchor=Anchor(anchor.start, anchor.end, anchor.text, predicate.lemma),
        type=claim.type,
        mode=claim.mode,
        contexts=tuple(claim.contexts),
        act=claim.act,
        plover=codebook_type(
            claim.type, "past" if claim.decided or imminent(doc, verdict) else verdict.tense
        ),
        cameo=claim.cameo,
        roles=roles(doc, claim, name),
        time=attachments.time(claim),
        quantities=attachments.quantities(claim),
        factuality=factuality(doc, verdict),
        attribution=tuple(a for each in claim.attribution if (a := name.attribution(each))),
        evidence=span(doc, sent.start, sent.end),
    )
