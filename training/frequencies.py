"""How common words are: ``python -m training.frequencies`` writes ``corroborate/frequencies/{en,fr}.txt``.

One word a line, the commonest first, folded as the program folds it; a blank line ends each step of a decibel, and the
first line says how many decibels below certainty the first step stands.
Taken from wordfreq (R. Speer, 2022; data CC BY-SA 4.0), whose lists count news, subtitles, books, the web and more.
"""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path

from reportedly.ledger.keys import folded

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "corroborate" / "frequencies"
#: Words kept of each language.
WORDS = 20_000


def main() -> None:
    """Write both lists."""
    import wordfreq

    for language in ("en", "fr"):
        rates: dict[str, float] = defaultdict(float)
        for word in wordfreq.top_n_list(language, WORDS, wordlist="small"):
            for part in folded(word).split():
                rates[part] += wordfreq.word_frequency(word, language, wordlist="small")
        steps: dict[int, list[str]] = defaultdict(list)
        for word, rate in rates.items():
            steps[round(-10 * math.log10(rate))].append(word)
        lines: list[str] = []
        for step in range(min(steps), max(steps) + 1):
            lines += [*sorted(steps[step]), ""]
        OUT.mkdir(parents=True, exist_ok=True)
        head = f"# {min(steps)}"
        (OUT / f"{language}.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
