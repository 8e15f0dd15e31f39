"""Average link: no chain of loose links holds, what must not meet does not, and order does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.corroborate.clusters import average_link

NAMES = ["a", "b", "c", "d", "e", "f"]
PAIRS = [(one, other) for place, one in enumerate(NAMES) for other in NAMES[place + 1 :]]


def test_a_chain_of_loose_links_does_not_hold() -> None:
    chain = {("a", "b"): 0.6, ("b", "c"): 0.6, ("c", "d"): 0.6}
    assert average_link("abcd", chain, 0.5) == [["a", "b"], ["c", "d"]]


def test_what_must_not_meet_is_apart_whatever_the_scores() -> None:
    scores = {("a", "b"): 0.9, ("a", "c"): 0.9, ("b", "c"): 0.9}
    assert average_link("abc", scores, 0.5, apart=[("a", "c")]) == [["a", "b"], ["c"]]


def test_what_must_meet_does_without_a_score() -> None:
    assert average_link("ab", {}, 0.5, together=[("a", "b")]) == [["a", "b"]]


def test_what_must_not_meet_outweighs_what_must() -> None:
    found = average_link("abc", {}, 0.5, apart=[("a", "c")], together=[("a", "b"), ("b", "c")])
    assert found == [["a", "b"], ["c"]]


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.floats(0.01, 1)), st.permutations(NAMES), st.floats(0.1, 0.9)
)
def test_order_does_not_matter(
    scores: dict[tuple[str, str], float], order: list[str], threshold: float
) -> None:
    turned = dict(reversed(scores.items()))
    assert average_link(NAMES, scores, threshold) == average_link(order, turned, threshold)


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0.01, 1)))
def test_everybody_is_in_one_cluster(scores: dict[tuple[str, str], float]) -> None:
    found = average_link(NAMES, scores, 0.5)
    assert sorted(name for cluster in found for name in cluster) == NAMES
