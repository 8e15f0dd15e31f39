"""What stands where a likely slip of the parser put it: who does what to whom all the same."""

from __future__ import annotations

import pytest

from tests.pipes.predicates.trees import name, predicates, slots, tree

PAST = "Tense=Past|VerbForm=Part"
FIN = "Mood=Ind|VerbForm=Fin"
INF = "VerbForm=Inf"
GER = "VerbForm=Ger"

CASES = {
    "en a list taken for an apposition": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>8 ,/,/PUNCT/punct>3 Tunis/Tunis/PROPN/appos>1 ,/,/PUNCT/punct>5 "
            "Oslo/Oslo/PROPN/conj>1 and/and/CCONJ/cc>7 Malta/Malta/PROPN/conj>1 "
            f"protested/protest/VERB/ROOT>0/{FIN}"
        ),
        "protested",
        {"subject": ["Rome", "Tunis", "Oslo", "Malta"]},
    ),
    "fr a list taken for an apposition": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>7 ,/,/PUNCT/punct>3 Tunis/Tunis/PROPN/appos>1 et/et/CCONJ/cc>5 "
            f"Oslo/Oslo/PROPN/conj>1 ont/avoir/AUX/aux:tense>7/{FIN} protesté/protester/VERB/ROOT>0/{PAST}"
        ),
        "protesté",
        {"subject": ["Rome", "Tunis", "Oslo"]},
    ),
    "en an apposition is no list": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>6 ,/,/PUNCT/punct>4 the/the/DET/det>4 capital/capital/NOUN/appos>1 "
            f",/,/PUNCT/punct>4 protested/protest/VERB/ROOT>0/{FIN}"
        ),
        "protested",
        {"subject": ["Rome"]},
    ),
    "en a participle taken for the main verb": (
        "en",
        (
            f"The/the/DET/det>2 men/man/NOUN/nsubj>3 jailed/jail/VERB/ROOT>0/{FIN} in/in/ADP/case>5 "
            f"Rome/Rome/PROPN/obl>3 were/be/AUX/aux:pass>7/{FIN} freed/free/VERB/conj>3/{PAST}"
        ),
        "jailed",
        {"object": ["men"], "in": ["Rome"]},
    ),
    "en two verbs in a row are active": (
        "en",
        (
            f"The/the/DET/det>2 men/man/NOUN/nsubj>3 protested/protest/VERB/ROOT>0/{FIN} and/and/CCONJ/cc>6 "
            f"were/be/AUX/aux:pass>6/{FIN} freed/free/VERB/conj>3/{PAST}"
        ),
        "protested",
        {"subject": ["men"]},
    ),
    "en a second object with a preposition": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 fired/fire/VERB/ROOT>0/{FIN} shells/shell/NOUN/obj>2 at/at/ADP/case>5 "
            "Tunis/Tunis/PROPN/obj>2"
        ),
        "fired",
        {"subject": ["Rome"], "object": ["shells"], "at": ["Tunis"]},
    ),
    "fr a second object with a preposition": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} tiré/tirer/VERB/ROOT>0/{PAST} "
            "des/un/DET/det>5 obus/obus/NOUN/obj>3 sur/sur/ADP/case>7 Tunis/Tunis/PROPN/obj>3"
        ),
        "tiré",
        {"subject": ["Rome"], "object": ["obus"], "sur": ["Tunis"]},
    ),
    "en an agent hung on an adverb": (
        "en",
        (
            f"Tunis/Tunis/PROPN/nsubj:pass>3 was/be/AUX/aux:pass>3/{FIN} criticized/criticize/VERB/ROOT>0/{PAST} "
            "earlier/earlier/ADV/advmod>3 by/by/ADP/case>6 Rome/Rome/PROPN/obl>4"
        ),
        "criticized",
        {"subject": ["Rome"], "object": ["Tunis"]},
    ),
    "fr an agent hung on an adverb": (
        "fr",
        (
            f"Tunis/Tunis/PROPN/nsubj:pass>4 a/avoir/AUX/aux:tense>4/{FIN} été/être/AUX/aux:pass>4 "
            f"critiqué/critiquer/VERB/ROOT>0/{PAST} hier/hier/ADV/advmod>4 par/par/ADP/case>7 "
            "Rome/Rome/PROPN/obl>5"
        ),
        "critiqué",
        {"subject": ["Rome"], "object": ["Tunis"]},
    ),
    "en an agent taken for a subject": (
        "en",
        (
            f"Tunis/Tunis/PROPN/nsubj:pass>3 was/be/AUX/aux:pass>3/{FIN} hit/hit/VERB/ROOT>0/{PAST} "
            f"by/by/ADP/case>5 missiles/missile/NOUN/nsubj>6 believed/believe/VERB/advcl>3/{PAST} "
            f"to/to/PART/mark>8 be/be/VERB/xcomp>6/{INF}"
        ),
        "hit",
        {"subject": ["missiles"], "object": ["Tunis"]},
    ),
    "en a mark is no object": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 wants/want/VERB/ROOT>0/{FIN} to/to/PART/mark>4 re/re/X/xcomp>2/{INF} "
            f"-/-/VERB/obj>2 examine/examine/VERB/xcomp>2/{INF} bases/base/NOUN/obj>6"
        ),
        "examine",
        {"subject": ["Rome"], "object": ["bases"]},
    ),
    "en a place to visit": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>4 is/be/AUX/cop>4/{FIN} a/a/DET/det>4 place/place/NOUN/ROOT>0 "
            f"to/to/PART/mark>6 visit/visit/VERB/acl>4/{INF}"
        ),
        "visit",
        {},
    ),
    "fr un endroit à visiter": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>4 est/être/AUX/cop>4/{FIN} un/un/DET/det>4 endroit/endroit/NOUN/ROOT>0 "
            f"à/à/ADP/mark>6 visiter/visiter/VERB/acl>4/{INF}"
        ),
        "visiter",
        {},
    ),
    "en who is jailed did it": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 jailed/jail/VERB/ROOT>0/{FIN} men/man/NOUN/obj>2 for/for/SCONJ/mark>5 "
            f"helping/help/VERB/advcl>2/{GER} Tunis/Tunis/PROPN/obj>5"
        ),
        "helping",
        {"subject": ["men"], "object": ["Tunis"]},
    ),
    "fr who is jailed did it": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} condamné/condamner/VERB/ROOT>0/{PAST} "
            f"deux/deux/NUM/nummod>5 hommes/homme/NOUN/obj>3 pour/pour/ADP/mark>8 avoir/avoir/AUX/aux:tense>8/{INF} "
            f"aidé/aider/VERB/advcl>3/{PAST} Tunis/Tunis/PROPN/obj>8"
        ),
        "aidé",
        {"subject": ["hommes"], "object": ["Tunis"]},
    ),
    "fr who jails to help helps": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} condamné/condamner/VERB/ROOT>0/{PAST} "
            f"deux/deux/NUM/nummod>5 hommes/homme/NOUN/obj>3 pour/pour/ADP/mark>7 aider/aider/VERB/advcl>3/{INF} "
            "Tunis/Tunis/PROPN/obj>7"
        ),
        "aider",
        {"subject": ["Rome"], "object": ["Tunis"]},
    ),
    "en a noun where a verb should be": (
        "en",
        "Troops/troop/NOUN/nsubj>2 clash/clash/NOUN/ROOT>0 with/with/ADP/case>4 rioters/rioter/NOUN/obl>2",
        "clash",
        {"with": ["rioters"], "subject": ["Troops"]},
    ),
    "en a past tense taken for an adjective": (
        "en",
        (
            f"Rome/Rome/PROPN/compound>3 eased/ease/VERB/amod>3/{PAST} sanctions/sanction/NOUN/ROOT>0 "
            "on/on/ADP/case>5 Tunis/Tunis/PROPN/nmod>3"
        ),
        "eased",
        {"subject": ["Rome"], "object": ["sanctions"]},
    ),
    "en a subject hung on the verb of saying": (
        "en",
        (
            f"Oslo/Oslo/PROPN/nsubj>2 said/say/VERB/ROOT>0/{FIN} Rome/Rome/PROPN/xcomp>2 "
            f"had/have/AUX/aux>6/{FIN} been/be/AUX/aux:pass>6 warned/warn/VERB/ccomp>2/{PAST} "
            "by/by/ADP/case>8 Tunis/Tunis/PROPN/obl:agent>6"
        ),
        "warned",
        {"subject": ["Tunis"], "object": ["Rome"]},
    ),
    "en what somebody faces": (
        "en",
        (
            f"Rome/Rome/PROPN/nsubj>2 faces/face/VERB/ROOT>0/{FIN} threats/threat/NOUN/obj>2 from/from/ADP/case>5 "
            "Tunis/Tunis/PROPN/nmod>3"
        ),
        "threats",
        {"subject": ["Tunis"], "from": ["Tunis"], "object": ["Rome"]},
    ),
    "fr what somebody bears": (
        "fr",
        (
            f"Rome/Rome/PROPN/nsubj>3 a/avoir/AUX/aux:tense>3/{FIN} reçu/recevoir/VERB/ROOT>0/{PAST} "
            "le/le/DET/det>5 soutien/soutien/NOUN/obj>3 de/de/ADP/case>7 Tunis/Tunis/PROPN/nmod>5"
        ),
        "soutien",
        {"subject": ["Tunis"], "object": ["Rome"]},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_misparses(case: tuple[str, str, str, dict[str, list[str]]]) -> None:
    language, cells, head, wanted = case
    doc = tree(language, cells)
    for place in ("Rome", "Tunis"):
        if any(token.text == place for token in doc):
            name(doc, place)
    assert slots(doc, predicates(doc)[head]) == wanted
