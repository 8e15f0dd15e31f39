"""Readings by way of a model: what it gets right is in the format, what it makes up is not believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from reportedly.contract import json_schema, to_json
from reportedly.llm import LlmReader
from reportedly.llm.endpoint import Endpoint
from reportedly.model import Article, Reading
from tests.llm.answers import TEXT, changed, good
from tests.llm.server import Server, refused, said
from tests.readings import assert_sound

Make = Callable[..., LlmReader]
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


def article(language: str, **known: Any) -> Article:
    return Article(text=TEXT[language], language=language, id="a", published="2031-04-02", **known)


def told(reading: Reading, stage: str = "llm") -> str:
    return " ".join(problem.message for problem in reading.problems if problem.stage == stage)


@LANGUAGES
def test_a_good_answer_is_a_reading(server: Server, reader: Make, language: str) -> None:
    server.script = [said(good(language))]
    reading = reader().read(article(language))
    assert_sound(reading)
    jsonschema.validate(json.loads(to_json(reading)), json_schema())
    [claim] = reading.claims
    countries = {entity.id: entity.country for entity in reading.entities}
    assert [countries[role.entity or ""] for role in (*claim.roles.actors, *claim.roles.recipients)] == [
        "NOR",
        "CHL",
    ]
    # "Chile" stands in the headline first: the second place was meant.
    assert claim.roles.recipients[0].start > claim.anchor.start
    assert (claim.type, claim.plover, claim.cameo) == ("AID", "AGREE", "072")
    assert claim.factuality.value == 1.5
    assert [reading.attributions[0].id] == list(claim.attribution)
    assert reading.document.headline is not None
    assert [event.claims for event in reading.events] == [("c1",)]
    assert [finding.kind for finding in reading.findings] == ["single_source"]
    [time] = reading.times
    assert (claim.time, time.earliest) == (time.id, "2031-05-01")
    assert [reading.quantities[0].id] == list(claim.quantities)
    assert reading.problems == ()


@LANGUAGES
def test_the_same_article_gives_the_same_bytes(server: Server, reader: Make, language: str) -> None:
    server.script = [said(good(language))]
    first, second = (reader().read(article(language)) for _ in range(2))
    assert first == second
    assert server.asked[0] == server.asked[1]
    assert server.asked[0]["temperature"] == 0


@LANGUAGES
def test_words_that_are_not_there_are_dropped(server: Server, reader: Make, language: str) -> None:
    nobody = {"text": "Atlantis", "occurrence": 1, "entity": "E1"}
    often = {"text": "Chile" if language == "en" else "Chili", "occurrence": 7, "entity": "E2"}
    server.script = [said(changed(language, actors=[nobody], recipients=[often]))]
    reading = reader().read(article(language))
    assert_sound(reading)
    assert (reading.claims[0].roles.actors, reading.claims[0].roles.recipients) == ((), ())
    assert "actor not in the text (first: 'Atlantis')" in told(reading)
    assert "recipient not in the text" in told(reading)


def test_an_invented_act_is_no_claim(server: Server, reader: Make) -> None:
    server.script = [said(changed("en", anchor={"text": "bombed", "occurrence": 1}))]
    reading = reader().read(article("en"))
    assert reading.claims == ()
    assert "claim not in the text (first: 'bombed')" in told(reading)


def test_part_of_a_word_is_not_that_word(server: Server, reader: Make) -> None:
    server.script = [said(changed("en", anchor={"text": "deli", "occurrence": 1}))]
    assert reader().read(article("en")).claims == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"attribution": ["A1", "A9"]}, "claim whose voice was dropped"),
        ({"cues": []}, "claim whose doubt has no word in the text"),
        (
            {"cues": [{"text": "reportedly", "occurrence": 1, "kind": "hedge"}]},
            "claim whose doubt has no word",
        ),
        ({"certainty": "sure"}, "claim not in the format"),
        ({"anchor": {"text": "deliver"}}, "claim not in the format"),
    ],
)
def test_what_would_be_told_as_surer_than_it_is_is_dropped(
    server: Server, reader: Make, change: dict[str, Any], message: str
) -> None:
    server.script = [said(changed("en", **change))]
    reading = reader().read(article("en"))
    assert reading.claims == ()
    assert message in told(reading)


def test_modes_acts_and_countries_are_those_of_the_ontology(server: Server, reader: Make) -> None:
    answer = changed("en", mode="gift", act="present")
    answer["entities"][0]["country"] = "DNK"  # our own tables know better
    answer["entities"][2] = {**answer["entities"][2], "country": "XXX"}
    server.script = [said(answer)]
    reading = reader().read(article("en"))
    assert_sound(reading)
    assert (reading.claims[0].mode, reading.claims[0].act) == (None, None)
    assert {entity.name: entity.country for entity in reading.entities} == {
        "Norway": "NOR", "Chile": "CHL", "two officials": None,
    }  # fmt: skip
    assert "mode not in the ontology" in told(reading)
    assert "no such country (first: 'XXX')" in told(reading)


def test_other_quotation_marks_and_white_space_are_the_same_words(server: Server, reader: Make) -> None:
    party = {"text": "Norway's\narmy", "occurrence": 1, "entity": None}
    server.script = [said(changed("en", actors=[party]))]
    assert [role.text for role in reader().read(article("en")).claims[0].roles.actors] == ["Norway’s army"]


def test_voices_within_one_another_are_no_circle(server: Server, reader: Make) -> None:
    answer = good("en")
    other = {**answer["attributions"][0], "label": "A2", "within": "A1"}
    answer["attributions"] = [{**answer["attributions"][0], "within": "A2"}, other]
    server.script = [said(answer)]
    reading = reader().read(article("en"))
    assert_sound(reading)
    assert {one.within for one in reading.attributions} == {None}


@pytest.mark.parametrize("broken", ['{"entities": [', "Here is your answer.", "[]", '{"claims": []}'])
def test_an_answer_that_is_none_is_asked_for_again(server: Server, reader: Make, broken: str) -> None:
    server.script = [said(broken), said(good("en"))]
    assert len(reader().read(article("en")).claims) == 1
    assert [asked["seed"] for asked in server.asked] == [0, 1]


def test_an_endpoint_that_never_answers_in_the_schema_costs_the_article(server: Server, reader: Make) -> None:
    server.script = [said("no"), said("no"), said("no"), said(good("en"))]
    first, second = reader().read_many([article("en"), article("en")])
    assert "gave no answer in the schema in 3 tries" in told(first, "reader")
    assert first.document.text == TEXT["en"]
    assert len(second.claims) == 1


def test_a_fence_around_json_does_no_harm(server: Server, reader: Make) -> None:
    server.script = [said(f"```json\n{json.dumps(good('en'))}\n```")]
    assert len(reader().read(article("en")).claims) == 1


@LANGUAGES
def test_an_answer_that_breaks_off_is_asked_for_in_halves(
    server: Server, reader: Make, language: str
) -> None:
    def short(body: dict[str, Any]) -> Any:
        text = body["messages"][1]["content"].split("Text:\n")[1]
        if text.count(".") > 1:
            return said('{"entities": [', finish="length")
        answer = good(language)
        if ("Norvège" if language == "fr" else "twelve") not in text.split("\n\n")[-1] or "2031" not in text:
            answer = {"entities": [], "attributions": [], "claims": []}
        else:
            answer["claims"][0]["recipients"][0]["occurrence"] = text.count("Chil")
        return said(answer)

    server.script = [short]
    reading = reader().read(article(language))
    assert_sound(reading)
    assert len(reading.claims) == 1
    assert len(server.asked) > 2


def test_a_long_article_is_asked_about_in_pieces(server: Server, reader: Make) -> None:
    server.script = [said({"entities": [], "attributions": [], "claims": []})]
    long = replace(article("en"), text="The weather was fine on the coast. " * 500)
    assert reader().read(long).problems == ()
    assert len(server.asked) == 3
    texts = [asked["messages"][1]["content"].split("Text:\n")[1] for asked in server.asked]
    assert " ".join(texts) == long.text.strip()


def test_readings_keep_the_order_of_their_articles(server: Server, reader: Make) -> None:
    server.script = [said(good("en"))]
    found = reader().read_many((replace(article("en"), id=str(n)) for n in range(12)), jobs=3)
    assert [reading.document.id for reading in found] == [str(n) for n in range(12)]


def test_other_languages_are_not_sent(server: Server, reader: Make) -> None:
    server.script = [refused(500, "must not be asked")]
    reading = reader().read(Article(text="Die Regierung hat am Montag neue Panzer bestellt.", language="de"))
    assert server.asked == []
    assert "not read" in told(reading, "language")


def test_what_was_answered_is_not_asked_again(server: Server, reader: Make) -> None:
    server.script = [said(good("en"))]
    first = reader(cached=True).read(article("en"))
    assert reader(cached=True).read(article("en")) == first
    assert len(server.asked) == 1
    reader(cached=True).read(replace(article("en"), text=TEXT["en"] + " It rained."))
    assert len(server.asked) == 2


def test_what_is_no_answer_is_not_kept(server: Server, reader: Make) -> None:
    server.script = [said("no"), said(good("en"))]
    reader(cached=True).read(article("en"))
    assert len(reader(cached=True).read(article("en")).claims) == 1
    assert [asked["seed"] for asked in server.asked] == [0, 1, 0]


def test_the_budget_is_never_passed(server: Server, reader: Make) -> None:
    server.script = [said(good("en"), tokens=12_000)]
    made = reader(budget=30_000)
    readings = list(made.read_many([article("en")] * 5, jobs=2))
    assert made.endpoint.spent <= 30_000
    spent = [reading for reading in readings if "budget of 30000 tokens is spent" in told(reading, "reader")]
    assert 0 < len(spent) < 5
    assert len(server.asked) == 5 - len(spent)


def test_an_address_without_a_scheme_is_refused() -> None:
    with pytest.raises(Exception, match="should begin with http"):
        Endpoint("localhost:8000", "m")
