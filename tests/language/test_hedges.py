"""Foreign hedges: found, left out of the parse, and hung back into the tree."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language import bundled
from reportedly.language.hedges import HIDE, RESTORE, find
from reportedly.pipes.draft import draft_of

# A hedge stands in brackets; without it the sentence is the one that the tree has to be equal to.
SENTENCES = {
    "fr": [
        "Des recrues sont [reportedly ]en train de s'entraîner au Mali.",
        "Le Tchad a [allegedly ]livré des camions à ses voisins.",
        "[Supposedly, ]le ministre quittera Rome lundi.",
        "Le ministre[, purportedly,] quittera Rome lundi.",
        "Le ministre quittera Rome lundi[, apparently].",
        "Les fusils [(reportedly) ]volés au dépôt ont été retrouvés.",
        "Les deux camps ont [« reportedly » ]signé une trêve.",
        "Le convoi, [allegedly ]parti hier, est arrivé.",
        "La trêve [presumably ]signée par les chefs serait [reportedly ]rompue.",
        "[ALLEGEDLY, ]LE CHEF A FUI.",
    ],
    "en": [
        "Recruits are [apparemment ]training in Mali.",
        "Chad has [prétendument ]delivered trucks to its neighbours.",
        "[Vraisemblablement, ]the minister will leave Rome on Monday.",
        "The minister[, semble-t-il,] will leave Rome on Monday.",
        "The minister will leave Rome on Monday[, peut-être].",
        "The rifles [(apparemment) ]stolen from the depot were found.",
        "Both sides have [“apparemment” ]signed a truce.",
        "The [soi-disant ]general has fled.",
        "The truce [probablement ]signed by the chiefs was [prétendument ]broken.",
    ],
}


def pipeline(nlp: Language) -> Language:
    nlp.add_pipe(HIDE, first=True)
    nlp.add_pipe(RESTORE)
    nlp.add_pipe("reportedly.sentences", name="reportedly_sentences", first=True)
    return nlp


@pytest.fixture(scope="module")
def bundles() -> dict[str, Language]:
    return {language: pipeline(spacy.load(bundled(language))) for language in ("fr", "en")}


def without(sentence: str) -> str:
    parts = sentence.replace("]", "[").split("[")
    return "".join(parts[::2])


def tree(doc: Doc, left_out: set[int]) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (token.text, token.pos_, str(token.morph), token.lemma_, token.dep_, token.head.text)
        for token in doc
        if token.i not in left_out
    ]


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, each) for language in SENTENCES for each in SENTENCES[language]]
)
def test_the_tree_is_that_of_the_sentence_without_the_hedge(
    bundles: dict[str, Language], language: str, sentence: str
) -> None:
    nlp = bundles[language]
    doc, plain = nlp(sentence.replace("[", "").replace("]", "")), nlp(without(sentence))
    hedges = find(doc, language)
    left_out = {i for hedge in hedges for i in range(hedge.first, hedge.last)}
    assert hedges
    assert tree(doc, left_out) == tree(plain, set())
    assert draft_of(doc).foreign_hedges == [hedge.start for hedge in hedges]
    for hedge in hedges:
        token = doc[hedge.start]
        assert (token.pos_, token.dep_) == ("ADV", "advmod")
        assert token.head.i not in left_out
        assert token.sent == token.head.sent


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le mot « reportedly » n'a pas d'équivalent."),
        ("fr", "Le groupe Allegedly Jane joue ce soir."),
        ("fr", "Il a écrit à reportedly@exemple.org hier."),
        ("fr", "Apparemment, il est parti."),
        ("en", "The word “apparemment” has no equivalent."),
        ("en", "Reportedly, he left."),
    ],
)
def test_words_that_hedge_nothing(bundles: dict[str, Language], language: str, text: str) -> None:
    doc = bundles[language].make_doc(text)
    bundles[language].get_pipe("reportedly_sentences")(doc)
    assert find(doc, language) == []


@pytest.mark.parametrize(
    "text", ["Reportedly.", "reportedly", "« Allegedly ! »", "", "Allegedly, reportedly.", "reportedly\n\n"]
)
def test_a_hedge_alone_is_parsed_as_it_stands(bundles: dict[str, Language], text: str) -> None:
    doc = bundles["fr"](text)
    assert doc.text == text


def test_a_document_without_hedges_is_passed_on_itself(bundles: dict[str, Language]) -> None:
    nlp = bundles["fr"]
    doc = nlp.make_doc("Le ministre est parti.")
    assert nlp.get_pipe(HIDE)(doc) is doc
    assert nlp.get_pipe(RESTORE)(doc) is doc


def test_the_document_itself_comes_out_with_its_own_data(bundles: dict[str, Language]) -> None:
    nlp = bundles["fr"]
    docs = [nlp.make_doc(text) for text in ("Il est reportedly parti.", "Il dort.", "Il a allegedly fui.")]
    for number, doc in enumerate(docs):
        doc.user_data["number"] = number
    out = list(nlp.pipe(docs))
    assert all(a is b for a, b in zip(docs, out, strict=True))
    assert [doc.user_data["number"] for doc in out] == [0, 1, 2]
    assert [draft_of(doc).foreign_hedges for doc in out] == [[2], [], [2]]


def test_sentence_boundaries_stay(bundles: dict[str, Language]) -> None:
    doc = bundles["fr"]("Il dort. Reportedly allegedly il rêve. Il part, apparently. Elle reste.")
    assert [sent.text for sent in doc.sents] == [
        "Il dort.",
        "Reportedly allegedly il rêve.",
        "Il part, apparently.",
        "Elle reste.",
    ]
    assert draft_of(doc).foreign_hedges == [3, 4, 11]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Le ministre part.\n\nIl revient lundi.", "Le ministre part. Il revient lundi."),
        ("\n\n Le ministre  part lundi\n", "Le ministre part lundi"),
        ("Le ministre est reportedly\nparti.", "Le ministre est parti."),
        ("« Oui »,\u00a0a dit Paul.", "« Oui », a dit Paul."),
    ],
)
def test_white_space_does_not_change_the_tree(bundles: dict[str, Language], text: str, plain: str) -> None:
    doc = bundles["fr"](text)
    left_out = {token.i for token in doc if token.is_space or token.text == "reportedly"}
    assert doc.text == text
    assert tree(doc, left_out) == tree(bundles["fr"](plain), set())
    assert all(token.pos_ == "SPACE" and token.head.sent == token.sent for token in doc if token.is_space)


def test_any_annotator_sees_the_shadow() -> None:
    seen: list[list[str]] = []

    @Language.component("witness_of_hedges")
    def witness(doc: Doc) -> Doc:
        seen.append([token.text for token in doc])
        for token in doc:
            token.pos_, token.tag_, token.lemma_ = "X", "T", token.lower_
        return doc

    nlp = spacy.blank("fr")
    nlp.add_pipe("witness_of_hedges")
    doc = pipeline(nlp)("Il est, reportedly, parti.")
    assert seen == [["Il", "est", "parti", "."]]
    assert [(token.text, token.pos_) for token in doc][:2] == [("Il", "X"), ("est", "X")]
    assert (doc[3].pos_, doc[3].lemma_) == ("ADV", "reportedly")


def test_a_language_without_a_list_is_left_alone() -> None:
    assert find(spacy.blank("de").make_doc("Er ist reportedly da."), "de") == []


PIECES = [
    "reportedly",
    "Allegedly",
    ",",
    ".",
    "\n\n",
    "\u00a0",
    "(",
    ")",
    "«",
    "»",
    '"',
    "Il part",
    "Elle a dit",
    "!",
    "…",
]


@Language.component("flat_trees_for_hedges")
def flat_trees(doc: Doc) -> Doc:
    """Hangs every word on the first of its sentence."""
    heads = [sent[0].i for sent in doc.sents for _ in sent]
    flat = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        heads=heads,
        deps=["ROOT" if head == i else "dep" for i, head in enumerate(heads)],
        pos=["X"] * len(doc),
    )
    return doc.from_array(["HEAD", "DEP", "POS"], flat.to_array(["HEAD", "DEP", "POS"]))


@pytest.fixture(scope="module")
def flat() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("flat_trees_for_hedges")
    return pipeline(nlp)


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_keeps_its_sentences_and_gets_one_tree_for_each(flat: Language, text: str) -> None:
    doc = flat(text)
    starts = flat.get_pipe("reportedly_sentences").process(flat.make_doc(text))
    assert doc.text == text
    assert [sent.start for sent in doc.sents] == starts
    assert all(sum(token.head.i == token.i for token in sent) == 1 for sent in doc.sents)
    assert all(token.dep_ for token in doc if token.head.i != token.i)
