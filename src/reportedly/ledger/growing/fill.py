"""All that was found when all articles were compared, put into the ledger for the next time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

from reportedly.corroborate.groups import Cluster
from reportedly.corroborate.index import Index
from reportedly.corroborate.nearness import counted
from reportedly.corroborate.postings import Keyed, held
from reportedly.ledger.growing import state
from reportedly.ledger.growing.cabinet import standing_of
from reportedly.ledger.growing.near import OTHER, PRINTS, SAME, SIGN
from reportedly.ledger.growing.records import look_of, packed

TABLES = ("index_state", "index_articles", "index_keys", "index_standings", "index_groups")


def forget(connection: sqlite3.Connection) -> None:
    """Leave nothing."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")


def fill(connection: sqlite3.Connection, index: Index, numbers: Mapping[Cluster, int]) -> None:
    """Keep an index.

    :param numbers: the number of each event's story.
    """
    forget(connection)
    slots = index.nearness.in_order()
    connection.executemany("INSERT INTO index_articles VALUES (?, ?, ?, ?, ?)", looks(index, slots))
    connection.executemany("INSERT INTO index_keys VALUES (?, ?, ?, ?, ?)", sorted_keys(index, slots))
    heads = {told for told in index.groups.heads.story.values() if len(told) > 1}
    headlines = {told: -number for number, told in enumerate(sorted(heads), 1)}
    groups = chain(numbers.items(), headlines.items())
    connection.executemany(
        "INSERT INTO index_groups VALUES (?, ?)",
        ((number, packed(members)) for members, number in groups if len(members) > 1),
    )
    connection.executemany(
        "INSERT INTO index_standings VALUES (?, ?)", standings(index, slots, numbers, headlines)
    )
    keep_state(connection, index, slots, len(numbers))


def looks(index: Index, slots: list[int]) -> Iterator[tuple[int, str, str, float, bytes]]:
    """What each article is compared by."""
    for place, slot in enumerate(slots):
        features = index.nearness.features[slot]
        look = look_of(index.shelf.lasting(features.id), features)
        yield place, features.id, features.order[0], float(place), packed(look)


def sorted_keys(index: Index, slots: list[int]) -> Iterator[tuple[int, int, float, int, int]]:
    """The keys of all articles, kind by kind, in the order of the table."""
    nearness = index.nearness
    places = {slot: place for place, slot in enumerate(slots)}
    kinds: dict[int, Callable[[int], Keyed]] = {
        PRINTS: nearness.printed,
        SAME: partial(nearness.keys, same=True),
        OTHER: partial(nearness.keys, same=False),
    }
    for kind, keyed in kinds.items():
        found = held(slots, keyed)
        for key, slot, value in zip(
            found.keys.tolist(), found.slots.tolist(), found.values.tolist(), strict=True
        ):
            yield kind, key - SIGN, float(places[slot]), places[slot], value


def standings(
    index: Index, slots: list[int], numbers: Mapping[Cluster, int], headlines: dict[Cluster, int]
) -> Iterator[tuple[str, bytes]]:
    """What each article is to others."""
    places = index.shelf.all_places
    for slot in slots:
        article = index.nearness.features[slot].id
        one = standing_of(article, index.lineage, index.groups, places, numbers, headlines)
        yield article, packed(one)


def keep_state(connection: sqlite3.Connection, index: Index, slots: list[int], stories: int) -> None:
    count = counted(len(slots))
    last = index.nearness.features[slots[count - 1]].order if count else ("", "")
    bound = index.compared.bound
    kept = state.State(
        program=state.program(), count=len(slots), counted=count, last=last, slots=len(slots), numbers=stories,
        judged=index.judged, apart=sorted(bound.apart), together=sorted(bound.together),
    )  # fmt: skip
    state.save(connection, kept)
    state.save_weights(connection, index.nearness.known_weights())
