"""How many origins an event has: in doubt, fewer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate.bodies import OPEN
from reportedly.corroborate.texts import Text
from reportedly.corroborate.voices import Voice, independent, voice_of
from reportedly.model import Reading

Read = Callable[..., Reading]

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


def test_an_outlet_that_is_introduced_is_itself() -> None:
    introduced = Voice("outlet", "daily northern courier", "the daily Northern Courier", bare=True)
    courier = Voice("outlet", "northern courier", "Northern Courier", through=("northern courier",))
    times = Voice("outlet", "times", "The Times", through=("times",))
    valley = Voice("outlet", "valley times", "The Valley Times", bare=True)
    assert count(courier, introduced) == 1
    assert count(times, valley) == 2


SAID = {
    "en": {
        "army": "Norway closed the strait of Arica on Tuesday, {} announced.",
        "its": "its navy",
        "state": "Norway's defence ministry",
        "unnamed": "two sailors",
        "person": "Ana Keller",
        "agency": "Norway closed the strait of Arica on Tuesday, according to Reuters.",
    },
    "fr": {
        "army": "La Norvège a fermé mardi le détroit d'Arica, {}.",
        "its": "a annoncé sa marine",
        "state": "a annoncé le ministère norvégien de la Défense",
        "unnamed": "ont annoncé deux marins",
        "person": "a annoncé Ana Keller",
        "agency": "La Norvège a fermé mardi le détroit d'Arica, selon Reuters.",
    },
}


@pytest.fixture(params=["en", "fr"])
def voiced(request: pytest.FixtureRequest, read: Read) -> Callable[..., Voice | None]:
    """The voice behind the first claim of type of a sentence in one of the languages."""
    words = SAID[request.param]

    def found(who: str, outlet: str = "The Harbour Post") -> Voice | None:
        text = words[who] if who == "agency" else words["army"].format(words[who])
        article = Text("a", read(text, "a", outlet, "2031-03-01", request.param))
        anchors = ("close", "fermer")
        claim = next(one for one in article.reading.claims if one.anchor.lemma in anchors)
        return voice_of(claim, article, ())

    return found


def test_its_navy_is_that_of_whoever_acts(voiced: Callable[..., Voice | None]) -> None:
    its, state = voiced("its"), voiced("state")
    assert its is not None
    assert state is not None
    assert (its.kind, its.key) == (state.kind, state.key) == ("official", "country:NOR")


def test_whom_an_outlet_does_not_name_is_its_own(voiced: Callable[..., Voice | None]) -> None:
    voice = voiced("unnamed")
    assert voice is not None
    assert (voice.kind, voice.label, voice.bare) == ("outlet", "The Harbour Post", False)


def test_a_person_by_name_is_a_party(voiced: Callable[..., Voice | None]) -> None:
    voice = voiced("person")
    assert voice is not None
    assert (voice.kind, voice.key) == ("party", "ana keller")


def test_of_an_agency_no_more_is_known_than_its_name(voiced: Callable[..., Voice | None]) -> None:
    voice = voiced("agency")
    assert voice is not None
    assert (voice.kind, voice.key, voice.bare) == ("agency", "reuters", True)
