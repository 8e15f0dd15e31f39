"""Articles in: every format, and what happens to inputs that are broken."""

from __future__ import annotations

import http.server
import io
import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.ingest import Remark, articles
from reportedly.ingest.decoding import decode, without_lone_surrogates
from reportedly.ingest.record import article_of, language_code
from reportedly.model import Article

PAGE = """<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="{charset}"><title>Accord sur les eaux - La Gazette</title>
<meta name="author" content="Léa Morin"><meta property="og:site_name" content="La Gazette">
<meta property="og:title" content="Accord sur les eaux">
<link rel="canonical" href="https://gazette.example/eaux">
<meta property="article:published_time" content="2026-04-02T09:00:00+02:00">
<meta content="2026-04-03T10:00:00+02:00" property="article:modified_time"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Accord sur les eaux</h1>
<p>Le Chili et le Pérou ont signé jeudi à Lima un accord sur le partage des eaux du fleuve frontalier.</p>
<p>« C'est un pas décisif », a déclaré la ministre péruvienne, sans préciser la date d'entrée en vigueur.</p>
</article><footer>Mentions légales. Tous droits réservés.</footer></body></html>"""


def write(path: Path, data: str | bytes) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def found(name: str) -> tuple[list[Article], list[Remark]]:
    everything = list(articles(name))
    return (
        [each for each in everything if isinstance(each, Article)],
        [each for each in everything if isinstance(each, Remark)],
    )


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_a_text_file_is_kept_to_the_last_space(tmp_path: Path) -> None:
    text = "  Un titre\r\n\r\nUn texte.\u00a0\n \n"
    (article,), remarks = found(write(tmp_path / "a.txt", text))
    assert article.text == text
    assert not remarks


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (article,), remarks = found(write(tmp_path / "a.txt", "Été.".encode("utf-8-sig")))
    assert article.text == "Été."
    assert not remarks


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_wide_encodings_are_read(encoding: str) -> None:
    assert decode("L'été à Évian".encode(encoding)) == ("L'été à Évian", None)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_an_older_encoding_is_read_and_told(tmp_path: Path, encoding: str) -> None:
    text = "Le président a été reçu à l'Élysée, où il a déjeuné avec le ministre."
    (article,), (remark,) = found(write(tmp_path / "a.txt", text.encode(encoding)))
    assert article.text == text
    assert not remark.failed
    assert f"not UTF-8, read as {encoding.replace('_', '-')}" in remark.message


def test_lone_surrogates_are_replaced_one_by_one() -> None:
    assert without_lone_surrogates("a\ud800b\udfffc") == ("a\ufffdb\ufffdc", 2)


def test_json_lines_name_the_broken_line_and_go_on(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "", '{"text": ', '{"title": "no text"}', "[1]", '{"text": "Two."}']
    name = write(tmp_path / "a.jsonl", "\n".join(lines))
    read, remarks = found(name)
    assert [article.text for article in read] == ["One.", "Two."]
    assert [remark.message.split(":")[0] for remark in remarks] == [f"{name}, line {n}" for n in (3, 4, 5)]
    assert all(remark.failed for remark in remarks)


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    line = json.dumps({"text": "one\u2028two\u0085three"}, ensure_ascii=False)
    (article,), remarks = found(write(tmp_path / "a.ndjson", "\ufeff" + line + "\r\n"))
    assert article.text == "one\u2028two\u0085three"
    assert not remarks


def test_known_keys_are_the_articles_and_others_are_kept() -> None:
    data = {
        "text": "T.", "id": 7, "url": "u", "title": "t", "outlet": "o", "byline": "b", "language": "fr-CA",
        "published": "2026-03-04", "desk": "World", "extra": {"old": 1},
    }  # fmt: skip
    (article,) = article_of(data, "here")
    assert article == Article(
        text="T.", id="7", url="u", title="t", outlet="o", byline="b", language="fr", published="2026-03-04",
        extra={"old": 1, "desk": "World"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "expected an object"),
        ([], "got a list"),
        ({}, 'expected "text" to be a string, got nothing'),
        ({"text": 3}, "got a number"),
        ({"text": "a", "title": ["b"]}, 'expected "title" to be a string or null, got a list'),
        ({"text": "a", "id": True}, 'expected "id"'),
    ],
)
def test_a_wrong_object_says_what_was_expected(data: Any, said: str) -> None:
    (remark,) = article_of(data, "file, line 2")
    assert isinstance(remark, Remark)
    assert remark.failed
    assert remark.message.startswith("file, line 2: ")
    assert said in remark.message


def test_a_date_that_is_none_is_kept_aside() -> None:
    remark, article = article_of({"text": "a", "published": "last week"}, "here")
    assert isinstance(remark, Remark)
    assert not remark.failed
    assert isinstance(article, Article)
    assert (article.published, article.extra) == (None, {"published": "last week"})


def test_surrogates_in_json_are_replaced_everywhere() -> None:
    remark, article = article_of(json.loads(r'{"text": "a\ud800", "x": [{"y\udc00": "z\udc00"}]}'), "here")
    assert isinstance(remark, Remark)
    assert "3 unpaired" in remark.message
    assert isinstance(article, Article)
    assert article.text == "a\ufffd"
    assert article.extra == {"x": [{"y\ufffd": "z\ufffd"}]}


def test_nesting_that_never_ends_is_refused(tmp_path: Path) -> None:
    deep = "[" * 200_000
    for name in ("a.json", "a.jsonl"):
        read, (remark,) = found(write(tmp_path / name, deep))
        assert not read
        assert remark.failed


@pytest.mark.parametrize("data", ['{"text": "One."}', '[{"text": "One."}, {"text": "Two."}]'])
def test_json_is_one_object_or_a_list(tmp_path: Path, data: str) -> None:
    read, remarks = found(write(tmp_path / "a.json", data))
    assert [article.text for article in read] == ["One.", "Two."][: len(read)]
    assert read
    assert not remarks


def test_broken_json_names_its_line(tmp_path: Path) -> None:
    name = write(tmp_path / "a.json", '{\n"text": "a",\n}')
    assert [remark.message.split(": ")[0] for remark in found(name)[1]] == [f"{name}, line 3"]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path, charset: str) -> None:
    # The older encoding has no guillemets of another kind to lose, so both must give the same article.
    name = write(tmp_path / "a.html", PAGE.format(charset=charset).encode(charset))
    (article,), remarks = found(name)
    assert not remarks
    assert article.text.startswith("Le Chili et le Pérou ont signé jeudi")
    assert "\n\n« C'est un pas décisif »" in article.text
    assert "Accueil" not in article.text
    assert "Mentions légales" not in article.text
    assert (article.title, article.outlet, article.byline) == (
        "Accord sur les eaux",
        "La Gazette",
        "Léa Morin",
    )
    assert (article.language, article.published) == ("fr", "2026-04-02")
    assert article.url == "https://gazette.example/eaux"


def test_a_page_without_text_fails(tmp_path: Path) -> None:
    read, (remark,) = found(write(tmp_path / "a.html", "<html><body></body></html>"))
    assert not read
    assert "no main text" in remark.message


def test_an_address_that_does_not_answer_fails() -> None:
    read, (remark,) = found("http://127.0.0.1:9/nothing")
    assert not read
    assert "could not be fetched" in remark.message
    assert "refused" in remark.message
    assert remark.message.count("http://127.0.0.1:9/nothing") == 1


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server with one page, in an older encoding and without a canonical address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = (
                PAGE.replace('rel="canonical"', 'rel="x"').format(charset="iso-8859-1").encode("iso-8859-1")
            )
            self.send_response(200 if self.path == "/eaux" else 404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Nothing: tests are quiet."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_an_address_is_fetched(server: str) -> None:
    (article,), remarks = found(f"{server}/eaux")
    assert article.text.startswith("Le Chili et le Pérou ont signé jeudi à Lima")
    assert (article.id, article.title, article.published) == (
        f"{server}/eaux",
        "Accord sur les eaux",
        "2026-04-02",
    )
    assert not remarks


def test_an_address_that_is_not_there_fails(server: str) -> None:
    read, (remark,) = found(f"{server}/none")
    assert not read
    assert remark.message == f"{server}/none: could not be fetched (HTTP status 404)"


def test_a_folder_is_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/z.txt", "a.txt", ".hidden.txt", "picture.png"):
        write(tmp_path / name, name)
    read, remarks = found(str(tmp_path))
    assert [article.text for article in read] == ["a.txt", "b/z.txt"]
    assert not remarks


def test_an_empty_folder_fails(tmp_path: Path) -> None:
    assert found(str(tmp_path))[1][0].failed


def test_a_missing_file_fails(tmp_path: Path) -> None:
    read, (remark,) = found(str(tmp_path / "none.txt"))
    assert not read
    assert "No such file" in remark.message


def test_a_name_that_says_nothing_is_looked_into(tmp_path: Path) -> None:
    assert found(write(tmp_path / "note", "A note."))[0][0].text == "A note."
    assert found(write(tmp_path / "page", PAGE.format(charset="utf-8")))[0][0].title == "Accord sur les eaux"
    read, (remark,) = found(write(tmp_path / "photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"))
    assert not read
    assert "not a text file" in remark.message


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"A short text.\n", ["A short text.\n"]),
        (b'{"text": "One."}\n\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'\n[{"text":\n "One."}]', ["One."]),
        (b"{sic} he wrote.", ["{sic} he wrote."]),
        (b"", [""]),
    ],
)
def test_standard_input_is_what_it_parses_as(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    stdin(monkeypatch, data)
    read, remarks = found("-")
    assert [article.text for article in read] == texts
    assert not remarks


def test_broken_json_lines_on_standard_input_are_no_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'{"text": "One.",}\n{"text": "Two."}\n')
    read, (remark,) = found("-")
    assert [article.text for article in read] == ["Two."]
    assert remark.message.startswith("standard input, line 1: not JSON")


def test_json_lines_are_handed_on_before_the_input_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = b'{"text": "again"}\n'
            buffer[: len(line)] = line
            return len(line)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    first = next(iter(articles("-")))
    assert isinstance(first, Article)
    assert first.text == "again"


@pytest.mark.parametrize(("tag", "code"), [("fr-FR", "fr"), ("en_US.UTF-8", "en"), ("FR", "fr")])
def test_a_language_tag_gives_its_language(tag: str, code: str) -> None:
    assert language_code(tag) == code


def test_a_page_says_when_it_was_changed(tmp_path: Path) -> None:
    (article,), _ = found(write(tmp_path / "p.html", PAGE.format(charset="utf-8")))
    assert article.extra == {"modified": "2026-04-03T10:00:00+02:00"}
    (article,), _ = found(
        write(tmp_path / "q.html", PAGE.format(charset="utf-8").replace("modified_time", "other"))
    )
    assert article.extra == {}
