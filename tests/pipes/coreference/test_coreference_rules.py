"""The rules of coreference on mentions made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import spacy
from spacy.tokens import Doc

from reportedly.pipes.coreference.pipe import Resolver
from reportedly.pipes.draft import (
    AttributionDraft,
    ClaimDraft,
    Filler,
    Mentioned,
    Predicate,
    SourceDraft,
    draft_of,
)

NLP = {language: spacy.blank(language) for language in ("en", "fr")}
DEFINITE = dict.fromkeys(("the", "le", "les"), "Definite=Def|PronType=Art")


def document(language: str, text: str, sentences: Sequence[int] = (0,)) -> Doc:
    """A document of the text's words, with sentences that start at the given tokens."""
    words = text.split()
    return Doc(
        NLP[language].vocab,
        words=words,
        sent_starts=[at in sentences for at in range(len(words))],
        morphs=[DEFINITE.get(word.lower(), "") for word in words],
        pos=["DET" if word.lower() in DEFINITE else "PRON" if word == "we" else "NOUN" for word in words],
        deps=["dep"] * len(words),
        heads=list(range(len(words))),
    )


def mention(start: int, end: int, type_: str, kind: str, name: str, **more: Any) -> Mentioned:
    return Mentioned(start, end, end - 1, type_, kind, name, **more)  # type: ignore[arg-type]


def resolve(doc: Doc, language: str) -> list[set[int]]:
    """Each entity as the starts of its mentions."""
    entities = Resolver(NLP[language]).process(doc)
    return [{m.start for m in entity.mentions} for entity in entities]


def test_one_key_is_one_entity() -> None:
    doc = document("en", "Burma left and Myanmar denied it")
    draft_of(doc).mentions = [
        mention(0, 1, "name", "country", "Burma", key="country:MMR"),
        mention(3, 4, "name", "country", "Myanmar", key="country:MMR"),
    ]
    assert resolve(doc, "en") == [{0, 3}]


def test_last_name_after_the_full_one() -> None:
    doc = document("en", "Ann Reed left and Reed denied it")
    draft_of(doc).mentions = [
        mention(0, 2, "name", "person", "Ann Reed"),
        mention(4, 5, "name", "person", "Reed"),
    ]
    assert resolve(doc, "en") == [{0, 4}]


def test_another_first_name_is_somebody_else() -> None:
    doc = document("en", "Ann Reed left and Tom Reed denied it")
    draft_of(doc).mentions = [
        mention(0, 2, "name", "person", "Ann Reed"),
        mention(4, 6, "name", "person", "Tom Reed"),
    ]
    assert resolve(doc, "en") == [{0}, {4}]


def test_an_acronym_in_brackets() -> None:
    doc = document("en", "Free Harbour Front ( FHF ) left")
    draft_of(doc).mentions = [
        mention(0, 3, "name", "organization", "Free Harbour Front"),
        mention(4, 5, "name", "organization", "FHF"),
    ]
    assert resolve(doc, "en") == [{0, 4}]


def test_a_definite_noun_takes_up_an_indefinite_one() -> None:
    doc = document("fr", "un pilote parle . le pilote part . un pilote dort", (0, 4, 8))
    draft_of(doc).mentions = [
        mention(0, 2, "nominal", "person", "pilote"),
        mention(4, 6, "nominal", "person", "pilote"),
        mention(8, 10, "nominal", "person", "pilote"),
    ]
    assert resolve(doc, "fr") == [{0, 4}, {8}]


def test_countries_keep_nouns_apart() -> None:
    doc = document("en", "a pilot spoke . the Malian pilot left", (0, 4))
    draft_of(doc).mentions = [
        mention(0, 2, "nominal", "person", "pilot", country="NER"),
        mention(4, 7, "nominal", "person", "pilot", country="MLI"),
    ]
    assert resolve(doc, "en") == [{0}, {4}]


def test_the_sources_are_whoever_told_it() -> None:
    doc = document("en", "two clerks told them . the sources left", (0, 5))
    clerks = mention(0, 2, "nominal", "group", "clerk", plural=True)
    sources = mention(5, 7, "nominal", "group", "source", plural=True)
    draft = draft_of(doc)
    draft.mentions = [clerks, sources]
    source = SourceDraft(0, 2, 1, "group", named=False, count=2)
    draft.attributions = [AttributionDraft("indirect", source, None, [(3, 4)])]
    assert resolve(doc, "en") == [{0, 5}]
    assert source.entity == clerks.entity == sources.entity == 0


def test_first_person_is_the_speaker() -> None:
    doc = document("en", "we left , said Mali")
    draft = draft_of(doc)
    draft.mentions = [mention(4, 5, "name", "country", "Mali", key="country:MLI")]
    draft.attributions = [
        AttributionDraft("direct", SourceDraft(4, 5, 4, "organization", named=True), None, [(0, 2)])
    ]
    draft.claims = [ClaimDraft(Predicate(1, (1, 2), "leave", "VERB"), actors=[Filler(0, 1, 0)])]
    (entity,) = Resolver(NLP["en"]).process(doc)
    assert [m.start for m in entity.mentions] == [0, 4]
    assert draft.claims[0].actors[0].entity == 0


def test_every_filler_gets_an_entity() -> None:
    doc = document("fr", "convois bloqués hier")
    draft = draft_of(doc)
    draft.claims = [ClaimDraft(Predicate(1, (1, 2), "bloquer", "VERB"), recipients=[Filler(0, 1, 0)])]
    (entity,) = Resolver(NLP["fr"]).process(doc)
    assert (entity.name, entity.kind) == ("convois", "other")
    assert draft.claims[0].recipients[0].entity == 0
    assert [m.start for m in draft.mentions] == [0]


def test_nothing_to_resolve() -> None:
    assert Resolver(NLP["fr"]).process(Doc(NLP["fr"].vocab)) == []
