"""The stories of overlapping windows put together, in order of time, so that what was once told keeps its name.

A block's stories are made of its own days and of a window before them. Its own claims are new; those of the window
have their events already, from the blocks before. Where both are one event, the new claims join the event that most of
the old ones have; old claims never move. So the events of a day depend on that day and on what came before it, an
archive can grow day by day, and no chain of windows makes one event of two that were told apart.
"""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pyarrow as pa

from reportedly.corroborate.model import ClaimRef, Dispute, Origin, StoryEvent
from reportedly.scale.layout import UNKNOWN, Archive, day_of, read, write
from reportedly.scale.schemas import TABLES
from reportedly.scale.stories import event_id, event_row, origin_id, origin_row, with_origins

Item = TypeVar("Item")
Row = dict[str, Any]
NAMES = ("stories", "events", "origins", "drift")


def merged(archive: Archive, blocks: Sequence[dict[str, Any]]) -> int:
    """Write the four tables anew, and tell how many events there are."""
    made = archive.work("merged")
    shutil.rmtree(made, ignore_errors=True)
    merger, count = Merger(), 0
    for number, block in enumerate(blocks):
        own = set(archive.read("readings", block["own"], ["article"]).column("article").to_pylist())
        merger.add(Block(archive.work("stories", block["key"])), own)
        after = blocks[number + 1]["days"][0] if number + 1 < len(blocks) else None
        for name, rows in merger.closed(after).items():
            count += len(rows) if name == "events" else 0
            for day, part in by_day(name, rows):
                write(
                    made / name / f"day={day}" / f"{block['key']}.parquet",
                    pa.Table.from_pylist(part, TABLES[name]),
                )
    for name in NAMES:
        archive.replace(name, made / name)
    return count


def by_day(name: str, rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Rows by the day on which they were first told."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.pop("day")].append(row)
    for day in sorted(found):
        key = {"stories": "article", "events": "id", "origins": "id", "drift": "drift"}[name]
        yield day, sorted(found[day], key=lambda row: row[key])


class Block:
    """The stories of one block, from its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _texts(self, name: str, column: str) -> list[str]:
        found: list[str] = read(self.folder / f"{name}.parquet", [column]).column(column).to_pylist()
        return found

    def events(self) -> list[StoryEvent]:
        return [msgspec.json.decode(one, type=StoryEvent) for one in self._texts("events", "event")]

    def origins(self) -> list[Origin]:
        return [msgspec.json.decode(one, type=Origin) for one in self._texts("origins", "origin")]

    def rows(self, name: str) -> list[Row]:
        found: list[Row] = read(self.folder / f"{name}.parquet").to_pylist()
        return found


class Merger:
    """What is known of the claims and articles of the window, and the events and origins that may still grow."""

    def __init__(self) -> None:
        self.event_of: dict[tuple[str, str], str] = {}
        self.origin_of: dict[str, str] = {}
        self.events: dict[str, StoryEvent] = {}
        self.origins: dict[str, Origin] = {}
        self.days: dict[str, str] = {}
        self.done: dict[str, list[Row]] = {name: [] for name in NAMES}

    def add(self, block: Block, own: set[str]) -> None:
        """One block more.

        :param own: the articles of its own days.
        """
        stories = block.rows("stories")
        self.days.update({row["article"]: day_of(row["published"]) for row in stories})
        names = self.add_origins(block.origins(), own)
        for row in stories:
            if row["article"] in own:
                self.done["stories"].append(self.story(row, names))
        self.add_events([with_origins(event, names) for event in block.events()], own)
        for row in block.rows("drift"):
            if row["article"] in own:
                self.done["drift"].append(self.drift(row))

    def add_origins(self, origins: Iterable[Origin], own: set[str]) -> dict[str, str]:
        """The names that a block's origins have from now on."""
        names: dict[str, str] = {}
        for origin in origins:
            known = [self.origin_of[key] for key in origin.articles if key in self.origin_of]
            new = [key for key in origin.articles if key in own]
            name = known[0] if known else origin_id(origin.articles[0])
            names[origin.id] = name
            self.origin_of.update(dict.fromkeys(new, name))
            if name in self.origins:
                self.origins[name] = grown_origin(self.origins[name], origin, new)
            elif new:
                self.origins[name] = replace(origin, id=name)
        return names

    def add_events(self, events: Sequence[StoryEvent], own: set[str]) -> None:
        """A block's events: those with new claims join others or are new; the surest of a name goes first."""
        votes = {one.id: self.votes(one) for one in events if any(ref.article in own for ref in one.claims)}
        taken: set[str] = set()
        for one in sorted(
            events, key=lambda event: (-max(votes.get(event.id, Counter()).values(), default=0), event.id)
        ):
            if one.id not in votes:
                continue
            ranked = sorted(votes[one.id].items(), key=lambda pair: (-pair[1], pair[0]))
            name = next((key for key, _ in ranked if key not in taken), None)
            told = only_new(one, own) if name is None and ranked else one
            name = name or event_id(told.claims[0].article, told.claims[0].claim)
            taken.add(name)
            self.put(name, told, own)

    def votes(self, event: StoryEvent) -> Counter[str]:
        """The events that an event's old claims have, with how many have each."""
        known = (self.event_of.get((ref.article, ref.claim)) for ref in event.claims)
        return Counter(key for key in known if key is not None)

    def put(self, name: str, event: StoryEvent, own: set[str]) -> None:
        new = [(ref.article, ref.claim) for ref in event.claims if ref.article in own]
        self.event_of.update(dict.fromkeys(new, name))
        known = self.events.get(name)
        self.events[name] = replace(event, id=name) if known is None else grown_event(known, event, own)

    def story(self, row: Row, names: dict[str, str]) -> Row:
        return {**row, "origin": names[row["origin"]], "day": self.days[row["article"]]}

    def drift(self, row: Row) -> Row:
        data = msgspec.json.decode(row["drift"])
        data["event"] = self.event_of.get((row["article"], row["claim"]))
        told = msgspec.json.encode(data).decode()
        return {**row, "event": data["event"], "drift": told, "day": self.days[row["article"]]}

    def closed(self, after: str | None) -> dict[str, list[Row]]:
        """What can grow no more, as rows.

        :param after: the first day of the next window; None if there is no other block.
        """
        found, self.done = self.done, {name: [] for name in NAMES}
        for name, event in list(self.events.items()):
            if self.past((ref.article for ref in event.claims), after):
                day = self.days[event.claims[0].article]
                found["events"].append({**event_row(self.events.pop(name)), "day": day})
        for name, origin in list(self.origins.items()):
            if self.past(origin.articles, after):
                day = self.days[origin.articles[0]]
                found["origins"].append({**origin_row(self.origins.pop(name)), "day": day})
        self.forget(after)
        return found

    def past(self, articles: Iterable[str], after: str | None) -> bool:
        """Whether no window to come holds any of the articles."""
        return after is None or after == UNKNOWN or all(self.days[key] < after for key in articles)

    def forget(self, after: str | None) -> None:
        """Let go of what no window to come holds, unless something that may grow still names it."""
        if after is None:
            return
        held = {ref.article for event in self.events.values() for ref in event.claims}
        held.update(key for origin in self.origins.values() for key in origin.articles)
        gone = {
            key for key, day in self.days.items() if (after == UNKNOWN or day < after) and key not in held
        }
        self.days = {key: day for key, day in self.days.items() if key not in gone}
        self.event_of = {ref: name for ref, name in self.event_of.items() if ref[0] not in gone}
        self.origin_of = {key: name for key, name in self.origin_of.items() if key not in gone}


def union(*lists: Iterable[Item]) -> tuple[Item, ...]:
    """The items of all, each once, in the order in which they come."""
    return tuple(dict.fromkeys(item for each in lists for item in each))


def grown_origin(known: Origin, more: Origin, new: Sequence[str]) -> Origin:
    """An origin with the articles that have joined it."""
    reasons = [reason for reason in more.reasons if reason not in known.reasons]
    return replace(known, articles=union(known.articles, new), reasons=(*known.reasons, *reasons))


def grown_event(known: StoryEvent, more: StoryEvent, own: set[str]) -> StoryEvent:
    """An event with the claims that have joined it; its origins are as many as either shows, in doubt the fewer."""
    told = {step.by.article for step in known.history}
    steps = [step for step in more.history if step.by.article in own and step.by.article not in told]
    history = tuple(sorted((*known.history, *steps), key=lambda step: (step.at or "~", step.by.article)))
    larger = more if len(more.claims) > len(known.claims) else known
    times = [one.time for one in (known, more) if one.time]
    return replace(
        known,
        type=larger.type,
        act=larger.act,
        title=larger.title,
        claims=union(known.claims, (ref for ref in more.claims if ref.article in own)),
        actors=union(known.actors, more.actors),
        recipients=union(known.recipients, more.recipients),
        objects=union(known.objects, more.objects),
        time=(min(first for first, _ in times), max(last for _, last in times)) if times else None,
        places=union(known.places, more.places),
        origins=union(known.origins, more.origins),
        independent_origins=max(known.independent_origins, more.independent_origins),
        status=history[-1].status,
        history=history,
        disputes=grown_disputes(known.disputes, more.disputes),
        reasons=(*known.reasons, *(reason for reason in more.reasons if reason not in known.reasons)),
    )


def grown_disputes(known: Sequence[Dispute], more: Sequence[Dispute]) -> tuple[Dispute, ...]:
    """Disputes by their field, the values of both, each with all claims that give it."""
    fields: dict[str, dict[str, tuple[ClaimRef, ...]]] = {}
    kinds: dict[str, Dispute] = {}
    for dispute in (*known, *more):
        kinds.setdefault(dispute.field, dispute)
        values = fields.setdefault(dispute.field, {})
        for value in dispute.values:
            values[value.value] = union(values.get(value.value, ()), value.claims)
    return tuple(
        replace(
            kinds[name],
            values=tuple(
                replace(kinds[name].values[0], value=key, claims=refs) for key, refs in values.items()
            ),
        )
        for name, values in fields.items()
    )


def only_new(event: StoryEvent, own: set[str]) -> StoryEvent:
    """The part of an event that is new, where its old claims stay with another."""
    history = tuple(step for step in event.history if step.by.article in own)
    return replace(
        event,
        claims=tuple(ref for ref in event.claims if ref.article in own),
        history=history,
        origins=union(step.origin for step in history if step.origin),
        status=history[-1].status if history else event.status,
        independent_origins=max(1, min(event.independent_origins, len({step.origin for step in history}))),
        disputes=(),
    )
