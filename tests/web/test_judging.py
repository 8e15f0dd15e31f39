"""Corrections: by form and by JSON, shown on the card, taken back, never lost; refused where nothing may be changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.ledger import View
from tests.web.conftest import Serve, posted


def claims(client: TestClient, query: str = "") -> list[dict[str, str]]:
    rows: list[dict[str, str]] = client.get("/claims.json", params={"q": query}).json()["rows"]
    return rows


def token(client: TestClient, address: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get(address).text)
    assert found
    return found.group(1)


def judge(client: TestClient, claim: str, **form: str) -> object:
    asking = f"/claims/{claim}/judge"
    return client.post(
        asking, data={"token": token(client, asking), **form}, headers={"origin": "http://localhost"}
    )


@pytest.mark.parametrize(
    ("verdict", "lang", "word"), [("right", "en", "Accepted"), ("wrong", "fr", "Rejetée")]
)
def test_a_judgement_is_written_down_and_shown_with_who_and_when(
    client: TestClient, ledger: Path, verdict: str, lang: str, word: str
) -> None:
    row = claims(client)[0]
    client.get("/claims", params={"lang": lang})
    page = judge(client, row["id"], verdict=verdict, by="Zoé", why="seen myself")
    with View(ledger) as view:
        (said,) = view.judgements()
    assert (said.verdict, said.left, said.by, said.why) == (verdict, row["id"], "Zoé", "seen myself")
    assert page.url.path == f"/articles/{row['article']}"
    card = page.text.partition(f'id="{row["local"]}"')[2].partition("</article>")[0]
    assert word in card
    assert "Zoé" in card
    assert said.at[11:16] in card
    assert "seen myself" in card


def test_the_name_is_asked_once(client: TestClient) -> None:
    one, other = claims(client)[:2]
    asking = f'href="/claims/{other["id"]}/judge?verdict=right"'
    article = f"/articles/{other['article']}"
    assert asking in client.get(article).text
    judge(client, one["id"], verdict="right", by="ana lópez")
    page = client.get(article).text
    assert asking not in page
    assert 'name="by" value="ana lópez"' in page


def test_taking_back_leaves_both_rows(client: TestClient, ledger: Path) -> None:
    row = claims(client)[0]
    judge(client, row["id"], verdict="wrong", by="ana")
    address = "/judgements/1/undo"
    sent = {"token": token(client, address), "by": "ben"}
    page = client.post(address, data=sent, headers={"origin": "http://localhost"})
    assert page.url.path == f"/articles/{row['article']}"
    assert "Taken back" in page.text
    with View(ledger) as view:
        (said,) = view.judgements()
        assert (said.undone, said.undone_by) == (True, "ben")
    again = posted(client, f"{address}.json", {"by": "ben"})
    assert (again.status_code, again.json()["ok"]) == (409, False)
    listed = client.get("/judgements.json").json()["rows"]
    assert [(one["verdict"], one["undone"]) for one in listed] == [("wrong", True)]
    assert client.get("/judgements.json", params={"standing": "only"}).json()["rows"] == []
    assert "Rejected" in client.get("/judgements").text


def test_two_claims_are_one_event_or_not(client: TestClient, ledger: Path) -> None:
    one, other = claims(client)[:2]
    judge(client, one["id"], verdict="different", other=other["id"], by="ana")
    told = posted(
        client, f"/claims/{one['id']}/judge.json", {"verdict": "same", "other": other["id"], "by": "ana"}
    ).json()
    assert (told["number"], told["claim"], told["article"]) == (2, one["id"], one["article"])
    with View(ledger) as view:
        assert [(said.verdict, said.right) for said in view.judgements()] == [
            ("different", other["id"]), ("same", other["id"]),
        ]  # fmt: skip
    for row in (one, other):
        twin = other if row is one else one
        card = client.get(f"/articles/{row['article']}").text.partition(f'id="{row["local"]}"')[2]
        said = card.partition('class="said"')[2].partition("</ul>")[0]
        assert f'href="/claims/{twin["id"]}"' in said
        assert twin["anchor"] in said


def test_others_are_offered_that_are_not_of_its_event(client: TestClient) -> None:
    row = next(row for row in claims(client, "missiles") if row["type"])
    alike = {each["id"] for each in claims(client, f"event:{row['event']}")}
    told = client.get(f"/claims/{row['id']}/judge.json", params={"verdict": "same"}).json()
    offered = {each["id"] for each in told["others"]}
    assert offered
    assert not offered & alike
    apart = client.get(f"/claims/{row['id']}/judge.json", params={"verdict": "different"}).json()
    assert {each["id"] for each in apart["others"]} == alike - {row["id"]}


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ({"verdict": "right"}, "by"),
        ({"verdict": "right", "by": ""}, "by"),
        ({"verdict": "fine", "by": "ana"}, "verdict"),
        ({"verdict": "same", "by": "ana"}, "other"),
        ({"verdict": "right", "by": "ana", "other": "cx"}, "other"),
        ({"verdict": "right", "by": "a" * 101}, "by"),
    ],
)
def test_what_means_nothing_is_refused(
    client: TestClient, ledger: Path, form: dict[str, str], word: str
) -> None:
    answer = posted(client, f"/claims/{claims(client)[0]['id']}/judge.json", form)
    assert answer.status_code == 400
    assert word in answer.json()["error"]
    with View(ledger) as view:
        assert view.judgements() == []


def test_a_form_that_is_not_ours_changes_nothing(client: TestClient, ledger: Path) -> None:
    address = f"/claims/{claims(client)[0]['id']}/judge"
    for sent in ({}, {"token": "0" * 64}):
        answer = client.post(address, data={"verdict": "right", "by": "eve", **sent})
        assert answer.status_code == 403
    with View(ledger) as view:
        assert view.judgements() == []


def test_where_nothing_may_be_changed_nothing_is_offered(serve: Serve, ledger: Path) -> None:
    client = serve(read_only=True)
    row = claims(client)[0]
    article = client.get(f"/articles/{row['article']}").text
    assert "/judge?" not in article
    assert "<form" not in article.replace('<form method="dialog">', "")
    assert (
        "<form" not in client.get(f"/claims/{row['id']}").text.partition("<main")[2].partition("</main>")[0]
    )
    answer = posted(client, f"/claims/{row['id']}/judge.json", {"verdict": "right", "by": "ana"})
    assert (answer.status_code, answer.json()["error"]) == (403, "this page is for reading only")
    with View(ledger) as view:
        assert view.judgements() == []


def test_nobody_is_sent_elsewhere_afterwards(client: TestClient) -> None:
    row = claims(client)[0]
    asking = f"/claims/{row['id']}/judge"
    sent = {"token": token(client, asking), "verdict": "right", "by": "ana", "back": "//evil.example/"}
    answer = client.post(asking, data=sent, follow_redirects=False)
    assert answer.headers["location"] == f"/articles/{row['article']}#{row['local']}"
