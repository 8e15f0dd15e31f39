"""Holds the gold sets' figures against their floors in ``floors.toml`` and ``story_floors.toml``; what is below fails.

Floors are never lowered without a word why. ``lower`` names metrics of which less is better, with their ceiling.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import stories
from benchmarks.harness import SHARED, available, measure

FLOORS = Path(__file__).with_name("floors.toml")


def floors(*, quick: bool = False) -> dict[str, dict[str, Any]]:
    """By set: ``quick``, ``floor`` and ``ceiling``; only the quick ones if asked."""
    table: dict[str, dict[str, Any]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {name: row for name, row in table.items() if row.get("quick") or not quick}


def failures(wanted: dict[str, dict[str, Any]], shared: Path = SHARED) -> list[str]:
    """What fell below its floor or rose above its ceiling, in words."""
    found = []
    for name, report in measure(list(wanted), shared).items():
        metrics = report["metrics"]
        for metric, floor in wanted[name].get("floor", {}).items():
            if metrics[metric] < floor:
                found.append(f"{name}: {metric} is {metrics[metric]:.2f}, below its floor {floor}")
        for metric, ceiling in wanted[name].get("ceiling", {}).items():
            if metrics[metric] > ceiling:
                found.append(f"{name}: {metric} is {metrics[metric]:.2f}, above its ceiling {ceiling}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ and score/")
    args = parser.parse_args()
    if not available(args.shared):
        print(
            f"SKIPPED: no gold sets at {args.shared}, so no figure was held against its floor",
            file=sys.stderr,
        )
        return 0
    wanted = {name: row for name, row in floors().items() if not row.get("quick")}
    with ThreadPoolExecutor(2) as both:  # two programs, each with one core
        gold = both.submit(failures, wanted, args.shared)
        told = both.submit(stories.failures, args.shared, stories.PROGRAM)
        found = [*gold.result(), *told.result()]
    count = len(wanted) + len(stories.limits())
    print("\n".join(found) or f"gate: {count} sets at or above their floors", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
