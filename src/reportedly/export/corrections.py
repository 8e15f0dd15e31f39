"""What people judged, as JSON Lines to learn from: the text, the span, and two hashes.

``input_hash`` is of the words that were judged, ``question_hash`` of these with the span and the kind of question: the
same text is not the same question. What was taken back is left out; what nobody has judged is not here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.errors import LedgerError
from reportedly.ledger import View
from reportedly.ledger.records import Judgement

#: Which question a verdict answers.
QUESTIONS = {"right": "claim", "wrong": "claim", "same": "event", "different": "event"}


def export(view: View, out: BinaryIO) -> None:
    """Every standing judgement as one line."""
    found = (correction(judgement, view) for judgement in view.judgements(standing=True))
    out.writelines(json.dumps(each, ensure_ascii=False).encode("utf-8") + b"\n" for each in found)


def correction(judgement: Judgement, view: View) -> dict[str, Any]:
    """One judgement with the claims as they were when it was made."""
    keys = [key for key in (judgement.left, judgement.right) if key]
    claims = [{"id": key, **judgement.seen[key], "text": text_of(judgement.seen[key], view)} for key in keys]
    inputs = [str(claim["sha256"]) for claim in claims]
    question = QUESTIONS[judgement.verdict]
    return {
        "verdict": judgement.verdict,
        "question": question,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "input_hash": hashed(*inputs),
        "question_hash": hashed(question, *inputs, *spans(claims)),
        "claims": claims,
    }


def spans(claims: list[dict[str, Any]]) -> Iterator[str]:
    """The places that were asked about."""
    for claim in claims:
        yield f"{claim['start']}-{claim['end']}"


def text_of(seen: dict[str, Any], view: View) -> str | None:
    """The words of the version that was judged, if the ledger still has them."""
    try:
        versions = view.versions(str(seen["article"]))
    except LedgerError:
        return None
    found = next((each for each in versions if each.sha256 == seen["sha256"]), None)
    if found is None:
        return None
    return (
        f"{found.title}\n\n{found.text}"
        if found.title and not found.text.startswith(found.title)
        else found.text
    )


def hashed(*parts: str) -> str:
    """Sixteen figures of a hash."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:16]
