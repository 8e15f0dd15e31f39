"""One event of many articles: who, whom, what, how many, where and when, by origin, with all that speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from reportedly.corroborate.model import Account, Dispute, Drift, Link, Origin, OriginKind, Reason, Step
from reportedly.ledger import View
from reportedly.ledger.glimpse import Glimpse, glimpses
from reportedly.ledger.records import ClaimRow
from reportedly.ledger.stories import Story
from reportedly.model import AGAINST, EventType, Status
from reportedly.naming import folded
from reportedly.web.page import Page
from reportedly.web.pages.figures import Figure, figures
from reportedly.web.pages.selection import Where, where

#: Articles that are told of one by one.
MOST = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The id of an event, or of one of its claims; ``zoom`` enlarges the graph."""

    id: str
    zoom: Annotated[int, Meta(ge=0, le=4, description="How much larger the graph is drawn.")] = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article makes of the event."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    #: The origin that the article shares with others, as `origins` has it.
    origin: str | None
    #: What the article was made from.
    links: tuple[Link, ...]
    step: Step
    #: How sure it is to its reader, from -3 (certainly not) to 3.
    sureness: float
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """On whose word an event rests, or is denied, with the articles that pass it on."""

    #: The origin of the first of them.
    id: str
    kind: OriginKind
    #: In words: ``two officials (AFP)``; None where no article says whose word it is.
    label: str | None
    #: Whether it counts as independent of the others.
    counted: bool
    status: Status
    tellings: tuple[Telling, ...]

    @property
    def denies(self) -> bool:
        """Whether it says last that it is not so."""
        return self.status in AGAINST


@dataclass(frozen=True, slots=True)
class Told:
    """An event with all that tell it."""

    id: str
    type: EventType | None
    act: str | None
    title: str
    status: Status
    certainty: str
    polarity: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    objects: tuple[str, ...]
    time: tuple[str, str] | None
    independent_origins: int
    figures: list[Figure]
    places: list[Where]
    lines: list[Line]
    #: In order of publication.
    tellings: list[Telling]
    disputes: tuple[Dispute, ...]
    #: Claims that say that it is not so.
    denials: list[ClaimRow]
    drift: tuple[Drift, ...]
    reasons: tuple[Reason, ...]
    #: Articles beyond the first that are not told of here.
    more: int


def build(view: View, asked: Asked) -> Told:
    """The event as it was found last."""
    story = view.story(asked.id)
    event = story.event
    seen = glimpses(view, [one.id for one in story.articles][:MOST])
    every = list(tellings(story, seen))
    told = every[:MOST]
    last = event.history[-1]
    return Told(
        id=event.id,
        type=event.type,
        act=event.act,
        title=event.title,
        status=event.status,
        certainty=last.certainty,
        polarity=last.polarity,
        actors=event.actors,
        recipients=event.recipients,
        objects=event.objects,
        time=event.time,
        independent_origins=event.independent_origins,
        figures=figures(story.claims, seen),
        places=[where(one) for one in view.places_of(event.id)],
        lines=list(lines(story, told)),
        tellings=told,
        disputes=event.disputes,
        denials=list(denials(story)),
        drift=story.drift,
        reasons=event.reasons,
        more=len(every) - len(told),
    )


def tellings(story: Story, seen: Mapping[str, Glimpse]) -> Iterator[Telling]:
    """What each article makes of the event, in order of publication."""
    claims: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in story.claims:
        claims[row.article].append(row)
    articles = {one.id: one for one in story.articles}
    for step in story.event.history:
        rows, article = claims.get(step.by.article), articles.get(step.by.article)
        if not rows:
            continue
        chief = next((row for row in rows if row.local == step.by.claim), rows[0])
        yield Telling(
            article=chief.article,
            title=chief.title,
            outlet=chief.outlet,
            published=chief.published,
            language=chief.language,
            url=chief.url,
            origin=article.origins[0] if article and article.origins else None,
            links=article.derived_from if article else (),
            step=step,
            sureness=sureness(chief, seen.get(chief.article)),
            claims=tuple(rows),
        )


def sureness(row: ClaimRow, seen: Glimpse | None) -> float:
    """How far an article commits to a claim, to its reader: a step less where it is somebody else's word."""
    said = bool(row.sources)
    if seen is not None:
        said = any(one.attribution for one in seen.claims if one.id == row.local)
    size = max(0.0, abs(row.value) - (1.0 if said else 0.0))
    return size if row.value >= 0 else -size


def denials(story: Story) -> Iterator[ClaimRow]:
    """Claims that say that it is not so: one of an article, rather not its headline, and no sentence twice."""
    told: set[str] = set()
    against = [row for row in story.claims if row.status in AGAINST]
    bodies = {row.article for row in against if row.evidence != row.title}
    for row in against:
        words = folded(row.evidence)
        headline = row.evidence == row.title and row.article in bodies
        if not headline and row.article not in told and words not in told:
            told |= {row.article, words}
            yield row


def lines(story: Story, told: Sequence[Telling]) -> Iterator[Line]:
    """The accounts in order of their first article, each with its articles; then, with them, who only denies it."""
    known = {origin.id: origin for origin in story.origins}
    accounts = {ref.article: account for account in story.event.accounts for ref in account.claims}
    shared = {one.origin: accounts[one.article] for one in told if one.article in accounts}
    grouped: dict[Account | Origin, list[Telling]] = defaultdict(list)
    for telling in told:
        account = accounts.get(telling.article) or shared.get(telling.origin)
        if account is not None or telling.origin in known:
            grouped[account or known[telling.origin or ""]].append(telling)
    for group, some in sorted(grouped.items(), key=lambda pair: not isinstance(pair[0], Account)):
        counted = isinstance(group, Account)
        label = group.label if isinstance(group, Account) else named(group, some)
        yield Line(some[0].origin or "", group.kind, label, counted, some[-1].step.status, tuple(some))


def named(origin: Origin, told: Sequence[Telling]) -> str:
    """Who denies it, and through whom."""
    voices = [row.sources[-1] for one in told for row in one.claims if row.sources]
    return f"{voices[0]} ({origin.label})" if voices and voices[0] != origin.label else origin.label


PAGE = Page(
    name="event",
    path="/events/{id}",
    summary="One event of many articles, by origin, with its history, disputes and drift.",
    asked=Asked,
    told=Told,
    build=build,
    template="event.html",
)
