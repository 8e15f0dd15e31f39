"""Stories for a terminal: each event with its origins, what became of it and what is disputed."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.corroborate.model import Drift, Stories, StoryEvent
from reportedly.show.index import flat
from reportedly.show.words import Words, words_in


def render(stories: Stories, labels: str = "en") -> str:
    """All events that more than one article tells of, then the number of the others, then drift."""
    words = words_in(labels)
    lines: list[str] = [
        words("stories", "head", articles=len(stories.articles), origins=len(stories.origins)),
        "",
    ]
    shared = [event for event in stories.events if len({claim.article for claim in event.claims}) > 1]
    for event in sorted(shared, key=lambda one: (-one.independent_origins, one.id)):
        lines += [*_event(event, words), ""]
    if alone := len(stories.events) - len(shared):
        lines += [words("stories", "alone", count=alone), ""]
    if stories.drift:
        lines += [words("stories", "drift").upper(), *(_drift(each, words) for each in stories.drift), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _event(event: StoryEvent, words: Words) -> Iterator[str]:
    articles = len({claim.article for claim in event.claims})
    key = "origin" if event.independent_origins == 1 else "origins"
    count = words("stories", key, count=event.independent_origins, articles=articles)
    yield f"{event.id}  {flat(event.title)}  [{words('status', event.status)}]"
    yield f"    {count}"
    for reason in event.reasons:
        if reason.rule == "origin":
            yield f"      - {flat(reason.detail)}"
    for step in event.history:
        when = (step.at or "")[:16].replace("T", " ")
        yield f"    {when:16}  {words('status', step.status)} ({step.certainty}) – {step.by.article}"
    for dispute in event.disputes:
        told = " / ".join(
            f"{flat(value.value)} ({', '.join(dict.fromkeys(claim.article for claim in value.claims))})"
            for value in dispute.values
        )
        yield f"    ! {words('disputes', dispute.field)}: {told}"


def _drift(drift: Drift, words: Words) -> str:
    way = words("stories", "surer" if drift.change > 0 else "less_sure")
    lost = ", ".join(f"-“{cue.text}”" for cue in drift.lost)
    gained = ", ".join(f"+“{cue.text}”" for cue in drift.gained)
    cues = " ".join(filter(None, (lost, gained)))
    return f"    {drift.from_.article} → {drift.to.article}: {way} ({drift.change:+.1f}) {cues}".rstrip()
