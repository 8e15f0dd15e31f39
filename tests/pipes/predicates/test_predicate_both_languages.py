"""Each construction on a tree built by hand in French and in English, where the other files have it in one of them."""

from __future__ import annotations

import pytest

from tests.pipes.predicates.trees import name, predicates, slots, tree

PAST = "Tense=Past|VerbForm=Part"
FIN = "Mood=Ind|VerbForm=Fin"
INF = "VerbForm=Inf"

#: Construction: language, cells, the predicate's head, its voice, its slots.
CASES = {
    "fr reflexive": (
        "fr",
        (
            "Des/un/DET/det>2 pilotes/pilote/NOUN/nsubj>5 se/se/PRON/expl:pv>5/Reflex=Yes "
            f"sont/être/AUX/aux:tense>5/{FIN} formés/former/VERB/ROOT>0/{PAST} à/à/ADP/case>7 "
            "Tunis/Tunis/PROPN/obl:arg>5"
        ),
        "formés",
        "reflexive",
        {"subject": ["pilotes"], "indirect": ["Tunis"]},
    ),
    "en reflexive": (
        "en",
        (
            f"Rebels/rebel/NOUN/nsubj>2 armed/arm/VERB/ROOT>0/{FIN} "
            "themselves/themselves/PRON/obj>2/PronType=Prs|Reflex=Yes with/with/ADP/case>5 "
            "rifles/rifle/NOUN/obl>2"
        ),
        "armed",
        "active",
        {"subject": ["Rebels"], "object": ["themselves"], "with": ["rifles"]},
    ),
    "en impersonal": (
        "en",
        (
            f"It/it/PRON/expl>3 was/be/AUX/aux:pass>3/{FIN} decided/decide/VERB/ROOT>0/{PAST} "
            f"to/to/PART/mark>5 leave/leave/VERB/csubj>3/{INF}"
        ),
        "decided",
        "passive",
        {"clause": ["leave"]},
    ),
    "fr impersonal": (
        "fr",
        (
            f"Il/il/PRON/expl:subj>4 a/avoir/AUX/aux:tense>4/{FIN} été/être/AUX/aux:pass>4 "
            f"livré/livrer/VERB/ROOT>0/{PAST} deux/deux/NUM/nummod>6 chars/char/NOUN/obj>4 à/à/ADP/case>8 "
            "Tunis/Tunis/PROPN/obl:arg>4"
        ),
        "livré",
        "passive",
        {"object": ["chars"], "indirect": ["Tunis"]},
    ),
    "fr raising": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>2 semble/sembler/VERB/ROOT>0/{FIN} armer/armer/VERB/xcomp>2/{INF} "
            "les/le/DET/det>5 rebelles/rebelle/NOUN/obj>3"
        ),
        "armer",
        "active",
        {"subject": ["Rome"], "object": ["rebelles"]},
    ),
    "en raising": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 seems/seem/VERB/ROOT>0/{FIN} to/to/PART/mark>4 "
            f"arm/arm/VERB/xcomp>2/{INF} the/the/DET/det>6 rebels/rebel/NOUN/obj>4"
        ),
        "arm",
        "active",
        {"subject": ["Rome"], "object": ["rebels"]},
    ),
    "fr raising under a passive": (
        "fr",
        (
            "Des/un/DET/det>2 missiles/missile/NOUN/nsubj:pass>4 "
            f"sont/être/AUX/aux:pass>4/{FIN} censés/censer/VERB/ROOT>0/{PAST} être/être/AUX/aux:pass>6/{INF} "
            f"livrés/livrer/VERB/xcomp>4/{PAST} à/à/ADP/case>8 Tunis/Tunis/PROPN/obl:arg>6"
        ),
        "livrés",
        "passive",
        {"object": ["missiles"], "indirect": ["Tunis"]},
    ),
    "en subject control": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 plans/plan/VERB/ROOT>0/{FIN} to/to/PART/mark>4 "
            f"leave/leave/VERB/xcomp>2/{INF} the/the/DET/det>6 coalition/coalition/NOUN/obj>4"
        ),
        "leave",
        "active",
        {"subject": ["Rome"], "object": ["coalition"]},
    ),
    "fr object control": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} exhorté/exhorter/VERB/ROOT>0/{PAST} "
            f"Tunis/Tunis/PROPN/obj>3 à/à/ADP/mark>6 signer/signer/VERB/xcomp>3/{INF}"
        ),
        "signer",
        "active",
        {"subject": ["Tunis"]},
    ),
    "en participle": (
        "en",
        (
            f"weapons/weapon/NOUN/ROOT>0 delivered/deliver/VERB/acl>1/{PAST} to/to/ADP/case>4 "
            "Tunis/Tunis/PROPN/obl>2 by/by/ADP/case>6 Rome/Rome/PROPN/obl:agent>2"
        ),
        "delivered",
        "passive",
        {"subject": ["Rome"], "object": ["weapons"], "indirect": ["Tunis"]},
    ),
    "en relative of the subject": (
        "en",
        (
            "the/the/DET/det>2 rebels/rebel/NOUN/ROOT>0 who/who/PRON/nsubj>4/PronType=Rel "
            f"freed/free/VERB/acl:relcl>2/{FIN} the/the/DET/det>6 hostages/hostage/NOUN/obj>4"
        ),
        "freed",
        "active",
        {"subject": ["rebels"], "object": ["hostages"]},
    ),
    "fr relative of the subject": (
        "fr",
        (
            "les/le/DET/det>2 rebelles/rebelle/NOUN/ROOT>0 qui/qui/PRON/nsubj>5/PronType=Rel "
            f"ont/avoir/AUX/aux:tense>5/{FIN} libéré/libérer/VERB/acl:relcl>2/{PAST} les/le/DET/det>7 "
            "otages/otage/NOUN/obj>5"
        ),
        "libéré",
        "active",
        {"subject": ["rebelles"], "object": ["otages"]},
    ),
    "en coordinated verbs": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 arrested/arrest/VERB/ROOT>0/{FIN} and/and/CCONJ/cc>4 "
            f"expelled/expel/VERB/conj>2/{FIN} two/two/NUM/nummod>6 spies/spy/NOUN/obj>4"
        ),
        "expelled",
        "active",
        {"subject": ["Rome"], "object": ["spies"]},
    ),
    "en coordinated actors": (
        "en",
        (
            "Rome/Rome/PROPN/nsubj>4 and/and/CCONJ/cc>3 Tunis/Tunis/PROPN/conj>1 "
            f"negotiated/negotiate/VERB/ROOT>0/{FIN}"
        ),
        "negotiated",
        "active",
        {"subject": ["Rome", "Tunis"]},
    ),
    "fr causative of a set phrase": (
        "fr",
        (
            "Les/le/DET/det>2 rebelles/rebelle/NOUN/nsubj>5 "
            f"ont/avoir/AUX/aux:tense>5/{FIN} fait/faire/AUX/aux:caus>5/{PAST} "
            f"sauter/sauter/VERB/ROOT>0/{INF} le/le/DET/det>7 pont/pont/NOUN/obj>5"
        ),
        "sauter",
        "active",
        {"subject": ["rebelles"], "object": ["pont"]},
    ),
    "en set phrase": (
        "en",
        (
            f"Rebels/rebel/NOUN/nsubj>2 blew/blow/VERB/ROOT>0/{FIN} up/up/ADP/compound:prt>2 "
            "the/the/DET/det>5 bridge/bridge/NOUN/obj>2"
        ),
        "blew",
        "active",
        {"subject": ["Rebels"], "object": ["bridge"]},
    ),
    "en copula and adjective": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>3 is/be/AUX/cop>3/{FIN} ready/ready/ADJ/ROOT>0 to/to/PART/mark>5 "
            f"negotiate/negotiate/VERB/xcomp>3/{INF}"
        ),
        "negotiate",
        "active",
        {"subject": ["Rome"]},
    ),
    "fr headline without a verb": (
        "fr",
        (
            "Tunis/Tunis/PROPN/ROOT>0 :/:/PUNCT/punct>3 frappes/frappe/NOUN/parataxis>1 "
            "de/de/ADP/case>5 Rome/Rome/PROPN/nmod>3 contre/contre/ADP/case>8 un/un/DET/det>8 "
            "port/port/NOUN/nmod>3"
        ),
        "frappes",
        "active",
        {"subject": ["Rome"], "contre": ["port"]},
    ),
    "en headline without a verb": (
        "en",
        (
            "Tunis/Tunis/PROPN/ROOT>0 :/:/PUNCT/punct>4 Italian/Italian/ADJ/amod>4 "
            "strikes/strike/NOUN/parataxis>1 on/on/ADP/case>7 a/a/DET/det>7 port/port/NOUN/nmod>4"
        ),
        "strikes",
        "active",
        {"on": ["port"], "modifier": ["Italian"]},
    ),
    "fr headline of a participle": (
        "fr",
        (
            f"Deux/deux/NUM/nummod>2 espions/espion/NOUN/ROOT>0 arrêtés/arrêter/VERB/acl>2/{PAST} "
            "par/par/ADP/case>5 Rome/Rome/PROPN/obl:agent>3"
        ),
        "arrêtés",
        "passive",
        {"subject": ["Rome"], "object": ["espions"]},
    ),
    "en headline of a participle": (
        "en",
        (
            f"Two/two/NUM/nummod>2 spies/spy/NOUN/ROOT>0 held/hold/VERB/acl>2/{PAST} "
            "by/by/ADP/case>5 Rome/Rome/PROPN/obl:agent>3"
        ),
        "held",
        "passive",
        {"subject": ["Rome"], "object": ["spies"]},
    ),
    "fr apposed participle": (
        "fr",
        (
            f"Accusée/accuser/VERB/advcl>6/{PAST} de/de/ADP/case>3 fraude/fraude/NOUN/obl:arg>1 "
            ",/,/PUNCT/punct>1 "
            f"Rome/Rome/PROPN/nsubj>6 nie/nier/VERB/ROOT>0/{FIN}"
        ),
        "Accusée",
        "passive",
        {"object": ["Rome"], "de": ["fraude"]},
    ),
    "en apposed participle": (
        "en",
        (
            f"Accused/accuse/VERB/advcl>6/{PAST} of/of/ADP/case>3 fraud/fraud/NOUN/obl>1 ,/,/PUNCT/punct>1 "
            f"Rome/Rome/PROPN/nsubj>6 denies/deny/VERB/ROOT>0/{FIN}"
        ),
        "Accused",
        "passive",
        {"object": ["Rome"], "of": ["fraud"]},
    ),
    "en delivery": (
        "en",
        (
            "the/the/DET/det>2 delivery/delivery/NOUN/ROOT>0 of/of/ADP/case>4 missiles/missile/NOUN/nmod>2 "
            "by/by/ADP/case>6 Rome/Rome/PROPN/nmod>2 to/to/ADP/case>8 Tunis/Tunis/PROPN/nmod>2"
        ),
        "delivery",
        "active",
        {"object": ["missiles"], "subject": ["Rome"], "indirect": ["Tunis"]},
    ),
    "fr light verb with a preposition": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} procédé/procéder/VERB/ROOT>0/{PAST} "
            "à/à/ADP/case>6 des/un/DET/det>6 frappes/frappe/NOUN/obl:arg>3 contre/contre/ADP/case>8 "
            "Tunis/Tunis/PROPN/nmod>6"
        ),
        "frappes",
        "active",
        {"subject": ["Rome"], "contre": ["Tunis"]},
    ),
    "en the bearer": (
        "en",
        (
            f"Tunis/Tunis/PROPN/nsubj>2 suffered/suffer/VERB/ROOT>0/{FIN} a/a/DET/det>4 "
            "bombardment/bombardment/NOUN/obj>2"
        ),
        "bombardment",
        "active",
        {"object": ["Tunis"]},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_construction(case: tuple[str, str, str, str, dict[str, list[str]]]) -> None:
    language, cells, head, voice, wanted = case
    doc = tree(language, cells)
    for place in ("Rome", "Tunis"):
        if any(token.text == place for token in doc):
            name(doc, place)
    found = predicates(doc)[head]
    assert slots(doc, found) == wanted
    assert found.voice == voice
