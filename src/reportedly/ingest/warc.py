"""Web archives (WARC, also packed): every page that came. Needs fastwarc (the extra ``archives``)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.ingest import page
from reportedly.ingest.source import LARGEST, Remark, Source
from reportedly.model import Article

SUFFIXES = (".warc",)


def matches(source: Source) -> bool:
    """Whether the file's name says that it is a web archive."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """The article of each response that is a page; what is no page is passed over in silence.

    :raises InputError: where fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError("web archives need fastwarc: pip install 'reportedly[archives]'") from error

    with source.path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
                url = record.headers.get("WARC-Target-URI") or ""
                http = record.http_headers
                kind = (record.http_content_type or "") if http else ""
                if http is None or http.status_code != 200 or "html" not in kind:
                    continue
                yield from page_of(url, record.reader.read(LARGEST + 1))
        except (OSError, ValueError, RuntimeError) as error:
            yield Remark(f"{source.label}: damaged or cut off ({error}); what came before was taken in")


def page_of(url: str, data: bytes) -> Iterator[Article | Remark]:
    """The article of one page."""
    if len(data) > LARGEST:
        yield Remark(f"{url}: larger than {LARGEST // 1_000_000} MB, which no article is")
        return
    yield from page.articles_of_bytes(Source(url), data)
