"""Sentences of our own for two things news has and the treebanks hardly do: does the parser get them right?

``python -m training.probes`` counts for the bundled French pipeline; the sentences were written for this
purpose and are in no training data.
"""

from __future__ import annotations

import sys
from pathlib import Path

from spacy import load
from spacy.language import Language

# Sentence, word, the relation it must have, the word it must hang on.
Probe = tuple[str, str, str, str]
REPORTING: tuple[Probe, ...] = (
    ("Le pont sera fermé dès demain, a annoncé mardi la préfecture.", "préfecture", "nsubj", "annoncé"),
    ("Deux pêcheurs ont disparu en mer, a indiqué la gendarmerie.", "gendarmerie", "nsubj", "indiqué"),
    (
        "Les négociations reprendront lundi, assure le porte-parole du ministère.",
        "porte-parole",
        "nsubj",
        "assure",
    ),
    ("Le groupe aurait libéré les otages, ont affirmé plusieurs témoins.", "témoins", "nsubj", "affirmé"),
    (
        "La récolte sera mauvaise, explique une agricultrice de la région.",
        "agricultrice",
        "nsubj",
        "explique",
    ),
    ("Le navire transportait des armes, a précisé une source militaire.", "source", "nsubj", "précisé"),
    (
        "Des tirs ont retenti près du marché, rapporte un journaliste local.",
        "journaliste",
        "nsubj",
        "rapporte",
    ),
    ("« Nous ne céderons pas », a déclaré vendredi le président.", "président", "nsubj", "déclaré"),
    ("« La route est coupée », a dit un habitant du village.", "habitant", "nsubj", "dit"),
    ("L'usine fermera en mars, a confirmé la direction.", "direction", "nsubj", "confirmé"),
    ("Le juge a ouvert une enquête, a-t-on appris de source policière.", "juge", "nsubj", "ouvert"),
    ("Le cessez-le-feu a été violé, a dénoncé le chef des rebelles.", "chef", "nsubj", "dénoncé"),
)
HEDGED: tuple[Probe, ...] = (
    ("Des renforts sont reportedly arrivés à la frontière.", "renforts", "nsubj", "arrivés"),
    ("L'armée a allegedly bombardé un hôpital.", "hôpital", "obj", "bombardé"),
    ("Le ministre apparently refuse de démissionner.", "ministre", "nsubj", "refuse"),
    ("Les otages ont reportedly été libérés dimanche.", "otages", "nsubj:pass", "libérés"),
    ("Des mercenaires sont reportedly en train de quitter la ville.", "mercenaires", "nsubj", "train"),
    ("La banque aurait allegedly caché des pertes.", "pertes", "obj", "caché"),
    ("Le suspect a purportedly avoué le meurtre.", "meurtre", "obj", "avoué"),
    ("Les deux chefs se sont reportedly rencontrés à Genève.", "chefs", "nsubj", "rencontrés"),
)
SETS = {"reporting clause behind its content": REPORTING, "English hedge in French": HEDGED}


def right(nlp: Language, probes: tuple[Probe, ...]) -> list[bool]:
    """For each probe, whether the word has its relation and head; `nsubj` may have a subtype."""
    results = []
    for text, word, relation, head in probes:
        doc = nlp(text)
        results.append(
            any(t.text == word and t.dep_.startswith(relation) and t.head.text == head for t in doc)
        )
    return results


def main() -> None:
    """Print how many probes of each kind come out right."""
    here = Path(__file__).parent.parent / "src" / "reportedly" / "language" / "pipelines"
    nlp = load(here / "fr_reportedly")
    for name, probes in SETS.items():
        results = right(nlp, probes)
        sys.stdout.write(f"{name}: {sum(results)} of {len(results)}\n")
        for (text, *_), good in zip(probes, results, strict=True):
            if not good:
                sys.stdout.write(f"  wrong: {text}\n")


if __name__ == "__main__":
    import reportedly.language.embedding
    import reportedly.language.lemmatizer  # noqa: F401  registers the factory

    main()
