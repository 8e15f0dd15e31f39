"""The component: from a parsed document to its mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.model import Weapon
from reportedly.pipes.draft import Mentioned, draft_of, live_sentences
from reportedly.pipes.entities.about import complete
from reportedly.pipes.entities.ambiguity import Settler
from reportedly.pipes.entities.coding import in_office
from reportedly.pipes.entities.entries import NOUNS, PLACES, Entry
from reportedly.pipes.entities.forms import slug
from reportedly.pipes.entities.gazetteer import Finder, Hit
from reportedly.pipes.entities.lexicon import gazetteer
from reportedly.pipes.entities.lookup import place_of
from reportedly.pipes.entities.parts import Part, head_of, named
from reportedly.pipes.entities.peoples import as_people, ethnic
from reportedly.pipes.entities.persons import NameFinder
from reportedly.pipes.entities.phrases import PhraseBuilder
from reportedly.pipes.entities.standing import opposed, stand
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.tokens import Doc, Span

LANGUAGES = ("fr", "en")


class EntityFinder:
    """Writes ``Draft.mentions``: every party, place, weapon and document that the document speaks of.

    :param language: ``fr`` or ``en``; by default that of the pipeline.
    """

    def __init__(
        self, nlp: Language, name: str = "reportedly.entities", *, language: str | None = None
    ) -> None:
        self.name = name
        self.language = language or nlp.lang

    def __call__(self, doc: Parsed) -> Parsed:
        """Runs `process` and keeps what it found."""
        draft_of(doc).mentions = self.process(doc)
        return doc

    def process(self, doc: AnyDoc) -> list[Mentioned]:
        """The mentions, by start, the longer first."""
        doc = plain(doc)
        language = self.language if self.language in LANGUAGES else draft_of(doc).language
        if language not in LANGUAGES or not len(doc):
            return []
        table = gazetteer(language)
        sentences = list(live_sentences(doc))
        covered = self._hits(doc, sentences, language)
        names = NameFinder(doc, table.grammar, covered, french=language == "fr")
        builder = PhraseBuilder(doc, table.grammar, language, covered)
        parts: list[Part] = []
        for sentence in sentences:
            parts += self._sentence(sentence, covered, names, builder)
        parts = stand(doc, parts, table)
        complete(doc, parts, table.grammar)
        return sorted((part.mentioned() for part in parts), key=place_of)

    @staticmethod
    def _hits(doc: Doc, sentences: list[Span], language: str) -> dict[int, Part]:
        """What the gazetteer knows in the sentences, by token."""
        table = gazetteer(language)
        live = {token.i for sentence in sentences for token in sentence}
        hits = [hit for hit in Finder(doc, table).hits() if hit.start in live and hit.end - 1 in live]
        published = draft_of(doc).published
        covered: dict[int, Part] = {}
        for hit, entry in Settler(doc, table, language).settle(hits):
            part = part_of(doc, hit, entry, published)
            part.absorbed = opposed(doc, part, table.grammar) or ethnic(doc, part, table.grammar)
            if part.role == "demonym":
                as_people(doc, part, french=language == "fr")
            covered.update(dict.fromkeys(range(part.start, part.end), part))
        return covered

    @staticmethod
    def _sentence(
        sentence: Span, covered: dict[int, Part], names: NameFinder, builder: PhraseBuilder
    ) -> Iterable[Part]:
        for part in list(names.find(sentence)):
            covered.update(dict.fromkeys(range(part.start, part.end), part))
        found = {id(covered[at]): covered[at] for at in range(sentence.start, sentence.end) if at in covered}
        return builder.build(sentence, found.values())


def part_of(doc: Doc, hit: Hit, entry: Entry, published: str | None) -> Part:
    """A settled hit as a part."""
    text = named(doc, hit)
    if entry.role == "person":
        entry = next((e for e in hit.entries if e.role == "person" and in_office(e.detail, published)), entry)
    part = Part(
        hit.start,
        hit.end,
        head_of(doc.span(hit.start, hit.end), last=True),
        entry.role,
        entry.kind,
        "nominal" if entry.role in NOUNS else "name",
        entry.name,
        entry.country,
        entry.sector,
        entry.key,
        entry.plural,
        place=entry.place if entry.role in PLACES else None,
        entry=entry,
        noun=(hit.start, hit.end),
    )
    if entry.role == "weapon":
        part.name = re.sub(r"(?<=\d)s$", "", text) if entry.open else entry.name
        part.key = f"weapon:{slug(part.name)}" if entry.open else entry.key
        part.weapon = Weapon(part.name, entry.detail)
    elif entry.role == "arm":
        part.weapon = Weapon(None, entry.detail)
    elif entry.role == "organization" and entry.detail and in_office(entry.detail, published):
        part.sector = "GOV"
    elif entry.role == "person" and entry.sector in {"GOV", "IGO"} and not in_office(entry.detail, published):
        part.sector = "ELI"
    return part
