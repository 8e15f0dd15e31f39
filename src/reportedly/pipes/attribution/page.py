"""One document while its attributions are read: tokens, sentences, paragraphs and quotations at hand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from reportedly.pipes.attribution.lexicon import Lexicon
from reportedly.pipes.attribution.quotes import Quote, find_quotes
from reportedly.pipes.attribution.tree import Range, form, is_finite, is_light, is_mark
from reportedly.pipes.draft import Mentioned
from reportedly.pipes.titles.title import Title
from reportedly.pipes.tokens import Doc, Span, Token

#: Longest dateline, in tokens.
LONGEST_DATELINE = 16


@dataclass(slots=True)
class Page:
    """What every rule may ask of the document."""

    doc: Doc
    lexicon: Lexicon
    quotes: list[Quote]
    sentences: list[Range]
    mentions: list[Mentioned]
    title: Title | None = None
    #: Of each token, the innermost quotation that it stands in.
    inside: list[Quote | None] = field(default_factory=list)
    #: The forms in lower case with straight apostrophes.
    forms: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _opening: dict[int, Quote] = field(default_factory=dict)
    _closing: dict[int, Quote] = field(default_factory=dict)
    _mention_at: dict[int, Mentioned] = field(default_factory=dict)
    _carrying: dict[int, Quote] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.forms = [form(token) for token in self.doc]
        self._starts = [start for start, _ in self.sentences]
        self.inside = [None] * len(self.doc)
        for quote in self.quotes:
            # Inner quotations come later, since they begin later.
            self.inside[quote.start : quote.end] = [quote] * (quote.end - quote.start)
            self._opening.setdefault(quote.start, quote)
            if quote.carries is not None:
                self._carrying[quote.carries.start] = quote
            if quote.closed:
                self._closing[quote.end] = quote
        for mention in self.mentions:
            for i in range(mention.start, mention.end):
                self._mention_at.setdefault(i, mention)

    def sentence_of(self, i: int) -> Range:
        """The sentence that holds a token, or the token alone where none does."""
        at = bisect_right(self._starts, i) - 1
        if at >= 0 and i < self.sentences[at][1]:
            return self.sentences[at]
        return i, i + 1

    def opening_at(self, i: int) -> Quote | None:
        """The quotation that begins at a token."""
        return self._opening.get(i)

    def closing_at(self, end: int) -> Quote | None:
        """The closed quotation that ends before a token."""
        return self._closing.get(end)

    def quote_ending_before(self, i: int) -> Quote | None:
        """The closed quotation right before a token, a comma or a space allowed between them."""
        for _ in range(3):
            if quote := self.closing_at(i):
                return quote
            if i <= 0 or not is_light(self.doc[i - 1]) or "\n" in self.doc[i - 1].text:
                return None
            i -= 1
        return None

    def quote_beginning_after(self, i: int) -> Quote | None:
        """The quotation that begins at a token, a comma, colon or space allowed before it."""
        for _ in range(3):
            if i >= len(self.doc):
                return None
            if quote := self.opening_at(i):
                return quote
            if not is_light(self.doc[i]) or is_mark(self.doc[i]) or "\n" in self.doc[i].text:
                return None
            i += 1
        return None

    def carried_on(self, quote: Quote) -> Quote | None:
        """The quotation of the next paragraph that carries this one on."""
        return self._carrying.get(quote.start)

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether no line ends between two tokens."""
        low, high = min(a, b), max(a, b)
        return not any("\n" in self.doc[i].text for i in range(low, high))

    def mention_of(self, token: Token) -> Mentioned | None:
        """The entity mention that holds a token."""
        return self._mention_at.get(token.i)


def open_page(
    doc: Doc, lexicon: Lexicon, sentences: list[Span], mentions: list[Mentioned], title: Title | None = None
) -> Page:
    """The page of a document, its quotations paired."""
    starts = [(min(after_dateline(doc, s.start, s.end), s.end), s.end) for s in sentences]
    return Page(doc, lexicon, find_quotes(doc), [(a, b) for a, b in starts if a < b], mentions, title)


def after_dateline(doc: Doc, start: int, end: int) -> int:
    """Where a sentence begins after the place, the date and the agency of its lead: "LIMA (AP) — | The port…"."""
    if start and "\n" not in doc[start - 1].text and not doc[start].is_space:
        return start
    first = next((i for i in range(start, end) if not doc[i].is_space), end)
    for i in range(first + 1, min(first + LONGEST_DATELINE, end - 1)):
        token = doc[i]
        if is_finite(token) or is_mark(token):
            return start
        if token.text in ("-", "–", "—", "--") and (doc[i - 1].whitespace_ or doc[i - 1].is_space):
            agency = doc[i - 1].text.endswith(")") or doc[max(i - 2, first)].text.endswith(")")
            capitals = len(doc[first].text) > 2 and doc[first].text.isupper() and i > first + 1
            return i + 1 if agency or capitals else start
    return start
