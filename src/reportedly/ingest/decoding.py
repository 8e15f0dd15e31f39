"""Bytes to text: UTF-8 first, then what the byte order mark says, then the likeliest older encoding."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import InputError

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What French and English were written in before; asked first, since many tables fit the same bytes.
_WESTERN = ("cp1252", "mac_roman", "cp850")
_LONE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and the encoding where it is worth telling because it was guessed.

    :raises InputError: if the bytes are text in no encoding that can be told.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(marked), None
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    """The text in the older encoding that explains its bytes best."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_WESTERN)).best() or from_bytes(data).best()
    if best is None:
        raise InputError("not text in any known encoding")
    return str(best), best.encoding.replace("_", "-")


def without_lone_surrogates(text: str) -> tuple[str, int]:
    """The text with half characters, which no encoding can write, replaced one by one, and their number."""
    return _LONE.subn(REPLACEMENT, text)
