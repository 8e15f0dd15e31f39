"""Fetching what others wrote: safe, bounded and polite."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reportedly.errors import InputError
from reportedly.ingest import web as module
from reportedly.ingest.web import Web, check, public, resolved
from tests.site import Site, served


@pytest.fixture
def site() -> Iterator[tuple[Site, str]]:
    with served() as running:
        yield running


def own() -> Web:
    return Web(private=True, pause=0)


def test_a_page_comes_with_what_names_its_version(site: tuple[Site, str]) -> None:
    _, root = site
    answer = own().get(f"{root}/feed")
    assert answer.status == 200
    assert answer.etag
    assert own().get(f"{root}/feed", etag=answer.etag).status == 304


def test_moves_are_followed_and_only_lasting_ones_remembered(site: tuple[Site, str]) -> None:
    _, root = site
    assert own().get(f"{root}/moved").moved == f"{root}/feed"
    answer = own().get(f"{root}/elsewhere")
    assert (answer.status, answer.moved) == (200, None)


@pytest.mark.parametrize(
    ("path", "status"), [("/gone", 410), ("/nothing", 404), ("/busy", 429), ("/tired", 503)]
)
def test_refusals_come_back_as_they_are(site: tuple[Site, str], path: str, status: int) -> None:
    assert own().get(site[1] + path).status == status


def test_a_busy_host_says_how_long(site: tuple[Site, str]) -> None:
    assert own().get(f"{site[1]}/busy").retry_after == 120
    assert own().get(f"{site[1]}/tired").retry_after == module.AWAY


def test_packed_answers_are_unpacked(site: tuple[Site, str]) -> None:
    assert b"Peru and Chile" in own().get(f"{site[1]}/gzip").body


@pytest.mark.parametrize("path", ["/big", "/bomb"])
def test_size_is_bounded(site: tuple[Site, str], path: str) -> None:
    with pytest.raises(InputError, match="larger than 20 MB"):
        own().get(site[1] + path)


def test_time_is_bounded(site: tuple[Site, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.3)
    started = time.monotonic()
    with pytest.raises(InputError, match="took longer"):
        own().get(f"{site[1]}/drip")
    assert time.monotonic() - started < 5


def test_a_circle_ends(site: tuple[Site, str]) -> None:
    with pytest.raises(InputError, match="redirected more than"):
        own().get(f"{site[1]}/round")


def test_robots_are_obeyed(site: tuple[Site, str]) -> None:
    running, root = site
    running.robots = "User-agent: *\nDisallow: /drones\n"
    with pytest.raises(InputError, match=r"robots\.txt"):
        own().get(f"{root}/drones")
    assert own().get(f"{root}/treaty").status == 200
    assert running.asked["/drones"] == 0


def test_one_host_is_left_in_peace_between_requests(site: tuple[Site, str]) -> None:
    pauses: list[float] = []
    web = Web(private=True, pause=5, clock=lambda: 100.0, sleep=pauses.append)
    for _ in range(3):
        web.get(f"{site[1]}/treaty")
    assert pauses == [5, 5, 5]  # robots.txt was the first request


# -- addresses that must not be asked


def test_private_hosts_are_not_asked(site: tuple[Site, str]) -> None:
    running, root = site
    with pytest.raises(InputError, match="private network"):
        Web().get(f"{root}/treaty")
    assert not running.asked


@pytest.mark.parametrize("path", ["/inside", "/file"])
def test_redirects_are_checked_too(
    site: tuple[Site, str], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "public", lambda address: address == "127.0.0.1")
    with pytest.raises(InputError, match=r"private network|only http"):
        Web(pause=0).get(site[1] + path)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.1.2.3", "::1", "fe80::1", "fc00::1",
     "::ffff:10.0.0.1", "::ffff:127.0.0.1", "224.0.0.1", "100.64.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_what_is_private(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_what_is_public(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f.1", "2130706433"])
def test_other_spellings_of_this_machine(host: str) -> None:
    with pytest.raises(InputError):
        resolved(host, 80, private=False)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "gopher://x",
        "http://a:b@example.org/",
        "javascript:1",
        "http://x:99999/",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(InputError):
        check(url)


def test_a_name_that_changes_its_mind_is_asked_where_it_was_checked(
    site: tuple[Site, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The host resolves to a public address first and to this machine after: only the first counts."""
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", (next(answers), port))]

    monkeypatch.setattr(module.socket, "getaddrinfo", resolve)
    assert resolved("rebind.example", 80, private=False) == "93.184.216.34"
    with pytest.raises(InputError, match="private"):
        resolved("rebind.example", 80, private=False)
    assert asked == ["rebind.example"] * 2
