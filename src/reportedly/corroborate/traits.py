"""What an article is looked for and compared by as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.corroborate.passages import fingerprints, stems_in
from reportedly.corroborate.postings import Keys, Order
from reportedly.corroborate.rarity import Bag, Vector
from reportedly.corroborate.texts import Text
from reportedly.corroborate.translation import MARKS, marks

NONE = Vector(np.zeros(0, np.uint32), np.zeros(0, np.int16))


@dataclass(slots=True, eq=False)
class Features:
    """What articles are looked for and compared by, of one of them."""

    id: str
    language: str
    order: Order
    prints: Keys
    words: Bag
    marks: Bag
    #: Weighed: its words, and what of it outlives translation.
    own: Vector = NONE
    common: Vector = NONE


def features_of(text: Text) -> Features:
    """What an article is looked for and compared by."""
    return Features(
        text.id,
        text.language,
        text.order,
        fingerprints(text.words),
        stems_in(text.keys),
        MARKS.bag(marks(text)),
    )
