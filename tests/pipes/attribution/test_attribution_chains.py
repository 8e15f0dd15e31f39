"""Chains of voices, on drafts made by hand."""

from __future__ import annotations

from reportedly.pipes.attribution import ChainFinder, chain_of, settle_sources
from reportedly.pipes.draft import AttributionDraft, CueDraft, CueSort, Draft, EntityDraft, SourceDraft


def voice(
    content: tuple[int, int],
    *,
    within: AttributionDraft | None = None,
    sort: CueSort = "report",
    source: bool = True,
) -> AttributionDraft:
    who = SourceDraft(0, 1, 0, "person", named=True) if source else None
    return AttributionDraft("indirect", who, CueDraft(1, 2, "say", sort=sort), [content], within=within)


def test_outermost_voice_first() -> None:
    outer = voice((2, 20))
    inner = voice((5, 20), within=outer)
    innermost = voice((5, 20), within=inner)
    draft = Draft("en", attributions=[innermost, inner, outer])
    assert chain_of(draft, 10) == [outer, inner, innermost]
    assert chain_of(draft, 3) == [outer]
    assert chain_of(draft, 30) == []


def test_attitudes_and_sourceless_attributions_are_no_voices() -> None:
    draft = Draft(
        "en",
        attributions=[
            voice((2, 9), sort="attitude"),
            voice((2, 9), sort="intention"),
            voice((2, 9), source=False),
        ],
    )
    assert chain_of(draft, 4) == []


def test_a_circle_ends() -> None:
    one = voice((2, 9))
    two = voice((2, 9), within=one)
    one.within = two
    assert len(chain_of(Draft("en", attributions=[one, two]), 4)) == 2


def test_the_finder_agrees() -> None:
    outer = voice((2, 20))
    draft = Draft("en", attributions=[outer, voice((5, 9), within=outer), voice((4, 8), sort="attitude")])
    finder = ChainFinder(draft)
    assert [finder.at(i) for i in range(25)] == [chain_of(draft, i) for i in range(25)]


def test_sources_inherit_name_and_number() -> None:
    two = SourceDraft(0, 2, 1, "official", named=False, count=2, entity=0)
    they = SourceDraft(8, 9, 8, "group", named=False, entity=0)
    karl = SourceDraft(20, 21, 20, "person", named=True, entity=1)
    he = SourceDraft(30, 31, 30, "person", named=False, entity=1)
    nobody = SourceDraft(40, 41, 40, "person", named=False)
    draft = Draft(
        "en",
        attributions=[
            AttributionDraft("indirect", s, None, [(s.end, s.end + 2)]) for s in (he, they, karl, two, nobody)
        ],
        entities=[
            EntityDraft("officials", "group", None, None, None, None, []),
            EntityDraft("Karl", "person", None, None, None, None, []),
        ],
    )
    settle_sources(draft)
    assert [(s.named, s.count) for s in (two, they, karl, he, nobody)] == [
        (False, 2), (False, 2), (True, None), (True, None), (False, None),
    ]  # fmt: skip
