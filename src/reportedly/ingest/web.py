"""Fetching addresses that other people wrote: only http(s), no private networks, bounded in size and time, and polite.

An address out of a feed or an article is not to be trusted: its host is resolved here, every answer is checked, and the
connection goes to the address that was checked, redirects included.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from reportedly import __version__
from reportedly.errors import InputError
from reportedly.ingest.source import LARGEST

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

AGENT = f"reportedly/{__version__}"
#: Seconds for one address, from the first byte to the last.
PATIENCE = 60.0
#: Seconds until a host answers, and between two parts of its answer.
ANSWER = 15.0
REDIRECTS = 5
#: Seconds between two requests to one host.
PAUSE = 1.0
#: Seconds to stay away from a host that asks for it without saying how long.
AWAY = 300.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: ``url`` is where it came from in the end, ``moved`` where the address lives from now on."""

    status: int
    url: str
    body: bytes = b""
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    #: Seconds for which the host wants to be left alone.
    retry_after: float | None = None


@dataclass
class Web:
    """The way out: remembers when each host was asked last and what its robots.txt allows.

    :param private: whether hosts of private networks may be asked, as somebody's own server.
    """

    private: bool = False
    pause: float = PAUSE
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    asked: dict[str, float] = field(default_factory=dict)
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None, robots: bool = True
    ) -> Answer:
        """One address, with its redirects.

        :param etag: what the host called the version that we have; it answers 304 if that is still the newest.
        :param robots: whether to ask robots.txt first.
        :raises InputError: if it may not be fetched, does not answer, or answers too much.
        """
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        deadline = self.clock() + PATIENCE
        moved: str | None = None
        permanent = True
        for _ in range(REDIRECTS + 1):
            check(url)
            if robots and not self.allowed(url):
                raise InputError(f"{url}: its robots.txt asks programs to stay away")
            answer, target = self._once(url, headers, deadline)
            if target is None:
                return answer if moved is None else _moved(answer, moved)
            permanent = permanent and answer.status in (301, 308)
            url = urljoin(url, target)
            moved = url if permanent else moved
        raise InputError(f"{url}: redirected more than {REDIRECTS} times")

    def allowed(self, url: str) -> bool:
        """Whether the host's robots.txt lets us have an address; a host without one lets us."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self.robots:
            parser = RobotFileParser()
            try:
                answer, target = self._once(
                    f"{root}/robots.txt", {"User-Agent": AGENT}, self.clock() + ANSWER
                )
                found = answer.status == 200 and target is None
                parser.parse(answer.body.decode("utf-8", "replace").splitlines() if found else [])
            except InputError:
                parser.parse([])
            self.robots[root] = parser
        return self.robots[root].can_fetch(AGENT, url)

    def _once(self, url: str, headers: dict[str, str], deadline: float) -> tuple[Answer, str | None]:
        """One request; the second part is where it redirects to."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        self._wait(host)
        with _opened(parts.scheme, host, parts.port, self.private) as pool:
            from urllib3.exceptions import HTTPError

            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            try:
                response = pool.request(
                    "GET", path, headers={**headers, "Host": parts.netloc.rpartition("@")[2]}, redirect=False,
                    retries=False, preload_content=False, timeout=ANSWER,
                )  # fmt: skip
                with response:
                    target = response.headers.get("Location") if 300 <= response.status < 400 else None
                    read = not target and response.status != 304
                    body = b"".join(self._body(url, response, deadline)) if read else b""
            except HTTPError as error:
                raise InputError(f"{url}: could not be fetched ({_reason(error)})") from error
        return _answer(url, response, body), target if response.status != 304 else None

    def _body(self, url: str, response: BaseHTTPResponse, deadline: float) -> Iterator[bytes]:
        """The answer in parts, as long as there is time and room."""
        size = 0
        # Parts as they come: waiting for full ones, a host that drips would never be told to stop.
        while part := response.read1(65536, decode_content=True):
            size += len(part)
            if size > LARGEST:
                raise InputError(f"{url}: larger than {LARGEST // 1_000_000} MB, which no article is")
            if self.clock() > deadline:
                raise InputError(f"{url}: took longer than {PATIENCE:.0f} seconds")
            yield part

    def _wait(self, host: str) -> None:
        """Leave a host in peace for a moment between two requests."""
        last = self.asked.get(host)
        if last is not None and (rest := last + self.pause - self.clock()) > 0:
            self.sleep(rest)
        self.asked[host] = self.clock()


def check(url: str) -> None:
    """Is this an address that may be fetched at all?

    :raises InputError: if not.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError(f"{url}: no address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: only http and https addresses are fetched")
    if parts.username or port == 0:
        raise InputError(f"{url}: addresses with passwords are not fetched")


def resolved(host: str, port: int, private: bool) -> str:
    """The address of a host, checked.

    :raises InputError: if it has none, or one that leads into a private network.
    """
    try:
        found = {str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise InputError(f"{host}: no such host") from error
    for address in sorted(found):
        if not private and not public(address):
            raise InputError(f"{host}: leads into a private network ({address}), which is not asked")
    return min(found, key=lambda address: (":" in address, address))


@lru_cache(maxsize=1024)
def public(address: str) -> bool:
    """Whether an address belongs to the open internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (mapped is None or mapped.is_global)


def _opened(scheme: str, host: str, port: int | None, private: bool):  # type: ignore[no-untyped-def]
    """A pool of connections to the checked address, with the host's own name in its certificate."""
    import urllib3

    port = port or (443 if scheme == "https" else 80)
    address = resolved(host, port, private)
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(
            address, port, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED"
        )
    return urllib3.HTTPConnectionPool(address, port)


def _answer(url: str, response: BaseHTTPResponse, body: bytes) -> Answer:
    return Answer(
        status=response.status,
        url=url,
        body=body,
        etag=response.headers.get("ETag"),
        modified=response.headers.get("Last-Modified"),
        retry_after=_seconds(response.headers.get("Retry-After"), response.status),
    )


def _moved(answer: Answer, moved: str) -> Answer:
    from dataclasses import replace

    return replace(answer, moved=moved)


def _seconds(told: str | None, status: int) -> float | None:
    """For how long a host wants to be left alone."""
    if status not in (429, 503):
        return None
    if told is None:
        return AWAY
    if told.strip().isdecimal():
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except ValueError:
        return AWAY


def _reason(error: Exception) -> str:
    """The innermost cause in words."""
    reason = getattr(error, "reason", None) or error
    return str(reason).rsplit(": ", maxsplit=1)[-1] or type(error).__name__
