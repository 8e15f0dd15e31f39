"""An article object as JSON gives it, turned into an article; the keys are those of the reading format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from reportedly.errors import InputError
from reportedly.ingest.decoding import without_lone_surrogates
from reportedly.ingest.source import Remark
from reportedly.model import Article

_TEXTS = ("url", "title", "outlet", "byline", "language", "published")
_KNOWN = {"text", "id", "extra", *_TEXTS}


def article_of(data: object, where: str) -> Iterator[Article | Remark]:
    """The article, and remarks on what was mended or why there is none.

    :param where: the input's name with its line or position, for messages.
    """
    try:
        yield from _article(data, where)
    except InputError as error:
        yield Remark(f"{where}: {error}")


def _article(given: object, where: str) -> Iterator[Article | Remark]:
    if not isinstance(given, dict):
        raise InputError(f"expected an object with a text, got {_kind(given)}")
    data: dict[str, Any]
    data, mended = _mended(given)
    if not isinstance(data.get("text"), str):
        raise InputError(f'expected "text" to be a string, got {_kind(data.get("text"))}')
    if mended:
        yield Remark(f"{where}: replaced {mended} unpaired surrogate(s)", failed=False)
    known: dict[str, Any] = {key: _text(data, key) for key in _TEXTS}
    extra = _extra(data)
    if known["language"]:
        known["language"] = language_code(known["language"])
    if known["published"] and not is_iso_date(known["published"]):
        yield Remark(f"{where}: published is not an ISO 8601 date: {known['published']!r}", failed=False)
        extra["published"], known["published"] = known["published"], None
    yield Article(text=data["text"], id=_identifier(data), extra=extra, **known)


def _mended(value: Any) -> tuple[Any, int]:
    """The value with lone surrogates replaced in every string, and how many there were."""
    if isinstance(value, str):
        return without_lone_surrogates(value)
    if isinstance(value, list):
        parts = [_mended(item) for item in value]
        return [item for item, _ in parts], sum(count for _, count in parts)
    if isinstance(value, dict):
        pairs = [(_mended(key), _mended(item)) for key, item in value.items()]
        return {key: item for (key, _), (item, _) in pairs}, sum(k + v for (_, k), (_, v) in pairs)
    return value, 0


def _text(data: dict[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise InputError(f'expected "{key}" to be a string or null, got {_kind(value)}')


def _identifier(data: dict[str, Any]) -> str | None:
    """The id as text: numbers are common in databases and harmless here."""
    value = data.get("id")
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise InputError(f'expected "id" to be a string, a number or null, got {_kind(value)}')


def _extra(data: dict[str, Any]) -> dict[str, Any]:
    """Unknown keys, with those of an ``extra`` object, as ``to_dict`` writes one, beside them."""
    extra = data.get("extra")
    inner = extra if isinstance(extra, dict) else {} if extra is None else {"extra": extra}
    return {**inner, **{key: value for key, value in data.items() if key not in _KNOWN}}


def language_code(tag: str) -> str:
    """The language of a tag: ``fr`` of ``fr-FR`` or ``fr_CA.UTF-8``."""
    return tag.replace("_", "-").split("-")[0].strip().lower()


def is_iso_date(value: str) -> bool:
    """Whether this is a date or a date-time in ISO 8601."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _kind(value: object) -> str:
    """What a JSON value is, in JSON's words."""
    if value is None:
        return "nothing"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
