"""Two articles of our own and what a good model would answer to them, in both languages."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

TEXT = {
    "en": "Tanks for Chile\n\nNorway may deliver twelve tanks to Chile in May 2031, two officials told The Harbour "
    "Post. Norway’s army confirmed nothing.",
    "fr": "Des chars pour le Chili\n\nLa Norvège pourrait livrer douze chars au Chili en mai 2031, ont affirmé deux "
    "responsables au Courrier du Port. L’armée de la Norvège n’a rien confirmé.",
}
#: Country, act, its lemma, objects, recipient, cue of doubt, source, reporting words, their lemma.
WORDS = {
    "en": ("Norway", "deliver", "deliver", "twelve tanks", "Chile", "may", "two officials", "told", "tell"),
    "fr": (
        "La Norvège", "livrer", "livrer", "douze chars", "Chili", "pourrait", "deux responsables", "ont affirmé",
        "affirmer",
    ),
}  # fmt: skip


def good(language: str) -> dict[str, Any]:
    """A right answer."""
    country, act, lemma, objects, recipient, doubt, source, saying, said = WORDS[language]
    content = TEXT[language].split("\n\n")[1].split(", ")[0]

    def quote(text: str, occurrence: int = 1) -> dict[str, Any]:
        return {"text": text, "occurrence": occurrence}

    return {
        "entities": [
            {"label": "E1", "kind": "country", "country": "NOR", "mention": "name"},
            {"label": "E2", "kind": "country", "country": "CHL", "mention": "name"},
            {"label": "E3", "kind": "person", "country": None, "mention": "nominal"},
        ],
        "attributions": [
            {
                "label": "A1",
                "kind": "indirect",
                "source": {**quote(source), "entity": "E3", "role": "official", "named": False, "count": 2},
                "cue": {**quote(saying), "lemma": said, "stance": "neutral"},
                "content": [quote(content)],
                "within": None,
            }
        ],
        "claims": [
            {
                "anchor": quote(act),
                "lemma": lemma,
                "type": "AID",
                "mode": None,
                "act": "delivery",
                "actors": [{**quote(country), "entity": "E1"}],
                "recipients": [{**quote(recipient, 2), "entity": "E2"}],
                "objects": [{**quote(objects), "entity": None}],
                "locations": [],
                "certainty": "possible",
                "polarity": "positive",
                "tense": "future",
                "status": "possible",
                "cues": [{**quote(doubt), "kind": "modal"}],
                "attribution": ["A1"],
            }
        ],
    }


def changed(language: str, **changes: Any) -> dict[str, Any]:
    """A right answer with a claim that is changed."""
    answer = deepcopy(good(language))
    answer["claims"][0].update(changes)
    return answer
