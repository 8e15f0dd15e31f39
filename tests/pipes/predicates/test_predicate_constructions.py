"""Who does what to whom, construction by construction, on trees built by hand."""

from __future__ import annotations

import pytest

from tests.pipes.predicates.trees import name, predicates, slots, tree

PAST = "Tense=Past|VerbForm=Part"
FIN = "Mood=Ind|VerbForm=Fin"
INF = "VerbForm=Inf"

CASES = {
    "fr passive": (
        "fr",
        (
            f"Deux/deux/NUM/nummod>2 ponts/pont/NOUN/nsubj:pass>5 ont/avoir/AUX/aux:tense>5/{FIN} "
            "été/être/AUX/aux:pass>5  "
            f"détruits/détruire/VERB/ROOT>0/{PAST} par/par/ADP/case>8 "
            "les/le/DET/det>8 rebelles/rebelle/NOUN/obl:agent>5"
        ),
        "détruits",
        {"subject": ["rebelles"], "object": ["ponts"]},
    ),
    "en passive": (
        "en",
        (
            f"Two/two/NUM/nummod>2 bridges/bridge/NOUN/nsubj:pass>4 were/be/AUX/aux:pass>4/{FIN} "
            f"destroyed/destroy/VERB/ROOT>0/{PAST}  "
            "by/by/ADP/case>6 rebels/rebel/NOUN/obl:agent>4"
        ),
        "destroyed",
        {"subject": ["rebels"], "object": ["bridges"]},
    ),
    "fr agent hung on the place before it": (
        "fr",
        (
            f"Un/un/DET/det>2 dépôt/dépôt/NOUN/nsubj:pass>5 a/avoir/AUX/aux:tense>5/{FIN} "
            f"été/être/AUX/aux:pass>5 touché/toucher/VERB/ROOT>0/{PAST}  "
            "dans/dans/ADP/case>8 la/le/DET/det>8 zone/zone/NOUN/obl:mod>5 par/par/ADP/case>11 "
            "des/un/DET/det>11 drones/drone/NOUN/nmod>8"
        ),
        "touché",
        {"subject": ["drones"], "object": ["dépôt"], "dans": ["zone"]},
    ),
    "fr subject control": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>2 envisage/envisager/VERB/ROOT>0/{FIN} de/de/ADP/mark>4 "
            f"quitter/quitter/VERB/xcomp>2/{INF} la/le/DET/det>6 coalition/coalition/NOUN/obj>4"
        ),
        "quitter",
        {"subject": ["Rome"], "object": ["coalition"]},
    ),
    "fr dative control": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} demandé/demander/VERB/ROOT>0/{PAST} "
            "à/à/ADP/case>5 Tunis/Tunis/PROPN/obl:arg>3  "
            f"de/de/ADP/mark>7 signer/signer/VERB/xcomp>3/{INF}"
        ),
        "signer",
        {"subject": ["Tunis"]},
    ),
    "en object control": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 urged/urge/VERB/ROOT>0/{FIN} Tunis/Tunis/PROPN/obj>2 to/to/PART/mark>5 "
            f"sign/sign/VERB/xcomp>2/{INF}"
        ),
        "sign",
        {"subject": ["Tunis"]},
    ),
    "en raising under a passive": (
        "en",
        (
            f"Missiles/missile/NOUN/nsubj:pass>3 are/be/AUX/aux:pass>3/{FIN} "
            f"expected/expect/VERB/ROOT>0/{PAST} to/to/PART/mark>6 be/be/AUX/aux:pass>6/{INF}  "
            f"delivered/deliver/VERB/xcomp>3/{PAST} to/to/ADP/case>8 Tunis/Tunis/PROPN/obl>6"
        ),
        "delivered",
        {"object": ["Missiles"], "indirect": ["Tunis"]},
    ),
    "fr en train de": (
        "fr",
        (
            f"Des/un/DET/det>2 soldats/soldat/NOUN/nsubj>5 sont/être/AUX/cop>5/{FIN} en/en/ADP/case>5 "
            "train/train/NOUN/ROOT>0 de/de/ADP/mark>8  "
            f"se/se/PRON/expl:comp>8/Reflex=Yes former/former/VERB/acl>5/{INF}"
        ),
        "former",
        {"subject": ["soldats"]},
    ),
    "fr participle": (
        "fr",
        (
            f"des/un/DET/det>2 armes/arme/NOUN/ROOT>0 livrées/livrer/VERB/acl>2/{PAST} à/à/ADP/case>5 "
            "Tunis/Tunis/PROPN/obl:arg>3"
        ),
        "livrées",
        {"object": ["armes"], "indirect": ["Tunis"]},
    ),
    "fr participle of an intransitive": (
        "fr",
        f"des/un/DET/det>2 soldats/soldat/NOUN/ROOT>0 arrivés/arriver/VERB/acl>2/{PAST} hier/hier/ADV/advmod>3",
        "arrivés",
        {"subject": ["soldats"]},
    ),
    "en relative without pronoun": (
        "en",
        f"the/the/DET/det>2 tanks/tank/NOUN/ROOT>0 Rome/Rome/PROPN/nsubj>4 sent/send/VERB/acl:relcl>2/{FIN}",
        "sent",
        {"subject": ["Rome"], "object": ["tanks"]},
    ),
    "fr relative": (
        "fr",
        (
            "les/le/DET/det>2 chars/char/NOUN/ROOT>0 que/que/PRON/obj>6/PronType=Rel Rome/Rome/PROPN/nsubj>6 "
            f"a/avoir/AUX/aux:tense>6/{FIN} envoyés/envoyer/VERB/acl:relcl>2/{PAST}"
        ),
        "envoyés",
        {"subject": ["Rome"], "object": ["chars"]},
    ),
    "fr shared subject": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} arrêté/arrêter/VERB/ROOT>0/{PAST} "
            f"et/et/CCONJ/cc>5 expulsé/expulser/VERB/conj>3/{PAST} deux/deux/NUM/nummod>7 "
            "espions/espion/NOUN/obj>5"
        ),
        "arrêté",
        {"subject": ["Rome"], "object": ["espions"]},
    ),
    "fr coordinated actors": (
        "fr",
        (
            "Rome/Rome/PROPN/nsubj>5 et/et/CCONJ/cc>3 Tunis/Tunis/PROPN/conj>1 "
            f"ont/avoir/AUX/aux:tense>5/{FIN} négocié/négocier/VERB/ROOT>0/{PAST}"
        ),
        "négocié",
        {"subject": ["Rome", "Tunis"]},
    ),
    "fr a day is no object": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} levé/lever/VERB/ROOT>0/{PAST} "
            "vendredi/vendredi/NOUN/obj>3 le/le/DET/det>6 blocus/blocus/NOUN/nmod>4"
        ),
        "levé",
        {"subject": ["Rome"], "object": ["blocus"]},
    ),
    "en a day is no object": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 deported/deport/VERB/ROOT>0/{FIN} a/a/DET/det>4 man/man/NOUN/compound>5 "
            "Friday/Friday/PROPN/obj>2"
        ),
        "deported",
        {"subject": ["Rome"], "object": ["man"]},
    ),
    "fr impersonal": (
        "fr",
        (
            f"Il/il/PRON/expl:subj>4 a/avoir/AUX/aux:tense>4/{FIN} été/être/AUX/aux:pass>4 "
            f"décidé/décider/VERB/ROOT>0/{PAST} de/de/ADP/mark>6 partir/partir/VERB/xcomp>4/{INF}"
        ),
        "décidé",
        {"clause": ["partir"]},
    ),
    "en a description that is a past tense": (
        "en",
        (
            f"Ministers/minister/NOUN/ROOT>0 agreed/agree/VERB/acl>1/{PAST} to/to/PART/mark>4 "
            f"meet/meet/VERB/xcomp>2/{INF}"
        ),
        "agreed",
        {"subject": ["Ministers"], "clause": ["meet"]},
    ),
    "en up to a thousand": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 evacuated/evacuate/VERB/ROOT>0/{FIN} up/up/ADP/compound:prt>2 "
            "to/to/ADP/case>6 1,000/1,000/NUM/nummod>6 people/people/NOUN/obl>2"
        ),
        "evacuated",
        {"subject": ["Rome"], "object": ["people"], "indirect": ["people"]},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_verbs(case: tuple[str, str, str, dict[str, list[str]]]) -> None:
    language, cells, head, wanted = case
    doc = tree(language, cells)
    assert slots(doc, predicates(doc)[head]) == wanted


def test_voices() -> None:
    doc = tree("fr", f"Il/il/PRON/nsubj>3 se/se/PRON/expl:pv>3/Reflex=Yes rend/rendre/VERB/ROOT>0/{FIN}")
    found = predicates(doc)["rend"]
    assert found.voice == "reflexive"
    assert doc[found.anchor[0] : found.anchor[1]].text == "se rend"


NOUNS = {
    "fr delivery": (
        "fr",
        (
            "la/le/DET/det>2 livraison/livraison/NOUN/ROOT>0 de/de/ADP/case>4 missiles/missile/NOUN/nmod>2 "
            "par/par/ADP/case>6 Rome/Rome/PROPN/nmod>2  "
            "à/à/ADP/case>8 Tunis/Tunis/PROPN/nmod>2"
        ),
        "livraison",
        {"object": ["missiles"], "subject": ["Rome"], "indirect": ["Tunis"]},
    ),
    "fr two complements": (
        "fr",
        (
            "le/le/DET/det>2 transfert/transfert/NOUN/ROOT>0 de/de/ADP/case>4 missiles/missile/NOUN/nmod>2 "
            "de/de/ADP/case>6 Rome/Rome/PROPN/nmod>4  "
            "à/à/ADP/case>8 Tunis/Tunis/PROPN/nmod>2"
        ),
        "transfert",
        {"object": ["missiles"], "subject": ["Rome"], "indirect": ["Tunis"]},
    ),
    "fr support for a war": (
        "fr",
        (
            "le/le/DET/det>2 soutien/soutien/NOUN/ROOT>0 de/de/ADP/case>4 Rome/Rome/PROPN/nmod>2 "
            "à/à/ADP/case>7 la/le/DET/det>7 guerre/guerre/NOUN/nmod>4"
        ),
        "soutien",
        {"subject": ["Rome"], "indirect": ["guerre"]},
    ),
    "en possessor and object": (
        "en",
        (
            "Rome/Rome/PROPN/nmod:poss>3 's/'s/PART/case>1 shelling/shelling/NOUN/ROOT>0 of/of/ADP/case>5 "
            "Tunis/Tunis/PROPN/nmod>3"
        ),
        "shelling",
        {"subject": ["Rome"], "object": ["Tunis"]},
    ),
    "en nation": (
        "en",
        "Italian/Italian/ADJ/amod>2 strikes/strike/NOUN/ROOT>0 on/on/ADP/case>4 Tunis/Tunis/PROPN/nmod>2",
        "strikes",
        {"on": ["Tunis"], "modifier": ["Italian"]},
    ),
    "fr support verb": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} mené/mener/VERB/ROOT>0/{PAST} "
            "des/un/DET/det>5 frappes/frappe/NOUN/obj>3 contre/contre/ADP/case>7 Tunis/Tunis/PROPN/obl:mod>3"
        ),
        "frappes",
        {"subject": ["Rome"], "contre": ["Tunis"]},
    ),
    "en support verb with a particle": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 carried/carry/VERB/ROOT>0/{FIN} out/out/ADP/compound:prt>2 "
            "raids/raid/NOUN/obj>2 on/on/ADP/case>6 Tunis/Tunis/PROPN/nmod>4"
        ),
        "raids",
        {"subject": ["Rome"], "on": ["Tunis"]},
    ),
    "fr support verb as a participle": (
        "fr",
        (
            f"une/un/DET/det>2 offensive/offensive/NOUN/ROOT>0 lancée/lancer/VERB/acl>2/{PAST} "
            "par/par/ADP/case>5 Rome/Rome/PROPN/obl:agent>3 contre/contre/ADP/case>7 "
            "Tunis/Tunis/PROPN/obl:mod>3"
        ),
        "offensive",
        {"subject": ["Rome"], "contre": ["Tunis"]},
    ),
    "fr the bearer": (
        "fr",
        (
            f"Tunis/Tunis/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} subi/subir/VERB/ROOT>0/{PAST} "
            "un/un/DET/det>5 bombardement/bombardement/NOUN/obj>3"
        ),
        "bombardement",
        {"object": ["Tunis"]},
    ),
    "fr who announces it does it": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} annoncé/annoncer/VERB/ROOT>0/{PAST} "
            "la/le/DET/det>5 suspension/suspension/NOUN/obj>3 des/de/ADP/case>7 vols/vol/NOUN/nmod>5"
        ),
        "suspension",
        {"subject": ["Rome"], "object": ["vols"]},
    ),
    "fr quantities": (
        "fr",
        (
            "la/le/DET/det>2 livraison/livraison/NOUN/ROOT>0 de/de/ADP/case>4 centaines/centaine/NOUN/nmod>2 "
            "de/de/ADP/case>6 missiles/missile/NOUN/nmod>4"
        ),
        "livraison",
        {"object": ["missiles"]},
    ),
}


@pytest.mark.parametrize("case", NOUNS.values(), ids=NOUNS.keys())
def test_nouns(case: tuple[str, str, str, dict[str, list[str]]]) -> None:
    language, cells, head, wanted = case
    doc = tree(language, cells)
    for place in ("Rome", "Tunis"):
        if any(token.text == place for token in doc):
            name(doc, place)
    assert slots(doc, predicates(doc)[head]) == wanted


def test_the_anchor_covers_verb_and_noun() -> None:
    doc = tree(
        "fr",
        f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} mené/mener/VERB/ROOT>0/{PAST} "
        "des/un/DET/det>5 frappes/frappe/NOUN/obj>3",
    )
    found = predicates(doc)
    assert set(found) == {"frappes"}
    assert doc[found["frappes"].anchor[0] : found["frappes"].anchor[1]].text == "mené des frappes"


@pytest.mark.parametrize(
    ("language", "cells", "lemma"),
    [
        (
            "fr",
            (
                f"Ils/il/PRON/nsubj>3 ont/avoir/AUX/aux:tense>3/{FIN} ouvert/ouvrir/VERB/ROOT>0/{PAST} "
                "le/le/DET/det>5 feu/feu/NOUN/obj>3"
            ),
            "ouvrir le feu",
        ),
        ("en", f"They/they/PRON/nsubj>2 opened/open/VERB/ROOT>0/{FIN} fire/fire/NOUN/obj>2", "open fire"),
        (
            "fr",
            (
                "un/un/DET/det>2 cessez/cesser/NOUN/ROOT>0 -/-/PUNCT/punct>2 le/le/DET/det>2 "
                "-/-/PUNCT/punct>2 feu/feu/NOUN/nmod>2"
            ),
            "cessez-le-feu",
        ),
        (
            "fr",
            "des/un/DET/det>2 mises/mise/NOUN/ROOT>0 en/en/ADP/case>4 garde/garde/NOUN/nmod>2",
            "mise en garde",
        ),
    ],
)
def test_phrases_are_one_predicate(language: str, cells: str, lemma: str) -> None:
    assert [one.lemma for one in predicates(tree(language, cells)).values()] == [lemma]


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("fr", f"Il/il/PRON/nsubj>3 est/être/AUX/cop>3/{FIN} grand/grand/ADJ/ROOT>0"),
        (
            "fr",
            (
                "le/le/DET/det>2 ministre/ministre/NOUN/ROOT>0 de/de/ADP/case>5 la/le/DET/det>5 "
                "Défense/défense/NOUN/nmod>2"
            ),
        ),
        ("fr", "des/un/DET/det>2 avions/avion/NOUN/ROOT>0 de/de/ADP/case>4 combat/combat/NOUN/nmod>2"),
        ("en", f"It/it/PRON/nsubj>3 is/be/AUX/cop>3/{FIN} big/big/ADJ/ROOT>0"),
        ("en", "attack/attack/NOUN/compound>2 helicopters/helicopter/NOUN/ROOT>0"),
    ],
)
def test_names_and_kinds_are_no_predicates(language: str, cells: str) -> None:
    assert predicates(tree(language, cells)) == {}


def test_ready_to() -> None:
    doc = tree(
        "fr",
        f"Rome/Rome/PROPN/nsubj>3 est/être/AUX/cop>3/{FIN} prête/prêt/ADJ/ROOT>0 à/à/ADP/mark>5 "
        f"négocier/négocier/VERB/xcomp>3/{INF}",
    )
    found = predicates(doc)
    assert slots(doc, found["prête"]) == {"subject": ["Rome"], "clause": ["négocier"]}
    assert slots(doc, found["négocier"]) == {"subject": ["Rome"]}


def test_a_verb_that_the_tagger_took_for_a_noun() -> None:
    doc = tree(
        "fr",
        "Rome/Rome/PROPN/nsubj>4 s'/se/PRON/expl:pv>4/Reflex=Yes est/être/AUX/aux:tense>4 "
        "opposée/opposée/NOUN/ROOT>0",
    )
    assert [one.lemma for one in predicates(doc).values()] == ["opposer"]
