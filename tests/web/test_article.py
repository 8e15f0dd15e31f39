"""An article with its claims, one claim, two articles side by side, and versions: what stands there, and as JSON."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.contract import from_dict
from reportedly.corroborate.run import corroborate
from reportedly.ledger import View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.ledger.keeping import keep
from reportedly.model import Article
from reportedly.reading import Reader
from tests.ledger.conftest import ARTICLES
from tests.show.test_highlight import shown
from tests.web.conftest import Serve

HOSTILE = "</div><script>alert(1)</script><img src=x onerror=alert(2)>"


def add(ledger: Path, *articles: Article) -> list[str]:
    """Takes articles in and reads them; their ids."""
    with Writer(ledger) as writer:
        stored = writer.store_many((article, "test") for article in articles)
        list(read_waiting(writer, Reader()))
    return [one.id for one in stored]


def article_of(client: TestClient, query: str) -> str:
    """The id of the first article that is found."""
    return str(client.get("/articles.json", params={"q": query}).json()["rows"][0]["id"])


def words(page: str) -> list[str]:
    """The texts that stand on a page, as a reader sees them."""
    return [shown(found) for found in re.findall(r'class="words"[^>]*>(.*?)</(?:div|h1)>', page, re.DOTALL)]


@pytest.mark.parametrize("query", ["missiles", "démenti"])
def test_the_text_stands_there_to_the_last_character(client: TestClient, query: str) -> None:
    key = article_of(client, query)
    reading = from_dict(client.get(f"/articles/{key}.json").json()["reading"])
    headline, body = words(client.get(f"/articles/{key}").text)
    assert reading.document.headline
    assert headline == reading.document.headline.text
    assert headline + "\n\n" + body == reading.document.text


def test_each_claim_has_a_card_a_place_in_the_text_and_an_address(client: TestClient) -> None:
    key = article_of(client, "missiles")
    told = client.get(f"/articles/{key}.json").json()
    page = client.get(f"/articles/{key}").text
    assert told["claims"]
    for claim in told["claims"]:
        assert page.count(f'id="{claim["local"]}"') == 1
        assert page.count(f'id="t-{claim["local"]}"') == 1
        assert f'href="/claims/{claim["id"]}"' in page
    links = set(re.findall(r'href="#([^"]+)"', page)) - {"main"}
    assert links <= set(re.findall(r'id="([^"]+)"', page))


@pytest.mark.parametrize(("lang", "label"), [("fr", "Ce qu'il rapporte"), ("en", "What it reports")])
def test_both_languages_over_an_article_in_its_own(client: TestClient, lang: str, label: str) -> None:
    page = client.get(f"/articles/{article_of(client, 'démenti')}", params={"lang": lang}).text
    assert label in html.unescape(page)
    assert '<div class="words" lang="fr"' in page


def test_a_claim_by_itself_with_its_argument(client: TestClient) -> None:
    row = client.get("/claims.json", params={"q": "actor:Iran"}).json()["rows"][0]
    told = client.get(f"/claims/{row['id']}.json").json()
    assert told["claim"] == row
    assert row["local"] in {claim["id"] for claim in told["reading"]["claims"]}
    page = html.unescape(client.get(f"/claims/{row['id']}").text)
    assert "Iran delivered missiles to Russia" in shown(page)
    assert f'href="/articles/{row["article"]}#{row["local"]}"' in page
    assert "two officials" in page


def test_hostile_articles_are_only_words(serve: Serve, ledger: Path) -> None:
    evil = replace(
        ARTICLES[0], text=f"Iran delivered missiles to Russia.\n\n{HOSTILE}", title=HOSTILE,
        outlet=HOSTILE, byline=HOSTILE, url="https://evil.example/", id=HOSTILE,
    )  # fmt: skip
    copy = replace(evil, url="https://copy.example/", outlet="Copy")
    keys = add(ledger, evil, copy, replace(evil, text=f"{evil.text} {HOSTILE} More."))
    client = serve()
    assert len(set(keys)) == 2
    claim = client.get("/claims.json", params={"q": f"article:{keys[0]}"}).json()["rows"][0]["id"]
    for address in (
        f"/articles/{keys[0]}", f"/articles/{keys[0]}/versions", f"/articles/{keys[0]}/beside/{keys[1]}",
        f"/claims/{claim}", f"/claims/{claim}/judge?verdict=same",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text


def test_two_articles_side_by_side(serve: Serve, ledger: Path) -> None:
    told = "Iran delivered several hundred short-range missiles to Russia on Monday morning, two officials told Reuters"
    one = Article(text=f"{told}.", title="Before", outlet="A", url="https://a.example/", language="en")
    other = Article(
        text=f"News from afar. {told}, it says.",
        title="After",
        outlet="B",
        url="https://b.example/",
        language="en",
    )
    left, right = add(ledger, one, other)
    client = serve()
    found = client.get(f"/articles/{right}/beside/{left}.json").json()
    (passage,) = found["passages"]
    text = found["article"]["reading"]["document"]["text"]
    assert text[passage["start"] : passage["end"]] == told
    there = found["other"]["reading"]["document"]["text"]
    assert there[passage["other_start"] : passage["other_end"]] == told
    page = client.get(f"/articles/{right}/beside/{left}").text
    assert words(page) == [text, there]
    assert 'id="l1"' in page
    assert 'href="#l1"' in page


def test_versions_tell_what_changed(serve: Serve, ledger: Path) -> None:
    before = Article(
        text="Kenya sent ten ships to Malawi.\nIt was late.", title="Aid", url="https://aid.example/"
    )
    (key,) = set(
        add(ledger, before) + add(ledger, replace(before, text=before.text.replace("ten", "eleven")))
    )
    client = serve()
    newest, first = client.get(f"/articles/{key}/versions.json").json()["versions"]
    assert (newest["ordinal"], first["ordinal"]) == (2, 1)
    changed = {one["kind"]: one["text"].strip() for one in newest["changes"] if one["kind"] != "same"}
    assert changed == {"gone": "ten", "new": "eleven"}
    page = client.get(f"/articles/{key}/versions").text
    assert "<del>" in page
    assert "<ins>" in page
    assert f'href="/articles/{key}/versions"' in client.get(f"/articles/{key}").text


def test_whose_words_an_article_has_is_said(serve: Serve, ledger: Path) -> None:
    body = "Iran delivered several hundred short-range missiles to Russia on Monday, two officials said in Paris."
    first = Article(
        text=body, title="One", outlet="A", url="https://a.example/", published="2026-01-01T08:00:00+00:00"
    )
    copy = replace(
        first, text=f"PARIS (AFP) - {body}", outlet="B", url="https://b.example/", published="2026-01-02"
    )
    left, right = add(ledger, first, copy)
    with View(ledger) as view:
        stories = corroborate([view.reading(left), view.reading(right)])
    with Writer(ledger) as writer:
        keep(writer, stories)
    client = serve()
    told = client.get(f"/articles/{right}.json").json()["derived_from"]
    page = client.get(f"/articles/{right}").text
    assert {one["name"] for one in told} == {"One", "AFP"}
    for one in told:
        assert one["name"] in page
        assert (f'href="/articles/{right}/beside/{one["article"]}"' in page) == (one["article"] is not None)


def test_told_in_other_words_the_sentences_of_one_event_are_tied(serve: Serve, ledger: Path) -> None:
    french = Article(
        text="L'Iran a livré des missiles à la Russie lundi, ont dit deux responsables.",
        title="Missiles livrés",
        language="fr",
        url="https://soir.example/",
        published="2024-08-20",
    )
    (key,) = add(ledger, french)
    client = serve()
    english = article_of(client, "officials")
    with View(ledger) as view:
        stories = corroborate(view.readings())
    with Writer(ledger) as writer:
        keep(writer, stories)
    told = client.get(f"/articles/{key}/beside/{english}.json").json()
    assert told["by"] == "events"
    (passage,) = told["passages"]
    texts = [told[side]["reading"]["document"]["text"] for side in ("article", "other")]
    assert texts[0][passage["start"] : passage["end"]].startswith("L'Iran a livré")
    assert texts[1][passage["other_start"] : passage["other_end"]].startswith("Iran delivered")


@pytest.mark.parametrize(
    "address",
    [
        "/articles/none",
        "/claims/none",
        "/claims/none/judge",
        "/articles/none/versions",
        "/articles/none/beside/none",
    ],
)
def test_what_is_not_there_is_said(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.get(f"{address}.json").json()["status"] == 404
