"""A lemmatizer of plain tables and suffix rules, keyed by part of speech.

A trainable edit-tree lemmatizer costs a softmax over thousands of trees per token and still gets closed-class
words wrong; a table has neither fault, and what it says can be looked up and put right by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.vocab import Vocab

NAME = "reportedly_lemmatizer"  # spaCy allows no full stop in a factory name
CACHE_LIMIT = 200_000
KEEPS_CASE = ("PROPN", "X", "SYM", "NUM", "PUNCT")
ACRONYM = 5  # an all-capital noun no longer than this that no table knows is an acronym: PIB, TVA
Tables = dict[str, dict[str, str]]


def spellings(form: str) -> Iterator[str]:
    """The form itself, lower-cased, and with the accent that many papers leave off a capital (Etat)."""
    yield f"={form}"
    lower = form.lower().replace("\u2019", "'")
    yield lower
    if form[:1] == "E":
        yield "\u00e9" + lower[1:]
        yield "\u00ea" + lower[1:]


class TableLemmatizer(Pipe):
    """Sets ``token.lemma_`` from ``token.pos_``, ``token.morph`` and the form.

    ``words`` maps a key to ``{lower-cased form: lemma}``; ``rules`` maps a key to ``{suffix: "cut|ending"}``,
    where ``cut`` counts the characters taken off and ``ending`` takes their place. The keys of a token are
    its part of speech with the values of ``features`` (``VERB|Fin|Past``), then its part of speech alone
    (``VERB``). Form-exact entries (``=Form``) come before lower-cased ones.
    """

    def __init__(self, vocab: Vocab, name: str = "lemmatizer", *, features: Iterable[str] = ()) -> None:
        self.vocab = vocab
        self.name = name
        self.features = tuple(features)
        self.words: Tables = {}
        self.rules: Tables = {}
        self._cache: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Give every token its lemma."""
        cache = self._cache
        for token in doc:
            key = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
            lemma = cache.get(key)
            if lemma is None:
                if len(cache) >= CACHE_LIMIT:
                    cache.clear()
                lemma = cache[key] = self.lemma(token)
            token.lemma_ = lemma
        return doc

    def lemma(self, token: Token) -> str:
        """The lemma of one token, without the cache."""
        morph = token.morph.to_dict()
        return self.lookup(token.text, token.pos_, morph)

    def lookup(self, form: str, pos: str, morph: dict[str, str]) -> str:
        """The lemma of a form with this part of speech and these features."""
        keys = self.keys(pos, morph)
        for wanted in spellings(form):
            for key in keys:
                found = self.words.get(key, {}).get(wanted)
                if found is not None:
                    return found
        if form.isupper() and len(form) <= ACRONYM and pos in ("NOUN", "ADJ"):
            return form
        plain = form if pos in KEEPS_CASE else form.lower()
        for key in keys:
            guessed = self.guess(plain, self.rules.get(key))
            if guessed is not None:
                return guessed
        return plain

    def keys(self, pos: str, morph: dict[str, str]) -> tuple[str, ...]:
        """The table keys to try, narrowest first."""
        hint = "|".join(morph[f] for f in self.features if f in morph)
        return (f"{pos}|{hint}", pos) if hint else (pos,)

    @staticmethod
    def guess(form: str, rules: dict[str, str] | None) -> str | None:
        if not rules:
            return None
        lower = form.lower()
        for start in range(len(form)):
            rule = rules.get(lower[start:])
            if rule is not None:
                cut, ending = rule.split("|", 1)
                return form[: len(form) - int(cut)] + ending
        return None

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None
    ) -> None:
        """Nothing to do: the tables are filled by ``training``."""

    def score(self, examples: Iterable[Example], **_: object) -> dict[str, float | dict[str, float]]:
        """Share of tokens with the right lemma, for ``nlp.evaluate``."""
        return dict(Scorer.score_token_attr(examples, "lemma"))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002  spaCy passes it everywhere
        """The features and both tables."""
        tables = {"features": list(self.features), "words": self.words, "rules": self.rules}
        return bytes(srsly.msgpack_dumps(tables))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> TableLemmatizer:  # noqa: ARG002
        """Take over what ``to_bytes`` gave."""
        tables = srsly.msgpack_loads(data)
        self.features = tuple(tables["features"])
        self.words = tables["words"]
        self.rules = tables["rules"]
        self._cache.clear()
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write ``tables.msgpack`` into the component's folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tables.msgpack").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> TableLemmatizer:  # noqa: ARG002
        """Read what ``to_disk`` wrote."""
        return self.from_bytes((Path(path) / "tables.msgpack").read_bytes())


@Language.factory(
    NAME,
    assigns=["token.lemma"],
    requires=["token.pos", "token.morph"],
    default_config={"features": []},
    default_score_weights={"lemma_acc": 1.0},
)
def make_lemmatizer(nlp: Language, name: str, features: list[str]) -> TableLemmatizer:
    """The factory behind ``nlp.add_pipe("reportedly_lemmatizer", name="lemmatizer")``."""
    return TableLemmatizer(nlp.vocab, name, features=features)
