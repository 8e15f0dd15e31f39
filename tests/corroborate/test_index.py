"""One by one is the same as all at once, whatever comes, goes, is read again or judged on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.corroborate import nearness, shelf
from reportedly.corroborate.index import Index
from reportedly.corroborate.judgements import Judged
from reportedly.corroborate.model import ClaimRef, Stories
from reportedly.model import Reading

Read = Callable[..., Reading]

ACTS = {
    "en": (
        "Norway delivered twelve tanks to Chile on Monday, its defence ministry said in a statement.",
        "Chile denied that Norway had delivered twelve tanks. The ministry in Santiago called the report false.",
        "Police arrested forty protesters in Lima on Friday, a spokesman told The Harbour Post.",
        "Protesters burned a courthouse in Lima after police arrested forty of them on Friday.",
        "Rebels attacked a barracks in Kenya at dawn, two officials said. The army denied any losses there.",
    ),
    "fr": (
        "La Norvège a livré lundi douze chars au Chili, a annoncé son ministère de la Défense à Oslo.",
        "Le Chili a démenti que la Norvège ait livré douze chars. Le ministère dénonce une fausse nouvelle.",
        "La police a arrêté quarante manifestants vendredi à Lima, a déclaré un porte-parole au Courrier.",
        "Des manifestants ont incendié un tribunal à Lima après l'arrestation de quarante d'entre eux.",
        "Des rebelles ont attaqué une caserne au Kenya à l'aube, selon deux responsables. L'armée dément.",
    ),
}
HEADLINE = {"en": "Norway delivers tanks to Chile", "fr": "La Norvège livre des chars au Chili"}


@pytest.fixture(scope="module")
def readings(read: Read) -> list[Reading]:
    """Three dozen articles of both languages: tellings, copies with a credit, copies in part, headlines."""
    found: list[Reading] = []
    for language, acts in ACTS.items():
        for number, act in enumerate(acts):
            texts = (act, f"{act} (AFP)", f"{act} {acts[number - 1]}")
            for copy, text in enumerate((*texts, HEADLINE[language]) if not number else texts):
                day = f"2031-03-{1 + (7 * number + 3 * copy) % 9:02}"
                one = read(text, "x", f"Outlet {copy}", day, language)
                found.append(named(one, f"{language}{number}{copy}", day))
    return found


def named(reading: Reading, key: str, day: str) -> Reading:
    return replace(reading, document=replace(reading.document, id=key, published=day))


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few are looked at and kept at hand that a dozen articles are a crowd."""
    monkeypatch.setattr(nearness, "COUNTED", 3)
    monkeypatch.setattr(nearness, "REACH", 2)
    monkeypatch.setattr(nearness, "COPIES", 2)
    monkeypatch.setattr(shelf, "WHOLE", 3)


def at_once(readings: Sequence[Reading], judged: Sequence[Judged] = ()) -> Stories:
    index = Index(judgements=judged)
    index.add(readings)
    return index.stories()


relaxed = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@relaxed
@given(data=st.data())
def test_one_by_one_is_the_same_as_all_at_once(readings: list[Reading], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(readings))), min_size=2, max_size=14, unique=True))
    index = Index()
    for number in chosen:
        index.add([readings[number]])
    assert index.stories() == at_once([readings[number] for number in sorted(chosen)])


@relaxed
@given(data=st.data())
def test_what_went_leaves_no_trace(readings: list[Reading], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(readings))), min_size=3, max_size=14, unique=True))
    index = Index()
    index.add([readings[number] for number in chosen])
    gone = chosen[: len(chosen) // 2]
    for number in gone:
        index.remove([str(readings[number].document.id)])
    left = [readings[number] for number in chosen if number not in gone]
    assert index.stories() == at_once(left)


@relaxed
@given(data=st.data())
def test_another_reading_takes_the_place_of_the_first(readings: list[Reading], data: st.DataObject) -> None:
    chosen = data.draw(st.permutations(readings))[:10]
    index = Index()
    index.add(chosen)
    other = named(chosen[1], str(chosen[0].document.id), "2031-03-05")
    index.add([other])
    assert index.stories() == at_once([other, *chosen[1:]])


@relaxed
@given(data=st.data())
def test_judgements_bind_whenever_they_come(readings: list[Reading], data: st.DataObject) -> None:
    chosen = data.draw(st.permutations(readings))[:8]
    refs = [ClaimRef(str(one.document.id), claim.id) for one in chosen for claim in one.claims]
    judged = [
        Judged(verdict, left, right if verdict in {"same", "different"} else None, "a", f"2031-04-{n:02}")
        for n, (verdict, left, right) in enumerate(
            data.draw(
                st.lists(
                    st.tuples(
                        st.sampled_from(("same", "different", "wrong")),
                        st.sampled_from(refs),
                        st.sampled_from(refs),
                    ),
                    max_size=4,
                )
            ),
            1,
        )
    ]
    index = Index(judgements=judged[:1])
    index.add(chosen[:4])
    index.judge(judged)
    for one in chosen[4:]:
        index.add([one])
    assert index.stories() == at_once(chosen, judged)


def test_what_changed_is_told_once(readings: list[Reading]) -> None:
    index = Index()
    index.add(readings[:6])
    index.changed()
    index.add([readings[8]])
    changes = index.changed()
    new = str(readings[8].document.id)
    assert new in changes.articles
    assert any(node.startswith(f"{new}\0") for cluster in changes.new for node in cluster)
    assert not index.changed().new
