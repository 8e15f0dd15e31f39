"""Words that tell of speech by themselves, and the other uses of such words, in both languages."""

from __future__ import annotations

import pytest

from tests.pipes.attribution.said import said


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
