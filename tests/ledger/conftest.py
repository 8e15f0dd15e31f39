"""A ledger with three articles in two languages, read by the bundled pipelines once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportedly.ledger import Writer
from reportedly.ledger.intake import read_waiting
from reportedly.model import Article
from reportedly.reading import Reader

ARTICLES = [
    Article(
        text="Iran delivered missiles to Russia on Monday, two officials told Reuters. Moscow denied the delivery.",
        title="Missiles reach Russia",
        url="https://www.courier.example/missiles?utm_source=mail",
        outlet="The Courier",
        published="2024-08-20",
    ),
    Article(
        text="Le ministère chilien a démenti avoir acheté des drones au Pérou. « C'est faux », a dit la ministre.",
        title="Démenti à Santiago",
        url="https://gazette.example/dementi",
        outlet="La Gazette",
        published="2024-09-02",
    ),
    Article(text="Kenya sent maize to Malawi.", id="k1", published="2024-09-03T10:00:00+00:00"),
]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "news.db"
    with Writer(path) as writer:
        writer.store_many((article, "test") for article in ARTICLES)
        list(read_waiting(writer, Reader()))
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(filled, tmp_path / "news.db"))
