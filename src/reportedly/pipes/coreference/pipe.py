"""The component: mentions, fillers and sources become entities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.pipes.coreference.book import Book, Thread
from reportedly.pipes.coreference.describe import describe
from reportedly.pipes.coreference.gather import mention_of
from reportedly.pipes.coreference.lexicon import lexicon
from reportedly.pipes.coreference.names import by_name, enter
from reportedly.pipes.coreference.nominals import Nominals
from reportedly.pipes.coreference.pronouns import Pronouns, bare, is_subject
from reportedly.pipes.draft import (
    AttributionDraft,
    Draft,
    EntityDraft,
    Filler,
    Mentioned,
    SourceDraft,
    draft_of,
)
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.tokens import Doc

LANGUAGES = ("fr", "en")


class Resolver:
    """Writes ``Draft.entities`` and the indices that point there.

    :param language: ``fr`` or ``en``; by default that of the pipeline.
    """

    def __init__(
        self, nlp: Language, name: str = "reportedly.coreference", *, language: str | None = None
    ) -> None:
        self.name = name
        self.language = language or nlp.lang

    def __call__(self, doc: Parsed) -> Parsed:
        """Runs `process` and keeps what it found."""
        draft_of(doc).entities = self.process(doc)
        return doc

    def process(self, doc: AnyDoc) -> list[EntityDraft]:
        """The entities in the order of their first mention; fillers, sources and mentions point at them."""
        doc = plain(doc)
        draft = draft_of(doc)
        language = self.language if self.language in LANGUAGES else draft.language
        if language not in LANGUAGES:
            language = "en"
        walk = Walk(doc, draft, language)
        return walk.run()


class Walk:
    """One pass over a document's mentions, in order of place."""

    def __init__(self, doc: Doc, draft: Draft, language: str) -> None:
        self.doc = doc
        self.draft = draft
        self.words = lexicon(language)
        self.book = Book()
        self.nominals = Nominals(doc, self.book, self.words)
        self.pronouns = Pronouns(doc, draft, self.book, self.words)
        self.starts = [sentence.start for sentence in doc.sents] if len(doc) else []
        self.sources: dict[int, SourceDraft] = {}

    def run(self) -> list[EntityDraft]:
        """Gathers, resolves, and writes the indices."""
        for mention in self.draft.mentions:
            mention.entity = None
        pairs: list[tuple[Filler | SourceDraft, Mentioned]] = []
        for phrase, party in self._phrases():
            mention = mention_of(self.doc, self.draft, phrase, self.words, party=party)
            pairs.append((phrase, mention))
            if isinstance(phrase, SourceDraft):
                self.sources.setdefault(id(mention), phrase)
        first_person: list[Mentioned] = []
        for mention in self.draft.mentions:
            if self._speaks(mention):
                first_person.append(mention)
            else:
                self._place(mention)
        for mention in first_person:
            self._join(self._speaker(mention), mention)
        for phrase, mention in pairs:
            phrase.entity = mention.entity
        return [describe(self.doc, thread) for thread in self.book.threads]

    def _phrases(self) -> Iterator[tuple[Filler | SourceDraft, bool]]:
        """All that must have an entity; and whether it acts or is acted on."""
        for attribution in self.draft.attributions:
            if attribution.source is not None:
                yield attribution.source, False
        for claim in self.draft.claims:
            yield from ((filler, True) for filler in (*claim.actors, *claim.recipients))
            yield from ((filler, False) for filler in (*claim.objects, *claim.locations))

    def _sentence(self, mention: Mentioned) -> int:
        return bisect_right(self.starts, mention.start)

    def _speaks(self, mention: Mentioned) -> bool:
        form = bare(self.doc[mention.head])
        return mention.type == "pronoun" and self.words.reaches.get(form) == "speaker"

    def _place(self, mention: Mentioned) -> None:
        """Gives a mention its thread."""
        sentence = self._sentence(mention)
        source = self.sources.get(id(mention))
        thread: Thread | None = self._apposed(mention)
        if thread is not None:
            pass
        elif mention.type == "pronoun":
            thread = self.pronouns.find(mention, sentence, source=source is not None)
        elif mention.type == "name":
            thread = by_name(self.doc, self.book, mention)
        else:
            thread = self.nominals.find(mention, sentence)
            if thread is None and (owner := self.pronouns.owner(mention, sentence)) is not None:
                mention.country = owner.country
        self._join(thread, mention)

    def _join(self, thread: Thread | None, mention: Mentioned) -> None:
        if thread is None:
            thread = self.book.open(mention)
            mention.entity = len(self.book.threads) - 1
        else:
            self.book.join(thread, mention)
            mention.entity = thread.mentions[0].entity
        sentence = self._sentence(mention)
        kept = thread.salient and thread.sentence == sentence
        thread.sentence = sentence
        source = self.sources.get(id(mention))
        thread.speaker = thread.speaker or source is not None
        thread.informant = thread.informant or (
            source is not None and not source.named and mention.type != "name"
        )
        thread.salient = kept or source is not None or is_subject(self.doc[mention.head])
        thread.gender = thread.gender or self._gender(mention)
        if mention.type == "name":
            enter(self.book, thread, mention)
        if mention.type != "pronoun":
            self.nominals.enter(thread, mention)

    def _gender(self, mention: Mentioned) -> str | None:
        """As the noun, or the article of a name, tells it."""
        tokens = [self.doc[mention.start], *([self.doc[mention.head]] if mention.type == "nominal" else [])]
        found = next((g for token in tokens for g in token.morph.get("Gender", [])), None)
        return found if found in {"Masc", "Fem"} else None

    def _apposed(self, mention: Mentioned) -> Thread | None:
        """ "the minister, Tom King": a name and a noun for one person, side by side."""
        token = self.doc[mention.head]
        if mention.kind != "person" or not token.dep_.startswith("appos"):
            return None
        for thread in self.book.recent():
            last = thread.last
            if last.kind == "person" and last.end <= mention.start and last.start <= token.head.i < last.end:
                return thread if {last.type, mention.type} == {"name", "nominal"} else None
        return None

    def _speaker(self, mention: Mentioned) -> Thread | None:
        """Whose words a first-person pronoun stands in."""
        inside: AttributionDraft | None = None
        for attribution in self.draft.attributions:
            if attribution.source is None:
                continue
            if any(start <= mention.head < end for start, end in attribution.content):
                width = min(end - start for start, end in attribution.content if start <= mention.head < end)
                if inside is None or width <= min(end - start for start, end in inside.content):
                    inside = attribution
        if inside is None or inside.source is None:
            return None
        said = next((m for m in self.draft.mentions if self.sources.get(id(m)) is inside.source), None)
        return self.book.threads[said.entity] if said is not None and said.entity is not None else None
