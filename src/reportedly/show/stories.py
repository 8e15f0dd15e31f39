"""Stories for a terminal: each event with its origins, what became of it and what is disputed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportedly.corroborate.model import Account, ClaimRef, Drift, Stories, StoryEvent
from reportedly.show.index import flat
from reportedly.show.words import Words, words_in


def render(stories: Stories, labels: str = "en") -> str:
    """All events that more than one article tells of, then the number of the others, then drift."""
    told = _Told(stories, words_in(labels))
    words = told.words
    lines: list[str] = [
        words("stories", "head", articles=len(stories.articles), origins=len(stories.origins)),
        "",
    ]
    shared = [event for event in stories.events if len({claim.article for claim in event.claims}) > 1]
    for event in sorted(shared, key=lambda one: (-one.independent_origins, one.id)):
        lines += [*told.event(event), ""]
    if alone := len(stories.events) - len(shared):
        lines += [words("stories", "alone", count=alone), ""]
    if stories.drift:
        lines += [words("stories", "drift").upper(), *(told.drift(each) for each in stories.drift), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


class _Told:
    """Articles go by their outlet, with their id where that says more."""

    def __init__(self, stories: Stories, words: Words) -> None:
        self.words = words
        self.outlets = {one.id: one.outlet for one in stories.articles}

    def name(self, article: str) -> str:
        outlet = self.outlets.get(article)
        return f"{flat(outlet)} ({article})" if outlet else article

    def names(self, claims: Sequence[ClaimRef]) -> str:
        """The outlets of some claims, each once."""
        return ", ".join(dict.fromkeys(flat(self.outlets.get(one.article) or one.article) for one in claims))

    def event(self, event: StoryEvent) -> Iterator[str]:
        words, articles = self.words, len({claim.article for claim in event.claims})
        key = "origin" if event.independent_origins == 1 else "origins"
        yield f"{event.id}  {flat(event.title)}  [{self.status(event)}]"
        yield f"    {words('stories', key, count=event.independent_origins, articles=articles)}"
        yield from (f"      - {self.account(one)}" for one in event.accounts)
        for (status, certainty), run in groupby(event.history, key=lambda one: (one.status, one.certainty)):
            steps = list(run)
            when = (steps[0].at or "")[:16].replace("T", " ")
            sure = words("certainties", certainty)
            yield f"    {when:16}  {words('status', status)} ({sure}) – {self.names([one.by for one in steps])}"
        for dispute in event.disputes:
            values = " / ".join(f"{flat(one.value)} ({self.names(one.claims)})" for one in dispute.values)
            yield f"    ! {words('disputes', dispute.field)}: {values}"

    def status(self, event: StoryEvent) -> str:
        """Where accounts differ, whose it is: the newest one's."""
        told = self.words("status", event.status)
        agreed = len({step.status for step in event.history}) == 1
        return told if agreed else f"{told}, {self.words('stories', 'newest')}"

    def account(self, account: Account) -> str:
        """On whose word, in how many articles, by whom."""
        articles = len({claim.article for claim in account.claims})
        label = flat(account.label) if account.label else self.words("stories", "unsourced")
        several = f" × {articles}" if articles > 1 else ""
        return f"{label}{several}: {self.names(account.claims)}"

    def drift(self, drift: Drift) -> str:
        way = self.words("stories", "surer" if drift.change > 0 else "less_sure")
        lost = ", ".join(f"-“{cue.text}”" for cue in drift.lost)
        gained = ", ".join(f"+“{cue.text}”" for cue in drift.gained)
        cues = " ".join(filter(None, (lost, gained)))
        sides = f"{self.name(drift.from_.article)} → {self.name(drift.to.article)}"
        return f"    {sides}: {way} ({drift.change:+.1f}) {cues}".rstrip()
