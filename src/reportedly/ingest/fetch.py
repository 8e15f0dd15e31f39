"""Fetching a page that somebody named on the command line."""

from __future__ import annotations

from reportedly.errors import InputError


def fetch(url: str) -> bytes:
    """The page's bytes.

    Who types an address may well mean a server of their own network, and has asked for this page: no robots.txt.

    :raises InputError: if there is no answer or no page; the message says why.
    """
    from reportedly.ingest.web import Web

    try:
        answer = Web(private=True).get(url, robots=False)
    except InputError as error:
        raise InputError(str(error).removeprefix(f"{url}: ")) from error
    if answer.status != 200:
        raise InputError(f"could not be fetched (HTTP status {answer.status})")
    return answer.body
