"""Words that tell of speech by themselves, and the other uses of such words, in both languages."""

from __future__ import annotations

import pytest

from reportedly.pipes.attribution import chain_of
from reportedly.pipes.draft import draft_of
from tests.pipes.attribution.said import read, said


@pytest.mark.parametrize(
    ("language", "text", "cue", "source", "content"),
    [
        ("fr", "Cette hypothèse a surpris les voisins.", "hypothèse", None, ("Cette hypothèse",)),
        ("fr", "Les propos tenus par le maire ont choqué.", "propos", "le maire", None),
        ("fr", "Les doutes que le préfet a émis sont connus.", "doutes", "le préfet", None),
        ("fr", "Le rapport compte cent pages.", "rapport", "Le rapport", ()),
        ("fr", "Une voisine témoigne devant le juge.", "témoigne", "Une voisine", ()),
        ("fr", "Les pompiers ont alerté la police.", "ont alerté", "Les pompiers", ()),
        ("fr", "Le maire a dû en informer la police.", "en informer", "Le maire", ("en",)),
        ("fr", "Il a été observé une baisse des prix.", "a été observé", None, ("une baisse des prix",)),
        (
            "fr",
            "Le juge acquiert vite la conviction que le notaire a menti.",
            "conviction",
            None,
            ("le notaire a menti",),
        ),
        ("en", "She testified in court on Monday.", "testified", "She", ()),
    ],
)
def test_told_by_itself(
    language: str, text: str, cue: str, source: str | None, content: tuple[str, ...] | None
) -> None:
    found = {each.cue: each for each in said(language, text)}
    assert cue in found, found
    assert found[cue].source == source
    assert content is None or found[cue].content == content


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le secteur connaît un essor rapide."),
        ("fr", "La patiente a été admise dans la nuit."),
        ("fr", "La réforme répond aux besoins du pays."),
        ("fr", "L'entreprise a conçu un moteur."),
        ("fr", "Le chiffre est stable par rapport à 2020."),
        ("fr", "La ville a fait preuve de patience."),
        ("fr", "Des gestes répétés usent l'épaule."),
        ("fr", "Elle a montré son passeport."),
        ("en", "The hospital admitted the patients overnight."),
        ("en", "She showed her passport."),
        ("en", "Repeated gestures wear the shoulder out."),
    ],
)
def test_other_uses(language: str, text: str) -> None:
    assert said(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon un rapport, le barrage fuit."),
        ("fr", "Le ministère a dit dans un communiqué que le barrage fuit."),
        ("fr", "Le rapport indique que le barrage fuit."),
        ("en", "According to a report, the dam leaks."),
        ("en", "The ministry said in a statement that the dam leaks."),
        ("en", "The report says that the dam leaks."),
    ],
)
def test_a_document_that_speaks_is_one_attribution(language: str, text: str) -> None:
    assert len(said(language, text)) == 1


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Les combats ont repris, a-t-on appris auprès de l'armée.", "l'armée"),
        (
            "fr",
            "Le projet avance bien, reconnaît-on dans l'entourage du ministre.",
            "l'entourage du ministre",
        ),
        ("fr", "La trêve a été violée, indique-t-on de source militaire.", "source militaire"),
        ("fr", "Comme l'a dit Ola Berg, la ministre, le barrage tiendra.", "Ola Berg, la ministre"),
        ("fr", "« Nous tiendrons », a déclaré à la BBC Ola Berg.", "Ola Berg"),
        ("fr", "« Nous tiendrons jusqu'au bout. » – Ola Berg, ministre", "Ola Berg, ministre"),
        ("fr", "Ola Berg sur X : « Nous tiendrons jusqu'au bout. »", "Ola Berg"),
        ("fr", "Il est dit que le roi est mort.", None),
        ("en", "As Ola Berg, the minister, said, the dam will hold.", "Ola Berg, the minister"),
        ("en", "According to court documents, the suspect fled.", "court documents"),
        ("en", '"We will hold to the end." – Ola Berg, minister', "Ola Berg, minister"),
        ("en", 'Ola Berg on X: "We will hold to the end."', "Ola Berg"),
        ("en", "It is said that the king is dead.", None),
    ],
)
def test_who_is_behind_it(language: str, text: str, source: str | None) -> None:
    assert [each.source for each in said(language, text)] == [source]


@pytest.mark.parametrize(
    ("language", "text", "inner", "outer"),
    [
        (
            "fr",
            "L'armée a livré des chars, selon l'agence Tass, citée par Reuters.",
            "l'agence Tass",
            "Reuters",
        ),
        ("fr", "Le pont fermera, selon un projet de loi vu par l'AFP.", "un projet de loi", "l'AFP"),
        ("fr", "Aux termes d'un accord consulté par Reuters, le pont fermera.", "un accord", "Reuters"),
        (
            "en",
            "The army sent tanks, according to the Tass agency, cited by Reuters.",
            "the Tass agency",
            "Reuters",
        ),
        ("en", "The bridge will close, according to a draft bill seen by AFP.", "a draft bill", "AFP"),
        (
            "en",
            "Under a draft agreement seen by Reuters, the bridge will close.",
            "a draft agreement",
            "Reuters",
        ),
    ],
)
def test_what_is_passed_on(language: str, text: str, inner: str, outer: str) -> None:
    first, second = sorted(said(language, text), key=lambda each: each.within is None)
    assert (first.source, second.source) == (inner, outer)
    assert first.content == second.content


@pytest.mark.parametrize(
    ("language", "text", "addressee", "content"),
    [
        ("fr", "Une source proche du dossier a confirmé la vente à l'AFP.", "l'AFP", ("la vente",)),
        ("fr", "Deux responsables ont parlé à Reuters.", "Reuters", ()),
        ("en", "A source close to the matter confirmed the sale to AFP.", "AFP", ("the sale",)),
        ("en", "Two officials spoke to Reuters.", "Reuters", ()),
    ],
)
def test_outlets_are_told(language: str, text: str, addressee: str, content: tuple[str, ...]) -> None:
    assert [(each.addressee, each.content) for each in said(language, text)] == [(addressee, content)]


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("fr", "Le patron a déclaré au juge avoir payé les factures.", "avoir payé les factures"),
        (
            "fr",
            "Le groupe dit vouloir vendre l'usine, et s'est séparé de son patron.",
            "vouloir vendre l'usine",
        ),
        ("fr", "Les dégâts que le maire a signalés sont réels.", "Les dégâts"),
        ("fr", "Le maire a rejeté l'idée selon laquelle le pont fermera.", "le pont fermera"),
        (
            "fr",
            "Nous ne savons pas à quel prix le terrain a été vendu.",
            "à quel prix le terrain a été vendu",
        ),
        ("fr", "Le pont (fermé, selon la police) rouvrira.", "fermé"),
        ("en", "The bridge (closed, according to police) will reopen.", "closed"),
    ],
)
def test_content_ends_where_it_should(language: str, text: str, content: str) -> None:
    assert content in [piece for each in said(language, text) for piece in each.content]


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("fr", "Nous sommes d'avis que le pont fuit.", "sommes d'avis"),
        ("fr", "Il a l'impression que le pont fuit.", "a l'impression"),
        ("fr", "Il était au courant de la vente.", "était au courant de"),
        ("fr", "Elle le signale au conseil, à l'instar du maire, que le pont fuit.", "le signale"),
        ("en", "She told the council, like the mayor, that the bridge leaks.", "told"),
    ],
)
def test_cues_of_several_words(language: str, text: str, cue: str) -> None:
    assert [each.cue for each in said(language, text)] == [cue]


@pytest.mark.parametrize(
    ("language", "text", "count", "role"),
    [
        ("fr", "Une dizaine de témoins ont dit que le pont était miné.", 10, "group"),
        ("en", "Ten witnesses said that the bridge was mined.", 10, "group"),
    ],
)
def test_how_many(language: str, text: str, count: int, role: str) -> None:
    source = draft_of(read(language, text)).attributions[0].source
    assert source is not None
    assert (source.count, source.role) == (count, role)


def test_a_cue_is_nobodys_word_for_itself() -> None:
    doc = read("fr", "Son opinion a surpris les voisins.")
    draft = draft_of(doc)
    assert [each.cue is not None for each in draft.attributions] == [True]
    assert chain_of(draft, 1) == []
