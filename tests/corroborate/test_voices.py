"""How many origins an event has: in doubt, fewer."""

from __future__ import annotations

from reportedly.corroborate.bodies import OPEN
from reportedly.corroborate.voices import Voice, independent

ARMY = Voice("official", "utop", "Utopia's army", through=("afp", "the post"))
NAVY = Voice("official", "ruri", "Ruritania's navy", through=("the post",))
UNKNOWN = Voice("official", OPEN, "the army", through=("the mail",))
AGENCY = Voice("agency", "afp", "AFP", through=("afp", "the mail"), bare=True)
TOLD = Voice("outlet", "the mail", "The Mail", through=("the mail",))


def count(*voices: Voice | None) -> int:
    told = {(f"a{number}", "c1"): voice for number, voice in enumerate(voices)}
    return len(independent(told, {article: article for article, _ in told}))


def test_one_voice_in_two_articles_is_one_origin() -> None:
    assert count(ARMY, ARMY) == 1


def test_two_states_are_two() -> None:
    assert count(ARMY, NAVY) == 2


def test_what_an_outlet_was_told_is_its_own() -> None:
    assert count(ARMY, TOLD) == 2


def test_an_agency_alone_joins_what_came_through_it() -> None:
    assert count(ARMY, AGENCY) == 1
    assert count(NAVY, AGENCY) == 2


def test_an_official_of_nobody_knows_which_state_is_not_counted() -> None:
    assert count(ARMY, UNKNOWN) == 1
    assert count(UNKNOWN, UNKNOWN) == 1


def test_what_nobody_vouches_for_is_not_counted_beside_what_somebody_does() -> None:
    assert count(ARMY, None, None) == 1
    assert count(None, None) == 1


def test_copies_are_one_origin_whoever_they_name() -> None:
    told = {("a", "c1"): ARMY, ("b", "c1"): NAVY}
    assert len(independent(told, {"a": "o1", "b": "o1"})) == 1


def test_no_claims_have_no_origin() -> None:
    assert independent({}, {}) == []
