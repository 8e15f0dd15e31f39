"""Types, modes and parties, family by family and rule by rule, on trees built by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from reportedly.pipes.coding import CodingPipe, cameo_code, codebook_type
from reportedly.pipes.coding.codebook import types
from reportedly.pipes.coding.lexicon import coding_lexicon
from reportedly.pipes.draft import ClaimDraft, Filler, draft_of
from reportedly.pipes.predicates import PredicatesPipe
from tests.pipes.predicates.trees import blank, name, tree

PAST = "Tense=Past|VerbForm=Part"
FIN = "Mood=Ind|VerbForm=Fin"
FUTURE = "Mood=Ind|Tense=Fut|VerbForm=Fin"
INF = "VerbForm=Inf"
PLACES = ("Rome", "Tunis", "Oslo")


def claims(language: str, cells: str) -> tuple[Doc, dict[str, ClaimDraft]]:
    doc = tree(language, cells)
    for place in PLACES:
        if any(token.text == place for token in doc):
            name(doc, place)
    nlp = blank(language)
    PredicatesPipe(nlp)(doc)
    CodingPipe(nlp)(doc)
    return doc, {doc[one.predicate.head].text: one for one in draft_of(doc).claims}


def heads(doc: Doc, fillers: list[Filler]) -> list[str]:
    return [doc[one.head].text for one in fillers]


FAMILIES = {
    "fr arms supplied": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} livré/livrer/VERB/ROOT>0/{PAST} "
            "des/un/DET/det>5 missiles/missile/NOUN/obj>3 à/à/ADP/case>7 Tunis/Tunis/PROPN/obl:arg>3"
        ),
        "livré",
        ("AID", None, "supply", ["Rome"], ["Tunis"], ["missiles"]),
    ),
    "en arms supplied": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 delivered/deliver/VERB/ROOT>0/{FIN} missiles/missile/NOUN/obj>2 "
            "to/to/ADP/case>5 Tunis/Tunis/PROPN/obl>2"
        ),
        "delivered",
        ("AID", None, "supply", ["Rome"], ["Tunis"], ["missiles"]),
    ),
    "fr sanctions lifted": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} levé/lever/VERB/ROOT>0/{PAST} "
            "les/le/DET/det>5 sanctions/sanction/NOUN/obj>3 contre/contre/ADP/case>7 Tunis/Tunis/PROPN/nmod>5"
        ),
        "levé",
        ("CONCEDE", None, None, ["Rome"], ["Tunis"], ["sanctions"]),
    ),
    "en sanctions lifted": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 lifted/lift/VERB/ROOT>0/{FIN} sanctions/sanction/NOUN/obj>2 "
            "on/on/ADP/case>5 Tunis/Tunis/PROPN/nmod>3"
        ),
        "lifted",
        ("CONCEDE", None, None, ["Rome"], ["Tunis"], ["sanctions"]),
    ),
    "fr sanctions imposed": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} imposé/imposer/VERB/ROOT>0/{PAST} "
            "des/un/DET/det>5 sanctions/sanction/NOUN/obj>3 à/à/ADP/case>7 Tunis/Tunis/PROPN/obl:arg>3"
        ),
        "sanctions",
        ("SANCTION", "discontinue", None, ["Rome"], ["Tunis"], []),
    ),
    "fr who comes to talk acts": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>2 négocie/négocier/VERB/ROOT>0/{FIN} avec/avec/ADP/case>4 "
            "Tunis/Tunis/PROPN/obl:mod>2"
        ),
        "négocie",
        ("CONSULT", None, None, ["Rome"], ["Tunis"], []),
    ),
    "en a visit has one": (
        "en",
        f"Rome/Rome/PROPN/nsubj>2 visited/visit/VERB/ROOT>0/{FIN} Tunis/Tunis/PROPN/obj>2",
        "visited",
        ("CONSULT", "visit", None, ["Rome"], ["Tunis"], []),
    ),
    "fr the condemned is who attacked": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} condamné/condamner/VERB/ROOT>0/{PAST} "
            "l'/le/DET/det>5 attaque/attaque/NOUN/obj>3 de/de/ADP/case>7 Tunis/Tunis/PROPN/nmod>5  "
            "contre/contre/ADP/case>9 Oslo/Oslo/PROPN/nmod>5"
        ),
        "condamné",
        ("ACCUSE", "disapprove", None, ["Rome"], ["Tunis"], ["attaque"]),
    ),
    "en a request is to who must act": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 demanded/demand/VERB/ROOT>0/{FIN} that/that/SCONJ/mark>5 "
            f"Tunis/Tunis/PROPN/nsubj>5 leave/leave/VERB/ccomp>2/{FIN} Oslo/Oslo/PROPN/obj>5"
        ),
        "demanded",
        ("REQUEST", None, None, ["Rome"], ["Tunis"], []),
    ),
    "fr joint exercises": (
        "fr",
        (
            "Rome/Rome/PROPN/nsubj>5 et/et/CCONJ/cc>3 Tunis/Tunis/PROPN/conj>1 "
            f"ont/avoir/AUX/aux:tense>5/{FIN} mené/mener/VERB/ROOT>0/{PAST} des/un/DET/det>7 "
            "manoeuvres/manoeuvre/NOUN/obj>5"
        ),
        "manoeuvres",
        ("COOPERATE", None, None, ["Rome", "Tunis"], [], []),
    ),
    "en diplomats expelled": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 expelled/expel/VERB/ROOT>0/{FIN} two/two/NUM/nummod>4 "
            "diplomats/diplomat/NOUN/obj>2"
        ),
        "expelled",
        ("SANCTION", "expel", None, ["Rome"], ["diplomats"], []),
    ),
    "fr surrender": (
        "fr",
        (
            "Les/le/DET/det>2 rebelles/rebelle/NOUN/nsubj>5 se/se/PRON/expl:pv>5/Reflex=Yes "
            f"sont/être/AUX/aux:tense>5/{FIN} rendus/rendre/VERB/ROOT>0/{PAST}"
        ),
        "rendus",
        ("RETREAT", "disarm", None, ["rebelles"], [], []),
    ),
    "fr going somewhere": (
        "fr",
        (
            "Le/le/DET/det>2 ministre/ministre/NOUN/nsubj>5 se/se/PRON/expl:pv>5/Reflex=Yes "
            f"est/être/AUX/aux:tense>5/{FIN} rendu/rendre/VERB/ROOT>0/{PAST} à/à/ADP/case>7 "
            "Tunis/Tunis/PROPN/obl:arg>5"
        ),
        "rendu",
        ("CONSULT", "visit", None, ["ministre"], ["Tunis"], []),
    ),
    "en strikers told by the strike": (
        "en",
        (
            f"Two/two/NUM/nummod>2 soldiers/soldier/NOUN/nsubj:pass>4 were/be/AUX/aux:pass>4/{FIN} "
            f"killed/kill/VERB/ROOT>0/{PAST} in/in/ADP/case>7 an/a/DET/det>7 attack/attack/NOUN/obl>4  "
            "by/by/ADP/case>9 Rome/Rome/PROPN/nmod>7"
        ),
        "killed",
        ("ASSAULT", None, None, ["Rome"], ["soldiers"], []),
    ),
}


@pytest.mark.parametrize("case", FAMILIES.values(), ids=FAMILIES.keys())
def test_families(case: tuple[str, str, str, tuple[object, ...]]) -> None:
    language, cells, head, wanted = case
    doc, found = claims(language, cells)
    claim = found[head]
    roles = (heads(doc, claim.actors), heads(doc, claim.recipients), heads(doc, claim.objects))
    assert (claim.type, claim.mode, claim.act, *roles) == wanted


def test_a_promise_and_what_is_promised() -> None:
    doc, found = claims(
        "fr",
        f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} promis/promettre/VERB/ROOT>0/{PAST} "
        f"de/de/ADP/mark>5 livrer/livrer/VERB/xcomp>3/{INF}  "
        "des/un/DET/det>7 missiles/missile/NOUN/obj>5 à/à/ADP/case>9 Tunis/Tunis/PROPN/obl:arg>5",
    )
    assert (found["promis"].type, heads(doc, found["promis"].recipients)) == ("AGREE", ["Tunis"])
    assert (found["livrer"].type, heads(doc, found["livrer"].actors)) == ("AID", ["Rome"])


@pytest.mark.parametrize(
    ("verb", "lemma", "kind"), [("refusé", "refuser", "REJECT"), ("menacé", "menacer", "THREATEN")]
)
def test_what_is_refused_or_threatened_is_no_event(verb: str, lemma: str, kind: str) -> None:
    doc, found = claims(
        "fr",
        f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} {verb}/{lemma}/VERB/ROOT>0/{PAST} "
        f"de/de/ADP/mark>5 bombarder/bombarder/VERB/xcomp>3/{INF} Tunis/Tunis/PROPN/obj>5",
    )
    assert (found[verb].type, heads(doc, found[verb].recipients)) == (kind, ["Tunis"])
    assert found["bombarder"].type is None


@pytest.mark.parametrize(
    ("language", "cells", "head"),
    [
        (
            "fr",
            (
                f"Rome/Rome/PROPN/nsubj>3 ne/ne/ADV/advmod>3/Polarity=Neg livrera/livrer/VERB/ROOT>0/{FUTURE} "
                "pas/pas/ADV/advmod>3/Polarity=Neg de/de/DET/det>6 missiles/missile/NOUN/obj>3 à/à/ADP/case>8 "
                "Tunis/Tunis/PROPN/obl:arg>3"
            ),
            "livrera",
        ),
        (
            "en",
            (
                f"Rome/Rome/PROPN/nsubj>4 will/will/AUX/aux>4/{FIN} not/not/PART/advmod>4 "
                f"supply/supply/VERB/ROOT>0/{INF} missiles/missile/NOUN/obj>4 to/to/ADP/case>7 "
                "Tunis/Tunis/PROPN/obl>4"
            ),
            "supply",
        ),
    ],
)
def test_cooperation_that_will_not_come_is_refused(language: str, cells: str, head: str) -> None:
    assert claims(language, cells)[1][head].type == "REJECT"


def test_what_another_must_do_is_asked_of_him() -> None:
    doc, found = claims(
        "en",
        f"Rome/Rome/PROPN/nsubj>2 said/say/VERB/ROOT>0/{FIN} Tunis/Tunis/PROPN/nsubj>5 "
        f"must/must/AUX/aux>5/{FIN} sign/sign/VERB/ccomp>2/{INF}",
    )
    assert (found["said"].type, heads(doc, found["said"].recipients)) == ("REQUEST", ["Tunis"])


def test_saying_is_no_event() -> None:
    _, found = claims(
        "en",
        f"Rome/Rome/PROPN/nsubj>2 said/say/VERB/ROOT>0/{FIN} Tunis/Tunis/PROPN/nsubj>4 left/leave/VERB/ccomp>2/{FIN}",
    )
    assert found["said"].type is None


def test_a_pronoun_gives_way_to_its_name() -> None:
    doc, found = claims(
        "en",
        f"Rome/Rome/PROPN/nsubj>2 said/say/VERB/ROOT>0/{FIN} it/it/PRON/nsubj>4/Person=3|PronType=Prs "
        f"attacked/attack/VERB/ccomp>2/{FIN} Tunis/Tunis/PROPN/obj>4",
    )
    assert heads(doc, found["attacked"].actors) == ["Rome"]


def test_a_purpose_is_no_event() -> None:
    _, found = claims(
        "fr",
        f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} bombardé/bombarder/VERB/ROOT>0/{PAST} "
        f"Tunis/Tunis/PROPN/obj>3 pour/pour/ADP/mark>6 libérer/libérer/VERB/advcl>3/{INF} des/un/DET/det>8 "
        "otages/otage/NOUN/obj>6",
    )
    assert (found["bombardé"].type, found["libérer"].type) == ("ASSAULT", None)


def test_two_nations_are_two_parties() -> None:
    doc = tree(
        "fr",
        "Des/un/DET/det>2 soldats/soldat/NOUN/nsubj>7 français/français/ADJ/amod>2 et/et/CCONJ/cc>5 "
        "tchadiens/tchadien/ADJ/conj>3  "
        f"ont/avoir/AUX/aux:tense>7/{FIN} négocié/négocier/VERB/ROOT>0/{PAST}",
    )
    name(doc, "tchadiens", "group", mention="nominal")
    nlp = blank("fr")
    CodingPipe(nlp)(PredicatesPipe(nlp)(doc))
    (claim,) = draft_of(doc).claims
    assert [doc[one.start : one.end].text for one in claim.actors] == ["Des soldats français", "tchadiens"]


@pytest.mark.parametrize(
    ("act", "tense", "wanted"),
    [
        ("AID", "future", "AGREE"),
        ("AID", "past", "AID"),
        ("RETREAT", "future", "AGREE"),
        ("SANCTION", "future", "THREATEN"),
        ("REJECT", "future", "REJECT"),
        (None, "future", None),
    ],
)
def test_the_rule_on_intentions(act: str | None, tense: str, wanted: str | None) -> None:
    assert codebook_type(act, tense) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_frame_has_a_known_type_and_a_code(language: str) -> None:
    for frames in coding_lexicon(language).frames.values():
        for frame in frames:
            assert frame.type in types()
            assert cameo_code(frame.type, frame.mode, frame.act)


@pytest.mark.parametrize("text", ["", " ", "\x00", "…", "« "])
def test_odd_texts_have_no_claims(text: str) -> None:
    nlp = blank("fr")
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    assert draft_of(CodingPipe(nlp)(PredicatesPipe(nlp)(doc))).claims == []
