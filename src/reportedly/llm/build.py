"""From checked answers to a reading: offsets, ids and everything that follows from what was answered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.llm.answer import Act, NamedEntity, Party, Said, Voice
from reportedly.llm.verify import Dropped, Finder, Piece, country
from reportedly.model import (
    Anchor,
    Attribution,
    Claim,
    Cue,
    Entity,
    FactCue,
    Factuality,
    Mention,
    Quantity,
    Role,
    Roles,
    Sentence,
    Source,
    Span,
    Time,
)
from reportedly.naming import folded
from reportedly.pipes.coding.codebook import cameo_code, codebook_type
from reportedly.pipes.factuality.values import value_of

#: Kinds of entities that have no country of their own to speak of.
WITHOUT_COUNTRY = frozenset({"weapon", "document", "other"})


@dataclass(slots=True)
class Known:
    """An entity on its way: what was answered of it, and where it is named."""

    given: NamedEntity
    mentions: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(slots=True)
class Heard:
    """An attribution on its way, its spans found."""

    said: Said
    finder: Finder
    source: Span | None
    cue: Span | None
    content: list[Span]

    @property
    def place(self) -> tuple[int, int]:
        spans = [span for span in (self.cue, self.source, *self.content) if span]
        return spans[0].start, min(span.start for span in spans)


class Builder:
    """The records of one article.

    :param sentences: of the article, in order.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        times: Sequence[Time],
        quantities: Sequence[Quantity],
        dropped: Dropped,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.times = times
        self.quantities = quantities
        self.dropped = dropped
        self.known: dict[tuple[int, str], Known] = {}
        self.names: dict[str, tuple[int, str]] = {}

    def build(
        self, pieces: Iterable[Piece]
    ) -> tuple[tuple[Entity, ...], tuple[Attribution, ...], tuple[Claim, ...]]:
        """Entities, attributions and claims, each in order of place and with its id."""
        heard: dict[tuple[int, str], Heard] = {}
        acts: list[tuple[Anchor, Act, Finder]] = []
        for piece in pieces:
            finder = Finder(piece, self.text, self.dropped)
            self.known.update({(piece.start, each.label): Known(each) for each in piece.entities})
            for said in piece.attributions:
                if (one := self.heard(said, finder)) is not None:
                    heard.setdefault((piece.start, said.label), one)
            for act in piece.claims:
                span = finder.find(act.anchor, "claim")
                if span is not None:
                    acts.append((Anchor(span.start, span.end, span.text, act.lemma), act, finder))
        order = sorted(heard, key=lambda key: (heard[key].place, key))
        keys = {key: f"a{number}" for number, key in enumerate(order, 1)}
        attributions = [self.attribution(key, heard[key], keys) for key in order]
        acts.sort(key=lambda one: (one[0].start, one[0].end, one[1].type or ""))
        believed = [claim for one in unique(acts) if (claim := self.claim(*one, keys))]
        return self.numbered(without_circles(attributions), believed)

    def heard(self, said: Said, finder: Finder) -> Heard | None:
        """An attribution that has at least its cue or its source, and what is said."""
        source = finder.find(said.source, "source") if said.source else None
        cue = finder.find(said.cue, "cue") if said.cue else None
        content = [span for quote in said.content if (span := finder.find(quote, "content"))]
        if not content or not (source or cue):
            self.dropped.add("attribution without its words", said.label)
            return None
        return Heard(said, finder, source, cue, sorted(content, key=lambda span: span.start))

    def attribution(self, key: tuple[int, str], one: Heard, keys: dict[tuple[int, str], str]) -> Attribution:
        said, cue, within = one.said, None, None
        if one.cue and said.cue:
            cue = Cue(one.cue.start, one.cue.end, one.cue.text, said.cue.lemma, said.cue.stance)
        if said.within is not None and said.within != said.label:
            within = keys.get((key[0], said.within))
        source = self.source(one.source, said.source, key[0]) if one.source and said.source else None
        return Attribution(keys[key], said.kind, source, cue, tuple(one.content), None, within)

    def source(self, span: Span, voice: Voice, piece: int) -> Source:
        count = voice.count if voice.count is None or voice.count > 0 else None
        entity = self.mention(span, voice, piece)
        return Source(span.start, span.end, span.text, entity, voice.role, voice.named, count)

    def claim(
        self, anchor: Anchor, act: Act, finder: Finder, keys: dict[tuple[int, str], str]
    ) -> Claim | None:
        """A claim, unless what makes it less than the article's own certain word was lost: that is never guessed."""
        piece = finder.piece.start
        labels = dict.fromkeys(act.attribution)
        voices = tuple(keys[piece, label] for label in labels if (piece, label) in keys)
        verdict = self.factuality(act, finder)
        if len(voices) < len(labels):
            self.dropped.add("claim whose voice was dropped", anchor.text)
            return None
        if not verdict.cues and (act.certainty, act.polarity) != ("certain", "positive"):
            self.dropped.add("claim whose doubt has no word in the text", anchor.text)
            return None
        evidence = self.sentence(anchor)
        sides = (act.actors, act.recipients, act.objects, act.locations)
        names = ("actor", "recipient", "object", "location")
        roles = Roles(*(self.roles(side, name, finder) for side, name in zip(sides, names, strict=True)))
        return Claim(
            id="",
            anchor=anchor,
            type=act.type,
            mode=act.mode,
            contexts=(),
            act=act.act,
            plover=codebook_type(act.type, act.tense),
            cameo=cameo_code(act.type, act.mode, act.act),
            roles=roles,
            time=self.time(evidence),
            quantities=self.amounts(roles),
            factuality=verdict,
            attribution=voices,
            evidence=evidence,
        )

    def roles(self, parties: Sequence[Party], what: str, finder: Finder) -> tuple[Role, ...]:
        found = finder.parties(parties, what)
        roles = (
            Role(span.start, span.end, span.text, self.mention(span, party, finder.piece.start))
            for span, party in found
        )
        return tuple(sorted(dict.fromkeys(roles), key=lambda role: (role.start, role.end)))

    def factuality(self, act: Act, finder: Finder) -> Factuality:
        """The verdict as it was given, with those of its cues that stand in the text."""
        found = ((finder.find(cue, "cue of a verdict"), cue.kind) for cue in act.cues)
        cues = {
            (span.start, span.end): FactCue(span.start, span.end, span.text, kind)
            for span, kind in found
            if span
        }
        value = value_of(
            act.certainty, act.polarity, act.tense, act.status, [each.kind for each in cues.values()]
        )
        ordered = tuple(cues[key] for key in sorted(cues))
        return Factuality(act.certainty, act.polarity, act.tense, value, act.status, ordered)

    def sentence(self, anchor: Anchor) -> Span:
        """The sentence that an anchor stands in."""
        place = max(bisect_right(self.starts, anchor.start) - 1, 0)
        start = min(self.sentences[place].start, anchor.start)
        end = max(self.sentences[place].end, anchor.end)
        return Span(start, end, self.text[start:end])

    def amounts(self, roles: Roles) -> tuple[str, ...]:
        """The amounts inside a claim's parties and things, in order of place."""
        fillers = (*roles.actors, *roles.recipients, *roles.objects)
        return tuple(one.id for one in self.quantities if any(within(one.span, filler) for filler in fillers))

    def time(self, evidence: Span) -> str | None:
        """The time of a sentence that has one alone: which of several is an act's is not asked."""
        found = [one.id for one in self.times if one.type in ("DATE", "TIME") and within(one.span, evidence)]
        return found[0] if len(found) == 1 else None

    def mention(self, span: Span, party: Party, piece: int) -> str | None:
        """The label of the entity that a party is, with one more place where it is named."""
        key = (piece, party.entity or "")
        if key not in self.known:
            return None
        given = self.known[key].given
        if given.mention == "name":  # the same name in another piece is the same entity
            key = self.names.setdefault(f"{given.kind}:{folded(span.text)}", key)
        self.known[key].mentions[span.start, span.end] = span.text
        return label(key)

    def numbered(
        self, attributions: Iterable[Attribution], claims: Iterable[Claim]
    ) -> tuple[tuple[Entity, ...], tuple[Attribution, ...], tuple[Claim, ...]]:
        """Everything with its ids: those of entities are known only when all mentions are."""
        named = sorted((min(one.mentions), key) for key, one in self.known.items() if one.mentions)
        ids = {label(key): f"e{number}" for number, (_, key) in enumerate(named, 1)}

        def settled(role: Role) -> Role:
            return replace(role, entity=ids.get(role.entity or ""))

        def roles(found: Roles) -> Roles:
            sides = (found.actors, found.recipients, found.objects, found.locations)
            return Roles(*(tuple(map(settled, side)) for side in sides))

        def voiced(one: Attribution) -> Attribution:
            source = one.source and replace(one.source, entity=ids.get(one.source.entity or ""))
            return replace(one, source=source)

        return (
            tuple(self.entity(f"e{number}", self.known[key]) for number, (_, key) in enumerate(named, 1)),
            tuple(map(voiced, attributions)),
            tuple(replace(one, id=f"c{n}", roles=roles(one.roles)) for n, one in enumerate(claims, 1)),
        )

    def entity(self, key: str, one: Known) -> Entity:
        places = sorted(one.mentions)
        name = " ".join(one.mentions[places[0]].split())
        given = one.given
        code = None if given.kind in WITHOUT_COUNTRY else country(given.country, name, self.dropped)
        mentions = tuple(
            Mention(
                start,
                end,
                one.mentions[start, end],
                given.mention if (start, end) == places[0] else "nominal",
            )
            for start, end in places
        )
        return Entity(key, name, given.kind, code, None, None, None, mentions)


def label(key: tuple[int, str]) -> str:
    """What an entity goes by until all are known."""
    return f"{key[0]}\0{key[1]}"


def without_circles(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, none of which is within itself, however many steps away."""
    within_of = {one.id: one.within for one in attributions}

    def circles(key: str) -> bool:
        seen, at = {key}, within_of[key]
        while at is not None and at not in seen:
            seen.add(at)
            at = within_of[at]
        return at is not None

    return [replace(one, within=None) if circles(one.id) else one for one in attributions]


def within(span: Span, stretch: Span | Role) -> bool:
    return stretch.start <= span.start and span.end <= stretch.end


def unique(acts: list[tuple[Anchor, Act, Finder]]) -> list[tuple[Anchor, Act, Finder]]:
    """Each act once: the same word told twice in the same type is one claim."""
    return list({(one[0].start, one[0].end, one[1].type): one for one in reversed(acts)}.values())[::-1]
