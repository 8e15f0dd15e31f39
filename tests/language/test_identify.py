"""Which language an article and its paragraphs are in."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.identify import glance, identify

FRENCH = (
    "Le ministre de l'Intérieur a annoncé mardi que les deux pays allaient rouvrir leur frontière, "
    "fermée depuis l'automne. Selon lui, les camions pourront passer dès la fin de la semaine."
)
ENGLISH = (
    "The interior minister said on Tuesday that both countries would reopen the border, which has been "
    "closed since autumn. He said that trucks would be able to cross by the end of the week."
)
OTHERS = {
    "ar": "أعلن وزير الداخلية يوم الثلاثاء أن البلدين سيعيدان فتح الحدود المغلقة "
    "منذ الخريف الماضي بعد محادثات طويلة",
    "de": "Der Innenminister teilte am Dienstag mit, dass beide Länder die seit "
    "Herbst geschlossene Grenze wieder öffnen.",
    "es": "El ministro del Interior anunció el martes que los dos países van a "
    "reabrir la frontera, cerrada desde el otoño.",
    "it": "Il ministro dell'Interno ha annunciato martedì che i due paesi "
    "riapriranno il confine, chiuso dall'autunno scorso.",
    "nl": "De minister van Binnenlandse Zaken zei dinsdag dat beide landen de "
    "grens, die sinds de herfst dicht is, heropenen.",
    "pt": "O ministro do Interior anunciou na terça-feira que os dois países vão "
    "reabrir a fronteira, fechada desde o outono.",
    "ro": "Ministrul de interne a anunțat marți că cele două țări vor redeschide "
    "granița, închisă din toamna anului trecut.",
    "ru": "Министр внутренних дел заявил во вторник, что обе страны вновь "
    "откроют границу, закрытую с осени прошлого года.",
    "sv": "Inrikesministern sade på tisdagen att båda länderna kommer att öppna "
    "gränsen, som har varit stängd sedan hösten.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en"), *((t, k) for k, t in OTHERS.items())]
)
def test_articles(text: str, language: str) -> None:
    assert identify(text).language == language
    assert identify(text).aside == ()


@pytest.mark.parametrize("text", ["", " \n", "42 %", "🎉🎉", "Biden", "12.05.2024", "!!!", "\x00"])
def test_nothing_to_go_by(text: str) -> None:
    assert identify(text).language is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Explosions entendues à Téhéran", "fr"),
        ("Le pape est mort", "fr"),
        ("Trêve signée entre les deux camps", "fr"),
        ("Blasts heard in Tehran after the strike", "en"),
        ("The pope has died", "en"),
        ("Truce signed by both sides", "en"),
        ("Bundestag beschließt neues Gesetz", "de"),
    ],
)
def test_headlines_alone(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("fr", "Biden", "fr"),
        ("fr-FR", "Putin in Beijing", "fr"),
        ("EN_us", "Poutine à Pékin", "en"),
        ("de", "42", "de"),
        ("en", FRENCH * 3, "fr"),
        ("fr", OTHERS["de"] * 4, "de"),
        ("nonsense", FRENCH, "fr"),
        ("", ENGLISH, "en"),
    ],
)
def test_what_is_declared_holds_until_the_text_says_otherwise(
    declared: str, text: str, language: str
) -> None:
    assert identify(text, declared).language == language


@pytest.mark.parametrize("language", sorted(OTHERS))
@pytest.mark.parametrize("article", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_foreign_paragraphs_are_set_aside(article: str, language: str) -> None:
    text = f"{article}\n\n{OTHERS[language]}\n\n{article}"
    start = len(article) + 2
    assert identify(text).aside == ((start, start + len(OTHERS[language]), language),)


@pytest.mark.parametrize(("article", "other", "code"), [(FRENCH, ENGLISH, "en"), (ENGLISH, FRENCH, "fr")])
def test_the_other_readable_language_is_set_aside_too(article: str, other: str, code: str) -> None:
    found = identify(f"{article}\n\n{other}\n\n{article}\n\n{article}")
    assert [(start, language) for start, _, language in found.aside] == [(len(article) + 2, code)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We will not give in,” said the minister.",
        "Jean Petit, Anna Müller, José García, Ivan Petrov, Lars Olsson, John Hall, Ann Lee, Rui",
        "« We will fight them on the beaches », avait dit Churchill dans un discours que tous connaissent.",
        "« We will keep standing with our friends for as long as it takes », a écrit le président sur X.",
        "Related: Truce talks",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
        "Der Spiegel, Frankfurter Allgemeine, Süddeutsche, Die Welt, Der Standard, Neue Zürcher Zeitung",
        "@bonjour #ukraine https://example.org/abc def@ghi.de",
    ],
)
def test_names_titles_and_mixed_lines_are_not_set_aside(paragraph: str) -> None:
    assert identify(f"{FRENCH}\n\n{paragraph}\n\n{FRENCH}").aside == ()


def test_the_first_look_settles_news_alone() -> None:
    code = (
        "import sys; from reportedly.language.identify import identify; "
        f"assert identify({FRENCH!r}).language == 'fr'; assert identify({ENGLISH!r}).language == 'en'; "
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_long_texts_are_sampled() -> None:
    assert identify(FRENCH * 5000).language == "fr"


def test_glance_counts_words_and_case() -> None:
    seen = glance("Le chat est dans la cave mais Paul dort.")
    assert (seen.words, seen.lower, seen.clear) == (9, 7, "fr")


@given(st.text())
@settings(max_examples=50, deadline=None)
def test_any_string_has_an_answer_within_it(text: str) -> None:
    found = identify(text)
    assert found == identify(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found.aside)
