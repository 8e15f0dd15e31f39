"""What a group of mentions says of their entity: its name, kind, country, sector and weapon."""

from __future__ import annotations

from reportedly.pipes.coreference.book import Thread
from reportedly.pipes.draft import EntityDraft, Mentioned
from reportedly.pipes.tokens import Doc

_ARTICLES = frozenset({"DET"})


def describe(doc: Doc, thread: Thread) -> EntityDraft:
    """The entity that a thread is."""
    mentions = sorted(thread.mentions, key=lambda mention: (mention.start, -mention.end))
    names = [mention for mention in mentions if mention.type == "name"]
    nouns = [mention for mention in mentions if mention.type == "nominal"]
    best = _fullest(names) or (nouns[0] if nouns else mentions[0])
    weapon = next((m.weapon for m in [*names, *nouns] if m.weapon and m.weapon.designation), None)
    return EntityDraft(
        name=best.name if best in names else _bare(doc, best),
        kind=best.kind if best.kind != "other" else thread.kind,  # type: ignore[arg-type]
        country=next((m.country for m in [best, *mentions] if m.country), None),
        sector=next((m.sector for m in [best, *names, *nouns] if m.sector), None),
        weapon=weapon or next((m.weapon for m in mentions if m.weapon), None),
        place=next((m.place for m in mentions if m.place), None),
        mentions=mentions,
    )


def _fullest(names: list[Mentioned]) -> Mentioned | None:
    """The name with the most words, the earliest of several."""
    return max(names, key=lambda mention: (len(mention.name.split()), -mention.start), default=None)


def _bare(doc: Doc, mention: Mentioned) -> str:
    """A noun phrase without its determiner."""
    start = mention.start
    while start < mention.end - 1 and doc[start].pos_ in _ARTICLES and start != mention.head:
        start += 1
    return " ".join(doc.span(start, mention.end).text.split())
