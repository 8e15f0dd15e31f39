"""The component that writes ``Draft.times``."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.model import Time
from reportedly.pipes.draft import draft_of, live_sentences
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.times.finder import find
from reportedly.pipes.times.lexicon import time_words
from reportedly.pipes.times.tense import TreeTense
from reportedly.pipes.tokens import Doc

#: Parts of speech that a word of time never has: the "may" of "may leave", the "march" of "they march".
_VERBAL = {"AUX", "VERB"}


class Times:
    """Finds times in the document's text, and drops those that its parts of speech speak against."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: AnyDoc) -> list[Time]:
        """The times of the sentences that are to be read."""
        doc = plain(doc)
        draft = draft_of(doc)
        if draft.language not in ("fr", "en"):
            return []
        live = Live(doc)
        told = TreeTense(doc, time_words(draft.language).tense) if doc.has_annotation("DEP") else None
        times = find(doc.text, draft.language, draft.published, told=told)
        kept = [t for t in times if live.holds(t.span.start) and not _verbal(doc, t)]
        return [replace(time, id=f"t{number}") for number, time in enumerate(kept, 1)]

    def __call__(self, doc: Parsed) -> Parsed:
        """Write the times into the document's draft."""
        draft_of(doc).times = self.process(doc)
        return doc


class Live:
    """Which places of a document lie in sentences that are to be read; all, where there are no sentences."""

    def __init__(self, doc: Doc) -> None:
        split = doc.has_annotation("SENT_START")
        spans = [(s.start_char, s.end_char) for s in live_sentences(doc)] if split else [(0, len(doc.text))]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def holds(self, place: int) -> bool:
        """Is a code point in a sentence that is to be read?"""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.ends[index]


def _verbal(doc: Doc, time: Time) -> bool:
    """Is the time a single word that the tagger holds for a verb?"""
    span = doc.char_span(time.span.start, time.span.end)
    return span is not None and len(span) == 1 and time.type != "SET" and span[0].pos_ in _VERBAL
