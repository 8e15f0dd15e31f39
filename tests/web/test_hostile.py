"""Articles that mean harm: everything that they say is shown as words, on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from reportedly.cli import main
from reportedly.ledger import View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.model import Article
from reportedly.reading import Reader
from reportedly.web.app import create_app
from reportedly.web.routes import PAGES
from reportedly.web.settings import Settings

SCRIPT = "<script>alert(1)</script>"
EVIL = f"\"'><img src=x onerror=alert(1)>{SCRIPT}&lt;b&gt;</title></style></textarea>"
TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}nommag\N{RIGHT-TO-LEFT ISOLATE}"
HUGE = "w" * 20_000
#: Two articles about one supply, so that there is an event; every field of theirs is hostile.
ARTICLES = [
    Article(
        text=f'Iran delivered "{EVIL}" missiles to Russia, {SCRIPT} two officials told Reuters. {HUGE} {TURNED}\0',
        title=f"Missiles {EVIL}{TURNED}\0",
        url="javascript:alert(1)//https://x.example",
        outlet=f"The {EVIL}",
        byline=f"{EVIL}{TURNED}",
        published="2024-08-20",
    ),
    Article(
        text=f"Iran delivered missiles to Russia on Monday, said {EVIL}. L'Iran a livré des missiles à la Russie.",
        title=f"{SCRIPT}{HUGE}",
        url='https://x.example/?a="><script>alert(1)</script>',
        outlet=f"Gazette {SCRIPT}",
        published="2024-08-21",
    ),
]
#: What a page of ours may hold that runs, is fetched or sends something.
OURS = re.compile(
    r"/(static/|read$|logout$|claims/|judgements/|claims$|articles$|events$|map$|timeline$|sources$)"
)


class Elements(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    path = tmp_path_factory.mktemp("hostile") / "news.db"
    with Writer(path) as writer:
        writer.store_many((article, f"source {EVIL}") for article in ARTICLES)
        list(read_waiting(writer, Reader()))
        claim = writer.connection.execute("SELECT id FROM claims").fetchone()[0]
        writer.judge("wrong", claim, by=EVIL, why=f"{EVIL}{TURNED}")
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(path)])
    assert done.exit_code == 0, done.output
    with TestClient(create_app(Settings(ledger=path)), base_url="http://localhost") as client:
        yield client, path


def addresses(path: Path) -> list[str]:
    """Every page, for everything that the ledger holds."""
    with View(path) as view:
        articles = [row.id for row in view.articles()]
        rows = list(view.claims(limit=None))
        events = [row.id for row in view.events()]
        numbers = [str(one.number) for one in view.judgements()]
    names = sorted({name for row in rows for name in (*row.actors, *row.recipients)})
    ids = {
        "/articles/{id}": articles, "/claims/{id}": [row.id for row in rows], "/events/{id}": events,
        "/actors/{name}": names, "/judgements/{number}": numbers,
    }  # fmt: skip
    found = []
    for page in PAGES:
        for start, values in ids.items():
            if page.path.startswith(start):
                rest = page.path.removeprefix(start).replace("{other}", articles[-1])
                found += [start[: start.index("{")] + quoted(value) + rest for value in values[:3]]
                break
        else:
            found.append(page.path)
    return [
        *found,
        f"/claims?q={quoted(EVIL.replace(':', ''))}",
        "/articles?q=missiles",
        "/sources?kind=source",
    ]


def quoted(value: str) -> str:
    from urllib.parse import quote

    return quote(value, safe="")


def harmless(text: str) -> None:
    """Nothing in a page runs, is fetched or leads anywhere but what is ours."""
    parser = Elements()
    parser.feed(text)
    assert "\0" not in text
    for tag, attributes in parser.found:
        assert tag not in ("img", "iframe", "object", "embed", "base", "style"), tag
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], (
            attributes
        )
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/")
        for name in ("src", "action", "formaction"):
            if name in attributes:
                assert OURS.match(attributes[name] or ""), attributes
        link = attributes.get("href") or ""
        assert re.match(r"(/(?!/)|#|https?://x\.example/|$)", link), link


def test_no_page_runs_what_an_article_says(hostile: tuple[TestClient, Path]) -> None:
    client, path = hostile
    asked = addresses(path)
    assert len(asked) > len(PAGES)
    for number, address in enumerate(asked):
        answer = client.get(
            address, headers={"accept-language": ("en", "fr")[number % 2], "accept": "text/html"}
        )
        assert answer.status_code == 200, address
        harmless(answer.text)


def test_the_words_are_there_all_the_same(hostile: tuple[TestClient, Path]) -> None:
    client, path = hostile
    with View(path) as view:
        article = next(row.id for row in view.articles("Reuters"))
    page = client.get(f"/articles/{article}").text
    assert "&lt;script&gt;" in page
    assert HUGE in page
    assert "\N{REPLACEMENT CHARACTER}" in page


def test_what_turns_text_around_ends_where_the_article_ends(hostile: tuple[TestClient, Path]) -> None:
    client, path = hostile
    with View(path) as view:
        article = next(row.id for row in view.articles("lang:en"))
    for address in ("/articles", "/claims", f"/articles/{article}"):
        text = re.sub(r"<title>.*?</title>", "", client.get(address).text, flags=re.DOTALL)
        for place in re.finditer(TURNED, text):
            before = text[: place.start()]
            kept = before.rfind("<bdi") > before.rfind("</bdi>") or 'dir="auto"' in before[-len(HUGE) * 3 :]
            assert kept, text[place.start() - 80 : place.end()]


@pytest.mark.parametrize("text", [a.text for a in ARTICLES], ids=["one", "other"])
def test_what_is_pasted_is_harmless_too(hostile: tuple[TestClient, Path], text: str) -> None:
    from tests.web.conftest import token_of

    client, _ = hostile
    answer = client.post("/read", data={"text": text, "token": token_of(client)})
    assert answer.status_code == 200
    harmless(answer.text)


@pytest.mark.parametrize(
    "address",
    [f"/claims?q={EVIL}", f"/articles/{EVIL}", f"/{EVIL}", f"/actors/{SCRIPT}", f"/map?q=colour:{SCRIPT}"],
)
def test_what_is_asked_is_harmless_too(hostile: tuple[TestClient, Path], address: str) -> None:
    client, _ = hostile
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/html")
    harmless(answer.text)


def test_pages_weigh_little(hostile: tuple[TestClient, Path]) -> None:
    client, path = hostile
    for address in addresses(path):
        text = client.get(address).text
        size = len(text.replace(HUGE, "").encode())
        for name in set(re.findall(r'(?:src|href)="(/static/[^"]+)"', text)):
            size += len(client.get(name).content)
        assert size <= 300_000, (address, size)
