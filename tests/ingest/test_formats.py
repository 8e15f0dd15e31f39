"""Feeds, lists of feeds, tables, archives, mail: what comes out of each, and what broken ones cost."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.ingest import Remark, articles
from reportedly.ingest import source as source_module
from reportedly.ingest.feed import articles_of_address, entries, outlines
from reportedly.ingest.web import Web
from reportedly.model import Article
from tests.site import FEED, ITEM, PAGE, served


def write(path: Path, data: str | bytes) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def found(name: str) -> tuple[list[Article], list[str]]:
    everything = list(articles(name))
    return [one for one in everything if isinstance(one, Article)], [
        one.message for one in everything if isinstance(one, Remark)
    ]


# -- feeds


def test_a_feed_gives_the_pages_of_its_entries() -> None:
    with served() as (site, root):
        everything = list(articles_of_address(f"{root}/feed", Web(private=True, pause=0)))
    texts = [one.text for one in everything if isinstance(one, Article)]
    assert ["Peru and Chile" in texts[0], "twelve drones" in texts[1]] == [True, True]
    assert site.asked["/treaty"] == 1
    assert everything[0].outlet == "The Courier"
    assert everything[0].published == "2024-08-20T10:00:00+00:00"


def test_an_entry_without_its_page_has_what_the_feed_gives() -> None:
    with served() as (site, root):
        site.items = [("Lost", "/lost", "World", "")]
        article, remark = sorted(
            articles_of_address(f"{root}/feed", Web(private=True, pause=0)),
            key=lambda one: isinstance(one, Remark),
        )
    assert (article.text, article.title) == ("Short.", "Lost")
    assert not remark.failed


def test_an_aggregators_entry_keeps_its_publisher() -> None:
    item = ITEM.format(
        title="A",
        link="https://x.example/a",
        category="",
        text="B.",
        source='<source url="https://y.example">The Echo</source>',
    )
    assert entries(FEED.format(items=item).encode())[0].outlet == "The Echo"


def test_atom_too() -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><title>Rome signed</title>
    <link href="https://x.example/1"/><updated>2024-08-20T10:00:00Z</updated>
    <content type="html">&lt;p&gt;Rome.&lt;/p&gt;</content></entry></feed>"""
    (entry,) = entries(atom)
    assert (entry.title, entry.url, entry.published, entry.content) == (
        "Rome signed", "https://x.example/1", "2024-08-20T10:00:00+00:00", "<p>Rome.</p>",
    )  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"<html><body>no</body></html>", b"{}", b"/etc/passwd"])
def test_what_is_no_feed_is_said(data: bytes) -> None:
    with pytest.raises(InputError, match="no feed"):
        entries(data)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""


def test_entities_of_ones_own_are_refused() -> None:
    with pytest.raises(InputError, match="entities"):
        entries(BOMB + b"<rss><channel><title>&b;</title></channel></rss>")
    with pytest.raises(InputError, match="entities"):
        outlines(BOMB + b"<opml><body><outline xmlUrl='http://a'/></body></opml>")


def test_a_list_of_feeds_with_folders_and_categories() -> None:
    data = b"""<opml version="2.0"><body><outline text="News">
    <outline text="A" xmlUrl="https://a.example/f" category="/world/,arms"/>
    <outline text="A again" xmlUrl="https://a.example/f"/></outline><outline text="B" xmlUrl="https://b.example/f"/></body></opml>"""
    assert [(each.url, each.title, each.categories) for each in outlines(data)] == [
        ("https://a.example/f", "A", ("world", "arms")),
        ("https://b.example/f", "B", ()),
    ]


def test_a_broken_list_is_said(tmp_path: Path) -> None:
    assert found(write(tmp_path / "x.opml", "<opml><body>"))[1][0].startswith(f"{tmp_path}/x.opml: no OPML")


# -- tables


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", 'title,text,outlet\nTreaty,"Rome, then Oslo,\nsigned.",Courier\n'),
        ("a.csv", 'headline;body;source\nTreaty;"Rome, then Oslo,\nsigned.";Courier\n'),
        ("a.tsv", 'title\ttext\toutlet\nTreaty\t"Rome, then Oslo,\nsigned."\tCourier\n'),
        ("a.csv", '\ufefftitle,text,outlet\r\nTreaty,"Rome, then Oslo,\nsigned.",Courier\r\n'),
    ],
)
def test_a_row_is_an_article(tmp_path: Path, name: str, data: str) -> None:
    (article,), _ = found(write(tmp_path / name, data))
    assert (article.title, article.text, article.outlet) == ("Treaty", "Rome, then Oslo,\nsigned.", "Courier")


def test_tables_in_older_encodings(tmp_path: Path) -> None:
    (article,), _ = found(
        write(tmp_path / "a.csv", "text,outlet\nLe ministère a démenti à Évry.,Écho\n".encode("cp1252"))
    )
    assert (article.text, article.outlet) == ("Le ministère a démenti à Évry.", "Écho")


def test_a_broken_row_costs_only_itself(tmp_path: Path) -> None:
    texts, told = found(write(tmp_path / "a.csv", "title,text\nA,One.\nB\nC,Three.\n"))
    assert [article.text for article in texts] == ["One.", "Three."]
    assert "row 3: 1 cells where 2 were expected" in told[0]


def test_a_table_without_texts_is_said(tmp_path: Path) -> None:
    assert "no column is called text; there are a, b" in found(write(tmp_path / "a.csv", "a,b\n1,2\n"))[1][0]


def test_parquet(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a.parquet"
    duckdb.sql(
        f"COPY (SELECT 'Rome signed.' AS body, DATE '2024-08-20' AS date, NULL AS url) TO '{path}' (FORMAT parquet)"
    )
    (article,), told = found(str(path))
    assert (article.text, article.published, told) == ("Rome signed.", "2024-08-20", [])
    assert found(write(tmp_path / "b.parquet", b"PAR1 nothing"))[1]


# -- archives and mail


def warc(pages: dict[str, str]) -> bytes:
    out = io.BytesIO()
    for url, page in pages.items():
        length = len(page.encode())
        http = (
            f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n{page}".encode()
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-08-20T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{abs(hash(url))}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out.write(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return out.getvalue()


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pages = {
        f"https://x.example/{n}": PAGE.format(
            title=f"T{n}", text=f"Peru and Chile signed treaty number {n} in Lima."
        )
        for n in (1, 2)
    }
    texts, told = found(write(tmp_path / "a.warc.gz", warc(pages)))
    assert [article.url for article in texts] == list(pages)
    assert told == []


def test_a_cut_archive_gives_what_came_before(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    page = PAGE.format(title="T", text="Peru and Chile signed a treaty in Lima.")
    data = warc({"https://x.example/1": page, "https://x.example/2": page})
    texts, _ = found(write(tmp_path / "a.warc.gz", data[: len(data) - 60]))
    assert [article.url for article in texts][:1] == ["https://x.example/1"]


MAIL = """From: The Courier <news@courier.example>
Subject: =?utf-8?q?D=C3=A9menti?=
Date: Tue, 20 Aug 2024 10:00:00 +0200
Message-ID: <1@courier.example>
Content-Type: text/plain; charset=utf-8

Le ministère a démenti.
"""


def test_mail(tmp_path: Path) -> None:
    (article,), _ = found(write(tmp_path / "a.eml", MAIL))
    assert (article.title, article.outlet, article.id, article.published) == (
        "Démenti", "The Courier", "1@courier.example", "2024-08-20T10:00:00+02:00",
    )  # fmt: skip
    box = "".join(f"From x Tue Aug 20 10:00:00 2024\n{MAIL}\n" for _ in range(2))
    assert len(found(write(tmp_path / "a.mbox", box))[0]) == 2


# -- packed and damaged


def test_packed_lines_and_a_packed_file_that_is_cut_off(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"Rome signed treaty number {n}."}) + "\n" for n in range(2000))
    whole = gzip.compress(lines.encode())
    assert len(found(write(tmp_path / "a.jsonl.gz", whole))[0]) == 2000
    some, told = found(write(tmp_path / "b.jsonl.gz", whole[: len(whole) // 2]))
    assert 0 < len(some) < 2000
    assert "damaged or cut off" in told[-1]
    assert "damaged" in found(write(tmp_path / "c.jsonl.gz", b"\x1f\x8b\x08\x00" + b"x" * 50))[1][0]


def test_a_packed_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LARGEST", 100_000)
    for name in ("a.txt.gz", "a.jsonl.gz"):
        texts, told = found(write(tmp_path / name, gzip.compress(b"x" * 10_000_000)))
        assert texts == []
        assert "no article is" in told[0]


def test_a_page_of_nothing_but_tags_is_survived(tmp_path: Path) -> None:
    texts, told = found(write(tmp_path / "a.html", "<html><body>" + "<div>" * 200_000))
    assert texts == []
    assert told
