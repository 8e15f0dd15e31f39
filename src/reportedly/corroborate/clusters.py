"""Average-link clustering over sparse scores: two clusters become one while, on average over all pairs, they belong together.

A pair without a score counts as 0, so a chain of loose links never holds a cluster together.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping


def average_link(
    members: Iterable[str],
    scores: Mapping[tuple[str, str], float],
    threshold: float,
    apart: Iterable[tuple[str, str]] = (),
    together: Iterable[tuple[str, str]] = (),
) -> list[list[str]]:
    """The clusters, each sorted; the same for every order of the input.

    :param scores: by pair in alphabetical order; higher is more alike.
    :param apart: pairs that must not meet, whatever their scores.
    :param together: pairs that must, unless that would bring together what must not meet.
    """
    names = sorted(members)
    cluster = {name: [name] for name in names}
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        near[one][other] = near[other][one] = score
    foes: dict[str, set[str]] = defaultdict(set)
    for one, other in apart:
        foes[one].add(other)
        foes[other].add(one)

    def join(one: str, other: str) -> None:
        cluster[one] += cluster.pop(other)
        for third, score in near.pop(other, {}).items():
            near[third].pop(other, None)
            if third != one:
                near[one][third] = near[third][one] = near[one].get(third, 0.0) + score
        for third in foes.pop(other, set()):
            foes[third].discard(other)
            foes[third].add(one)
            foes[one].add(third)

    home = {name: name for name in names}

    def at(name: str) -> str:
        while home[name] != name:
            name = home[name]
        return name

    for one, other in sorted(together):
        first, second = sorted((at(one), at(other)))
        if first != second and second not in foes[first]:
            join(first, second)
            home[second] = first

    def mean(one: str, other: str) -> float:
        return near[one].get(other, 0.0) / (len(cluster[one]) * len(cluster[other]))

    heap = [(-mean(one, other), one, other) for one in sorted(near) for other in near[one] if one < other]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapq.heapify(heap)
    while heap:
        score, one, other = heapq.heappop(heap)
        if one not in cluster or other not in cluster or other in foes[one]:
            continue
        if abs(mean(one, other) + score) > 1e-9:
            continue  # one of them has grown since; its new score is in the heap as well
        join(one, other)
        for third in near[one]:
            if (value := mean(one, third)) >= threshold:
                heapq.heappush(heap, (-value, *sorted((one, third))))
    return sorted(sorted(each) for each in cluster.values())
