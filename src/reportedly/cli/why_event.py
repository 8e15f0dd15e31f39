"""The part of ``reportedly why`` that argues for events: of given articles, or of the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.corroborate import given, judged, kept
from reportedly.cli.why import is_story, printed

if TYPE_CHECKING:
    from reportedly.cli.reading import Tally
    from reportedly.corroborate.judgements import Judged
    from reportedly.corroborate.model import JudgementNote, Stories, StoryEvent
    from reportedly.model import Reading
    from reportedly.show.why_event import Told


def tell_events(  # noqa: PLR0913, PLR0917  # one parameter per option
    inputs: tuple[str, ...],
    events: Sequence[str],
    ledger: str,
    ontology: str | None,
    labels: str | None,
    every: bool,
    as_json: bool,
    tally: Tally,
) -> None:
    """Print the argument for events of the inputs or, without any, of the ledger."""
    stories = [name for name in events if is_story(name)]
    for found in kept_stories(ledger, stories):
        show(found, labels, as_json)
    numbered = [name for name in events if name not in stories]
    if not numbered:
        return
    readings = list(given(inputs, ontology, 1, tally) if inputs else kept(ledger, ""))
    for one in found_in(readings, numbered, ledger=None if inputs else ledger, every=every):
        if isinstance(one, str):
            tally.fail(one)
        else:
            show(one, labels, as_json)


def found_in(
    readings: Sequence[Reading], wanted: Sequence[str], *, ledger: str | None, every: bool
) -> list[Told | str]:
    """Each event that was asked for, or why there is none."""
    from reportedly.corroborate import corroborate

    judgements = judged(ledger) if ledger else []
    stories = corroborate(readings, every=every, judgements=judgements)
    known = {event.id: event for event in stories.events}
    return [
        told_of(stories, known[name], readings, judgements) if name in known else missing(name, stories)
        for name in wanted
    ]


def missing(name: str, stories: Stories) -> str:
    """That there is no such event, and which there are."""
    events = [event.id for event in stories.events]
    there = (
        f"there are {events[0]} to {events[-1]}" if len(events) > 1 else f"there is {(events or ['none'])[0]}"
    )
    return f"there is no event {name!r} in {len(stories.articles)} articles; {there}"


def told_of(
    stories: Stories, event: StoryEvent, readings: Sequence[Reading], judgements: Sequence[Judged]
) -> Told:
    """An event of stories with all that bears on it."""
    from reportedly.corroborate.texts import texts_of
    from reportedly.show.why_event import Told

    articles = {ref.article for ref in event.claims}
    return Told(
        event,
        tuple(one for one in stories.articles if one.id in articles),
        tuple(one for one in stories.origins if articles & set(one.articles)),
        tuple(one for one in stories.drift if one.event == event.id),
        bearing(event, judgements),
        {text.id: text.reading for text in texts_of(list(readings))},
    )


def kept_stories(ledger: str, names: Sequence[str]) -> Iterator[Told]:
    """Events that the ledger keeps, by their ids there."""
    from reportedly.ledger import View
    from reportedly.show.why_event import Told

    if not names:
        return
    judgements = judged(ledger)
    with View(ledger) as view:
        for name in names:
            story = view.story(name)
            articles = {ref.article for ref in story.event.claims}
            readings = {key: view.reading(key) for key in sorted(articles)}
            yield Told(
                story.event,
                story.articles,
                story.origins,
                story.drift,
                bearing(story.event, judgements),
                readings,
            )


def bearing(event: StoryEvent, judgements: Sequence[Judged]) -> tuple[JudgementNote, ...]:
    """What people judged of an event's claims."""
    from reportedly.corroborate.judgements import notes

    refs = set(event.claims)
    return notes(
        (one for one in judgements if {one.left, one.right} & refs), {ref.article for ref in event.claims}
    )


def show(found: Told, labels: str | None, as_json: bool) -> None:
    """Print one event's argument."""
    from reportedly.show.why_event import argument, title

    steps, head = argument(found, labels or "en"), title(found, labels or "en")
    if as_json:
        click.echo(json.dumps(as_dict(found, head, steps), ensure_ascii=False))
        return
    for line in printed(head, steps):
        click.echo(line)


def as_dict(found: Told, head: str, steps: Sequence[tuple[str, list[str]]]) -> dict[str, Any]:
    """The argument with the records of the stories format that it rests on."""
    from reportedly.corroborate.model import Stories

    rests = Stories(
        tuple(found.articles),
        tuple(found.origins),
        (found.event,),
        tuple(found.drift),
        tuple(found.judgements),
    )
    told = [{"heading": heading, "lines": lines} for heading, lines in steps]
    return {"event": found.event.id, "title": head, "steps": told, "stories": rests.to_dict()}
