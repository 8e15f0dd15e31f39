"""The page holds the whole text, its marks link both ways, and nothing in it reaches for the network."""

from __future__ import annotations

import dataclasses
import io
import re
from html.parser import HTMLParser

import pytest

from reportedly.model import Reading
from reportedly.show.html import render, write
from tests.show.readings import english, french

VOID = {"meta", "input"}


class Page(HTMLParser):
    """Checks that elements nest, and collects ids, links and the text of the left pane."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, named.get("class") or ""))
        if named.get("id"):
            self.ids.append(named["id"] or "")
        if named.get("href"):
            self.links.append(named["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(cls == "words" for _, cls in self.open):
            self.words += data


def page(html: str) -> Page:
    parser = Page()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


@pytest.mark.parametrize("reading", [french(), english()], ids=["fr", "en"])
def test_the_text_stands_there_to_the_last_character(reading: Reading) -> None:
    assert page(render(reading)).words == reading.document.text


def test_every_link_within_the_page_has_its_place() -> None:
    out = io.BytesIO()
    write([french(), english()], out, explain=True)
    found = page(out.getvalue().decode())
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert {"r1-c1", "r1-t-c1", "r2-c2", "r2-t-c2"} <= set(found.ids)


def test_anchors_link_to_cards_and_cards_back() -> None:
    found = page(render(french()))
    for claim in french().claims:
        assert f"#r1-{claim.id}" in found.links
        assert f"#r1-t-{claim.id}" in found.links


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = render(french())
    assert "<script" not in html
    assert not re.search(r"""(?:src|srcset)\s*=|@import|url\(""", html)
    assert "default-src 'none'" in html


def test_an_article_cannot_write_markup() -> None:
    evil = "</div><script>alert(1)</script> & <b>"
    document = dataclasses.replace(
        english().document, text=evil, headline=None, outlet=evil, id=None, url="javascript:alert(1)"
    )
    reading = Reading("reportedly.reading/1", document, *[()] * 9)  # type: ignore[arg-type]
    html = render(reading)
    assert "<script" not in html
    assert "javascript:" not in html
    assert page(html).words == evil


def test_findings_stand_above_the_text() -> None:
    html = render(french())
    assert html.index("Le titre en dit plus que l'article") < html.index('class="words"')


def test_the_page_says_its_languages() -> None:
    html = render(french(), labels="en")
    assert '<html lang="en">' in html
    assert '<div class="words" lang="fr">' in html


def test_layers_are_listed_only_where_there_are_marks() -> None:
    html = render(english())
    assert 'class="l-time"' in html
    assert 'class="l-place"' not in html


def test_no_reading_is_an_empty_page() -> None:
    out = io.BytesIO()
    write([], out)
    assert out.getvalue().startswith(b"<!DOCTYPE html>")
