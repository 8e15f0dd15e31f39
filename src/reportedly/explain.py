"""From cues to verdict in plain words, in the reader's language: what ``--explain`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.lexicon import load
from reportedly.model import Certainty, Claim, CueKind, Factuality, Polarity, Status, Tense


def explain(claim: Claim, language: str = "en") -> list[str]:
    """The steps from a claim's cues to its verdict, as sentences.

    :param language: the reader's language, ``fr`` or ``en``; it need not be the article's.
    """
    return explain_factuality(claim.factuality, language)


def explain_factuality(verdict: Factuality, language: str = "en") -> list[str]:
    """The steps from a verdict's cues to the verdict, as sentences."""
    cues = [(cue.text, cue.kind) for cue in verdict.cues]
    return steps(cues, verdict.certainty, verdict.polarity, verdict.tense, verdict.status, language)


def steps(
    cues: Iterable[tuple[str, CueKind]],
    certainty: Certainty,
    polarity: Polarity,
    tense: Tense,
    status: Status,
    language: str,
) -> list[str]:
    """One sentence for each cue (its text and kind), and one for what they come to."""
    words = load("factuality_steps", language)
    given: Sequence[tuple[str, CueKind]] = list(cues)
    lines = [words["cues"][kind].format(text=" ".join(text.split())) for text, kind in given]
    if not lines:
        lines = [words["none"]]
    verdict = words["verdict"].format(
        certainty=words["certainty"][certainty],
        polarity=words["polarity"][polarity],
        tense=words["tense"][tense],
        status=words["status"][status],
    )
    return [*lines, verdict]
