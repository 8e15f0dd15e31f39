"""The entities met so far, with what later mentions ask of them: names, number, gender, nearness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.pipes.draft import Mentioned

#: How many of the latest entities a pronoun or a noun may look back over.
WINDOW = 60


@dataclass(slots=True, eq=False)
class Thread:
    """One entity in the making."""

    mentions: list[Mentioned] = field(default_factory=list)
    #: "Masc", "Fem" or None where nothing tells.
    gender: str | None = None
    plural: bool = False
    country: str | None = None
    sector: str | None = None
    kind: str = "other"
    #: Sentence (by number) of the latest mention, and whether that was a subject or a source.
    sentence: int = 0
    salient: bool = False
    #: An unnamed source of an attribution.
    informant: bool = False
    #: A source of an attribution.
    speaker: bool = False

    @property
    def last(self) -> Mentioned:
        """The latest mention."""
        return self.mentions[-1]

    @property
    def named(self) -> bool:
        """Has it a name of its own?"""
        return any(mention.type == "name" for mention in self.mentions)


class Book:
    """All threads, and tables to find them by key, by name and by noun."""

    def __init__(self) -> None:
        self.threads: list[Thread] = []
        self.by_key: dict[str, Thread] = {}
        self.by_name: dict[str, Thread] = {}
        self.by_last: dict[str, Thread] = {}
        self.by_noun: dict[str, Thread] = {}
        self.by_head: dict[str, Thread] = {}
        #: Keys of `by_head` that more than one thread has had.
        self.ambiguous: set[str] = set()
        self._recent: list[Thread] = []

    def open(self, mention: Mentioned) -> Thread:
        """A new thread with its first mention."""
        thread = Thread(
            kind=mention.kind, plural=mention.plural, country=mention.country, sector=mention.sector
        )
        self.threads.append(thread)
        self.join(thread, mention)
        return thread

    def join(self, thread: Thread, mention: Mentioned) -> None:
        """One more mention of a thread."""
        thread.mentions.append(mention)
        thread.country = thread.country or mention.country
        thread.sector = thread.sector or mention.sector
        if mention.type == "name" and thread.kind in {"other", "group"} and not thread.plural:
            thread.kind = mention.kind
        if mention.key is not None:
            self.by_key.setdefault(mention.key, thread)
        if self._recent and self._recent[-1] is thread:
            return
        self._recent.append(thread)

    def recent(self) -> Iterator[Thread]:
        """Threads, the one mentioned last first, each once, as far back as anybody looks."""
        seen: set[int] = set()
        for thread in reversed(self._recent[-WINDOW:]):
            if id(thread) not in seen:
                seen.add(id(thread))
                yield thread
