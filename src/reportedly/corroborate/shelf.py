"""The articles of an index: those in use at hand, the others put away in a file until they are asked for."""

from __future__ import annotations

import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import IO

from reportedly.corroborate.about import main_of
from reportedly.corroborate.nodes import Node, Refs, nodes_of
from reportedly.corroborate.passages import Words
from reportedly.corroborate.texts import Text
from reportedly.model import Reading

#: Articles that are kept at hand whole.
WHOLE = 2500
#: What is worked out of an article once and for all, and is small.
LASTING = ("agency", "credits", "day", "language", "outlet", "published", "terse", "told_in", "words")


@dataclass(slots=True, eq=False)
class Held:
    """An article with its events."""

    text: Text
    nodes: Sequence[Node]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event of an article is told first, and whether it is what the article is about."""

    id: str
    start: int
    main: bool


class Brief(Text):
    """What is small of an article; the rest is fetched when it is asked for."""

    def __init__(self, article: str, shelf: Shelf, known: Mapping[str, object]) -> None:
        self.__dict__.update(known, id=article, shelf=shelf)

    def __getattr__(self, name: str) -> Reading:
        if name != "reading":
            raise AttributeError(name)
        shelf: Shelf = self.__dict__["shelf"]
        return shelf[self.id].reading


class Shelf:
    """Articles by id."""

    def __init__(self, *, every: bool) -> None:
        """Begin with none.

        :param every: whether claims outside the ontology are events too.
        """
        self.every = every
        self.alone: Refs = frozenset()
        self.out: Refs = frozenset()
        self._whole: OrderedDict[str, Held] = OrderedDict()
        #: Where their readings stand in the file.
        self._away: dict[str, tuple[int, int]] = {}
        self._lasting: dict[str, dict[str, object]] = {}
        self._places: dict[str, tuple[Place, ...]] = {}
        self._file: IO[bytes] | None = None
        self._end = 0

    def __contains__(self, article: object) -> bool:
        return article in self._lasting

    def __getitem__(self, article: str) -> Text:
        """An article with all that can be worked out of it."""
        return self.held(article).text

    def brief(self, article: str) -> Text:
        """What is small of an article."""
        return Brief(article, self, self._lasting[article])

    def nodes(self, article: str) -> Sequence[Node]:
        """The events of an article."""
        return self.held(article).nodes

    def places(self, article: str) -> tuple[Place, ...]:
        """Where the events of an article are told."""
        return self._places[article]

    @property
    def all_places(self) -> dict[str, tuple[Place, ...]]:
        """The same of all articles."""
        return self._places

    def lasting(self, article: str) -> dict[str, object]:
        """What is small of an article, by the names of `LASTING`."""
        return self._lasting[article]

    def order(self, article: str) -> tuple[str, str]:
        """What articles are ordered by, as `Text.order` is."""
        return (str(self._lasting[article]["published"]) or "~", article)

    def put(self, article: str, reading: Reading) -> Text:
        """One article more, or another reading of it."""
        self.drop(article)
        text = Text(article, slim(reading))
        self._lasting[article] = {name: getattr(text, name) for name in LASTING}
        self._keep(text)
        return text

    def words(self, article: str) -> Words:
        """The words of an article."""
        found = self._lasting[article]["words"]
        assert isinstance(found, Words)  # noqa: S101
        return found

    def drop(self, article: str) -> None:
        """One article less."""
        for known in (self._whole, self._away, self._lasting, self._places):
            known.pop(article, None)

    def held(self, article: str) -> Held:
        """An article with its events."""
        found = self._whole.get(article)
        if found is None:
            text = Text(article, self._fetch(article))
            text.__dict__.update(self._lasting[article])
            return self._keep(text)
        self._whole.move_to_end(article)
        return found

    def node(self, key: str) -> Node:
        """An event of an article, by its id."""
        return next(node for node in self.nodes(article_of(key)) if node.id == key)

    def judged(self, alone: Refs, out: Refs, articles: Iterable[str]) -> None:
        """Part and leave out these claims from now on, which are of these articles."""
        self.alone, self.out = alone, out
        for article in articles:
            held = self.held(article)
            held.nodes = self._nodes(held.text)

    def _keep(self, text: Text) -> Held:
        held = Held(text, self._nodes(text))
        self._whole[text.id] = held
        if len(self._whole) > WHOLE:
            self._put_away(*self._whole.popitem(last=False))
        return held

    def _nodes(self, text: Text) -> Sequence[Node]:
        nodes = list(nodes_of(text, every=self.every, alone=self.alone, out=self.out))
        if nodes:
            main_of(nodes).main = True
        self._places[text.id] = tuple(Place(node.id, node.start, node.main) for node in nodes)
        return nodes

    def _put_away(self, article: str, held: Held) -> None:
        if article not in self._away:
            import msgspec

            self._away[article] = self._written(msgspec.msgpack.encode(held.text.reading))

    def _written(self, data: bytes) -> tuple[int, int]:
        """Where it stands in the file."""
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the shelf is there
            weakref.finalize(self, self._file.close)
        place, self._end = self._end, self._end + len(data)
        self._file.seek(place)
        self._file.write(data)
        return place, len(data)

    def _fetch(self, article: str) -> Reading:
        import msgspec

        assert self._file is not None  # noqa: S101
        place, length = self._away[article]
        self._file.seek(place)
        return msgspec.msgpack.decode(self._file.read(length), type=Reading)


def slim(reading: Reading) -> Reading:
    """A reading without what no story is made from."""
    return replace(reading, sentences=(), findings=(), problems=())


def article_of(node: str) -> str:
    """The article of an event, by its id."""
    return node.rpartition("\0")[0]
