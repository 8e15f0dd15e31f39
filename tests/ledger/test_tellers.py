"""The register of outlets and sources: who tells first, who is confirmed, who is denied."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.ledger import View, Writer
from reportedly.ledger.fates import Telling, fate
from reportedly.ledger.identities import identity
from reportedly.ledger.intake import read_waiting
from reportedly.model import Article
from reportedly.naming import folded
from reportedly.reading import Reader

#: One delivery that is told, copied, confirmed from elsewhere and denied; and one that only one outlet tells.
ARTICLES = [
    Article(
        text="Norway delivered forty tanks to Estonia, the Norwegian defence ministry said on Monday.",
        outlet="The Courier",
        published="2024-08-20",
    ),
    Article(
        text="L'Estonie a reçu quarante chars de la Norvège, a confirmé mardi le ministère estonien de la Défense.",
        outlet="La Gazette",
        published="2024-08-21",
    ),
    Article(
        text="Norway delivered no tanks to Estonia, Latvia's foreign minister told reporters on Wednesday.",
        outlet="The Post",
        published="2024-08-22",
    ),
    Article(
        text="Kenya sent maize to Malawi, two officials said.", outlet="The Post", published="2024-08-23"
    ),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tellers") / "news.db"
    with Writer(path) as writer:
        writer.store_many((article, "test") for article in ARTICLES)
        list(read_waiting(writer, Reader()))
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(path)])
    assert done.exit_code == 0, done.output
    return path


def test_outlets_and_what_became_of_what_they_told(told: Path) -> None:
    with View(told) as view:
        rows = {row.name: row for row in view.tellers("outlet")}
        claims = {row.outlet: 0 for row in view.claims(limit=None)}
        for claim in view.claims(limit=None):
            claims[claim.outlet] += 1
    assert {row.name: row.claims for row in rows.values()} == claims
    first = rows["The Courier"].record
    assert first.first >= 1
    assert first.confirmed + first.denied + first.contested >= 1
    assert rows["The Post"].unnamed == 2  # a minister without a name, and two officials


def test_unnamed_sources_stand_together(told: Path) -> None:
    with View(told) as view:
        rows = list(view.tellers("source", limit=50))
    unnamed = [row for row in rows if not row.name]
    assert [(row.role, row.named, row.unnamed) for row in unnamed] == [("official", 0, 2)]
    assert all(row.unnamed == 0 for row in rows if row.name)


def test_names_are_found_by_how_they_begin(told: Path) -> None:
    with View(told) as view:
        assert [row.name for row in view.tellers("outlet", "GAZ")] == ["La Gazette"]
        assert [row.name for row in view.tellers("outlet", "%")] == [
            row.name for row in view.tellers("outlet", "")
        ]
        both = [row.name for row in view.tellers("outlet", order="name", limit=2)]
        rest = [row.name for row in view.tellers("outlet", order="name", limit=2, offset=2)]
    assert both + rest == ["The Courier", "La Gazette", "The Post"]


def test_a_source_of_two_languages_has_one_line(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    texts = [
        "Norway delivered tanks to Estonia, the Norwegian defence ministry said on Monday.",
        "La Norvège a livré des chars à l'Estonie, a dit lundi le ministère norvégien de la Défense.",
    ]
    with Writer(path) as writer:
        writer.store_many((Article(text=text, outlet="The Courier"), "test") for text in texts)
        list(read_waiting(writer, Reader()))
    assert CliRunner().invoke(main, ["corroborate", "--ledger", str(path)]).exit_code == 0
    with View(path) as view:
        (row,) = (row for row in view.tellers("source") if row.name)
        assert row.articles == 2
        assert {name.split()[0] for name in row.names} == {"Norwegian", "ministère"}
        for beginning in ("minist", "norw"):
            assert [found.name for found in view.tellers("source", beginning)] == [row.name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Téhéran", "Tehran"),
        ("la Russie", "Russia"),
        ("l'Otan", "NATO"),
        ("the Kenyan foreign ministry", "le ministère kényan des Affaires étrangères"),
        ("the ministry of health of Peru", "ministère péruvien de la Santé"),
    ],
)
def test_names_of_one_body(one: str, other: str) -> None:
    assert identity(folded(one)) == identity(folded(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tehran", "Iran"),
        ("the Kenyan foreign ministry", "the Kenyan health ministry"),
        ("the Kenyan foreign ministry", "the Peruvian foreign ministry"),
        ("the foreign ministry", "the Peruvian foreign ministry"),
        ("Ada Moreau", "Anne Moreau"),
    ],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert identity(folded(one)) != identity(folded(other))


def telling(at: str | None, voice: str, status: str = "happened", **other: object) -> Telling:
    given = {"family": voice, "origin": voice, "positive": status != "denied", "sure": True, **other}
    return Telling(at=at, voice=voice, status=status, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rest", "became"),
    [
        ([], None),
        ([telling("2024-02", "b")], "confirmed"),
        ([telling("2024-02", "b", "denied")], "denied"),
        ([telling("2024-02", "b"), telling("2024-03", "c", "denied")], "contested"),
        ([telling("2024-02", "b", family="a")], None),  # of the same house
        ([telling("2024-02", "b", origin="a")], None),  # a copy
        ([telling("2024-02", "b", sure=False)], None),  # a rumour
        ([telling("2024-02", "b", "expected")], None),
        ([telling("2024-01", "b")], None),  # no later
        ([telling(None, "b")], None),  # nobody knows when
        ([telling("2024-02", "a", "denied")], None),  # its own word
    ],
)
def test_what_becomes_of_a_telling(rest: list[Telling], became: str) -> None:
    assert fate(telling("2024-01", "a"), rest) == became
