"""Make the bundled pipelines: ``python -m training --treebanks ../shared/treebanks --language both``."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from . import package
from .evaluate import evaluate
from .settings import LANGUAGES, Settings
from .train import train

OUT = Path(__file__).parent.parent / "src" / "reportedly" / "language" / "pipelines"
QUICK = {"limit": 40, "epochs": 1.0, "checks": 1}


def make(language: str, treebanks: Path, out: Path, quick: bool = False, start: Path | None = None) -> Path:
    """Train, score and write one language's pipeline."""
    settings: Settings = LANGUAGES[language]
    if quick:
        settings = replace(settings, **QUICK)  # type: ignore[arg-type]
    nlp = train(settings, treebanks, start / package.name(language) if start else None)
    results = evaluate(nlp, settings, treebanks)
    return package.write(nlp, settings, results, out / package.name(language))


def main(arguments: list[str] | None = None) -> None:
    """Parse the command line and make one pipeline, or both side by side on two cores."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"))
    parser.add_argument("--language", choices=("fr", "en", "both"), default="both")
    parser.add_argument(
        "--out", type=Path, default=OUT, help="folder that gets fr_reportedly and en_reportedly"
    )
    parser.add_argument(
        "--quick", action="store_true", help="a smoke test of a minute; the result is useless"
    )
    parser.add_argument(
        "--start", type=Path, help="folder of earlier pipelines of the same shape to go on from"
    )
    given = parser.parse_args(arguments)
    languages = ("fr", "en") if given.language == "both" else (given.language,)
    if not given.treebanks.is_dir():
        parser.error(f"no treebanks at {given.treebanks}: training/README.md says where they are found")
    jobs = [(language, given.treebanks, given.out, given.quick, given.start) for language in languages]
    if len(jobs) == 1:
        done = [make(*jobs[0])]
    else:
        with ProcessPoolExecutor(len(jobs)) as pool:
            done = list(pool.map(make, *zip(*jobs, strict=True)))
    for folder in done:
        print(f"wrote {folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
