"""Two readers compared: what both found, what they say of it, agreement beyond chance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare import compare
from reportedly.compare.align import aligned
from reportedly.compare.fields import kappa
from reportedly.model import Article, Claim, Reading
from reportedly.reading import Reader

TEXT = {
    "en": "Norway may deliver twelve tanks to Chile, two officials said. Police arrested forty protesters in Lima.",
    "fr": "La Norvège pourrait livrer douze chars au Chili, ont dit deux responsables. La police a arrêté quarante "
    "manifestants à Lima.",
}


@pytest.fixture(scope="module", params=["en", "fr"])
def reading(request: pytest.FixtureRequest) -> Reading:
    language = request.param
    found = Reader(language=language).read(Article(text=TEXT[language], id="a"))
    assert len([claim for claim in found.claims if claim.type]) == 2
    return found


def changed(reading: Reading, place: int, **changes: object) -> Reading:
    """The reading with another word on one of its typed claims."""
    typed = [claim for claim in reading.claims if claim.type]
    other = replace(typed[place], **changes)  # type: ignore[arg-type]
    return replace(reading, claims=tuple(other if each is typed[place] else each for each in reading.claims))


def test_a_reader_agrees_with_itself(reading: Reading) -> None:
    found = compare([reading], [reading])
    assert (found.claims.both, found.claims.left, found.claims.right, found.claims.agreement) == (
        2,
        0,
        0,
        1.0,
    )
    assert {one.share for one in found.fields.values()} <= {1.0, None}
    assert found.fields["type"].kappa == 1.0
    assert found.fields["polarity"].kappa is None  # one label throughout says nothing


def test_what_one_did_not_find_is_told(reading: Reading) -> None:
    fewer = replace(reading, claims=tuple(claim for claim in reading.claims if claim.type != "COERCE"))
    found = compare([reading], [fewer])
    assert (found.claims.both, found.claims.left, found.claims.right) == (1, 1, 0)
    assert found.claims.agreement == pytest.approx(2 / 3, abs=1e-4)
    [one] = found.claims.examples
    text = reading.document.text
    assert text[one.anchor.start : one.anchor.end] == one.anchor.text
    assert (one.right, one.left is not None) == (None, True)


def test_what_they_differ_on_is_told_with_its_place(reading: Reading) -> None:
    first = next(claim for claim in reading.claims if claim.type)
    sure = replace(first.factuality, certainty="certain", status="happened")
    other = changed(reading, 0, factuality=sure, attribution=(), roles=replace(first.roles, actors=()))
    found = compare([reading], [other], names=("ours", "theirs"))
    for name in ("certainty", "status", "attribution", "actors", "sources"):
        assert found.fields[name].agreed == found.fields[name].compared - 1, name
    [one] = found.fields["certainty"].examples
    assert (one.left and one.left.text, one.right and one.right.text) == ("possible", "certain")
    [one] = found.fields["actors"].examples
    assert one.left is not None
    [(start, end)] = one.left.spans
    assert reading.document.text[start:end] == one.left.text


def test_other_articles_are_not_compared(reading: Reading) -> None:
    elsewhere = replace(reading, document=replace(reading.document, sha256="other"))
    found = compare([reading], [elsewhere])
    assert (found.articles.both, found.articles.left, found.articles.right) == (0, 1, 1)
    assert found.claims.agreement is None
    assert found.fields["type"].share is None


def test_examples_are_as_many_as_asked_for(reading: Reading) -> None:
    bare = replace(reading, claims=())
    assert len(compare([reading], [bare], examples=1).claims.examples) == 1
    assert compare([reading], [bare], examples=0).claims.examples == []


def at(reading: Reading, start: int, end: int, kind: str | None) -> Claim:
    claim = reading.claims[0]
    anchor = replace(claim.anchor, start=start, end=end)
    return replace(claim, id=f"{start}-{end}-{kind}", anchor=anchor, type=kind)  # type: ignore[arg-type]


def test_claims_are_paired_by_their_words_then_by_their_type(reading: Reading) -> None:
    left = [at(reading, 0, 5, "AID"), at(reading, 0, 5, "AGREE"), at(reading, 9, 20, "ASSAULT")]
    right = [at(reading, 0, 5, "AGREE"), at(reading, 10, 15, "COERCE"), at(reading, 0, 5, "AID")]
    pairs = {(one.type, other.type) for one, other in aligned(left, right)}
    assert pairs == {("AID", "AID"), ("AGREE", "AGREE"), ("ASSAULT", "COERCE")}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Cohen 1960 by hand: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no gives 0.4.
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a")], None),
        ([], None),
    ],
)
def test_kappa(table: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(table) == expected


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
def test_kappa_takes_no_side_and_has_bounds(pairs: list[tuple[str, str]]) -> None:
    found = kappa(pairs)
    assert found == kappa([(other, one) for one, other in pairs])
    assert found is None or -1 <= found <= 1
