"""Watching: feeds polled with good manners, and rules that tell only what changes an event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.errors import LedgerError
from reportedly.ingest import Remark
from reportedly.ingest.feed import Outline
from reportedly.ingest.web import Web
from reportedly.ledger import Stored, View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.model import Article
from reportedly.reading import Reader
from reportedly.watch.feeds import follow, poll
from reportedly.watch.rules import News, Rule, news, save
from tests.site import Site, served


@pytest.fixture
def site() -> Iterator[tuple[Site, str]]:
    with served() as running:
        yield running


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path / "x.db") as opened:
        yield opened


def polled(writer: Writer, now: bool = True) -> list[Stored | Remark]:
    if now:
        writer.connection.execute("UPDATE feeds SET next_at = NULL")
    return list(poll(writer, Web(private=True, pause=0)))


def state(writer: Writer, column: str) -> list[object]:
    return [value for (value,) in writer.connection.execute(f"SELECT {column} FROM feeds ORDER BY number")]  # noqa: S608


def test_what_is_new_is_stored_once(writer: Writer, site: tuple[Site, str]) -> None:
    running, root = site
    follow(writer, [Outline(f"{root}/feed", None, ())])
    assert [one.outcome for one in polled(writer) if isinstance(one, Stored)] == ["new", "new"]
    assert polled(writer) == []
    assert running.headers["/feed"]["If-None-Match"]
    running.items.append(("Third", "/nothing", "World", ""))
    assert len([one for one in polled(writer) if isinstance(one, Stored)]) == 1
    assert running.asked["/treaty"] == 1


def test_only_wanted_categories(writer: Writer, site: tuple[Site, str]) -> None:
    running, root = site
    follow(writer, [Outline(f"{root}/feed", None, ("ARMS",))])
    assert len(polled(writer)) == 1
    assert running.asked["/treaty"] == 0


def test_a_feed_is_not_asked_before_its_time(writer: Writer, site: tuple[Site, str]) -> None:
    running, root = site
    follow(writer, [Outline(f"{root}/feed", None, ())])
    for _ in range(3):
        polled(writer, now=False)
    assert running.asked["/feed"] == 1


def test_a_feed_that_moved_is_asked_at_its_new_place(writer: Writer, site: tuple[Site, str]) -> None:
    follow(writer, [Outline(f"{site[1]}/moved", None, ())])
    polled(writer)
    assert state(writer, "url") == [f"{site[1]}/feed"]


def test_a_feed_that_is_gone_is_asked_no_more(writer: Writer, site: tuple[Site, str]) -> None:
    running, root = site
    follow(writer, [Outline(f"{root}/gone", None, ())])
    (told,) = polled(writer)
    assert isinstance(told, Remark)
    assert "no more" in told.message
    polled(writer)
    assert running.asked["/gone"] == 1


def test_a_busy_feed_is_left_alone_as_long_as_it_asks(writer: Writer, site: tuple[Site, str]) -> None:
    follow(writer, [Outline(f"{site[1]}/busy", None, ())])
    polled(writer)
    (seconds,) = writer.connection.execute(
        "SELECT round((julianday(next_at) - julianday('now')) * 86400) FROM feeds"
    ).fetchone()
    assert 100 < seconds <= 121
    assert polled(writer, now=False) == []


def test_failures_in_a_row_wait_longer(writer: Writer, site: tuple[Site, str]) -> None:
    follow(writer, [Outline(f"{site[1]}/nothing", None, ())])
    waits = []
    for _ in range(3):
        polled(writer)
        waits += writer.connection.execute(
            "SELECT (julianday(next_at) - julianday('now')) * 1440 FROM feeds"
        ).fetchone()
    assert [round(minutes) for minutes in waits] == [15, 30, 60]
    with View(writer.path) as view:
        assert "HTTP status 404" in str(view.problems()[0]["message"])


# -- rules

TOLD = "Iran delivered missiles to Russia on Monday, two officials told {agency}."


def take(writer: Writer, text: str, outlet: str, day: int) -> list[News]:
    writer.store(Article(text=text, outlet=outlet, published=f"2024-08-{day:02}T10:00:00+00:00"), "test")
    list(read_waiting(writer, Reader()))
    return list(news(writer))


def test_articles_alone_tell_nothing(writer: Writer) -> None:
    save(writer, Rule("arms", "actor:Iran", ()))
    assert take(writer, TOLD.format(agency="Reuters"), "The Courier", 20) == []
    assert take(writer, TOLD.format(agency="Reuters"), "The Echo", 20) == []  # the same origin again


def test_a_second_origin_and_a_denial_are_told_once(writer: Writer) -> None:
    save(writer, Rule("arms", "actor:Iran", ()))
    take(writer, TOLD.format(agency="Reuters"), "The Courier", 20)
    (second,) = take(
        writer,
        "Iran delivered missiles to Russia on Monday, Ukraine's defence ministry said.",
        "The Echo",
        21,
    )
    assert "2 independent origins" in second.title
    (denial,) = take(
        writer,
        "Iran did not deliver missiles to Russia on Monday, its foreign ministry said.",
        "The Wire",
        22,
    )
    assert "denied" in denial.title
    assert "The Wire" in denial.body
    assert list(news(writer)) == []


def test_a_change_of_status_is_told(writer: Writer) -> None:
    save(writer, Rule("arms", "actor:Iran", ()))
    take(writer, "Iran plans to deliver missiles to Russia, Reuters reported.", "The Courier", 20)
    (change,) = take(writer, "Iran has delivered missiles to Russia, Reuters reported.", "The Courier", 25)
    assert "→ happened" in change.title


def test_a_rule_that_means_nothing_is_refused(writer: Writer) -> None:
    with pytest.raises(LedgerError, match="no field"):
        save(writer, Rule("x", "colour:red", ()))


def test_the_command_follows_a_list_and_tells(tmp_path: Path, site: tuple[Site, str]) -> None:
    running, root = site
    opml = tmp_path / "feeds.opml"
    opml.write_text(f'<opml><body><outline text="A" xmlUrl="{root}/feed"/></body></opml>')
    base = ["watch", str(opml), "--ledger", str(tmp_path / "x.db"), "--once", "--private"]
    first = CliRunner().invoke(main, [*base, "--rule", "arms=actor:Italy"])
    assert first.exit_code == 0, first.stderr
    assert "2 new" in first.stderr
    assert first.stdout == ""
    assert running.asked["/feed"] == 1


def test_the_command_tells_other_places(site: tuple[Site, str], capsys: pytest.CaptureFixture[str]) -> None:
    from reportedly.cli.watch import tell

    running, root = site
    tell("News", "Words.", (root.replace("http:", "json:") + "/hook",))
    assert '"title": "News"' in running.heard[0]
    assert '"message": "Words."' in running.heard[0]
    tell("News", "Words.", ("nowhere://x",))
    assert "nowhere: could not be told" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--rule", "nothing"], ["missing.opml"]])
def test_the_command_refuses_what_it_cannot_use(tmp_path: Path, arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["watch", "--once", "--ledger", str(tmp_path / "x.db"), *arguments])
    assert result.exit_code in (1, 2)
    assert result.stderr
