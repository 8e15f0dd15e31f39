"""Amounts, days, chains and blocks in words."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from reportedly.model import Attribution, Claim, Cue, Quantity, Reading, Roles, Source, Span, Time
from reportedly.show.chain import voice
from reportedly.show.digest import digest
from reportedly.show.index import Index
from reportedly.show.numbers import amount, days
from reportedly.show.words import LANGUAGES, Words, words_in
from tests.show.readings import Maker, english, french

EN, FR = words_in("en"), words_in("fr")


def tables_in_step(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return {name: set(table) for name, table in one.items()} == {
        name: set(table) for name, table in other.items()
    }


def test_all_languages_have_the_same_labels() -> None:
    assert all(tables_in_step(EN.tables, words_in(language).tables) for language in LANGUAGES)


def quantity(text: str, low: float | None, high: float | None, **more: Any) -> Quantity:
    fields = {"unit": None, "dimension": "count", "approximate": False, "of": None} | more
    return Quantity("q1", Span(0, len(text), text), low, high, **fields)


@pytest.mark.parametrize(
    ("found", "words", "said"),
    [
        (quantity("des centaines", 200, 999, approximate=True), FR, "200 à 999"),
        (quantity("hundreds", 200, 999, approximate=True), EN, "200–999"),
        (quantity("at least 23", 23, None), EN, ""),
        (quantity("46 percent", 46, 46, unit="%", dimension="percent"), EN, ""),
        (quantity("more than a thousand", 1000, None), EN, "1,000 or more"),
        (quantity("jusqu'à soixante mille", None, 60000), FR, "60\u00a0000 ou moins"),
        (quantity("between 10 and twelve", 10, 12), EN, "10–12"),
        (quantity("a dozen", 12, 12, approximate=True), EN, "about 12"),
        (quantity("douze", 12, 12), FR, ""),
        (quantity("deux cent trois", 203, 203), FR, "203"),
        (quantity("12", 12, 12), EN, ""),
        (quantity("3,000", 3000, 3000), EN, ""),
        (quantity("3\u202f000", 3000, 3000), FR, ""),
        (quantity("5 million euros", 5e6, 5e6, unit="EUR", dimension="money"), EN, "5,000,000\u00a0EUR"),
        (quantity("the third", 3, 3, dimension="ordinal"), EN, ""),
        (quantity("some", None, None), EN, ""),
    ],
)  # fmt: skip
def test_an_amount_adds_what_its_words_do_not_say(found: Quantity, words: Words, said: str) -> None:
    assert amount(found, words) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "words", "said"),
    [
        ("2026-05-01", "2026-05-31", FR, "mai 2026"),
        ("2026-12-01", "2026-12-31", EN, "December 2026"),
        ("2026-01-01", "2026-12-31", EN, "2026"),
        ("2026-05-04", "2026-05-04", EN, "May 4, 2026"),
        ("2026-05-04T10:00", "2026-05-04T12:00", FR, "4 mai 2026"),
        ("2026-05-04", "2026-05-10", EN, "May 4, 2026 – May 10, 2026"),
        ("2026-05-04", None, EN, "May 4, 2026"),
        (None, None, EN, ""),
        ("-0044-03-15", None, EN, ""),
    ],
)
def test_days_are_written_as_people_write_them(
    earliest: str | None, latest: str | None, words: Words, said: str
) -> None:
    assert days(Time("t1", Span(0, 0, ""), "DATE", None, earliest, latest), words) == said


def reading_with(attribution: Attribution, text: str) -> tuple[Claim, Index]:
    base = english()
    claim = dataclasses.replace(base.claims[0], attribution=(attribution.id,))
    document = dataclasses.replace(base.document, text=text, headline=None)
    at = Maker(text)
    entities = [
        at.entity("e1", "Ana Ruiz", "person", ("Ana Ruiz", 1), ("She", 1)),
        at.entity("e2", "Reuters", "outlet", ("Reuters", 1)),
        at.entity("e3", "Parliament", "organization", ("Parliament", 1)),
    ]
    she = dataclasses.replace(entities[0].mentions[1], type="pronoun")
    entities[0] = dataclasses.replace(entities[0], mentions=(entities[0].mentions[0], she))
    return claim, Index(
        dataclasses.replace(base, document=document, entities=tuple(entities), attributions=(attribution,))
    )


TEXT = "Ana Ruiz left. She told Reuters and Parliament. One of them said so, they reportedly think."


@pytest.mark.parametrize(
    ("source", "entity", "role", "addressee", "said"),
    [
        ("She", "e1", "person", None, "Ana Ruiz"),
        ("Ana Ruiz", "e1", "person", "Reuters", "Reuters ← Ana Ruiz"),
        ("Ana Ruiz", "e1", "person", "Parliament", "Ana Ruiz, to Parliament"),
        ("One of them", "e1", "group", None, "One of them (Ana Ruiz), unnamed"),
        ("One of them", None, "document", None, "One of them"),
    ],
)
def test_a_source_is_told_by_name_or_by_its_words(
    source: str, entity: str | None, role: Any, addressee: str | None, said: str
) -> None:
    at = Maker(TEXT)
    who = Source(*at.at(source), entity, role, role == "person", None)
    cue = Cue(*at.at("told"), "tell", "neutral")
    to = at.span(addressee) if addressee else None
    attribution = Attribution("a1", "indirect", who, cue, (), to, None)
    assert voice(*reading_with(attribution, TEXT), EN) == said


def test_who_speaks_twice_in_a_chain_is_told_once() -> None:
    at = Maker(TEXT)
    cue = Cue(*at.at("told"), "tell", "neutral")
    outer = Attribution(
        "a1", "indirect", Source(*at.at("Ana Ruiz"), "e1", "person", True, None), cue, (), None, None
    )
    inner = Attribution(
        "a2", "indirect", Source(*at.at("She"), "e1", "person", False, None), cue, (), None, "a1"
    )
    claim, index = reading_with(outer, TEXT)
    reading = dataclasses.replace(index.reading, attributions=(outer, inner))
    assert voice(dataclasses.replace(claim, attribution=("a1", "a2")), Index(reading), EN) == "Ana Ruiz"


def test_a_word_that_attributes_to_nobody_says_so() -> None:
    at = Maker(TEXT)
    cue = Cue(*at.at("reportedly"), "reportedly", "neutral")
    attribution = Attribution("a1", "indirect", None, cue, (), None, None)
    assert voice(*reading_with(attribution, TEXT), EN) == "no source given (“reportedly”)"
    quoted = dataclasses.replace(attribution, kind="direct", cue=None)
    assert voice(*reading_with(quoted, TEXT), EN) == "a quotation without a speaker"


def test_blocks_are_numbered_in_the_order_in_which_they_are_told() -> None:
    reading = english()
    turned = dataclasses.replace(reading, events=tuple(reversed(reading.events)))
    blocks = digest(turned, EN).blocks
    assert [(block.number, block.reported) for block in blocks] == [(1, True), (2, False)]


def test_claims_without_an_event_are_told_too() -> None:
    reading = dataclasses.replace(french(), events=())
    assert sum(len(block.claims) for block in digest(reading, FR).blocks) == 4


def test_findings_of_one_wording_are_told_once_for_all_their_events() -> None:
    reading = english()
    finding = french().findings[1]
    alike = tuple(dataclasses.replace(finding, claims=(claim,)) for claim in ("c1", "c2"))
    ((told, blocks),) = digest(dataclasses.replace(reading, findings=alike), EN).findings
    assert (told.claims, blocks) == (("c1", "c2"), (1, 2))


def test_one_voice_with_two_verdicts_is_one_line() -> None:
    reading = english()
    first, second = reading.claims
    claims = (first, dataclasses.replace(second, type="COOPERATE", attribution=("a1",)))
    event = dataclasses.replace(reading.events[0], claims=("c1", "c2"))
    both: Reading = dataclasses.replace(reading, claims=claims, events=(event,))
    (block,) = digest(both, EN).blocks
    assert [(each.chain, each.statuses) for each in block.voices] == [
        ("an unnamed official", ("expected, not confirmed", "happened"))
    ]


def test_of_an_object_s_mentions_the_fullest_is_shown() -> None:
    (first, *_) = digest(french(), FR).blocks
    assert dict(first.rows)["what"] == ("des dizaines de drones de surveillance (20 à 99)",)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Two officials", "two officials"),
        ("French  officials", "French officials"),
        ("AN OFFICIAL", "AN OFFICIAL"),
    ],
)
def test_words_are_told_as_they_stand_within_a_sentence(words: str, said: str) -> None:
    reading = english()
    document = dataclasses.replace(
        reading.document, text="Two officials met two French officials and an official."
    )
    assert Index(dataclasses.replace(reading, document=document)).running(words) == said


COUNTED = "Peru bought hundreds of these old buses, sold them to Chile and paid about 20 drivers."


def counted(*objects: str) -> dict[str, tuple[str, ...]]:
    """The rows of a claim with these objects, where buses and drivers are counted."""
    at = Maker(COUNTED)
    base = english()
    claim = dataclasses.replace(
        base.claims[0],
        roles=Roles((), (), tuple(at.role(words, words) for words in objects)),
        quantities=("q1", "q2"),
        time=None,
    )
    quantities = (
        Quantity("q1", at.span("hundreds"), 200, 999, None, "count", True, at.span("these old buses")),
        Quantity("q2", at.span("about 20"), 20, 20, None, "count", True, at.span("drivers")),
    )
    document = dataclasses.replace(base.document, text=COUNTED)
    reading = dataclasses.replace(
        base, document=document, claims=(claim,), quantities=quantities, events=(), times=()
    )
    (block,) = digest(reading, EN).blocks
    return dict(block.rows)


def test_an_amount_and_what_it_counts_are_one_phrase() -> None:
    rows = counted("these old buses")
    assert rows["what"] == ("hundreds of these old buses (200–999)",)
    assert rows["amount"] == ("about 20 drivers",)


def test_an_amount_of_no_object_stands_with_what_it_counts() -> None:
    assert counted()["amount"] == ("hundreds of these old buses (200–999)", "about 20 drivers")


def test_objects_whose_words_stand_in_another_s_are_left_out() -> None:
    assert counted("buses", "hundreds of these old buses", "drivers")["what"] == (
        "hundreds of these old buses (200–999)",
        "about 20 drivers",
    )
