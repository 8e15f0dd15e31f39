"""Sentences of a treebank into the Docs that spaCy trains on and is scored with.

The annotated Doc keeps the treebank's tokens; the Doc to be predicted is tokenised by spaCy from the plain
text, so that the model learns on the tokens it will meet, and ``Example`` aligns the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from .treebanks import Sentence


def gold_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """One annotated Doc for consecutive sentences, a space between them."""
    words, spaces, heads = [], [], []
    for sentence in sentences:
        base = len(words)
        for i, word in enumerate(sentence.words):
            words.append(word.form)
            spaces.append(word.space or i == len(sentence.words) - 1)
            heads.append(base + word.head)
    flat = [word for sentence in sentences for word in sentence.words]
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        pos=[w.pos for w in flat],
        morphs=["|".join(f"{k}={v}" for k, v in sorted(w.feats.items())) for w in flat],
        lemmas=[w.lemma for w in flat],
        heads=heads,
        deps=[w.dep for w in flat],
    )


def example(nlp: Language, sentences: Sequence[Sentence], *, starts: bool) -> Example:
    """An Example on spaCy's own tokens; ``starts`` presets the sentence boundaries, as our splitter would."""
    gold = gold_doc(nlp.vocab, sentences)
    predicted = nlp.make_doc(gold.text)
    if starts:
        preset_starts(predicted, sentences)
    return Example(predicted, gold)


def preset_starts(doc: Doc, sentences: Sequence[Sentence]) -> None:
    """Mark each token as the first of a sentence or not; a boundary inside a token moves to the next one."""
    offsets, position = set(), 0
    for sentence in sentences:
        offsets.add(position)
        position += len(sentence.text) + 1
    for token in doc:
        token.is_sent_start = token.idx in offsets or token.i == 0


def grouped(sentences: Iterable[Sentence], size: int) -> Iterator[list[Sentence]]:
    """Consecutive sentences of one document, ``size`` at a time."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (sentence.opens or len(group) >= size):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group
