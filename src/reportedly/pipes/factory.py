"""The component ``reportedly``: all pipes in order, with the reading in ``doc._.reportedly``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from reportedly.model import Article, Reading, Span
from reportedly.pipes.words import forget

#: After the parser, in the order in which each needs the one before.
ORDER = (
    "entities",
    "times",
    "quantities",
    "predicates",
    "attribution",
    "coding",
    "factuality",
    "coreference",
)
#: Those to which a user's ontology says which words name acts.
CODED = ("predicates", "coding")


class Reportedly:
    """Runs every pipe on a parsed document and leaves its `Reading` in ``doc._.reportedly``.

    :param ontology: the path of a user's own ontology.

    The spans of claims, sources, cues and contents also stand in ``doc.spans`` under ``reportedly_claims``,
    ``reportedly_sources``, ``reportedly_cues`` and ``reportedly_contents``, with the record's id as ``span.id_``.

    >>> from reportedly.language import load
    >>> nlp = load("en")
    >>> doc = nlp("Iran delivered missiles to Russia, two officials told Reuters.")
    >>> [claim.anchor.text for claim in doc._.reportedly.claims if claim.type]
    ['delivered']
    >>> [span.id_ for span in doc.spans["reportedly_sources"]]
    ['a1']
    """

    def __init__(self, nlp: Language, name: str, ontology: str | None = None) -> None:
        self.name = name
        self.pipes: list[tuple[str, Callable[[Doc], Doc]]] = [
            (
                pipe,
                nlp.create_pipe(f"reportedly.{pipe}", config={"ontology": ontology} if pipe in CODED else {}),
            )
            for pipe in ORDER
        ]
        if not Doc.has_extension("reportedly"):
            Doc.set_extension("reportedly", default=None)

    def __call__(self, doc: Doc) -> Doc:
        doc._.reportedly = reading = self.read(doc)
        write_span_groups(doc, reading)
        return doc

    def read(self, doc: Doc) -> Reading:
        """A parsed document's reading."""
        from reportedly.reading.assemble import assemble
        from reportedly.reading.wraps import rewrapped

        for _, pipe in self.pipes:
            doc = pipe(doc)
        article = doc.user_data.get("reportedly_article") or Article(text=doc.text)
        reading = assemble(doc, article)
        forget(doc)
        if "\n" in article.text:
            reading = rewrapped(reading, article.text)
        return reading


def write_span_groups(doc: Doc, reading: Reading) -> None:
    """Puts a reading's spans into ``doc.spans``, one group a layer."""
    layers: dict[str, list[tuple[str, Any]]] = {
        "claims": [(claim.id, claim.anchor) for claim in reading.claims],
        "sources": [(a.id, a.source) for a in reading.attributions if a.source],
        "cues": [(a.id, a.cue) for a in reading.attributions if a.cue],
        "contents": [(a.id, span) for a in reading.attributions for span in a.content],
    }
    for layer, spans in layers.items():
        doc.spans[f"reportedly_{layer}"] = SpanGroup(
            doc, name=f"reportedly_{layer}", spans=[as_span(doc, span, key) for key, span in spans]
        )


def as_span(doc: Doc, span: Span | Any, key: str) -> Any:
    """A spaCy span for one of a reading's, snapped outwards to tokens, with ``key`` as its id."""
    return doc.char_span(span.start, span.end, span_id=key, alignment_mode="expand")


create = Language.factory("reportedly", default_config={"ontology": None})(Reportedly)
