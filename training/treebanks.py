"""CoNLL-U as the treebanks have it, and the one change made to it: fused French words become one token."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

Feats = dict[str, str]

ARTICLE_FEATS = ("Definite", "Gender", "Number", "PronType")


@dataclass(frozen=True)
class Word:
    """One syntactic word; ``head`` is an index into the sentence, and the root is its own head."""

    form: str
    lemma: str
    pos: str
    feats: Feats = field(default_factory=dict)
    head: int = 0
    dep: str = "dep"
    space: bool = True


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence, whether it opens a document, and where it comes from."""

    words: tuple[Word, ...]
    opens: bool = False
    source: str = ""

    @property
    def text(self) -> str:
        """The sentence as it was written, without the space behind it."""
        return "".join(word.form + " " * word.space for word in self.words).strip()


def read(path: Path, *, merge: bool = False) -> Iterator[Sentence]:
    """Sentences of a gzipped or plain CoNLL-U file; ``merge`` makes fused words one token."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for block in _blocks(lines):
            yield parse(block, merge=merge, source=path.name.split(".")[0])


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in map(str.rstrip, lines):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def parse(block: list[str], *, merge: bool = False, source: str = "") -> Sentence:
    """One sentence from its CoNLL-U lines; empty nodes are left out."""
    opens = any(line.startswith("# newdoc") for line in block)
    rows = [line.split("\t") for line in block if line and not line.startswith("#")]
    fusions = {int(r[0].split("-")[0]): r for r in rows if "-" in r[0]}
    words = [_word(r) for r in rows if r[0].isdigit()]
    words = _merge(words, fusions) if merge else _respace(words, fusions)
    return Sentence(tuple(words), opens, source)


def _word(row: list[str]) -> Word:
    feats = {} if row[5] == "_" else dict(f.split("=", 1) for f in row[5].split("|"))
    head = int(row[6]) - 1
    return Word(
        form=row[1].replace("\u00a0", " ").replace(" ", "") if " " in row[1] else row[1],
        lemma=row[2] if row[2] != "_" or row[1] == "_" else row[1],
        pos=row[3],
        feats=feats,
        head=int(row[0]) - 1 if head < 0 else head,
        dep="ROOT" if head < 0 else row[7],
        space="SpaceAfter=No" not in row[9],
    )


def _span(row: list[str]) -> range:
    first, last = row[0].split("-")
    return range(int(first) - 1, int(last))


def _respace(words: list[Word], fusions: dict[int, list[str]]) -> list[Word]:
    """English: keep the parts (do / n't) and take the white space from the surface word."""
    words = list(words)
    for row in fusions.values():
        span = _span(row)
        if "".join(words[i].form for i in span) != row[1]:
            continue
        for i in span[:-1]:
            words[i] = replace(words[i], space=False)
        words[span[-1]] = replace(words[span[-1]], space="SpaceAfter=No" not in row[9])
    return words


def _merge(words: list[Word], fusions: dict[int, list[str]]) -> list[Word]:
    """French: one token per surface word (du, aux, desquels), heads renumbered."""
    place: list[int] = []
    merged: list[Word] = []
    covered = {i: row for row in fusions.values() for i in _span(row)}
    for i, word in enumerate(words):
        row = covered.get(i)
        if row is None:
            place.append(len(merged))
            merged.append(word)
        elif i == _span(row)[0]:
            place.append(len(merged))
            merged.append(fuse(words, row))
        else:
            place.append(len(merged) - 1)
    return [replace(word, head=place[word.head]) for word in merged]


def fuse(words: list[Word], row: list[str]) -> Word:
    """The single token for a fused surface word: the preposition with the article's features."""
    span = _span(row)
    first = words[span[0]]
    # In duquel the preposition hangs on the pronoun, so the one token has to be the pronoun, or it would be
    # its own head.
    outside = [i for i in span if words[i].head not in span or words[i].dep == "ROOT"]
    head = words[outside[0]] if outside else first
    feats = dict(head.feats)
    for i in span:
        extra = words[i].feats
        feats.update({k: v for k, v in extra.items() if k in ARTICLE_FEATS and k not in feats})
    space = "SpaceAfter=No" not in row[9]
    return replace(head, form=row[1], feats=feats, space=space)
