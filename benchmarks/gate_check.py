"""How much the gate keeps out, what that saves, and whether any claim goes with it.

``python -m benchmarks.gate_check`` takes 10,000 texts: sentences of the treebanks in both languages and what is made of
them (words in another order, capitals, letters lost), one and two to a text, and the gold sets' own articles. Each that
the gate keeps out is read in full, and must have neither claim nor event nor finding.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import SHARED
from reportedly.export.selection import within_ontology
from reportedly.language import load
from reportedly.language.tokens import make_doc
from reportedly.model import Article
from reportedly.reading import Reader
from reportedly.reading.gate import Gate

TEXTS = 5_000
TREEBANKS = {"en": ("ewt-dev", "gum-train", "pud"), "fr": ("sequoia-train", "sequoia-dev", "gsd-dev", "pud")}
SEED = 7


def sentences(language: str, shared: Path) -> list[str]:
    """The sentences of a language's treebanks."""
    found = []
    for name in TREEBANKS[language]:
        with gzip.open(
            shared / "treebanks" / language / f"{name}.conllu.gz", "rt", encoding="utf-8"
        ) as lines:
            found += [
                line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")
            ]
    return found


def spoilt(text: str, choice: random.Random) -> str:
    """A text, or something that its words might have been."""
    words = text.split()
    choice.shuffle(words)
    lost = re.sub(r"\w", lambda letter: letter.group() if choice.random() > 0.04 else "", text)
    return choice.choice([text, text, " ".join(words), text.upper(), text.title(), lost])


def texts(language: str, shared: Path) -> Iterator[str]:
    """As many texts as are asked for, of one or two sentences."""
    choice = random.Random(SEED)
    known = sentences(language, shared)
    for _ in range(TEXTS):
        yield spoilt(" ".join(choice.choices(known, k=choice.choice([1, 1, 2]))), choice)


def gold(language: str, shared: Path) -> Iterator[str]:
    """The articles of all gold sets in a language."""
    for path in sorted((shared / "gold").glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for each in row.get("articles", [row]):
                if isinstance(each, dict) and "text" in each and each.get("language", "en") == language:
                    yield each["text"]


def check(language: str, what: str, given: list[str]) -> int:
    """Prints a row on some texts; how many that were kept out had something to tell."""
    gate, words, kept_out, told = Gate(nlp := load(language)), 0, [], 0
    for text in given:
        words += len(text.split())
        if not gate.opens(make_doc(nlp, text)):
            kept_out.append(text)
    started = time.process_time()
    for reading in Reader(every=False).read_many(Article(text=text, language=language) for text in kept_out):
        found = within_ontology(reading)
        told += bool(found.claims or found.events or found.findings)
    seconds = time.process_time() - started
    out = sum(len(text.split()) for text in kept_out)
    share = f"{100 * len(kept_out) / max(len(given), 1):.1f} % of texts, {100 * out / max(words, 1):.1f} % of words"
    print(f"| {language} {what} | {len(given)} | {share} | {told} | {seconds:.0f} s |", flush=True)
    return told


def per_sentence(language: str, shared: Path) -> None:
    """What a gate for each sentence could keep out at the very most: those without an act."""
    nlp = load(language)
    gate, split = Gate(nlp), nlp.get_pipe("reportedly_sentences")
    words = out = 0
    for text in gold(language, shared):
        if len(text.split()) < 150:
            continue
        for sentence in split(make_doc(nlp, text)).sents:
            words += len(sentence)
            out += 0 if gate.opens(sentence) else len(sentence)  # type: ignore[arg-type]
    print(
        f"| {language} in sentences without an act, articles of 150 words or more | {100 * out / words:.1f} % |"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ and treebanks/")
    args = parser.parse_args()
    told = 0
    for language in ("fr", "en"):
        told += check(language, "sentences, whole and spoilt", list(texts(language, args.shared)))
        told += check(language, "gold", list(dict.fromkeys(gold(language, args.shared))))
        per_sentence(language, args.shared)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
