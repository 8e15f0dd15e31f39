"""Hash embedding of word features that spaCy has no attribute for: affixes and what a lexicon knows.

Small treebanks leave most news words unseen. A word's possible parts of speech, its lemma in an open
dictionary and its Brown cluster say much of what word vectors would, at a hundredth of the size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, build_Tok2Vec_model
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

NODE = "lexicon_features"
CACHE_LIMIT = 300_000
Columns = list[Any]


@registry.architectures("reportedly.LexiconEmbed.v1")  # type: ignore[untyped-decorator]
def lexicon_embed(  # noqa: PLR0913, PLR0917  spaCy hands a config block over as arguments
    width: int,
    embed_width: int,
    attrs: list[str],
    rows: list[int],
    affixes: list[int],
    affix_rows: int,
    lexicon_rows: list[int],
    depth: int = 0,
) -> Model[list[Doc], list[Any]]:
    """Embed token ``attrs``, then ``affixes`` (4: first four letters, -4: last four), then the lexicon.

    ``lexicon_rows`` gives the table size for each column of the lexicon, which training puts into the node
    named ``lexicon_features`` and which is saved with the model. With a ``depth``, spaCy's window encoder of
    that many layers follows, so that the whole tok2vec is built here and takes the quicker matrix product.
    """
    sizes = [*rows, *([affix_rows] * len(affixes)), *lexicon_rows]
    tables: list[Model[Any, Any]] = [
        HashEmbed(embed_width, size, column=i, seed=8 + i, dropout=0.0) for i, size in enumerate(sizes)
    ]
    mix: Model[Any, Any] = Maxout(width, embed_width * len(tables), nP=3, dropout=0.0, normalize=True)
    extract: Model[Any, Any] = Model(
        NODE,
        _Extractor(),
        attrs={"columns": attrs, "affixes": affixes, "lexicon_columns": len(lexicon_rows), "lexicon": {}},
    )
    embed: Model[list[Doc], list[Any]] = chain(
        extract, list2ragged(), with_array(chain(concatenate(*tables), mix)), ragged2list()
    )
    if not depth:
        return embed
    encode = MaxoutWindowEncoder(width=width, window_size=1, maxout_pieces=3, depth=depth)
    return _with_numpy_products(build_Tok2Vec_model(embed, encode))


def _with_numpy_products(model: Model[Any, Any]) -> Model[Any, Any]:
    """Multiply with numpy's BLAS: on these layers two to five times as fast as the one thinc brings."""
    for node in model.walk():
        if isinstance(node.ops, NumpyOps) and node.ops.use_blis:
            node.ops = NumpyOps(use_blis=False)
    return model


def set_lexicon(model: Model[Any, Any], table: dict[str, list[int]]) -> None:
    """Give the embedding its lexicon: for each word form, one number per column, 0 for unknown."""
    node = next(node for node in model.walk() if node.name == NODE)
    keys = np.array([get_string_id(word) for word in table], dtype="uint64")
    order = np.argsort(keys)
    values = np.array(list(table.values()), dtype="uint32")
    node.attrs["lexicon"] = {"keys": keys[order].tobytes(), "values": values[order].tobytes()}


class _Extractor:
    """The forward step; keeps the opened lexicon and the rows of words already met."""

    def __init__(self) -> None:
        self._source: object = None
        self._lexicon: _Lexicon | None = None
        self._cache: dict[int, tuple[int, ...]] = {}

    def __call__(
        self, model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[Columns, Callable[[Any], Columns]]:
        """The feature numbers of each document; nothing flows back."""
        del is_train
        lexicon = self._opened(model)
        columns = model.attrs["columns"]
        features = []
        for doc in docs:
            plain = doc.to_array(columns).reshape((len(doc), len(columns))).astype("uint64")
            extra = np.array([self._row(token, lexicon) for token in doc], dtype="uint64")
            both = np.hstack((plain, extra.reshape((len(doc), lexicon.size))))
            features.append(model.ops.asarray2i(both, dtype="uint64"))  # type: ignore[arg-type]
        return features, lambda _: []

    def _opened(self, model: Model[Any, Any]) -> _Lexicon:
        if self._lexicon is None or self._source is not model.attrs["lexicon"]:
            self._source = model.attrs["lexicon"]
            self._lexicon = _Lexicon(model)
            self._cache.clear()
        return self._lexicon

    def _row(self, token: Token, lexicon: _Lexicon) -> tuple[int, ...]:
        row = self._cache.get(token.orth)
        if row is None:
            if len(self._cache) >= CACHE_LIMIT:
                self._cache.clear()
            row = self._cache[token.orth] = lexicon.row(token.text, token.lower_)
        return row


class _Lexicon:
    """The saved table, opened for look-up."""

    def __init__(self, model: Model[Any, Any]) -> None:
        data = model.attrs["lexicon"]
        self.affixes: list[int] = model.attrs["affixes"]
        self.width: int = model.attrs["lexicon_columns"]
        self.size = len(self.affixes) + self.width
        self.keys = np.frombuffer(data.get("keys", b""), dtype="uint64")
        self.values = np.frombuffer(data.get("values", b""), dtype="uint32").reshape((-1, max(self.width, 1)))

    def row(self, form: str, lower: str) -> tuple[int, ...]:
        """The affix and lexicon columns of one word."""
        ends = [get_string_id(lower[:n] if n > 0 else lower[n:]) for n in self.affixes]
        return (*ends, *self._known(form, lower))

    def _known(self, form: str, lower: str) -> list[int]:
        if not self.width:
            return []
        for word in (form, lower):
            key = np.uint64(get_string_id(word))
            at = int(np.searchsorted(self.keys, key))
            if at < len(self.keys) and self.keys[at] == key:
                return [int(v) for v in self.values[at]]
        return [0] * self.width
