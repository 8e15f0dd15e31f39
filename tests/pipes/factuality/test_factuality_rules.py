"""Each construction on a tree built by hand, so that no parser is tested with it."""

from __future__ import annotations

import pytest
from factuality_trees import build
from spacy.tokens import Doc

from reportedly.pipes.draft import Predicate, Verdict, draft_of
from reportedly.pipes.factuality import judge

IND = "Mood=Ind|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
IMP = "Mood=Ind|Tense=Imp|VerbForm=Fin"
FUT = "Mood=Ind|Tense=Fut|VerbForm=Fin"
CND = "Mood=Cnd|Tense=Pres|VerbForm=Fin"
INF = "VerbForm=Inf"
PP = "Tense=Past|VerbForm=Part"
ING = "Tense=Pres|VerbForm=Part"


def verdict(doc: Doc, word: str) -> Verdict:
    """The verdict on the first token with that form."""
    token = next(t for t in doc if t.text == word)
    predicate = Predicate(token.i, (token.i, token.i + 1), token.lemma_, token.pos_)
    return judge(doc, draft_of(doc), predicate)


FRENCH = {
    "hearsay conditional": (
        f"""Rome Rome PROPN 3 nsubj
            aurait avoir AUX 3 aux:tense {CND}
            signé signer VERB 0 root {PP}""",
        "signé",
        "probable positive past happened",
        "aurait",
    ),
    "reported future": (
        f"""Rome Rome PROPN 3 nsubj
            a avoir AUX 3 aux:tense {IND}
            dit dire VERB 0 root {PP}
            qu' que SCONJ 6 mark
            elle lui PRON 6 nsubj
            signerait signer VERB 3 ccomp {CND}""",
        "signerait",
        "certain positive future expected",
        "signerait",
    ),
    "modal": (
        f"""Rome Rome PROPN 2 nsubj
            pourrait pouvoir VERB 0 root {CND}
            signer signer VERB 2 xcomp {INF}""",
        "signer",
        "possible positive future possible",
        "pourrait",
    ),
    "duty": (
        f"""Rome Rome PROPN 2 nsubj
            doit devoir VERB 0 root {IND}
            signer signer VERB 2 xcomp {INF}""",
        "signer",
        "unknown positive future unknown",
        "doit",
    ),
    "appointment": (
        f"""Rome Rome PROPN 2 nsubj
            doit devoir VERB 0 root {IND}
            signer signer VERB 2 xcomp {INF}
            lundi lundi NOUN 3 obl:mod""",
        "signer",
        "probable positive future expected",
        "doit",
    ),
    "near future": (
        f"""Rome Rome PROPN 2 nsubj
            va aller VERB 0 root {IND}
            signer signer VERB 2 xcomp {INF}""",
        "signer",
        "certain positive future expected",
        "va",
    ),
    "negation": (
        f"""Rome Rome PROPN 5 nsubj
            n' ne ADV 5 advmod
            a avoir AUX 5 aux:tense {IND}
            pas pas ADV 5 advmod
            signé signer VERB 0 root {PP}""",
        "signé",
        "certain negative past did_not_happen",
        "pas",
    ),
    "expletive ne": (
        f"""Rome Rome PROPN 2 nsubj
            craint craindre VERB 0 root {IND}
            que que SCONJ 6 mark
            Kiev Kiev PROPN 6 nsubj
            ne ne ADV 6 advmod
            signe signer VERB 2 ccomp Mood=Sub|Tense=Pres|VerbForm=Fin""",
        "signe",
        "possible positive future possible",
        "craint",
    ),
    "two negations": (
        f"""Rome Rome PROPN 5 nsubj
            n' ne ADV 5 advmod
            a avoir AUX 5 aux:tense {IND}
            pas pas ADV 5 advmod
            manqué manquer VERB 0 root {PP}
            de de ADP 7 mark
            signer signer VERB 5 xcomp {INF}""",
        "signer",
        "certain positive past happened",
        "manqué",
    ),
    "refusal": (
        f"""Rome Rome PROPN 2 nsubj
            refuse refuser VERB 0 root {IND}
            de de ADP 4 mark
            signer signer VERB 2 xcomp {INF}""",
        "signer",
        "certain negative present did_not_happen",
        "refuse",
    ),
    "denial": (
        f"""Rome Rome PROPN 2 nsubj
            nie nier VERB 0 root {IND}
            avoir avoir AUX 4 aux:tense {INF}
            signé signer VERB 2 xcomp {PP}""",
        "signé",
        "certain negative past denied",
        "nie",
    ),
    "open condition": (
        f"""Si si SCONJ 3 mark
            Rome Rome PROPN 3 nsubj
            signe signer VERB 5 advcl {IND}
            Kiev Kiev PROPN 5 nsubj
            partira partir VERB 0 root {FUT}""",
        "partira",
        "possible positive future conditional",
        "Si",
    ),
    "counterfactual": (
        f"""Si si SCONJ 4 mark
            Rome Rome PROPN 4 nsubj
            avait avoir AUX 4 aux:tense {IMP}
            signé signer VERB 7 advcl {PP}
            Kiev Kiev PROPN 7 nsubj
            serait être AUX 7 aux:tense {CND}
            parti partir VERB 0 root {PP}""",
        "signé",
        "certain negative past did_not_happen",
        "Si",
    ),
    "indirect question": (
        f"""Rome Rome PROPN 2 nsubj
            ignore ignorer VERB 0 root {IND}
            si si SCONJ 6 mark
            Kiev Kiev PROPN 6 nsubj
            a avoir AUX 6 aux:tense {IND}
            signé signer VERB 2 ccomp {PP}""",
        "signé",
        "unknown positive past unknown",
        "si",
    ),
    "phrase": (
        f"""Rome Rome PROPN 5 nsubj
            est être AUX 5 cop {IND}
            sur sur ADP 5 case
            le le DET 5 det
            point point NOUN 0 root
            de de ADP 7 mark
            signer signer VERB 5 acl {INF}""",
        "signer",
        "probable positive future expected",
        "sur",
    ),
    "plan": (
        f"""Rome Rome PROPN 2 nsubj
            prévoit prévoir VERB 0 root {IND}
            de de ADP 4 mark
            signer signer VERB 2 xcomp {INF}""",
        "signer",
        "probable positive future planned",
        "prévoit",
    ),
    "no plan": (
        f"""Rome Rome PROPN 3 nsubj
            n' ne ADV 3 advmod
            envisage envisager VERB 0 root {IND}
            pas pas ADV 3 advmod
            de de ADP 6 mark
            signer signer VERB 3 xcomp {INF}""",
        "signer",
        "certain negative future did_not_happen",
        "pas",
    ),
    "foreign hedge": (
        f"""Rome Rome PROPN 4 nsubj
            a avoir AUX 4 aux:tense {IND}
            reportedly reportedly ADV 4 advmod
            signé signer VERB 0 root {PP}""",
        "signé",
        "probable positive past happened",
        "reportedly",
    ),
    "noun with an adjective": (
        f"""Le le DET 2 det
            retrait retrait NOUN 4 nsubj
            éventuel éventuel ADJ 2 amod
            inquiète inquiéter VERB 0 root {IND}""",
        "retrait",
        "possible positive future possible",
        "éventuel",
    ),
    "object control hung on the object": (
        f"""Rome Rome PROPN 3 nsubj
            a avoir AUX 3 aux:tense {IND}
            forcé forcer VERB 0 root {PP}
            Kiev Kiev PROPN 3 obj
            à à ADP 6 mark
            signer signer VERB 4 acl {INF}""",
        "signer",
        "certain positive past happened",
        "",
    ),
    "conditional that the tagger missed": (
        """Rome Rome PROPN 2 nsubj
           livrerait livrer VERB 0 root Mood=Ind|Tense=Imp|VerbForm=Fin
           des un DET 4 det
           armes arme NOUN 2 obj""",
        "livrerait",
        "probable positive present ongoing",
        "livrerait",
    ),
}

ENGLISH = {
    "hedge": (
        f"""Rome Rome PROPN 4 nsubj
            has have AUX 4 aux {IND}
            reportedly reportedly ADV 4 advmod
            signed sign VERB 0 root {PP}""",
        "signed",
        "probable positive past happened",
        "reportedly",
    ),
    "reported future": (
        f"""Rome Rome PROPN 2 nsubj
            said say VERB 0 root {PAST}
            it it PRON 5 nsubj
            would would AUX 5 aux
            sign sign VERB 2 ccomp {INF}""",
        "sign",
        "certain positive future expected",
        "would",
    ),
    "modal": (
        f"""Rome Rome PROPN 3 nsubj
            could could AUX 3 aux
            sign sign VERB 0 root {INF}""",
        "sign",
        "possible positive future possible",
        "could",
    ),
    "modal perfect": (
        f"""Rome Rome PROPN 4 nsubj
            may may AUX 4 aux
            have have AUX 4 aux {INF}
            signed sign VERB 0 root {PP}""",
        "signed",
        "possible positive past possible",
        "may",
    ),
    "inference": (
        f"""Rome Rome PROPN 4 nsubj
            must must AUX 4 aux
            have have AUX 4 aux {INF}
            signed sign VERB 0 root {PP}""",
        "signed",
        "probable positive past happened",
        "must",
    ),
    "duty": (
        f"""Rome Rome PROPN 3 nsubj
            must must AUX 3 aux
            sign sign VERB 0 root {INF}""",
        "sign",
        "unknown positive future unknown",
        "must",
    ),
    "negation": (
        f"""Rome Rome PROPN 4 nsubj
            did do AUX 4 aux {PAST}
            not not PART 4 advmod
            sign sign VERB 0 root {INF}""",
        "sign",
        "certain negative past did_not_happen",
        "not",
    ),
    "not only": (
        f"""Rome Rome PROPN 4 nsubj
            not not PART 3 advmod
            only only ADV 4 advmod
            signed sign VERB 0 root {PAST}""",
        "signed",
        "certain positive past happened",
        "",
    ),
    "two negations": (
        f"""Rome Rome PROPN 4 nsubj
            did do AUX 4 aux {PAST}
            not not PART 4 advmod
            fail fail VERB 0 root {INF}
            to to PART 6 mark
            sign sign VERB 4 xcomp {INF}""",
        "sign",
        "certain positive past happened",
        "fail",
    ),
    "denial of a claim": (
        f"""Rome Rome PROPN 2 nsubj
            rejects reject VERB 0 root {IND}
            claims claim NOUN 2 obj
            that that SCONJ 6 mark
            it it PRON 6 nsubj
            signed sign VERB 3 acl {PAST}""",
        "signed",
        "certain negative past denied",
        "rejects",
    ),
    "neither": (
        f"""Rome Rome PROPN 4 nsubj
            has have AUX 4 aux {IND}
            not not PART 4 advmod
            confirmed confirm VERB 0 root {PP}
            that that SCONJ 7 mark
            it it PRON 7 nsubj
            signed sign VERB 4 ccomp {PAST}""",
        "signed",
        "unknown positive past unknown",
        "confirmed",
    ),
    "factive under negation": (
        f"""Rome Rome PROPN 4 nsubj
            did do AUX 4 aux {PAST}
            not not PART 4 advmod
            regret regret VERB 0 root {INF}
            that that SCONJ 7 mark
            it it PRON 7 nsubj
            signed sign VERB 4 ccomp {PAST}""",
        "signed",
        "certain positive past happened",
        "regret",
    ),
    "exception": (
        f"""Unless unless SCONJ 3 mark
            Rome Rome PROPN 3 nsubj
            signs sign VERB 6 advcl {IND}
            Kiev Kiev PROPN 6 nsubj
            will will AUX 6 aux
            leave leave VERB 0 root {INF}""",
        "leave",
        "possible positive future conditional",
        "Unless",
    ),
    "inversion": (
        f"""Should should AUX 3 aux
            Rome Rome PROPN 3 nsubj
            sign sign VERB 7 advcl {INF}
            , , PUNCT 7 punct
            Kiev Kiev PROPN 7 nsubj
            would would AUX 7 aux
            leave leave VERB 0 root {INF}""",
        "sign",
        "possible positive future conditional",
        "Should",
    ),
    "counterfactual": (
        f"""Had have AUX 3 aux {PAST}
            Rome Rome PROPN 3 nsubj
            signed sign VERB 8 advcl {PP}
            , , PUNCT 8 punct
            Kiev Kiev PROPN 8 nsubj
            would would AUX 8 aux
            have have AUX 8 aux {INF}
            left leave VERB 0 root {PP}""",
        "left",
        "certain negative past did_not_happen",
        "would",
    ),
    "question": (
        f"""Has have AUX 3 aux {IND}
            Rome Rome PROPN 3 nsubj
            signed sign VERB 0 root {PP}
            ? ? PUNCT 3 punct""",
        "signed",
        "unknown positive past unknown",
        "?",
    ),
    "phrase on the root": (
        f"""Rome Rome PROPN 5 nsubj
            is be AUX 5 cop {IND}
            about about ADV 5 advmod
            to to PART 5 mark
            sign sign VERB 0 root {INF}""",
        "sign",
        "probable positive future expected",
        "about",
    ),
    "passive report": (
        f"""Rome Rome PROPN 3 nsubj:pass
            is be AUX 3 aux:pass {IND}
            said say VERB 0 root {PP}
            to to PART 6 mark
            have have AUX 6 aux {INF}
            signed sign VERB 3 xcomp {PP}""",
        "signed",
        "probable positive past happened",
        "said",
    ),
    "attempt": (
        f"""Rome Rome PROPN 2 nsubj
            tried try VERB 0 root {PAST}
            to to PART 4 mark
            sign sign VERB 2 xcomp {INF}""",
        "sign",
        "unknown positive past unknown",
        "tried",
    ),
    "verb that has no object": (
        f"""Rome Rome PROPN 2 nsubj
            had have VERB 0 root {PAST}
            no no DET 4 det
            reason reason NOUN 2 obj""",
        "had",
        "certain positive past happened",
        "",
    ),
    "subject with no": (
        f"""No no DET 2 det
            bomb bomb NOUN 4 nsubj:pass
            was be AUX 4 aux:pass {PAST}
            found find VERB 0 root {PP}""",
        "found",
        "certain negative past did_not_happen",
        "No",
    ),
}

CASES = [
    pytest.param(language, *case, id=f"{language} {name}")
    for language, cases in (("fr", FRENCH), ("en", ENGLISH))
    for name, case in cases.items()
]


@pytest.mark.parametrize(("language", "rows", "word", "expected", "cue"), CASES)
def test_construction(language: str, rows: str, word: str, expected: str, cue: str) -> None:
    doc = build(language, rows)
    found = verdict(doc, word)
    assert f"{found.certainty} {found.polarity} {found.tense} {found.status}" == expected
    texts = [doc[each.start : each.end].text for each in found.cues]
    if cue:
        assert any(cue in text.split() for text in texts), texts
    elif found.certainty == "certain" and found.polarity == "positive" and found.tense != "future":
        assert texts == []


@pytest.mark.parametrize(("language", "rows", "word", "expected", "cue"), CASES)
def test_value_keeps_to_certainty_and_polarity(
    language: str, rows: str, word: str, expected: str, cue: str
) -> None:
    found = verdict(build(language, rows), word)
    least, most = {"certain": (0, 3), "probable": (0.5, 2.5), "possible": (0.5, 2), "unknown": (0, 1.5)}[
        found.certainty
    ]
    sign = 1 if found.polarity == "positive" else -1
    assert least <= sign * found.value <= most


def test_source_and_article_are_kept_apart() -> None:
    """Saying is certain, though what is said is denied."""
    doc = build("fr", FRENCH["denial"][0])
    assert verdict(doc, "nie").status == "ongoing"
    assert verdict(doc, "signé").status == "denied"
