"""From cues to verdict in plain words, in the reader's language: what ``--explain`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from reportedly.lexicon import load
from reportedly.model import Certainty, Claim, CueKind, Factuality, Polarity, Status, Tense

#: Kinds of cues that decide a degree of certainty, so that two of them share it.
DEGREE: frozenset[CueKind] = frozenset(
    {"attribution", "conditional", "future", "hedge", "intention", "modal", "question"}
)


def explain(claim: Claim, language: str = "en") -> list[str]:
    """The steps from a claim's cues to its verdict, as sentences.

    :param language: the reader's language, ``fr`` or ``en``; it need not be the article's.
    """
    return explain_factuality(claim.factuality, language)


def explain_factuality(verdict: Factuality, language: str = "en") -> list[str]:
    """The steps from a verdict's cues to the verdict, as sentences."""
    return steps([(cue.text, cue.kind) for cue in verdict.cues], verdict, language)


class Told(Protocol):
    """What a verdict comes to, in a reading or still in a draft."""

    certainty: Certainty
    polarity: Polarity
    tense: Tense
    status: Status
    value: float


def steps(cues: Iterable[tuple[str, CueKind]], verdict: Told | Factuality, language: str) -> list[str]:
    """One sentence for each cue (its text and kind), one for what they come to, and one for its value."""
    words, given = load("factuality_steps", language), list(cues)
    lines = [_step(words["cues"][kind], text, kind, given, verdict) for text, kind in given]
    negations = sum(kind == "negation" for _, kind in given)
    if negations > 1 and verdict.polarity == "positive":
        lines.append(words["twice"])
    told = words["outcome"][verdict.certainty][f"{verdict.tense}_{verdict.polarity}"]
    closing = "told" if any(kind == "attribution" for _, kind in given) else "verdict"
    outcome = words[closing].format(outcome=told, status=words["status"][verdict.status])
    scale = words["scale"].format(value=f"{verdict.value:g}")
    return [*(dict.fromkeys(lines) or [words["none"]]), outcome, scale]


def _step(
    sentences: dict[str, str],
    text: str,
    kind: CueKind,
    given: list[tuple[str, CueKind]],
    verdict: Told | Factuality,
) -> str:
    """What one cue does: in the verdict's own degree where no other cue bears on that."""
    alone = sum(each in DEGREE for _, each in given) <= 1 or kind not in DEGREE
    keys = [verdict.status, "negative" if verdict.polarity == "negative" else "", verdict.certainty]
    fits = (sentences[key] for key in keys if alone and key in sentences)
    return next(fits, sentences["any"]).format(text=" ".join(text.split()))
