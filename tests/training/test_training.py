# ruff: noqa: S311  the seeds choose variations, not secrets
"""Reading and merging treebanks, varying sentences, lemma tables, and the bundled pipelines themselves."""

import json
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random as Rng

import pytest
import spacy
from spacy.language import Language

from reportedly.language.embedding import set_lexicon
from training import augment, harmonise, lemmas, lexicon, reporting
from training.__main__ import make
from training.convert import example, gold_doc, grouped
from training.settings import FRENCH
from training.treebanks import Sentence, parse

ROOT = Path(__file__).parents[2]
PIPELINES = ROOT / "src" / "reportedly" / "language" / "pipelines"
LIMIT = 20_000_000

MINISTER = """\
# text = Le chef du port parle aux marins.
1\tLe\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing|PronType=Art\t2\tdet\t_\t_
2\tchef\tchef\tNOUN\t_\tGender=Masc|Number=Sing\t6\tnsubj\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing|PronType=Art\t5\tdet\t_\t_
5\tport\tport\tNOUN\t_\tGender=Masc|Number=Sing\t2\tnmod\t_\t_
6\tparle\tparler\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
7-8\taux\t_\t_\t_\t_\t_\t_\t_\t_
7\tà\tà\tADP\t_\t_\t9\tcase\t_\t_
8\tles\tle\tDET\t_\tDefinite=Def|Number=Plur|PronType=Art\t9\tdet\t_\t_
9\tmarins\tmarin\tNOUN\t_\tGender=Masc|Number=Plur\t6\tobl:arg\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_"""

PORT = """\
# text = Le port duquel il part vend des bateaux.
1\tLe\tle\tDET\t_\t_\t2\tdet\t_\t_
2\tport\tport\tNOUN\t_\t_\t7\tnsubj\t_\t_
3-4\tduquel\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
4\tlequel\tlequel\tPRON\t_\tGender=Masc|Number=Sing|PronType=Rel\t6\tobl:mod\t_\t_
5\til\til\tPRON\t_\t_\t6\tnsubj\t_\t_
6\tpart\tpartir\tVERB\t_\tVerbForm=Fin\t2\tacl:relcl\t_\t_
7\tvend\tvendre\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_
8\tdes\tun\tDET\t_\tDefinite=Ind|Number=Plur|PronType=Art\t9\tdet\t_\t_
9\tbateaux\tbateau\tNOUN\t_\t_\t7\tobj\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t_\t_\t7\tpunct\t_\t_"""

GULLS = """\
# newdoc id = gulls
# text = "Gulls don't swim," she said.
1\t"\t"\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
2\tGulls\tgull\tNOUN\t_\tNumber=Plur\t5\tnsubj\t_\t_
3-4\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdo\tdo\tAUX\t_\tVerbForm=Fin\t5\taux\t_\t_
4\tn't\tnot\tPART\t_\tPolarity=Neg\t5\tadvmod\t_\t_
5\tswim\tswim\tVERB\t_\tVerbForm=Inf\t9\tccomp\t_\tSpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
7\t"\t"\tPUNCT\t_\t_\t5\tpunct\t_\t_
8\tshe\tshe\tPRON\t_\tCase=Nom|Number=Sing\t9\tnsubj\t_\t_
9\tsaid\tsay\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t_\t_\t9\tpunct\t_\t_"""


def french(block: str = MINISTER) -> Sentence:
    return parse(block.splitlines(), merge=True, source="own")


def english() -> Sentence:
    return parse(GULLS.splitlines(), source="own")


def test_fused_words_become_the_preposition_with_the_article_s_features() -> None:
    words = french().words
    assert [w.form for w in words] == ["Le", "chef", "du", "port", "parle", "aux", "marins", "."]
    du, aux = words[2], words[5]
    assert (du.pos, du.lemma, du.dep, words[du.head].form) == ("ADP", "de", "case", "port")
    assert du.feats == {"Definite": "Def", "Gender": "Masc", "Number": "Sing", "PronType": "Art"}
    assert (aux.lemma, aux.feats["Number"], words[aux.head].form) == ("à", "Plur", "marins")


def test_a_fused_relative_is_the_pronoun_and_a_plain_des_stays_an_article() -> None:
    words = french(PORT).words
    duquel, des = words[2], words[6]
    assert (duquel.form, duquel.pos, duquel.dep, words[duquel.head].form) == (
        "duquel",
        "PRON",
        "obl:mod",
        "part",
    )
    assert (des.pos, des.dep, words[des.head].form) == ("DET", "det", "bateaux")


def test_contractions_stay_split_and_the_text_is_unchanged() -> None:
    sentence = english()
    assert sentence.text == '"Gulls don\'t swim," she said.'
    assert sentence.opens
    assert [w.form for w in sentence.words][2:4] == ["do", "n't"]


def test_examples_align_with_spacy_s_own_tokens_and_given_sentence_starts() -> None:
    nlp = spacy.blank("fr")
    both = example(nlp, [french(), french(PORT)], starts=True)
    assert [t.text for t in both.predicted if t.is_sent_start] == ["Le", "Le"]
    assert both.get_aligned("POS", as_string=True)[2] == "ADP"
    assert all(t.is_sent_start is None for t in example(nlp, [french()], starts=False).predicted[1:])


def test_groups_end_where_a_document_begins() -> None:
    assert [len(g) for g in grouped([french(), french(), english(), french()], 5)] == [2, 2]


@pytest.mark.parametrize("sentence", [french(), french(PORT), english()])
@pytest.mark.parametrize(
    "change",
    [
        *(augment.lower, augment.upper, augment.title, augment.headline),
        *(augment.unaccented, augment.apostrophes, augment.quotes, augment.hedge),
    ],
)
def test_every_variation_leaves_a_tree_over_its_own_text(change, sentence) -> None:
    for seed in range(8):
        varied = change(sentence, "fr", Rng(seed))
        assert tree_is_sound(varied)


def tree_is_sound(sentence: Sentence) -> bool:
    doc = gold_doc(spacy.blank("fr").vocab, [sentence])
    roots = [t for t in doc if t.head is t or t.dep_ == "ROOT"]
    return doc.text.strip() == sentence.text and len(roots) == 1 and len(list(doc.sents)) == 1


def test_a_hedge_hangs_on_the_verb_and_moves_no_other_head() -> None:
    before = french()
    after = augment.hedge(before, "fr", Rng(1))
    added = [w for w in after.words if w.form in augment.HEDGES]
    assert len(after.words) == len(before.words) + 1
    assert [(w.pos, w.dep, after.words[w.head].form) for w in added] == [("ADV", "advmod", "parle")]
    kept = [(w.form, after.words[w.head].form) for w in after.words if w not in added]
    assert kept == [(w.form, before.words[w.head].form) for w in before.words]


def test_a_reporting_clause_puts_its_subject_behind_the_verb() -> None:
    donors = reporting.subjects([french()])
    assert [[w.form for w in phrase] for phrase in donors] == [["le", "chef", "du", "port"]]
    told = reporting.report(french(), donors, Rng(3))
    verb = next(w for w in told.words if w.dep == "parataxis:insert")
    chef = [w for w in told.words if w.form == "chef"][-1]
    assert told.words[chef.head] is verb
    assert told.words[verb.head].form == "parle"
    assert tree_is_sound(told)


def test_a_bare_oblique_of_pud_gets_the_label_of_the_same_verb_elsewhere() -> None:
    bare = parse(MINISTER.replace("obl:arg", "obl").splitlines(), merge=True, source="pud")
    sets = {"sequoia-train": [french(), french()], "pud": [bare]}
    assert harmonise.french(sets)["pud"][0].words[6].dep == "obl:arg"


def test_lemma_tables_know_seen_words_and_guess_the_endings_of_others() -> None:
    dictionary = {
        "NOUN": {f"{w}s": w for w in ("quai", "mât", "phare", "canot")},
        "VERB": {"vendit": "vendre"},
    }
    words, rules = lemmas.tables([french(), french(PORT)], {}, dictionary)
    assert words["NOUN"]["bateaux"] == "bateau"
    assert words["VERB"]["vendit"] == "vendre"
    assert lemmas.guess("barques", rules["NOUN"]) == "barque"


@cache
def bundled(language: str) -> Language:
    return spacy.load(PIPELINES / f"{language}_reportedly")


@pytest.fixture(scope="module", params=["fr", "en"])
def folder(request) -> Path:
    return PIPELINES / f"{request.param}_reportedly"


def test_the_bundled_pipeline_is_small_and_has_its_card(folder: Path) -> None:
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    assert size <= LIMIT
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card
    assert "LAS" in card
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"].startswith("CC BY-SA")
    assert meta["performance"]


def test_the_bundled_pipeline_has_the_agreed_components(folder: Path) -> None:
    nlp = bundled(folder.name[:2])
    assert nlp.pipe_names == ["tok2vec", "morphologizer", "parser", "lemmatizer"]


HEADS = {
    "fr": (
        "Des soldats sont reportedly en train de quitter le port.",
        {"soldats": ("nsubj", "train"), "reportedly": ("advmod", "train"), "port": ("obj", "quitter")},
    ),
    "en": (
        "The mayor was arrested by two officers near the harbour.",
        {
            "mayor": ("nsubj:pass", "arrested"),
            "officers": ("obl:agent", "arrested"),
            "two": ("nummod", "officers"),
        },
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_bundled_pipeline_parses_a_sentence(language: str) -> None:
    nlp = bundled(language)
    text, expected = HEADS[language]
    found = {t.text: (t.dep_, t.head.text) for t in nlp(text)}
    assert {word: found[word] for word in expected} == expected


def test_the_parser_keeps_sentence_starts_that_are_set_before_it() -> None:
    nlp = bundled("fr")
    doc = nlp.make_doc("Le maire a parlé. Le port est fermé, dit-on")
    for token in doc:
        token.is_sent_start = token.i in (0, 2)
    assert [sentence.start for sentence in nlp(doc).sents] == [0, 2]


def test_french_lemmas_and_fused_words() -> None:
    doc = bundled("fr")("Des journaux du soir publiaient les photos des navires coulés.")
    lemmas_found = [t.lemma_ for t in doc if t.pos_ in ("NOUN", "VERB")]
    assert lemmas_found[:4] == ["journal", "soir", "publier", "photo"]
    assert [t.pos_ for t in doc if t.lower_ in ("du", "des")] == ["DET", "ADP", "ADP"]


def test_an_empty_text_among_others_is_no_trouble() -> None:
    assert [len(doc) for doc in bundled("en").pipe(["", "It rained.", ""])] == [0, 3, 0]


def test_a_saved_lexicon_comes_back() -> None:
    nlp = spacy.load(PIPELINES / "en_reportedly")  # not the shared one: its lexicon is replaced
    model = nlp.get_pipe("tok2vec").model
    before = model.predict([nlp.make_doc("harbour")])[0]
    set_lexicon(model, {"harbour": [0, 0, 0]})
    after = model.predict([nlp.make_doc("harbour")])[0]
    assert not (before == after).all()
    reread = nlp.from_bytes(nlp.to_bytes())
    assert (reread.get_pipe("tok2vec").model.predict([nlp.make_doc("harbour")])[0] == after).all()


def test_the_command_says_where_treebanks_are_found(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "training", "--treebanks", str(tmp_path / "none")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "training/README.md" in run.stderr


def test_a_quick_run_writes_a_loadable_pipeline(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(lexicon, "dictionary", lambda _: {"NOUN": {"quais": "quai"}})
    monkeypatch.setattr(lexicon, "features", lambda _: {"quais": [1, 2]})
    folder = tmp_path / "treebanks" / "fr"
    folder.mkdir(parents=True)
    for name in (*FRENCH.train, FRENCH.dev, *FRENCH.test):
        (folder / f"{name}.conllu").write_text("\n\n".join([MINISTER, PORT] * 6), encoding="utf-8")
    make("fr", tmp_path / "treebanks", tmp_path / "out", quick=True, start=None)
    nlp = spacy.load(tmp_path / "out" / "fr_reportedly")
    assert [t.lemma_ for t in nlp("Le chef vend des bateaux.")][1] == "chef"
    assert "sequoia-dev" in (tmp_path / "out" / "fr_reportedly" / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_words_follow_each_other_without_gaps() -> None:
    doc = gold_doc(spacy.blank("fr").vocab, [french(), french(PORT)])
    assert all(b.idx == a.idx + len(a.text_with_ws) for a, b in pairwise(doc))
