from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from reportedly.web.pages.actor import Deed, manners, partners


def test_what_somebody_does_and_what_is_done_to_them(reader: TestClient) -> None:
    iran = reader.get("/actors/Iran.json").json()
    assert iran["country"] == "IRN"
    assert any("Russia" in deed["others"] for deed in iran["does"])
    russia = reader.get("/actors/Russia.json").json()
    assert any("Iran" in deed["others"] for deed in russia["undergoes"])


@pytest.mark.parametrize("name", ["Iran", "IRN", "Iran (Islamic Republic)", "l'Iran"])
def test_a_country_has_many_names(reader: TestClient, name: str) -> None:
    answer = reader.get(f"/actors/{name}.json")
    assert answer.status_code in {200, 404}
    if name != "Iran (Islamic Republic)":
        assert answer.json()["country"] == "IRN"


def test_an_event_counts_once_however_many_tell_it(reader: TestClient) -> None:
    told = reader.get("/actors/Iran.json").json()
    russia = next(one for one in told["partners"] if one["name"] in {"Russia", "Russie"})
    events = [deed for deed in told["does"] if {"Russia", "Russie"} & set(deed["others"])]
    assert russia["does_with"] <= len(events) < sum(deed["claims"] for deed in events)


def test_quotations_lead_to_their_place(reader: TestClient) -> None:
    page = reader.get("/actors/Russia").text
    assert re.search(r'href="/articles/a\w+#c\d+"', page)
    assert re.search(r'href="/claims/c\w+"', page)


def test_what_is_denied_is_no_dealing(reader: TestClient) -> None:
    told = reader.get("/actors/Iran.json").json()
    claim = told["does"][0]["claim"]

    def deed(status: str) -> Deed:
        return Deed(None, claim, status, "certain", "positive", None, ("Russia",), (), (), 1, "with")

    assert partners([deed("denied")], [], "IRN") == []
    assert partners([deed("happened")], [], "IRN")[0].does_with == 1


def test_a_capital_deals_for_its_country(reader: TestClient) -> None:
    claim = reader.get("/actors/Iran.json").json()["does"][0]["claim"]
    names = ("Moscou", "Russia", "Iran")
    deed = Deed(None, claim, "happened", "certain", "positive", None, names, (), (), 1, "against")
    assert [(one.name, one.does_against) for one in partners([deed], [], "IRN")] == [("Russia", 2)]


def test_every_type_of_event_is_with_or_against() -> None:
    assert set(manners().values()) == {"with", "against"}
    assert manners()["AID"] == "with"
    assert manners()["ASSAULT"] == "against"


@pytest.mark.parametrize(("language", "name"), [("en", "Russia"), ("fr", "Russie")])
def test_countries_are_named_in_the_readers_language(reader: TestClient, language: str, name: str) -> None:
    page = reader.get("/actors/RUS", params={"lang": language}).text
    assert f"<h1><bdi>{name}</bdi></h1>" in page


def test_nobody(reader: TestClient) -> None:
    assert reader.get("/actors/Nobody At All").status_code == 404


def test_a_hostile_name_is_only_a_name(reader: TestClient) -> None:
    answer = reader.get('/actors/"><script>alert(1)<%2Fscript>')
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
