"""Fetching a page that somebody named on the command line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from copy import deepcopy

from reportedly import __version__
from reportedly.errors import InputError


def fetch(url: str) -> bytes:
    """The page's bytes.

    :raises InputError: if there is no answer or no page; the message says why.
    """
    from trafilatura.downloads import fetch_response

    with _reasons() as reasons:
        response = fetch_response(url, decode=False, config=_settings())
    if response is None:
        raise InputError(f"could not be fetched ({reasons[-1] if reasons else 'no answer'})")
    if response.status != 200:
        raise InputError(f"could not be fetched (HTTP status {response.status})")
    return bytes(response.data or b"")


def _settings() -> ConfigParser:
    """The fetcher's settings, with what a person at a keyboard expects of it."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings: ConfigParser = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["USER_AGENTS"] = f"reportedly/{__version__}"
    # Who types an address may well mean a server of their own network.
    settings["DEFAULT"]["SSRF_PROTECTION"] = "off"
    # A page that cannot prove where it comes from is no source.
    settings["DEFAULT"]["INSECURE_SSL_FALLBACK"] = "off"
    return settings


@contextmanager
def _reasons() -> Iterator[list[str]]:
    """The reasons of failures, which the fetcher tells only its log; they are kept from standard error."""
    reasons: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            error = record.args[-1] if isinstance(record.args, tuple) and record.args else record.msg
            reasons.append(str(getattr(error, "reason", None) or error).rsplit(": ", maxsplit=1)[-1])

    logger, listener = logging.getLogger("trafilatura.downloads"), Listener()
    propagated = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield reasons
    finally:
        logger.propagate = propagated
        logger.removeHandler(listener)
