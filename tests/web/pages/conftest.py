"""A ledger with one story told by many, corroborated once: copies, a translation, a denial, a hostile article."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.corroborate import corroborate
from reportedly.ledger import View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.ledger.keeping import keep
from reportedly.model import Article
from reportedly.reading import Reader
from reportedly.web.app import create_app
from reportedly.web.settings import Settings

WIRE = (
    "Iran may deliver about 200 missiles to Russia in September, two officials told Reuters. The missiles would be"
    " shipped across the Caspian Sea to the port of Astrakhan, the officials said, asking not to be named."
)
FIRM = WIRE.replace("may deliver", "will deliver").replace(", two officials told Reuters", "")
FRENCH = (
    "L'Iran pourrait livrer 200 missiles à la Russie en septembre, ont déclaré deux responsables à Reuters."
)
DENIAL = (
    "Iran denied on Sunday that it had delivered missiles to Russia, its foreign ministry said in Tehran."
)
HOSTILE = (
    "</script></text><svg onload=alert(1)> Iran delivered 220 missiles to Russia on 4 September,"
    ' "officials" said. <b>\u202e'
)
STRIKE = "Russia attacked Kharkiv on Thursday, killing at least 12 people, Ukrainian officials said."


def article(key: str, outlet: str, day: str, title: str, text: str) -> Article:
    language = "fr" if text is FRENCH else "en"
    return Article(
        text=text, id=key, outlet=outlet, published=f"2024-{day}:00+00:00", title=title, language=language
    )


ARTICLES = [
    article("a1", "Reuters", "08-09T14:02", "Iran may deliver missiles to Russia", WIRE),
    article("a2", "Harbour Post", "08-09T16:00", "Missiles for Moscow", f"(Reuters) - {WIRE}"),
    article("a3", "Daily Ledger", "08-09T18:00", "Iran to arm Russia", f"(Reuters) - {FIRM}"),
    article("a4", "Le Matin", "08-10T08:00", "Des missiles iraniens pour la Russie", FRENCH),
    article("a5", "Tehran Desk", "08-11T09:00", "Iran denies missile delivery to Russia", DENIAL),
    article(
        "a6", "<script>alert(1)</script>", "09-13T18:00", "<img src=x onerror=alert(1)> & missiles", HOSTILE
    ),
    article("a7", "Kyiv Desk", "09-12T15:00", "Attack on Kharkiv", STRIKE),
]


@pytest.fixture(scope="session")
def corroborated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "stories.db"
    with Writer(path) as writer:
        writer.store_many((one, "test") for one in ARTICLES)
        list(read_waiting(writer, Reader()))
    with View(path) as view:
        stories = corroborate(view.readings())
    with Writer(path) as writer:
        keep(writer, stories)
    return path


@pytest.fixture
def stories(corroborated: Path, tmp_path: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(corroborated, tmp_path / "stories.db"))


@pytest.fixture
def reader(stories: Path) -> Iterator[TestClient]:
    """Somebody with a browser on the same machine, looking at that ledger."""
    with TestClient(create_app(Settings(ledger=stories)), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def story(stories: Path) -> Callable[[], str]:
    """The id of the event that most articles tell."""

    def story() -> str:
        with View(stories) as view:
            return max(view.events("", limit=None), key=lambda row: row.articles).id

    return story
