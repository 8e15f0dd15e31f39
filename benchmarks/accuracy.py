"""Prints the figures of every gold set as a Markdown table: ``python -m benchmarks.accuracy [SET…]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.harness import SHARED, available, measure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", help="names of gold sets; none: all")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ and score/")
    args = parser.parse_args()
    if not available(args.shared):
        print(f"no gold sets at {args.shared}: nothing measured", file=sys.stderr)
        return 1
    print("| set | metric | figure |\n|---|---|---|")
    for name, report in measure(args.sets, args.shared).items():
        print(f"| **{name}** | {report['articles']} articles, seconds | {report['seconds']} |")
        for metric, value in report["metrics"].items():
            print(
                f"| | {metric} | {value:.1f} |" if isinstance(value, float) else f"| | {metric} | {value} |"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
