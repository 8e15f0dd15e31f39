"""What a headline says of its acts: by whom, how surely, and whether it takes them back; in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from reportedly.model import Article, Attribution, Claim, Reading
from reportedly.reading import Reader


@cache
def reader() -> Reader:
    return Reader()


def read(language: str, text: str) -> Reading:
    return reader().read(Article(text=text, language=language))


def claim(reading: Reading, anchor: str) -> Claim:
    return next(each for each in reading.claims if anchor in each.anchor.text)


def voice(reading: Reading, of: Claim) -> str | None:
    """The words of the innermost source of a claim."""
    known = {each.id: each for each in reading.attributions}
    sources = [known[key].source for key in of.attribution]
    return sources[-1].text if sources and sources[-1] is not None else None


def cue_stance(reading: Reading, of: Claim) -> str | None:
    known: dict[str, Attribution] = {each.id: each for each in reading.attributions}
    cues = [known[key].cue for key in of.attribution]
    return cues[-1].stance if cues and cues[-1] is not None else None


@pytest.mark.parametrize(
    ("language", "text", "anchor", "source"),
    [
        ("en", "Bakery to close in May: report", "close", "report"),
        ("en", "Sources: Lyon mayor to quit", "quit", "Sources"),
        ("en", "Peru sends troops to border – Reuters", "sends", "Reuters"),
        ("en", "Oslo blast kills two, police say", "kills", "police"),
        ("en", "Small meteorite strikes Nicaragua, government says", "strikes", "government"),
        ("en", "Rebels will release abducted pupils claims Malian official", "release", "Malian official"),
        ("en", "Army denies deal, says hostages freed", "freed", "Army"),
        ("fr", "Fermeture de l'usine de Genk : sources syndicales", "Fermeture", "sources syndicales"),
        ("fr", "Le Chili achète des chars à la Norvège – Reuters", "achète", "Reuters"),
        ("fr", "La boulangerie de Lyon va fermer, selon la presse", "fermer", "la presse"),
        ("fr", "L'armée dément l'accord, affirme que les otages sont libres", "libres", "L'armée"),
    ],
)
def test_a_voice_set_apart(language: str, text: str, anchor: str, source: str) -> None:
    reading = read(language, text)
    assert voice(reading, claim(reading, anchor)) == source


@pytest.mark.parametrize(
    ("language", "text", "anchor"),
    [
        ("en", "Breaking: two killed in Oslo blast", "killed"),
        ("en", "Syria: four killed in US strikes", "killed"),
        ("en", "Dog found abandoned at Oslo station", "abandoned"),
        ("en", "Anna Berg Sex Scandal: Baker Was Born In Oslo", "Born"),
        ("en", "Ferry Disaster Update: More Graves Discovered", "Discovered"),
        ("en", "Deputy showing flu symptoms was sent home", "sent"),
        ("fr", "Exclusif : le maire de Lyon démissionne", "démissionne"),
        ("fr", "Scandale Berg : le maire de Lyon démissionne", "démissionne"),
        ("fr", "Mali : l'armée prend le pouvoir", "prend"),
        ("fr", "Faux policiers : deux hommes arrêtés", "arrêtés"),
    ],
)
def test_what_it_is_about_is_no_voice(language: str, text: str, anchor: str) -> None:
    reading = read(language, text)
    found = claim(reading, anchor)
    assert voice(reading, found) is None
    assert (found.factuality.certainty, found.factuality.polarity) == ("certain", "positive")


@pytest.mark.parametrize(
    ("language", "text", "anchor", "certainty"),
    [
        ("en", "Chile reportedly buys tanks from Norway", "buys", "probable"),
        ("en", "Unconfirmed: Norway sends tanks to Chile", "sends", "unknown"),
        ("en", "Rumour: Norway sends tanks to Chile", "sends", "possible"),
        ("en", "Norway in talks to buy Chilean tanks", "buy", "possible"),
        ("en", "Was the bridge bombed?", "bombed", "unknown"),
        ("en", "Norway's King May Participate Personally In Raids", "Participate", "possible"),
        ("fr", "Le Chili aurait acheté des chars à la Norvège", "acheté", "probable"),
        ("fr", "Rumeurs de coup d'État au Mali", "coup", "possible"),
        ("fr", "Le Chili en pourparlers pour acheter des chars", "acheter", "possible"),
        ("fr", "Le Chili en passe d'acheter des chars", "acheter", "probable"),
        ("fr", "Le Chili a-t-il acheté des chars à la Norvège ?", "acheté", "unknown"),
    ],
)
def test_a_headline_that_asks_or_hedges_is_not_certain(
    language: str, text: str, anchor: str, certainty: str
) -> None:
    assert claim(read(language, text), anchor).factuality.certainty == certainty


@pytest.mark.parametrize(
    ("language", "text", "anchor", "status"),
    [
        ("en", "Rumour of prince's death debunked", "death", "did_not_happen"),
        ("en", "Viral video of shark on motorway is fake", "video", "did_not_happen"),
        ("en", "Pope rushed to hospital? No, says Vatican", "rushed", "did_not_happen"),
        ("en", "Spoof site says queen resigns", "resigns", "did_not_happen"),
        ("en", "Army dismisses reports of coup", "coup", "denied"),
        ("en", "Airport captured by rebels, army denies it", "captured", "denied"),
        ("en", "Singer denies selfie", "selfie", "denied"),
        ("en", "The Baker's Arrest Is A Giant Hoax", "Arrest", "did_not_happen"),
        ("fr", "La mort du prince est un canular", "mort", "did_not_happen"),
        ("fr", "La photo du requin est fausse", "photo", "did_not_happen"),
        ("fr", "Le pape hospitalisé ? Non, répond le Vatican", "hospitalisé", "did_not_happen"),
        ("fr", "Le site parodique affirme que la reine abdique", "abdique", "did_not_happen"),
        ("fr", "L'armée balaie les rumeurs de coup d'État", "coup", "denied"),
        ("fr", "Chars livrés au Chili : Oslo dément", "livrés", "denied"),
        ("fr", "Le maire de Lyon dément toute démission", "démission", "denied"),
    ],
)
def test_what_a_headline_takes_back(language: str, text: str, anchor: str, status: str) -> None:
    found = claim(read(language, text), anchor).factuality
    assert (found.status, found.polarity) == (status, "negative")


@pytest.mark.parametrize(
    ("language", "text", "anchor"),
    [
        ("en", "Police arrest two men over bomb hoax", "arrest"),
        ("en", "Fake doctor jailed for three years", "jailed"),
        ("en", "Flood claims five lives in Bavaria", "claims"),
        ("en", "Mayor of Lyon resigns amid fraud rumours", "resigns"),
        ("en", "Man charged with murder of alleged dealer", "charged"),
        ("en", "Why did the minister resign?", "resign"),
        ("en", "Army dismisses reports of coup", "dismisses"),
        ("en", "Rebels agree to truce, may free pupils", "agree"),
        ("en", "Thief ran farther into palace than reported", "ran"),
        ("en", "Catfish weighing 19 stone caught in Spain", "caught"),
        ("fr", "Les rebelles acceptent la trêve, pourraient libérer des élèves", "acceptent"),
        ("fr", "La livraison arrive plus tôt qu'attendu à Oslo", "arrive"),
        ("fr", "Fausse alerte à la bombe : l'aéroport évacué", "évacué"),
        ("fr", "Un prétendu espion arrêté à Oslo", "arrêté"),
        ("fr", "Le maire de Lyon démissionne après des rumeurs de fraude", "démissionne"),
        ("fr", "Pourquoi le ministre a-t-il démissionné ?", "démissionné"),
        ("fr", "Le ministre met fin aux rumeurs de départ", "met fin"),
    ],
)
def test_what_stands_beside_a_doubt_keeps_its_certainty(language: str, text: str, anchor: str) -> None:
    found = claim(read(language, text), anchor).factuality
    assert (found.certainty, found.polarity) == ("certain", "positive")


@pytest.mark.parametrize(
    ("language", "text", "anchor"),
    [
        ("en", "Oslo to build a bridge", "build"),
        ("en", "Norway to split army in two", "split"),
        ("fr", "Oslo va construire un pont", "construire"),
    ],
)
def test_an_announced_act_is_to_come(language: str, text: str, anchor: str) -> None:
    found = claim(read(language, text), anchor).factuality
    assert (found.certainty, found.tense, found.status) == ("certain", "future", "expected")


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("en", "Singer rubbishes rumours of a divorce", "denying"),
        ("en", "Mayor casts doubt on claims of fraud", "doubtful"),
        ("fr", "La chanteuse dément les rumeurs de divorce", "denying"),
        ("fr", "Le maire met en doute les accusations de fraude", "doubtful"),
    ],
)
def test_a_denial_is_somebodys(language: str, text: str, stance: str) -> None:
    reading = read(language, text)
    found = [each for each in reading.claims if each.attribution and each.factuality.polarity == "negative"]
    assert found
    assert cue_stance(reading, found[0]) == stance


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "text", ["?", "Fake?", "No.", ": :", "Non : non ? Non !", "denies", "« Faux » :", "- - -\n\nA."]
)
def test_any_headline_is_read(language: str, text: str) -> None:
    assert read(language, text).document.text == text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("title", ["-", "?!", "--", ": :"])
def test_a_headline_of_marks_alone_is_none(language: str, title: str) -> None:
    text = "It rained." if language == "en" else "Il a plu."
    reading = reader().read(Article(text=text, title=title, language=language))
    assert reading.problems == ()
