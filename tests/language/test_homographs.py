"""Sentences whose verb looks like a noun get it back; headlines without a verb stay without."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from reportedly.language import load
from reportedly.language.homographs import MEND, forms


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Language]:
    return {language: load(language) for language in ("en", "fr")}


def parsed(pipelines: dict[str, Language], language: str, text: str, *, mended: bool = True) -> Doc:
    return pipelines[language](text) if mended else without(pipelines[language], text)


def without(nlp: Language, text: str) -> Doc:
    with nlp.select_pipes(disable=[MEND]):
        return nlp(text)


def roles(verb: Token) -> dict[str, str]:
    return {kid.dep_.partition(":")[0]: kid.text for kid in verb.children}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru ships 40 tanks to Chile", "ships ship Peru tanks"),
        ("en", "Peru ships tanks to Chile", "ships ship Peru tanks"),
        ("en", "Rome sanctions Libyan banks", "sanctions sanction Rome banks"),
        ("en", "Rebels attack the convoy near the border", "attack attack Rebels convoy"),
        ("en", "The army delivered tanks to Chile.", "delivered deliver army tanks"),
        ("en", "Peru planned attacks on Chile, which borders it.", "planned plan Peru attacks"),
        ("fr", "Le Pérou livre des chars au Chili.", "livre livrer Pérou chars"),
        ("fr", "La Norvège finance les rebelles kényans.", "finance financer Norvège rebelles"),
        ("fr", "Elle craint que le Pérou livre des chars au Chili.", "livre livrer Pérou chars"),
    ],
)
def test_a_clause_gets_its_verb(
    pipelines: dict[str, Language], language: str, text: str, expected: str
) -> None:
    verb, lemma, subject, thing = expected.split()
    found = next(token for token in parsed(pipelines, language, text) if token.text == verb)
    assert (found.pos_, found.lemma_) == ("VERB", lemma)
    assert roles(found)["nsubj"] == subject
    assert roles(found)["obj"] == thing


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peru arms talks in Geneva"),
        ("en", "Peru arms shipments to Chile"),
        ("en", "Libyan air strikes on Tunis"),
        ("en", "Grain deal"),
        ("en", "Army-backed rebels in Chile"),
        ("en", "A planned attack on Chile"),
        ("en", "The ships of Peru were seen off Chile on Monday."),
        ("fr", "Réunion de crise place du Marché"),
        ("fr", "Le livre des records"),
        ("fr", "Une attaque contre un convoi dans le nord"),
        ("fr", "Le Pérou a vendu un livre des comptes au Chili."),
        ("fr", ""),
    ],
)
def test_all_else_stays_as_it_is(pipelines: dict[str, Language], language: str, text: str) -> None:
    def tree(doc: Doc) -> list[tuple[str, str, str, int]]:
        return [(token.pos_, token.dep_, token.lemma_, token.head.i) for token in doc]

    assert tree(parsed(pipelines, language, text)) == tree(parsed(pipelines, language, text, mended=False))


def test_only_the_one_sentence_changes(pipelines: dict[str, Language]) -> None:
    text = "The mayor spoke on Monday.\n\nPeru ships 40 tanks to Chile\n\nNobody answered him."
    before, after = (parsed(pipelines, "en", text, mended=mended) for mended in (False, True))
    changed = [token.text for token, other in zip(before, after, strict=True) if token.pos_ != other.pos_]
    assert changed == ["ships"]
    assert [sentence.text for sentence in before.sents] == [sentence.text for sentence in after.sents]


def test_the_present_is_formed_as_the_language_forms_it() -> None:
    known = forms("en")
    assert {known[form][0] for form in ("launches", "carries", "deploys", "arms")} == {
        "launch",
        "carry",
        "deploy",
        "arm",
    }
    assert forms("fr")["livre"] == ("livrer", "donne")
