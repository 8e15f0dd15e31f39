"""A long article stays light, and nothing of it is lost to readers without script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.model import Article
from reportedly.web.telling import FEW
from tests.web.conftest import Serve, token_of
from tests.web.test_article import add
from tests.web.test_judging import judge

#: Bytes that a page may have with its style and script.
HEAVIEST = 300_000


def text(sentences: int) -> str:
    told = (
        f"Kenya sent {number} tonnes of maize to Malawi on Monday, two officials told Reuters. "
        "It rained in the hills that week, and the road to the lake was open again."
        for number in range(10, 10 + sentences)
    )
    return "\n\n".join(told)


@pytest.fixture
def long(serve: Serve, ledger: Path) -> tuple[TestClient, str]:
    """Somebody with a browser, and an article of some 4,000 words and 180 claims."""
    (key,) = add(ledger, Article(text=text(140), title="Maize", language="en", outlet="The Courier"))
    return serve(), key


def weight(client: TestClient, page: str) -> int:
    found = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))
    return len(page.encode()) + sum(len(client.get(each).content) for each in found)


def test_a_long_article_is_light(long: tuple[TestClient, str]) -> None:
    client, key = long
    page = client.get(f"/articles/{key}").text
    assert len(text(140).split()) > 4000
    assert page.count('<article class="card') >= 140
    assert weight(client, page) < HEAVIEST


def test_what_a_card_leaves_out_stands_on_the_claims_own_page(long: tuple[TestClient, str]) -> None:
    client, key = long
    page = client.get(f"/articles/{key}").text
    (template,) = re.findall(r'<template id="judging">(.*?)</template>', page, re.DOTALL)
    assert template.count('href="/claims/-/judge?verdict=') == 4
    own = re.findall(r'<a class="own" href="(/claims/[^"]+)"', page)
    assert len(own) == len(set(own)) == page.count('<article class="card')
    alone = client.get(own[-1]).text
    assert 'class="argument"' in alone
    assert f"{own[-1]}/judge?verdict=wrong" in alone


def test_what_was_judged_stands_on_the_card_all_the_same(long: tuple[TestClient, str]) -> None:
    client, key = long
    claim = client.get(f"/articles/{key}.json").json()["claims"][-1]
    judge(client, claim["id"], verdict="right", by="Ada")
    page = client.get(f"/articles/{key}").text
    card = page.partition(f'id="{claim["local"]}"')[2].partition("</article>")[0]
    assert "Ada" in card
    assert 'formaction="/judgements/1/undo"' in card
    assert page.count('name="token"') == 1  # of one form, which all buttons share


def test_a_text_that_is_not_kept_has_no_other_page_and_tells_all(client: TestClient) -> None:
    sent = {"text": text(FEW + 1), "token": token_of(client)}
    page = client.post("/read", data=sent).text
    assert page.count('<details class="why">') == page.count('<article class="card') > FEW
    assert 'class="own"' not in page
