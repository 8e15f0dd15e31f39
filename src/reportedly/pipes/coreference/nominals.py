"""Nouns that take something up: "the sources", « ce pays », « le porte-parole », "the agency"."""

from __future__ import annotations

from reportedly.pipes.coreference.book import Book, Thread
from reportedly.pipes.coreference.lexicon import Lexicon
from reportedly.pipes.draft import Mentioned
from reportedly.pipes.entities.forms import fold, words_of
from reportedly.pipes.tokens import Doc

#: How many sentences back a noun may look for its like.
_FAR = 30
_NEAR = 4
_ANY = frozenset({"*"})
_PERSONS = frozenset({"person"})
_BODIES = frozenset({"organization", "outlet"})
_PLACES = frozenset({"place"})
#: Kinds that a bare noun may take up by its own word.
_HEADED = frozenset({"group", "person"})


def is_definite(doc: Doc, mention: Mentioned, words: Lexicon) -> bool:
    """Does a noun present itself as known?"""
    first = doc[mention.start]
    if first.lower_ in words.definite and first.i < mention.head:
        return "Ind" not in first.morph.get("Definite", [])
    before = doc[mention.start - 1] if mention.start else None
    contracted = before is not None and before.pos_ == "ADP" and "Def" in before.morph.get("Definite", [])
    return contracted and first.pos_ != "DET"


def is_demonstrative(doc: Doc, mention: Mentioned, words: Lexicon) -> bool:
    """ "this country", « cette source »."""
    first = doc[mention.start]
    return first.lower_ in words.demonstrative and first.i < mention.head


class Nominals:
    """Resolves nouns over one document."""

    def __init__(self, doc: Doc, book: Book, words: Lexicon) -> None:
        self.doc = doc
        self.book = book
        self.words = words

    def find(self, mention: Mentioned, sentence: int) -> Thread | None:
        """The thread that a noun takes up, or None for a new one."""
        if mention.key is not None:
            return self.book.by_key.get(mention.key)
        if not is_definite(self.doc, mention, self.words) or self._is_open(mention):
            return None
        if mention.name in self.words.informants:
            return self._informant(mention, sentence)
        if mention.kind == "country":
            return self._country(mention, sentence)
        same = self.book.by_noun.get(self._noun_key(mention)) or self._by_head(mention)
        same = same or self._by_name_word(mention)
        if same is not None and sentence - same.sentence <= _FAR and self._compatible(mention, same):
            return same
        return self._taken_up(mention, sentence)

    def enter(self, thread: Thread, mention: Mentioned) -> None:
        """Lets later nouns find a thread by the noun, or the title in a name."""
        self.book.by_noun[self._noun_key(mention)] = thread
        key = self._head_key(mention)
        if self.book.by_head.setdefault(key, thread) is not thread:
            self.book.ambiguous.add(key)
        self.book.by_head[key] = thread

    def _noun_key(self, mention: Mentioned) -> str:
        noun = mention.name if mention.type == "nominal" else self.doc[mention.head].lemma_
        return f"{noun.lower()}{'+' if mention.plural else ''}"

    def _head_key(self, mention: Mentioned) -> str:
        return f"{mention.kind}:{self.doc[mention.head].lemma_.lower()}{'+' if mention.plural else ''}"

    def _by_head(self, mention: Mentioned) -> Thread | None:
        """ "the minister" after "the foreign minister": a bare noun takes up one of more words."""
        bare = mention.head == mention.start + 1 and mention.end == mention.head + 1
        return self.book.by_head.get(self._head_key(mention)) if bare and mention.kind in _HEADED else None

    def _is_open(self, mention: Mentioned) -> bool:
        """Of several groups that share a noun none is taken up: "the soldiers" may be either's."""
        told = mention.name in self.words.informants
        return mention.kind == "group" and not told and self._head_key(mention) in self.book.ambiguous

    def _by_name_word(self, mention: Mentioned) -> Thread | None:
        """ "the movement" after "the Blue Harbour Movement": a noun that is a word of one body's name alone."""
        bare = mention.head == mention.start + 1 and mention.end == mention.head + 1
        if not bare or mention.plural or mention.kind not in _BODIES:
            return None
        noun = fold(self.doc[mention.head].text)
        named = [
            thread
            for thread in self.book.recent()
            if thread.kind in _BODIES and any(noun in _name_words(known) for known in thread.mentions)
        ]
        return named[0] if len(named) == 1 else None

    def _compatible(self, mention: Mentioned, thread: Thread) -> bool:
        if mention.country and thread.country != mention.country:
            return False
        sectors = {mention.sector, thread.sector} - {None}
        return len(sectors) < 2 or thread.kind == mention.kind

    def _informant(self, mention: Mentioned, sentence: int) -> Thread | None:
        """Whoever told it last, under whatever name: "two employees of …" … "The sources"."""
        for thread in self.book.recent():
            human = thread.informant and thread.kind in {"person", "group"}
            if human and thread.plural == mention.plural and sentence - thread.sentence <= _FAR:
                return thread if mention.country in {None, thread.country} else None
        return None

    def _country(self, mention: Mentioned, sentence: int) -> Thread | None:
        if mention.plural or mention.country:
            return None
        near = [t for t in self.book.recent() if t.kind == "country" and sentence - t.sentence <= _NEAR]
        if not near:
            return None
        if is_demonstrative(self.doc, mention, self.words):
            return near[0]
        return near[0] if len({thread.country for thread in near}) == 1 else None

    def _standing_for(self, mention: Mentioned) -> tuple[frozenset[str], frozenset[str]]:
        """The kinds and sectors of what a noun may stand for."""
        if mention.kind == "person":
            return _PERSONS, self.words.takeup.get(mention.name, frozenset())
        if mention.kind == "organization" and not mention.plural:
            return _BODIES, self.words.bodies.get(mention.name, frozenset())
        if mention.kind == "place" and not mention.plural and mention.name in self.words.places:
            return _PLACES, _ANY
        return frozenset(), frozenset()

    def _as_large(self, mention: Mentioned, thread: Thread) -> bool:
        """ "the town" takes up a town, "the region" a region: no pin is lent to a place of another size."""
        if mention.kind != "place":
            return True
        wanted = self.words.places.get(mention.name)
        return all(m.place is None or m.place.precision == wanted for m in thread.mentions)

    def _taken_up(self, mention: Mentioned, sentence: int) -> Thread | None:
        """The latest named thread of the right kind and sector; none where the noun has words of its own."""
        kinds, sectors = self._standing_for(mention)
        if not sectors or mention.end - mention.head > 1 or mention.country:
            return None
        for thread in self.book.recent():
            fits = thread.kind in kinds and thread.plural == mention.plural
            near = sentence - thread.sentence <= _NEAR and (thread.named or thread.speaker)
            if (
                fits
                and near
                and (sectors == _ANY or thread.sector in sectors)
                and self._as_large(mention, thread)
            ):
                return thread
        return None


def _name_words(mention: Mentioned) -> set[str]:
    """The words of a name of several."""
    words = words_of(mention.name) if mention.type == "name" else []
    return {fold(word) for word in words} if len(words) > 1 else set()
