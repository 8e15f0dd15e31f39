"""The component that writes ``Draft.times``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from reportedly.model import Time
from reportedly.pipes.draft import draft_of, live_sentences
from reportedly.pipes.times.finder import find

#: Parts of speech that a word of time never has: the "may" of "may leave", the "march" of "they march".
_VERBAL = {"AUX", "VERB"}


class Times:
    """Finds times in the document's text, and drops those that its parts of speech speak against."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: Doc) -> list[Time]:
        """The times of the sentences that are to be read."""
        draft = draft_of(doc)
        if draft.language not in ("fr", "en"):
            return []
        live = (
            [(sent.start_char, sent.end_char) for sent in live_sentences(doc)]
            if doc.has_annotation("SENT_START")
            else None
        )
        found = [
            t
            for t in find(doc.text, draft.language, draft.published)
            if _lives(t, live) and not _verbal(doc, t)
        ]
        return [replace(time, id=f"t{number}") for number, time in enumerate(found, 1)]

    def __call__(self, doc: Doc) -> Doc:
        """Write the times into the document's draft."""
        draft_of(doc).times = self.process(doc)
        return doc


def _lives(time: Time, live: Iterable[tuple[int, int]] | None) -> bool:
    return live is None or any(start <= time.span.start < end for start, end in live)


def _verbal(doc: Doc, time: Time) -> bool:
    """Is the time a single word that the tagger holds for a verb?"""
    span = doc.char_span(time.span.start, time.span.end)
    if span is None or len(span) != 1 or time.type == "SET":
        return False
    token: Token = span[0]
    return token.pos_ in _VERBAL
