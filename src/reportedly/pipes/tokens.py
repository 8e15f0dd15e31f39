"""A parsed document in plain Python objects: what the rules ask of a token a hundred times a word.

spaCy answers each such question anew: it makes a ``Token`` for a head, looks a label up in its strings. A plain
document is made once, by `reportedly.pipes.plain`; its tokens and spans answer as spaCy's do, and hold as long as
nobody changes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, overload

from spacy import tokens as spacy
from spacy.vocab import Vocab

from reportedly.pipes.strings import Morph


@dataclass(slots=True, init=False, eq=False, repr=False)
class Token:
    """A token; the names are spaCy's, those of `Label` and of the straight forms our own."""

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    #: Form and lemma (the form where there is none) in lower case with a straight apostrophe.
    form: str
    word: str
    pos_: str
    dep_: str
    #: The universal part of the label, as it is and in lower case.
    base: str
    label: str
    morph: Morph
    head: Token
    children: tuple[Token, ...]
    left_edge: Token
    right_edge: Token
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_sent_start: bool
    whitespace_: str

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    @property
    def source(self) -> spacy.Token:
        """spaCy's own token."""
        return self.doc.source[self.i]

    @property
    def vocab(self) -> Vocab:
        return self.doc.vocab

    @property
    def sent(self) -> Span:
        """The sentence that the token stands in."""
        return self.doc.sentence(self.i)

    @property
    def lefts(self) -> list[Token]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in order."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    def nbor(self, steps: int = 1) -> Token:
        """The token so many places on.

        :raises IndexError: at either end of the document.
        """
        place = self.i + steps
        if not 0 <= place < len(self.doc):
            raise IndexError(f"no token {place} in a document of {len(self.doc)}")
        return self.doc[place]

    @property
    def tag_(self) -> str:
        return self.source.tag_

    @property
    def ent_type_(self) -> str:
        return self.source.ent_type_

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        return self.text.isdigit()

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def like_num(self) -> bool:
        return bool(self.source.like_num)


class Span:
    """Tokens ``[start, end)`` of a document."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end = limits(at, len(self))
            return Span(self.doc, self.start + start, self.start + end)
        place = at + (self.end if at < 0 else self.start)
        if not self.start <= place < self.end:
            raise IndexError(f"no token {at} in a span of {len(self)}")
        return self.doc[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.doc, self.start, self.end) == (
            other.doc,
            other.start,
            other.end,
        )

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        return self.doc.begin(self.start)

    @property
    def end_char(self) -> int:
        last = self.doc[self.end - 1] if self.end > self.start else None
        return self.start_char if last is None else last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The text without white space behind it."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """The text with the white space behind it."""
        return self.doc.text[self.start_char : self.doc.begin(self.end)]

    @property
    def sent(self) -> Span:
        """The sentence of the first token."""
        return self.doc.sentence(self.start)

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence; the first of several, a mark or blank only if need be."""
        within = self.doc[self.start : self.end]
        for token in within:
            if token.head is token:
                return token
        outer = [token for token in within if not self.start <= token.head.i < self.end]
        return min(outer or within, key=depth) if outer else within[0]


def depth(token: Token) -> int:
    """How many heads stand above a token; a mark or blank with nothing below it counts as deepest of all."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc(list[Token]):
    """A document: its tokens in order; ``source`` is spaCy's. A slice is a list, `span` gives a `Span`."""

    def __init__(self, source: spacy.Doc) -> None:
        super().__init__(Token() for _ in range(len(source)))
        self.source = source
        self.vocab: Vocab = source.vocab
        self.user_data: dict[Any, Any] = source.user_data
        #: What `reportedly.pipes.words` keeps of this document.
        self.tables: Any = None
        self.text: str = source.text
        self._sents: tuple[Span, ...] | None = None
        self._starts: list[int] = []

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)

    def span(self, start: int, end: int) -> Span:
        """Tokens ``[start, end)``."""
        return Span(self, *limits(slice(start, end), len(self)))

    def dissolve(self) -> None:
        """Lets go of the tokens, which hold one another, so that memory is free at once."""
        for token in self:
            token.children = ()
            del token.doc, token.head, token.left_edge, token.right_edge
        self.tables = None
        self.clear()

    @property
    def lang_(self) -> str:
        return self.source.lang_

    def has_annotation(self, name: str) -> bool:
        return self.source.has_annotation(name)

    def begin(self, at: int) -> int:
        """Where a token begins; the end of the text behind the last one."""
        return self[at].idx if at < len(self) else len(self.text)

    @property
    def sents(self) -> tuple[Span, ...]:
        """The sentences.

        :raises ValueError: if the document has no boundaries of sentences.
        """
        found = self._sents
        if found is None:
            found = self._sents = tuple([Span(self, sent.start, sent.end) for sent in self.source.sents])
            self._starts = [sent.start for sent in found]
        return found

    def sentence(self, at: int) -> Span:
        """The sentence that a token stands in."""
        sents = self.sents
        return sents[bisect_right(self._starts, at) - 1]

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """The tokens of a stretch of text."""
        found = self.source.char_span(start, end, alignment_mode=alignment_mode)
        return None if found is None else Span(self, found.start, found.end)


def limits(at: slice, length: int) -> tuple[int, int]:
    """The ends of a slice, as spaCy takes them."""
    start, end, _ = at.indices(length)
    return start, max(start, end)
