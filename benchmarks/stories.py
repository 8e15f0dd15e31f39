"""How far stories are from the third-party story sets, beside their floors.

    python -m benchmarks.stories SHARED [SET…]

SHARED is the folder with `gold/` and `score/`. Every set is read and corroborated by the installed command; a figure
below its floor (`benchmarks/story_floors.toml`) is marked, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("story_floors.toml")
#: The command of this environment.
PROGRAM = f"{shlex.quote(sys.executable)} -m reportedly"


def measured(shared: Path, sets: list[str], program: str) -> dict[str, Any]:
    """The scorer's report for these sets, all of them if there are none."""
    command = [
        sys.executable, str(shared / "score" / "stories.py"), *sets, "--json",
        "--corroborate", f"{program} corroborate --format json --all",
        "--reader", f"{program} read --all --format jsonl",
    ]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def low(report: dict[str, Any], floors: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """What is worse than its floor, or its ceiling, in words."""
    found = []
    for name, told in report.items():
        limits = floors.get(name, {})
        for metric, floor in limits.get("floor", {}).items():
            if told["metrics"][metric] < floor:
                found.append(f"{name}: {metric} {told['metrics'][metric]:.1f} < {floor}")
        for metric, ceiling in limits.get("ceiling", {}).items():
            if told["metrics"][metric] > ceiling:
                found.append(f"{name}: {metric} {told['metrics'][metric]:.1f} > {ceiling}")
    return found


def limits() -> dict[str, dict[str, dict[str, float]]]:
    """By set: its floors, and ceilings where less is better."""
    table: dict[str, dict[str, dict[str, float]]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return table


def failures(shared: Path, program: str) -> list[str]:
    """What of the sets that have floors fell below them, in words."""
    wanted = limits()
    return low(measured(shared, list(wanted), program), wanted)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--program", default=PROGRAM, help="the command to run")
    args = parser.parse_args()
    report = measured(args.shared, args.sets, args.program)
    for name, told in report.items():
        print(f"{name}: {told['articles']} articles, corroborated in {told['corroborating seconds']} s")
        for metric, value in told["metrics"].items():
            print(f"  {metric:40} {value:8.1f}")
    missed = low(report, limits())
    print("\n".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
