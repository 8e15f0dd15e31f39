"""Clauses cut up, joined and left out, on trees built by hand, in both languages."""

from __future__ import annotations

import pytest

from reportedly.pipes.draft import Predicate
from reportedly.pipes.predicates import PredicatesPipe
from tests.pipes.predicates.trees import blank, name, predicates, slots, tree

PAST = "Tense=Past|VerbForm=Part"
FIN = "Mood=Ind|VerbForm=Fin"

GAPS = {
    "fr": (
        f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} condamné/condamner/VERB/ROOT>0/{PAST} "
        "un/un/DET/det>5 raid/raid/NOUN/obj>3 et/et/CCONJ/cc>7 Oslo/Oslo/PROPN/conj>3 "
        "les/le/DET/det>9 représailles/représailles/NOUN/orphan>7"
    ),
    "en": (
        f"Rome/Rome/PROPN/nsubj>2 condemned/condemn/VERB/ROOT>0/{FIN} a/a/DET/det>4 raid/raid/NOUN/obj>2 "
        "and/and/CCONJ/cc>6 Oslo/Oslo/PROPN/conj>2 the/the/DET/det>8 reprisals/reprisal/NOUN/orphan>6"
    ),
    "fr joined to the object": (
        f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} livré/livrer/VERB/ROOT>0/{PAST} "
        "des/un/DET/det>5 chars/char/NOUN/obj>3 et/et/CCONJ/cc>7 Oslo/Oslo/PROPN/conj>5 "
        "des/de/ADP/case>9 avions/avion/NOUN/nmod>5"
    ),
    "en a bare number": (
        f"Rome/Rome/PROPN/nsubj>2 expelled/expel/VERB/ROOT>0/{FIN} five/five/NUM/nummod>4 "
        "envoys/envoy/NOUN/obj>2 and/and/CCONJ/cc>6 Oslo/Oslo/PROPN/conj>4 three/three/NUM/flat>6"
    ),
}


def parts(language: str, cells: str) -> list[Predicate]:
    doc = tree(language, cells)
    for place in ("Rome", "Oslo"):
        name(doc, place)
    return PredicatesPipe(blank(language)).process(doc)


@pytest.mark.parametrize("case", GAPS, ids=GAPS.keys())
def test_a_clause_without_its_verb(case: str) -> None:
    language = case[:2]
    doc = tree(language, GAPS[case])
    first, second = (one for one in parts(language, GAPS[case]) if one.pos == "VERB")
    assert [doc[one.head].text for one in first.arguments if one.slot == "subject"] == ["Rome"]
    assert "Oslo" not in [doc[one.head].text for one in first.arguments]
    assert [doc[one.head].text for one in second.arguments if one.slot == "subject"] == ["Oslo"]
    assert (second.lemma, second.anchor, second.seat) == (first.lemma, first.anchor, first.head)


def test_a_joined_name_is_no_clause() -> None:
    cells = (
        f"Rome/Rome/PROPN/nsubj>2 condemned/condemn/VERB/ROOT>0/{FIN} Tunis/Tunis/PROPN/obj>2 "
        "and/and/CCONJ/cc>5 Oslo/Oslo/PROPN/conj>3 ././PUNCT/punct>2"
    )
    (only,) = parts("en", cells)
    assert len([one for one in only.arguments if one.slot == "object"]) == 2


CLAUSES = {
    "en a joined name that begins a clause": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 jailed/jail/VERB/ROOT>0/{FIN} men/man/NOUN/obj>2 and/and/CCONJ/cc>5 "
            f"Oslo/Oslo/PROPN/conj>3 freed/free/VERB/conj>2/{FIN} women/woman/NOUN/obj>6"
        ),
        {
            "jailed": {"subject": ["Rome"], "object": ["men"]},
            "freed": {"subject": ["Oslo"], "object": ["women"]},
        },
    ),
    "fr a joined name that begins a clause": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>2 soutient/soutenir/VERB/ROOT>0/{FIN} Tunis/Tunis/PROPN/obj>2 "
            f"et/et/CCONJ/cc>5 Oslo/Oslo/PROPN/conj>3 a/avoir/AUX/aux:tense>7/{FIN} "
            f"protesté/protester/VERB/conj>2/{PAST}"
        ),
        {"soutient": {"subject": ["Rome"], "object": ["Tunis"]}, "protesté": {"subject": ["Oslo"]}},
    ),
    "en a shared subject": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 jailed/jail/VERB/ROOT>0/{FIN} men/man/NOUN/obj>2 and/and/CCONJ/cc>5 "
            f"freed/free/VERB/conj>2/{FIN} women/woman/NOUN/obj>5"
        ),
        {
            "jailed": {"subject": ["Rome"], "object": ["men"]},
            "freed": {"subject": ["Rome"], "object": ["women"]},
        },
    ),
    "fr speech in the midst": (
        "fr",
        (
            "Rome/Rome/PROPN/nsubj>4 ,/,/PUNCT/punct>4 a/avoir/AUX/aux:tense>4 "
            f"annoncé/annoncer/VERB/ROOT>0/{PAST} Oslo/Oslo/PROPN/nsubj>4 ,/,/PUNCT/punct>4 "
            f"signera/signer/VERB/parataxis>4/{FIN}"
        ),
        {"annoncé": {"subject": ["Oslo"]}, "signera": {"subject": ["Rome"]}},
    ),
    "en speech in the midst": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>3 ,/,/PUNCT/punct>3 said/say/VERB/ROOT>0/{FIN} Oslo/Oslo/PROPN/nsubj>3 "
            f",/,/PUNCT/punct>3 will/will/AUX/aux>7/{FIN} sign/sign/VERB/parataxis>3"
        ),
        {"said": {"subject": ["Oslo"]}, "sign": {"subject": ["Rome"]}},
    ),
    "fr an object that two verbs share": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} arrêté/arrêter/VERB/ROOT>0/{PAST} "
            f"et/et/CCONJ/cc>5 expulsé/expulser/VERB/conj>3/{PAST} des/un/DET/det>7 espions/espion/NOUN/obj>3"
        ),
        {
            "arrêté": {"subject": ["Rome"], "object": ["espions"]},
            "expulsé": {"subject": ["Rome"], "object": ["espions"]},
        },
    ),
    "en an object that two verbs share": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 arrested/arrest/VERB/ROOT>0/{FIN} and/and/CCONJ/cc>4 "
            f"expelled/expel/VERB/conj>2/{FIN} spies/spy/NOUN/obj>2"
        ),
        {
            "arrested": {"subject": ["Rome"], "object": ["spies"]},
            "expelled": {"subject": ["Rome"], "object": ["spies"]},
        },
    ),
    "fr faire l'objet de": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>2 fait/faire/VERB/ROOT>0/{FIN} l'/le/DET/det>4 objet/objet/NOUN/obj>2 "
            "de/de/ADP/case>6 menaces/menace/NOUN/obl:arg>2"
        ),
        {"menaces": {"object": ["Rome"]}},
    ),
    "en be under": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>4 is/be/AUX/cop>4/{FIN} under/under/ADP/case>4 attack/attack/NOUN/ROOT>0 "
            "by/by/ADP/case>6 Oslo/Oslo/PROPN/nmod>4"
        ),
        {"attack": {"subject": ["Oslo"], "object": ["Rome"]}},
    ),
    "fr a relative whose pronoun is taken for a mark": (
        "fr",
        (
            "les/le/DET/det>2 chars/char/NOUN/ROOT>0 que/que/PRON/mark>6/PronType=Rel Rome/Rome/PROPN/nsubj>6 "
            f"a/avoir/AUX/aux:tense>6/{FIN} achetés/acheter/VERB/acl:relcl>2/{PAST}"
        ),
        {"achetés": {"subject": ["Rome"], "object": ["chars"]}},
    ),
    "fr a participle's phrase hung on its noun": (
        "fr",
        (
            f"les/le/DET/det>2 chars/char/NOUN/ROOT>0 livrés/livrer/VERB/acl>2/{PAST} à/à/ADP/case>5 "
            "Oslo/Oslo/PROPN/nmod>2"
        ),
        {"livrés": {"object": ["chars"], "indirect": ["Oslo"]}},
    ),
    "en to whom goods are handed, hung on the goods": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 delivered/deliver/VERB/ROOT>0/{FIN} grain/grain/NOUN/obj>2 "
            "to/to/ADP/case>5 Oslo/Oslo/PROPN/nmod>3"
        ),
        {"delivered": {"subject": ["Rome"], "object": ["grain"], "indirect": ["Oslo"]}},
    ),
}


@pytest.mark.parametrize("case", CLAUSES.values(), ids=CLAUSES.keys())
def test_clauses(case: tuple[str, str, dict[str, dict[str, list[str]]]]) -> None:
    language, cells, wanted = case
    doc = tree(language, cells)
    for place in ("Rome", "Tunis", "Oslo"):
        if any(token.text == place for token in doc):
            name(doc, place)
    found = predicates(doc)
    assert {head: slots(doc, found[head]) for head in wanted} == wanted
