"""Stories of a ledger that grows: brought up to date step by step, they are those that are made all at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.cli import main
from reportedly.corroborate import corroborate, nearness
from reportedly.ledger import View, Writer
from reportedly.ledger.growing import Followed, follow, state
from reportedly.ledger.growing.readings import judged
from reportedly.model import Article, Reading
from reportedly.reading import Reader

ACTS = {
    "en": (
        "Norway delivered twelve tanks to Chile on Monday, its defence ministry said in a statement.",
        "Chile denied that Norway had delivered twelve tanks. The ministry in Santiago called the report false.",
        "Police arrested forty protesters in Lima on Friday, a spokesman told The Harbour Post.",
        "Rebels may have attacked a barracks in Kenya at dawn, two officials said. The army denied any losses there.",
    ),
    "fr": (
        "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère de la Défense à Oslo.",
        "La police a arrêté quarante manifestants vendredi à Lima, a déclaré un porte-parole au Courrier.",
        "Des rebelles auraient attaqué une caserne au Kenya à l'aube, selon deux responsables. L'armée dément.",
    ),
}
HEADLINES = ("Norway delivers tanks to Chile", "La Norvège livre des chars au Chili")


def written() -> list[Article]:
    """Some two dozen articles: tellings, copies with a credit, copies in part and without doubts, headlines."""
    found = []
    for language, acts in ACTS.items():
        for number, act in enumerate(acts):
            sure = act.replace("may have attacked", "attacked").replace("auraient attaqué", "ont attaqué")
            for copy, text in enumerate((act, f"{act} (AFP)", f"{sure} {acts[number - 1]}")):
                day = f"2031-03-{1 + (7 * number + 3 * copy) % 9:02}"
                key = f"https://news.example/{language}{number}{copy}"
                found.append(
                    Article(text=text, url=key, outlet=f"Outlet {copy}", published=day, language=language)
                )
    for number, text in enumerate(HEADLINES * 2):
        key = f"https://news.example/head{number}"
        found.append(Article(text=text, url=key, outlet=f"Outlet {number}", published="2031-03-05"))
    return found


class Pairs(list[tuple[Article, Reading]]):
    """Articles with their readings, which no report prints."""

    def __repr__(self) -> str:
        return f"{len(self)} pairs"


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    articles = written()
    return Pairs(zip(articles, Reader().read_many(articles), strict=True))


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few are looked at that a dozen articles are a crowd, and none of them tells how rare words are."""
    monkeypatch.setattr(nearness, "COUNTED", 0)
    monkeypatch.setattr(nearness, "REACH", 2)
    monkeypatch.setattr(nearness, "COPIES", 2)
    monkeypatch.setattr("reportedly.ledger.growing.steps.PORTION", 2)


def take_in(writer: Writer, pairs: Sequence[tuple[Article, Reading]]) -> list[str]:
    """The ids of articles that are there from now on with their readings."""
    stored = writer.store_many((article, "test") for article, _ in pairs)
    for one, (article, reading) in zip(stored, pairs, strict=True):
        document = replace(reading.document, id=one.id, outlet=article.outlet, published=article.published)
        writer.save(one.version, replace(reading, document=document), "reader")
    return [one.id for one in stored]


TABLES = {
    "stories": "SELECT id, title, status, origins, articles, claims, changed_at, hex(body) FROM stories ORDER BY id",
    "tellings": "SELECT c.id, s.id FROM tellings t JOIN claims c ON c.number = t.claim JOIN stories s"
    " ON s.number = t.story ORDER BY c.id",
    "debts": "SELECT article, origin, hex(body) FROM debts ORDER BY article",
    "origins": "SELECT id, kind, label, articles, hex(body) FROM origins ORDER BY id",
    "drifts": "SELECT s.id, d.change, d.body FROM drifts d LEFT JOIN stories s ON s.number = d.story"
    " ORDER BY d.article, d.body",
    "tellers": "SELECT * FROM tellers ORDER BY kind, folded",
}


def otherwise(reading: Reading, number: int) -> Reading:
    """A reading that misses one of its claims."""
    if len(reading.claims) < 2:
        return reading
    missed = reading.claims[number % len(reading.claims)].id
    events = (
        replace(one, claims=tuple(key for key in one.claims if key != missed)) for one in reading.events
    )
    return replace(
        reading,
        claims=tuple(one for one in reading.claims if one.id != missed),
        events=tuple(one for one in events if one.claims),
    )


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with View(path) as view:
        return {name: view.rows(sql) for name, sql in TABLES.items()}


WAYS = ("add", "add", "again", "change", "same", "different", "wrong", "undo")
steps = st.lists(
    st.tuples(
        st.sampled_from(WAYS),
        st.integers(0, 1000),
        st.integers(0, 1000),
    ),
    min_size=2,
    max_size=12,
)
relaxed = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def step(writer: Writer, what: str, one: int, other: int, pairs: list[tuple[Article, Reading]]) -> None:
    """Articles come, are read otherwise or changed; claims are judged; judgements are taken back."""
    claims = [row[0] for row in writer.connection.execute("SELECT id FROM claims ORDER BY id")]
    standing = (
        "SELECT number FROM judgements j WHERE verdict != 'undo'"
        " AND NOT EXISTS (SELECT 1 FROM judgements WHERE undoes = j.number)"
    )
    if what == "add":
        take_in(writer, pairs[one % len(pairs) : one % len(pairs) + 1 + other % 3])
    elif what == "again":
        article, reading = pairs[one % len(pairs)]
        take_in(writer, [(article, otherwise(reading, other))])
    elif what == "change":
        # The page of the one says from now on what the other does.
        (old, _), (new, reading) = pairs[one % len(pairs)], pairs[other % len(pairs)]
        take_in(writer, [(replace(new, url=old.url, outlet=old.outlet), reading)])
    elif what == "undo" and (found := writer.connection.execute(standing).fetchall()):
        writer.undo(found[one % len(found)][0], by="a")
    elif what in {"same", "different"} and len(claims) > 1:
        left, right = claims[one % len(claims)], claims[(one + 1 + other % (len(claims) - 1)) % len(claims)]
        writer.judge(what, left, right, by="a")  # type: ignore[arg-type]
    elif what == "wrong" and claims:
        writer.judge("wrong", claims[one % len(claims)], by="a")


def how(done: Followed | None) -> str:
    assert done is not None
    return done.how


@relaxed
@given(steps=steps, first=st.integers(3, 12))
def test_step_by_step_is_the_same_as_all_at_once(
    pairs: list[tuple[Article, Reading]], steps: list[tuple[str, int, int]], first: int
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        with Writer(path) as writer:
            take_in(writer, pairs[:first])
            assert how(follow(writer)) == "anew"
            for what, one, other in steps:
                step(writer, what, one, other, pairs)
                assert how(follow(writer)) in {"amended", "nothing"}
            amended = rows(path)
            assert how(follow(writer, anew=True)) == "anew"
        assert amended == rows(path)


def printed(path: Path, *more: str) -> str:
    done = CliRunner().invoke(main, ["corroborate", "--ledger", str(path), "--format", "json", *more])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_command_prints_the_same_however_the_stories_were_made(
    pairs: list[tuple[Article, Reading]], tmp_path: Path
) -> None:
    path = tmp_path / "news.db"
    with Writer(path) as writer:
        take_in(writer, pairs[:14])
    printed(path)
    with Writer(path) as writer:
        take_in(writer, pairs[14:])
        left, right = (
            row[0] for row in writer.connection.execute("SELECT id FROM claims ORDER BY id LIMIT 2")
        )
        writer.judge("same", left, right, by="a", why="one deal")
        assert how(follow(writer)) == "amended"
    amended = printed(path)
    assert amended == printed(path, "--anew")
    with View(path) as view:
        readings, judgements = list(view.readings()), judged(view.connection)
    at_once = corroborate(readings, judgements=judgements).to_dict()
    assert json.loads(amended) == json.loads(json.dumps(at_once))


def test_only_what_changed_is_printed_when_asked(
    pairs: list[tuple[Article, Reading]], tmp_path: Path
) -> None:
    path = tmp_path / "news.db"
    with Writer(path) as writer:
        take_in(writer, [*pairs[:3], *pairs[6:]])
    printed(path)
    assert json.loads(printed(path, "--changes"))["events"] == []
    with Writer(path) as writer:
        new = take_in(writer, pairs[3:4])[0]
    changed = json.loads(printed(path, "--changes"))
    assert changed["events"]
    assert all(new in {ref["article"] for ref in event["claims"]} for event in changed["events"])
    assert len(changed["events"]) < len(json.loads(printed(path))["events"])


def test_killed_midway_nothing_is_lost(pairs: list[tuple[Article, Reading]], tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Writer(path) as writer:
        take_in(writer, pairs[:10])
        follow(writer)
        take_in(writer, pairs[10:12])
    before = rows(path)
    code = (
        "import os, sys; from reportedly.corroborate import nearness; from reportedly.ledger import Writer;"
        "from reportedly.ledger.growing import cabinet, follow; nearness.COUNTED = 0;"
        "cabinet.Cabinet.put_back = lambda self: os._exit(9); follow(Writer(sys.argv[1]))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert rows(path) == before
    with Writer(path) as writer:
        follow(writer)
        amended = rows(path)
        follow(writer, anew=True)
    assert amended == rows(path) != before


def test_another_program_begins_anew(
    pairs: list[tuple[Article, Reading]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Writer(tmp_path / "news.db") as writer:
        take_in(writer, pairs[:4])
        follow(writer)
        assert how(follow(writer)) == "nothing"
        monkeypatch.setattr(state, "program", lambda: "another")
        assert follow(writer, wait=True) is None
        assert how(follow(writer)) == "anew"
