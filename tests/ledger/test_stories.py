"""Stories kept in the ledger: found again under ids that stay, made anew without rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.corroborate import corroborate
from reportedly.errors import LedgerError
from reportedly.ledger import View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.ledger.keeping import keep
from reportedly.model import Article
from reportedly.reading import Reader

ARTICLES = [
    ("Lima will supply Quito with forty tanks, the ministry said on Monday.", "The Courier", "2024-05-06"),
    ("Lima va livrer quarante chars à Quito, selon le ministère.", "La Gazette", "2024-05-07"),
    ("Lima denied that it would supply Quito with forty tanks.", "The Post", "2024-05-08"),
    ("Oslo signed a treaty with Rome on Friday.", "The Courier", "2024-05-11"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "news.db"
    with Writer(path) as writer:
        writer.store_many(
            (Article(text=text, outlet=outlet, published=day), "test") for text, outlet, day in ARTICLES
        )
        list(read_waiting(writer, Reader()))
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(path), "--format", "json"])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def ledger(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(kept, tmp_path / "news.db"))


def test_events_are_listed_by_their_newest_change(ledger: Path) -> None:
    with View(ledger) as view:
        rows = list(view.events())
        changes = [row.changed_at for row in rows]
        assert changes == sorted(changes, reverse=True)  # type: ignore[type-var]
        supply = next(view.events("act:supply"))
    assert supply.articles == 3
    assert supply.denied
    assert supply.first_at == "2024-05-06"


@pytest.mark.parametrize("query", ["actor:Peru recipient:Ecuador", "tanks", "lang:fr", 'outlet:"The Post"'])
def test_a_query_finds_the_event_by_any_of_its_claims(ledger: Path, query: str) -> None:
    with View(ledger) as view:
        assert next(view.events("act:supply")).id in {row.id for row in view.events(query)}


def test_a_story_holds_all_that_tell_it(ledger: Path) -> None:
    with View(ledger) as view:
        row = next(view.events("act:supply"))
        story = view.story(row.id)
        assert story.event.id == row.id
        assert {one.outlet for one in story.articles} == {"The Courier", "La Gazette", "The Post"}
        assert {one.id for one in story.origins} == set(story.event.origins)
        assert [(one.article, one.local) for one in story.claims] == [
            (ref.article, ref.claim) for ref in story.event.claims
        ]
        assert all(view.story(claim.id) == story for claim in story.claims)
        assert view.events_of([claim.id for claim in story.claims]) == dict.fromkeys(
            (claim.id for claim in story.claims), row.id
        )
        assert {claim.id for claim in view.claims(f"event:{row.id}", limit=None)} == {
            claim.id for claim in story.claims
        }
        debts = view.story_article(story.articles[0].id)
        assert debts == story.articles[0]


def test_ids_stay_when_an_older_article_is_taken_in_later(ledger: Path) -> None:
    with View(ledger) as view:
        before = next(view.events("act:supply")).id
    older = Article(
        text="Lima will supply Quito with forty tanks, the army said.", outlet="O", published="2024-05-05"
    )
    with Writer(ledger) as writer:
        writer.store(older, "test")
        list(read_waiting(writer, Reader()))
    with View(ledger) as view:
        assert (waiting := view.corroborated()) is not None
        assert waiting.waiting == 1
        stories = corroborate(view.readings())
    with Writer(ledger) as writer:
        keep(writer, stories)
    with View(ledger) as view:
        after = next(view.events("act:supply"))
        assert (after.id, after.first_at) == (before, "2024-05-05")
        assert (done := view.corroborated()) is not None
        assert (done.articles, done.waiting) == (5, 0)


def test_keeping_twice_is_keeping_once(ledger: Path) -> None:
    def all_rows(view: View) -> list[list[tuple[object, ...]]]:
        return [
            view.rows("SELECT * FROM stories"),
            view.rows("SELECT * FROM tellings"),
            view.rows("SELECT * FROM debts"),
            view.rows("SELECT * FROM origins"),
        ]

    with View(ledger) as view:
        before, stories = all_rows(view), corroborate(view.readings())
    with Writer(ledger) as writer:
        keep(writer, stories)
        keep(writer, stories)
    with View(ledger) as view:
        assert all_rows(view) == before


def test_what_is_not_there_is_said(ledger: Path, tmp_path: Path) -> None:
    with View(ledger) as view, pytest.raises(LedgerError, match="no event 'snothing'"):
        view.story("snothing")
    with Writer(tmp_path / "empty.db"):
        pass
    with View(tmp_path / "empty.db") as view:
        assert view.corroborated() is None
        assert list(view.events()) == []
        assert view.story_article("a") is None


def test_a_selection_is_not_kept(ledger: Path) -> None:
    with View(ledger) as view:
        before = view.corroborated()
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(ledger), "--query", "lang:en"])
    assert done.exit_code == 0, done.output
    with View(ledger) as view:
        assert view.corroborated() == before
        assert next(view.events("act:supply")).articles == 3


def test_events_of_a_common_name_are_the_same_however_they_are_found(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begun with what is rare, by a list of what the name is in, or by asking each event."""
    with View(ledger) as view:
        rare = [row.id for row in view.events("actor:Lima", limit=None)]
        monkeypatch.setattr("reportedly.ledger.view.FEW", 0)
        monkeypatch.setattr("reportedly.ledger.plan.MANY", 0)
        walked = [row.id for row in view.events("actor:Lima", limit=None)]
        monkeypatch.setattr("reportedly.ledger.plan.MANY", 100)
        listed = [row.id for row in view.events("actor:Lima", limit=None)]
    assert rare
    assert rare == walked == listed
