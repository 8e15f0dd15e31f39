"""Shared words are found wherever they stand, and only where they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.corroborate.passages import SHARED, fingerprints, shared, words_of

TAKE = "the harbour master told reporters that eleven barges had sunk before dawn near the old lighthouse"
PADDING = " ".join(f"filler{number}" for number in range(300))
OTHER = " ".join(f"ballast{number}" for number in range(60))


def test_a_short_take_inside_a_long_article_is_found_whole() -> None:
    one, other = words_of(f"{PADDING} {TAKE} {OTHER}"), words_of(TAKE)
    (passage,) = shared(one, other)
    assert passage.alike == len(other)
    assert (passage.start, passage.end) == (300, 300 + len(other))


def test_accents_and_case_do_not_matter() -> None:
    assert shared(
        words_of("Été, l'armée a quitté le port hier"), words_of("ETE L ARMEE A QUITTE LE PORT HIER")
    )


def test_texts_without_common_words_share_nothing() -> None:
    assert shared(words_of(PADDING), words_of(OTHER)) == []


def test_empty_texts_share_nothing() -> None:
    assert shared(words_of(""), words_of("")) == []


def test_small_changes_leave_one_passage() -> None:
    changed = TAKE.replace("eleven", "twelve")
    (passage,) = shared(words_of(TAKE), words_of(changed))
    assert passage.alike == len(words_of(TAKE)) - 1


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_shared_run_always_shares_a_fingerprint(before: int, after: int) -> None:
    run = TAKE.split()[:SHARED]
    one = words_of(" ".join([*PADDING.split()[:before], *run, *PADDING.split()[50 : 50 + after]]))
    other = words_of(" ".join([*OTHER.split()[:after], *run, *OTHER.split()[41 : 41 + before]]))
    assert set(fingerprints(one).tolist()) & set(fingerprints(other).tolist())
