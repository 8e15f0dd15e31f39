"""Texts with their spans as spaCy's ``DocBin``, to be corrected in annotation tools and to train on.

Span groups ``claims``, ``actors``, ``recipients``, ``cues`` and ``sources``; each span's ``id`` is its claim's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.ledger.records import Kept

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

SUFFIXES = (".spacy",)


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """One document per article."""
    import spacy
    from spacy.tokens import DocBin

    blank = {language: spacy.blank(language) for language in ("en", "fr")}
    store = DocBin(store_user_data=True)
    for kept in found:
        nlp = blank[kept.reading.document.language if kept.reading.document.language in blank else "en"]
        store.add(with_spans(nlp.make_doc(kept.reading.document.text), kept))
    out.write(store.to_bytes())


def with_spans(doc: Doc, kept: Kept) -> Doc:
    """The document with one group of spans a layer."""
    layers: dict[str, list[Span]] = {}
    for fact in facts([kept]):
        for layer, start, end, label in spans(fact):
            found = doc.char_span(start, end, label=label, span_id=fact.row.id, alignment_mode="expand")
            if found is not None:
                layers.setdefault(layer, []).append(found)
    for layer, members in layers.items():
        doc.spans[layer] = members
    doc.user_data["article"] = kept.article.id
    return doc


def spans(fact: Fact) -> Iterator[tuple[str, int, int, str]]:
    """Layer, code points and label of each span of a claim."""
    anchor = fact.claim.anchor
    yield "claims", anchor.start, anchor.end, fact.row.act or fact.row.type or "claim"
    for side in ("actors", "recipients"):
        for role in getattr(fact.claim.roles, side):
            yield side, role.start, role.end, side
    for cue in fact.claim.factuality.cues:
        yield "cues", cue.start, cue.end, cue.kind
    for attribution in fact.attributions:
        if source := attribution.source:
            yield "sources", source.start, source.end, source.role
