"""Whole mentions: their limits, kinds, countries and sectors, through the bundled pipelines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from reportedly.language import load
from reportedly.pipes.draft import Mentioned, draft_of
from reportedly.pipes.entities.pipe import EntityFinder

Mentions = Callable[..., dict[str, Mentioned]]


@pytest.fixture(scope="session")
def pipelines() -> dict[str, Language]:
    return {language: load(language) for language in ("en", "fr")}


@pytest.fixture(scope="session")
def mentions(pipelines: dict[str, Language]) -> Mentions:
    """The mentions of a text by their own text."""

    def read(language: str, text: str, published: str | None = None) -> dict[str, Mentioned]:
        nlp = pipelines[language]
        doc = nlp(text)
        draft_of(doc).published = published
        found = EntityFinder(nlp).process(doc)
        return {" ".join(doc[m.start : m.end].text.split()): m for m in found}

    return read


@pytest.mark.parametrize(
    ("language", "sentence", "phrase", "expected"),
    [
        ("fr", "La Norvège a livré des obus.", "La Norvège", ("country", "NOR", None)),
        ("en", "Norway delivered shells.", "Norway", ("country", "NOR", None)),
        ("fr", "Oslo a démenti mardi.", "Oslo", ("organization", "NOR", "GOV")),
        ("en", "Oslo denied it on Tuesday.", "Oslo", ("organization", "NOR", "GOV")),
        ("fr", "Le sommet s'est tenu à Oslo.", "Oslo", ("place", "NOR", None)),
        ("en", "The summit took place in Oslo.", "Oslo", ("place", "NOR", None)),
        ("fr", "Le gouvernement norvégien a cédé.", "Le gouvernement norvégien", ("organization", "NOR", "GOV")),
        ("en", "The Norwegian government gave in.", "The Norwegian government", ("organization", "NOR", "GOV")),
        ("fr", "Des pilotes turcs ont atterri.", "Des pilotes turcs", ("group", "TUR", "MIL")),
        ("en", "Turkish pilots landed.", "Turkish pilots", ("group", "TUR", "MIL")),
        ("fr", "Un ancien ministre chilien a témoigné.", "Un ancien ministre chilien", ("person", "CHL", "ELI")),
        ("en", "A former Chilean minister testified.", "A former Chilean minister", ("person", "CHL", "ELI")),
        ("fr", "L'UE a averti l'entreprise.", "L'UE", ("organization", None, "IGO")),
        ("en", "The EU warned the company.", "The EU", ("organization", None, "IGO")),
        ("fr", "Une porte-parole du HCR a parlé.", "Une porte-parole du HCR", ("person", None, "IGO")),
        ("en", "A UNHCR spokeswoman spoke.", "A UNHCR spokeswoman", ("person", None, "IGO")),
        ("en", "Peru's ministry of health closed.", "Peru's ministry of health", ("organization", "PER", "GOV")),
        ("fr", "Le ministère péruvien de la Santé a démenti.", "Le ministère péruvien de la Santé",
         ("organization", "PER", "GOV")),
        ("fr", "Des rebelles houthis ont tiré.", "Des rebelles houthis", ("group", "YEM", "REB")),
        ("en", "Houthi rebels fired.", "Houthi rebels", ("group", "YEM", "REB")),
        ("fr", "L'agence Tass a démenti.", "L'agence Tass", ("outlet", "RUS", "JRN")),
        ("en", "Tass denied it.", "Tass", ("outlet", "RUS", "JRN")),
        ("fr", "Les Grecs ont voté.", "Les Grecs", ("group", "GRC", None)),
        ("en", "The Greeks voted.", "The Greeks", ("group", "GRC", None)),
        ("en", "Iraqi Kurds voted.", "Iraqi Kurds", ("group", "IRQ", None)),
        ("en", "Ethnic Greeks voted.", "Ethnic Greeks", ("group", None, None)),
    ],
)  # fmt: skip
def test_phrases(
    mentions: Mentions,
    language: str,
    sentence: str,
    phrase: str,
    expected: tuple[str, str | None, str | None],
) -> None:
    """``expected`` is kind, country and sector."""
    found = mentions(language, sentence)
    assert phrase in found, sorted(found)
    mention = found[phrase]
    assert (mention.kind, mention.country, mention.sector) == expected


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le président chilien Gabriel Boric a parlé."),
        ("en", "Chilean President Gabriel Boric spoke."),
    ],
)
def test_titles_and_names_are_one_mention(mentions: Mentions, language: str, sentence: str) -> None:
    (person,) = (m for m in mentions(language, sentence).values() if m.kind == "person")
    assert (person.type, person.name, person.country, person.sector) == (
        "name",
        "Gabriel Boric",
        "CHL",
        "GOV",
    )


@pytest.mark.parametrize(
    ("published", "sector"), [("2010-05-01", "GOV"), ("2023-05-01", "ELI"), (None, "ELI")]
)
def test_offices_end(mentions: Mentions, published: str | None, sector: str) -> None:
    found = mentions("en", "Angela Merkel spoke.", published)
    assert found["Angela Merkel"].sector == sector


def test_coordinated_demonyms_are_two_parties(mentions: Mentions) -> None:
    french = mentions("fr", "Des diplomates chiliens et péruviens se sont vus.")
    assert {m.country for m in french.values()} == {"CHL", "PER"}
    assert {m.sector for m in french.values()} == {"GOV"}
    english = mentions("en", "Chilean and Peruvian diplomats met.")
    assert {(m.country, m.sector) for m in english.values()} == {("CHL", "GOV"), ("PER", "GOV")}


def test_a_stance_is_no_country(mentions: Mentions) -> None:
    assert {m.country for m in mentions("en", "Pro-Iranian militias fired.").values()} == {None}
    assert {m.country for m in mentions("fr", "Des milices pro-iraniennes ont tiré.").values()} == {None}


def test_double_first_names(mentions: Mentions) -> None:
    assert "Park Jae-won" in mentions("en", "Park Jae-won spoke.")
    assert "Park Jae" in mentions("en", "Park Jae spoke.")


def test_people_with_names_of_places(mentions: Mentions) -> None:
    found = mentions("en", "Michael Jordan met Jordan Blake in Jordan.")
    assert [m.country for m in found.values() if m.kind == "country"] == ["JOR"]
    assert {"Michael Jordan", "Jordan Blake"} <= set(found)


def test_other_readings_by_context(mentions: Mentions) -> None:
    assert mentions("en", "Georgia expelled a diplomat.")["Georgia"].country == "GEO"
    assert mentions("en", "Georgia counted the votes, a judge in Atlanta said.")["Georgia"].country == "USA"
    assert mentions("fr", "Le Congo a fermé ses ports.")["Le Congo"].country == "COG"
    assert mentions("fr", "Kinshasa a dit que le Congo fermait ses ports.")["le Congo"].country == "COD"


def test_weapons(mentions: Mentions) -> None:
    found = mentions("en", "Poland bought ten Leopard 2A6 tanks and shells.")
    tanks = next(m for m in found.values() if m.weapon and m.weapon.designation)
    assert tanks.weapon is not None
    assert (tanks.weapon.designation, tanks.weapon.category) == ("Leopard 2A6", "armoured_vehicles")
    assert found["shells"].weapon is not None
    assert found["shells"].weapon.category == "ammunition"


def test_ambiguous_weapons_need_an_armed_sentence(mentions: Mentions) -> None:
    assert not any(m.kind == "weapon" for m in mentions("en", "A Patriot never sleeps.").values())
    assert any(
        m.name == "Patriot" for m in mentions("en", "Spain sent a Patriot battery and missiles.").values()
    )


def test_institutions_take_the_country_that_the_text_is_about(mentions: Mentions) -> None:
    english = mentions("en", "Chilean lawmakers voted on Monday. The army welcomed the vote.")
    assert english["The army"].country == "CHL"
    french = mentions("fr", "Les députés chiliens ont voté lundi. L'armée s'en est félicitée.")
    assert french["L'armée"].country == "CHL"
    assert mentions("en", "The army welcomed the vote.")["The army"].country is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["en", "fr"]),
    st.text(st.sampled_from("L'IranU.S.-le de \n«»\"’éàN\x00ato,F16 "), max_size=60),
)
def test_no_text_is_too_odd(mentions: Mentions, language: str, text: str) -> None:
    for mention in mentions(language, text).values():
        assert mention.start <= mention.head < mention.end
