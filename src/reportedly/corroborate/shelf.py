"""The articles of an index: those in use at hand, the others put away in a file until they are asked for."""

from __future__ import annotations

import pickle
import tempfile
import weakref
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import IO

from reportedly.corroborate.events import main_of
from reportedly.corroborate.nodes import Node, Refs, nodes_of
from reportedly.corroborate.passages import Words
from reportedly.corroborate.texts import Text
from reportedly.model import Claim, Reading

#: Articles that are kept at hand whole, and those of which only what pairs are compared by is.
WHOLE, PARTS = 2500, 5000
#: What is worked out of an article once and for all, and is small.
LASTING = ("agency", "credits", "day", "language", "outlet", "published", "told_in", "words")
#: What else pairs of articles are compared by.
COMPARED = ("folded", "names", "places", "quoted")
#: What pairs of events are compared by.
FEATURES = tuple(name for name, value in vars(Node).items() if isinstance(value, cached_property))


@dataclass(slots=True, eq=False)
class Held:
    """An article with its events."""

    text: Text
    nodes: Sequence[Node]


class Part(Text):
    """What of an article is put away is compared by; the rest is fetched when it is asked for."""

    def __init__(self, article: str, shelf: Shelf, known: Mapping[str, object]) -> None:
        self.__dict__.update(known, id=article, shelf=shelf)

    def __getattr__(self, name: str) -> Reading:
        if name != "reading":
            raise AttributeError(name)
        shelf: Shelf = self.__dict__["shelf"]
        return shelf.whole(self.id).text.reading


class PartNode(Node):
    """What of an event is put away is compared by."""

    def __init__(self, key: str, text: Text, main: bool, known: Mapping[str, object]) -> None:
        self.__dict__.update(known, id=key, text=text, main=main, weighed=None)

    def __getattr__(self, name: str) -> tuple[Claim, ...]:
        if name != "claims":
            raise AttributeError(name)
        shelf: Shelf = self.text.__dict__["shelf"]
        return next(node.claims for node in shelf.whole(self.text.id).nodes if node.id == self.id)


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
        self._parts: OrderedDict[str, Held] = OrderedDict()
        #: Where they stand in the file: what they are compared by, and their readings.
        self._packed: dict[str, tuple[int, int]] = {}
        self._away: dict[str, tuple[int, int]] = {}
        self._lasting: dict[str, dict[str, object]] = {}
        self._file: IO[bytes] | None = None

    def __contains__(self, article: object) -> bool:
        return article in self._lasting

    @property
    def articles(self) -> Set[str]:
        """The ids of all that are there."""
        return self._lasting.keys()

    def __getitem__(self, article: str) -> Text:
        """What an article is compared by."""
        return self.held(article).text

    def nodes(self, article: str) -> Sequence[Node]:
        """What the events of an article are compared by."""
        return self.held(article).nodes

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
        for known in (self._whole, self._parts, self._packed, self._away, self._lasting):
            known.pop(article, None)

    def held(self, article: str) -> Held:
        """What an article and its events are compared by."""
        found = self._whole.get(article)
        if found is not None:
            self._whole.move_to_end(article)
            return found
        found = self._parts.get(article)
        if found is None:
            self._parts[article] = found = self._unpacked(article)
            if len(self._parts) > PARTS:
                self._parts.popitem(last=False)
        else:
            self._parts.move_to_end(article)
        return found

    def whole(self, article: str) -> Held:
        """An article with its events."""
        found = self._whole.get(article)
        if found is None:
            return self._restored(article)
        self._whole.move_to_end(article)
        return found

    def _restored(self, article: str) -> Held:
        """An article that was put away, with all that was worked out of it by then."""
        text = Text(article, self._fetch(article))
        text.__dict__.update(self._lasting[article])
        if article not in self._packed:
            return self._keep(text)
        part = self._parts.get(article) or self._unpacked(article)
        text.__dict__.update((name, part.text.__dict__[name]) for name in COMPARED)
        held = self._keep(text)
        for node, known in zip(held.nodes, part.nodes, strict=True):
            node.__dict__.update((name, known.__dict__[name]) for name in FEATURES)
        return held

    def node(self, key: str) -> Node:
        """An event of an article, by its id."""
        return next(node for node in self.whole(article_of(key)).nodes if node.id == key)

    def judged(self, alone: Refs, out: Refs, articles: Iterable[str]) -> None:
        """Part and leave out these claims from now on, which are of these articles."""
        self.alone, self.out = alone, out
        for article in articles:
            # Its events may be others now, so what was worked out of them goes first.
            self._parts.pop(article, None)
            self._packed.pop(article, None)
            held = self.whole(article)
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
        return nodes

    def _put_away(self, article: str, held: Held) -> None:
        if article not in self._away:
            import msgspec

            self._away[article] = self._written(msgspec.msgpack.encode(held.text.reading))
        if article not in self._packed:
            text = {name: getattr(held.text, name) for name in COMPARED}
            nodes = [(node.id, node.main, [getattr(node, name) for name in FEATURES]) for node in held.nodes]
            self._packed[article] = self._written(pickle.dumps((text, nodes), 5))

    def _written(self, data: bytes) -> tuple[int, int]:
        """Where it stands in the file."""
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the shelf is there
            weakref.finalize(self, self._file.close)
        place = self._file.seek(0, 2)
        return place, self._file.write(zlib.compress(data, 1))

    def _read(self, place: int, length: int) -> bytes:
        assert self._file is not None  # noqa: S101
        self._file.seek(place)
        return zlib.decompress(self._file.read(length))

    def _unpacked(self, article: str) -> Held:
        known, nodes = pickle.loads(self._read(*self._packed[article]))  # noqa: S301  # our own, of this run
        text = Part(article, self, {**self._lasting[article], **known})
        return Held(
            text,
            [
                PartNode(key, text, main, dict(zip(FEATURES, values, strict=True)))
                for key, main, values in nodes
            ],
        )

    def _fetch(self, article: str) -> Reading:
        import msgspec

        return msgspec.msgpack.decode(self._read(*self._away[article]), type=Reading)


def slim(reading: Reading) -> Reading:
    """A reading without what no story is made from."""
    return replace(reading, sentences=(), findings=(), problems=())


def article_of(node: str) -> str:
    """The article of an event, by its id."""
    return node.rpartition("\0")[0]
