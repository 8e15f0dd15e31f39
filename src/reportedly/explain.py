"""From cues to verdict in plain words, in the reader's language: what ``--explain`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from reportedly.lexicon import load
from reportedly.model import Certainty, Claim, CueKind, Factuality, Polarity, Status, Tense


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


def steps(cues: Iterable[tuple[str, CueKind]], verdict: Told | Factuality, language: str) -> list[str]:
    """One sentence for each cue (its text and kind), and one for what they come to."""
    words = load("factuality_steps", language)
    lines = [words["cues"][kind].format(text=" ".join(text.split())) for text, kind in cues]
    told = words["verdict"].format(
        certainty=words["certainty"][verdict.certainty],
        polarity=words["polarity"][verdict.polarity],
        tense=words["tense"][verdict.tense],
        status=words["status"][verdict.status],
    )
    return [*(lines or [words["none"]]), told]
