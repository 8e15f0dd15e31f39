"""The attributions of a text in readable form, from the bundled pipelines or from trees built by hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language import load
from reportedly.pipes.attribution import Attributor, chain_of
from reportedly.pipes.draft import AttributionDraft, draft_of


@dataclass(frozen=True)
class Said:
    """An attribution as text."""

    kind: str
    source: str | None
    cue: str | None
    content: tuple[str, ...]
    addressee: str | None
    within: str | None


@cache
def pipeline(language: str) -> Language:
    return load(language)


@cache
def blank(language: str) -> Language:
    return spacy.blank(language)


def read(language: str, text: str) -> Doc:
    """A document with its attributions, read by the bundled pipeline."""
    doc = pipeline(language)(text)
    draft_of(doc).attributions = Attributor(pipeline(language)).process(doc)
    return doc


def attributed(doc: Doc) -> list[Said]:
    """The attributions of a document."""
    return [as_text(doc, each) for each in draft_of(doc).attributions]


def as_text(doc: Doc, attribution: AttributionDraft) -> Said:
    source, cue, told, outer = (
        attribution.source,
        attribution.cue,
        attribution.addressee,
        attribution.within,
    )
    return Said(
        attribution.kind,
        doc[source.start : source.end].text if source else None,
        doc[cue.start : cue.end].text if cue else None,
        tuple(doc[start:end].text for start, end in attribution.content),
        doc[told[0] : told[1]].text if told else None,
        doc[outer.cue.start : outer.cue.end].text if outer and outer.cue else None,
    )


def said(language: str, text: str) -> list[Said]:
    return attributed(read(language, text))


def voices(language: str, text: str, word: str) -> list[str]:
    """The sources of the chain that holds a word, outermost first."""
    doc = read(language, text)
    token = next(token for token in doc if token.text == word)
    chain = chain_of(draft_of(doc), token.i)
    return [doc[each.source.start : each.source.end].text for each in chain if each.source]


def hand_built(
    language: str, rows: list[tuple[str, str, str, str, int]], morphs: dict[str, str]
) -> list[Said]:
    """The attributions of one sentence given as (form, lemma, pos, dep, head), heads from 0."""
    nlp = blank(language)
    forms = [row[0] for row in rows]
    doc = Doc(
        nlp.vocab,
        words=forms,
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[row[4] for row in rows],
        morphs=[morphs.get(form, "") for form in forms],
        sent_starts=[i == 0 for i in range(len(rows))],
    )
    draft_of(doc).attributions = Attributor(nlp).process(doc)
    return attributed(doc)
