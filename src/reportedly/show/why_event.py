"""The argument for one event in words: who tells it, why it is one, why it has so many origins, what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from reportedly.corroborate.model import (
    ClaimRef,
    Drift,
    JudgementNote,
    Link,
    Origin,
    Passage,
    Reason,
    ReasonSpan,
    StoryArticle,
    StoryEvent,
)
from reportedly.corroborate.reasons import RULE, in_words
from reportedly.model import Reading
from reportedly.show.index import Index, flat
from reportedly.show.why import Step
from reportedly.show.words import Words, words_in

#: Shared passages that are quoted of one debt, and letters of each.
PASSAGES = 3
LETTERS = 160


@dataclass(frozen=True)
class Told:
    """An event with all that its argument rests on."""

    event: StoryEvent
    #: The articles that tell it, at least.
    articles: Sequence[StoryArticle]
    origins: Sequence[Origin]
    drift: Sequence[Drift]
    judgements: Sequence[JudgementNote]
    readings: Mapping[str, Reading]


def argument(told: Told, labels: str = "en") -> list[Step]:
    """The steps of the argument, each a heading with its lines; a line that is set in belongs to the one above.

    :param labels: the reader's language, ``fr`` or ``en``.
    """
    case = _Case(told, words_in(labels))
    steps = [
        ("told", case.tellings()),
        ("one", case.one()),
        ("origins", case.origins()),
        ("history", case.history()),
        ("disputes", case.disputes()),
        ("drift", case.drift()),
        ("judged", case.judgements()),
    ]
    return [(case.words("why_event", key), found) for key, lines in steps if (found := list(lines))]


def title(told: Told, labels: str = "en") -> str:
    """The event in a line: its id, what it is, how it stands, how many origins it has."""
    words, event = words_in(labels), told.event
    key = "origin" if event.independent_origins == 1 else "origins"
    articles = len({ref.article for ref in event.claims})
    count = words("stories", key, count=event.independent_origins, articles=articles)
    return f"{event.id} {flat(event.title)} · {words('status', event.status)} · {count}"


class _Case:
    """An event's argument in one language."""

    def __init__(self, told: Told, words: Words) -> None:
        self.told, self.words = told, words
        self.articles = {one.id: one for one in told.articles}
        self.index = {key: Index(reading) for key, reading in told.readings.items()}

    def say(self, key: str, **values: object) -> str:
        return self.words("why_event", key, **values)

    def quote(self, text: str) -> str:
        return self.words("voices", "quote", text=shorten(flat(text), LETTERS, placeholder="…"))

    def at(self, article: str, start: int, end: int) -> str:
        """Words of an article with their place."""
        return f"{self.quote(self.index[article].reading.document.text[start:end])} [{start}–{end}]"

    def who(self, article: str) -> str:
        """An article by its outlet, its day and its id."""
        one = self.articles.get(article)
        told = ", ".join(filter(None, (one.outlet, (one.published or "")[:10]))) if one else ""
        return f"{told} ({article})" if told else article

    def tellings(self) -> Iterator[str]:
        """Each claim with its sentence."""
        for ref in self.told.event.claims:
            claim = self.index[ref.article].claims[ref.claim]
            status = self.words.status(claim, reported=bool(claim.attribution))
            yield f"{self.who(ref.article)}: {self.quote(claim.anchor.text)} – {status}"
            yield f"  {self.at(ref.article, claim.evidence.start, claim.evidence.end)}"

    def one(self) -> Iterator[str]:
        """What speaks for and against the claims being one event, with the places of the words."""
        for reason in self.told.event.reasons:
            if reason.rule.startswith(RULE):
                yield f"{flat(in_words(reason, self.words.language))} ({reason.weight:+.1f})"
                if reason.spans:
                    yield f"  {', '.join(map(self.place, reason.spans))}"

    @staticmethod
    def place(span: ReasonSpan) -> str:
        return f"{span.article} [{span.start}–{span.end}]"

    def origins(self) -> Iterator[str]:
        """Each origin: whose word it is, in which articles, and what makes several articles one."""
        reasons = [reason for reason in self.told.event.reasons if reason.rule == "origin"]
        for number, reason in enumerate(reasons, 1):
            articles = list(dict.fromkeys(span.article for span in reason.spans))
            yield self.say("origin", number=number, articles=", ".join(map(self.who, articles)))
            yield from (f"  {self.source(span)}" for span in reason.spans)
            yield from (f"  {line}" for article in articles for line in self.debts(article))
        yield from self.shared(reasons)

    def source(self, span: ReasonSpan) -> str:
        """On whose word an article tells it."""
        reading = self.index[span.article].reading
        sources = {(one.source.start, one.source.end) for one in reading.attributions if one.source}
        key = "source" if (span.start, span.end) in sources else "unsourced"
        return self.say(
            key, article=self.who(span.article), words=self.at(span.article, span.start, span.end)
        )

    def debts(self, article: str) -> Iterator[str]:
        """Whom an article has its words from, with the words."""
        one = self.articles.get(article)
        for link in one.derived_from if one else ():
            yield self.debt(article, link)
            yield from (f"  {self.passage(article, link.to, each)}" for each in link.passages[:PASSAGES])
            if more := len(link.passages) - PASSAGES:
                yield from ([f"  {self.words('page', 'more', count=more)}"] if more > 0 else [])

    def debt(self, article: str, link: Link) -> str:
        """One debt and why this is the later text."""
        if not isinstance(link.to, str):
            name = next(iter(link.to.values()))
            return self.say(
                "credits" if link.direction_by == "credit" else "through",
                article=self.who(article),
                name=name,
            )
        share = round(100 * link.score) if link.passages else None
        shared = self.say("share", percent=share) if share is not None else self.say("translated")
        kind = self.say(link.kind, article=self.who(article), other=self.who(link.to))
        return f"{kind} ({shared}; {self.say(f'by_{link.direction_by}')})"

    def passage(self, article: str, to: object, passage: Passage) -> str:
        """Shared words, with both places."""
        mine = self.at(article, passage.start, passage.end)
        return f"{mine} = {to} [{passage.other_start}–{passage.other_end}]" if isinstance(to, str) else mine

    def shared(self, reasons: Sequence[Reason]) -> Iterator[str]:
        """Articles that were made from one agency's dispatch, though neither copied the other."""
        told = {span.article for reason in reasons for span in reason.spans}
        for origin in self.told.origins:
            for reason in origin.reasons:
                if reason.rule == "agency" and told & {span.article for span in reason.spans}:
                    yield self.say(
                        "dispatch", articles=", ".join(map(self.who, origin.articles)), name=origin.label
                    )
                    yield from (f"  {self.at(each.article, each.start, each.end)}" for each in reason.spans)

    def history(self) -> Iterator[str]:
        """What each article made of it, in order of time."""
        for step in self.told.event.history:
            when = (step.at or "")[:16].replace("T", " ") or "–"
            certainty = self.words("certainties", step.certainty)
            yield f"{when}  {self.words('status', step.status)} ({certainty}) – {self.who(step.by.article)}"

    def disputes(self) -> Iterator[str]:
        """The fields on which accounts differ, each value with who gives it."""
        for dispute in self.told.event.disputes:
            yield self.words("disputes", dispute.field)
            for value in dispute.values:
                shown = (
                    self.words("polarity", value.value) if dispute.field == "polarity" else flat(value.value)
                )
                yield f"  {shown} – {'; '.join(map(self.teller, value.claims))}"

    def teller(self, ref: ClaimRef) -> str:
        """An article and its words for the act."""
        anchor = self.index[ref.article].claims[ref.claim].anchor
        return f"{self.who(ref.article)}: {self.at(ref.article, anchor.start, anchor.end)}"

    def drift(self) -> Iterator[str]:
        """How sure retellings are beside what they were made from."""
        for one in self.told.drift:
            if one.event == self.told.event.id and one.change:
                way = self.words("stories", "surer" if one.change > 0 else "less_sure")
                cues = [f"−{self.quote(cue.text)}" for cue in one.lost] + [
                    f"+{self.quote(cue.text)}" for cue in one.gained
                ]
                where = f"{self.who(one.from_.article)} → {self.who(one.to.article)}"
                yield " ".join((f"{where}: {way} ({one.change:+.1f})", *cues))

    def judgements(self) -> Iterator[str]:
        """What people said of these claims."""
        for one in self.told.judgements:
            both = " / ".join(filter(None, (one.left, one.right)))
            why = "".join(f" – {flat(reason.detail)}" for reason in one.reasons)
            yield f"{one.at[:10]} {one.by}: {self.words('verdicts', one.verdict)}: {both}{why}"
