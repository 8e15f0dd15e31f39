"""What people judge: that a claim is right or wrong, that two are one event or not; and taking that back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Literal

from msgspec import Meta

from reportedly.errors import MissingError
from reportedly.ledger import View
from reportedly.ledger.judging import Verdict
from reportedly.ledger.query import Condition, Query
from reportedly.ledger.records import ArticleRow, ClaimRow, Judgement
from reportedly.web.desk import Desk
from reportedly.web.errors import Refused
from reportedly.web.page import Act, Page
from reportedly.web.pages.article import article_row

#: Claims that are offered for a comparison.
OFFERED = 12

Name = Annotated[str, Meta(min_length=1, max_length=100, description="Who judges.")]
Reason = Annotated[str, Meta(max_length=1000, description="Why.")]
Number = Annotated[int, Meta(ge=1, le=2**53, description="A judgement's number.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A claim, and what somebody is about to say of it; ``other`` is the one it is compared with, if that is known."""

    id: str
    verdict: Verdict = "right"
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What can be said of a claim; ``others`` are the claims that it may be the same event as, or not."""

    claim: ClaimRow
    article: ArticleRow
    verdict: Verdict
    others: list[ClaimRow]


def consider(view: View, asked: Considered) -> Question:
    """The claim, and for two claims the ones to choose from."""
    row = view.claim(asked.id)
    found = {"same": candidates, "different": companions}.get(asked.verdict)
    others = [view.claim(asked.other)] if found and asked.other else found(view, row) if found else []
    return Question(row, article_row(view, row.article), asked.verdict, others)


def companions(view: View, row: ClaimRow) -> list[ClaimRow]:
    """The claims that are held to be of its event, in this article and in others."""
    found = {each.id: each for each in view.claims(Query((Condition("event", row.event),)), limit=OFFERED)}
    if story := view.events_of([row.id]).get(row.id):
        found |= {each.id: each for each in view.story(story).claims}
    found.pop(row.id, None)
    return list(islice(found.values(), OFFERED))


def candidates(view: View, row: ClaimRow) -> list[ClaimRow]:
    """The claims most like this one that are not held to be of its event: of a kind, with a party in common."""
    known = {row.id, *(each.id for each in companions(view, row))}
    found: dict[str, ClaimRow] = {}
    for query in near(row):
        for each in view.claims(query, limit=OFFERED * 2):
            if each.id not in known:
                found.setdefault(each.id, each)
        if len(found) >= OFFERED:
            break
    return list(islice(found.values(), OFFERED))


def near(row: ClaimRow) -> Iterator[Query]:
    """Searches for claims like this one, the likest first."""
    kinds = [Condition(field, value) for field, value in (("act", row.act), ("type", row.type)) if value]
    parties = [("actor", row.actors), ("recipient", row.recipients), ("object", row.objects)]
    for kind in kinds:
        for field, names in parties:
            for name in names[:2]:
                yield Query((kind, Condition(field, name)))
    yield Query((Condition("article", row.article),))
    yield from (Query((kind,)) for kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """One judgement; ``other`` is the second claim for ``same`` and ``different``."""

    id: str
    verdict: Verdict
    by: Name
    other: str | None = None
    why: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """The judgement that is taken back."""

    number: Number
    by: Name
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What was written down, and the article that it concerns."""

    number: int
    claim: str
    article: str
    #: The claim's id within its article.
    local: str


def judge(desk: Desk, asked: Judging) -> Done:
    """One more row."""
    pair = asked.verdict in ("same", "different")
    if pair != (asked.other is not None):
        raise Refused(400, f"other: {'which claim?' if pair else 'only for same and different'}")
    if asked.other == asked.id:
        raise Refused(400, f"other: {asked.id!r} is one claim, not two")
    with desk.writer() as writer:
        number = writer.judge(asked.verdict, asked.id, asked.other, by=asked.by, why=asked.why)
    with desk.view() as view:
        return done(view, number, asked.id)


def undo(desk: Desk, asked: Undoing) -> Done:
    """One more row, that takes another back."""
    with desk.view() as view:
        judged = view.judgement(asked.number)
    if judged is None or judged.left is None:
        raise Refused(404, f"there is no judgement {asked.number}")
    if judged.undone:
        raise Refused(409, f"judgement {asked.number} is taken back already")
    with desk.writer() as writer:
        number = writer.undo(asked.number, by=asked.by, why=asked.why)
    with desk.view() as view:
        return done(view, number, judged.left)


def done(view: View, number: int, claim: str) -> Done:
    """Where to go on; a judgement can outlive its claim."""
    try:
        row = view.claim(claim)
    except MissingError:
        return Done(number, claim, "", "")
    return Done(number, claim, row.article, row.local)


def onward(told: Done) -> str:
    """Back to the claim's card."""
    return f"/articles/{told.article}#{told.local}" if told.article else "/judgements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A judgement's number."""

    number: Number


def numbered(view: View, asked: Numbered) -> Judgement:
    """One judgement.

    :raises MissingError: if there is none.
    """
    found = view.judgement(asked.number)
    if found is None:
        raise MissingError(f"there is no judgement {asked.number}")
    return found


Order = Annotated[int, Meta(ge=0, le=10_000_000, description="How many to leave out before.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Which part of all judgements."""

    standing: Literal["all", "only"] = "all"
    limit: Annotated[int, Meta(ge=1, le=200, description="How many at most.")] = 50
    offset: Order = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements, the newest first; ``next`` is the offset of what follows, None at the end."""

    rows: list[Judgement]
    next: int | None


def listed(view: View, asked: Listed) -> Judged:
    """The newest first."""
    every = list(reversed(view.judgements(standing=asked.standing == "only")))
    end = asked.offset + asked.limit
    return Judged(every[asked.offset : end], end if len(every) > end else None)


PAGE = Page(
    name="consider",
    path="/claims/{id}/judge",
    summary="What can be said of a claim, with the claims that it may be compared to.",
    asked=Considered,
    told=Question,
    build=consider,
    template="judge.html",
    rows="others",
)
TAKING_BACK = Page(
    name="taking_back",
    path="/judgements/{number}/undo",
    summary="One judgement, to be taken back.",
    asked=Numbered,
    told=Judgement,
    build=numbered,
    template="undo.html",
)
LIST = Page(
    name="judgements",
    path="/judgements",
    summary="What people judged, the newest first; what was taken back stays.",
    asked=Listed,
    told=Judged,
    build=listed,
    template="judgements.html",
    rows="rows",
)
JUDGE = Act(
    name="judge",
    path="/claims/{id}/judge",
    summary="Say that a claim is right or wrong, or that two are of one event or not.",
    asked=Judging,
    told=Done,
    run=judge,
    onward=onward,
)
UNDO = Act(
    name="undo",
    path="/judgements/{number}/undo",
    summary="Take a judgement back; the row stays, and so does this one.",
    asked=Undoing,
    told=Done,
    run=undo,
    onward=onward,
)
