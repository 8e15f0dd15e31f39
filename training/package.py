"""A trained pipeline onto disk: card, meta, size check, and a swap that nobody can see half done."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import asdict
from pathlib import Path

from spacy.language import Language

from .evaluate import Results
from .settings import Settings

LIMIT = 20_000_000  # bytes; the pipelines ship inside the package
VERSION = "0.1.0"
LICENCES = {"fr": "CC BY-SA 4.0 (and LGPL-LR for what comes from Sequoia)", "en": "CC BY-SA 4.0"}
CARDS = Path(__file__).parent / "cards"
SOURCES = {
    "fr": {
        "UD_French-Sequoia 2.16": "LGPL-LR",
        "UD_French-GSD": "CC BY-SA 4.0",
        "UD_French-PUD": "CC BY-SA 3.0",
        "spacy-lookups-data 1.0.5": "MIT",
    },
    "en": {
        "UD_English-EWT": "CC BY-SA 4.0",
        "UD_English-GUM": "CC BY 4.0 (annotations)",
        "UD_English-PUD": "CC BY-SA 3.0",
        "spacy-lookups-data 1.0.5": "MIT; WordNet 3.0 licence for its English word lists",
    },
}


def name(language: str) -> str:
    """The folder of a language's pipeline."""
    return f"{language}_reportedly"


def write(nlp: Language, settings: Settings, results: Results, out: Path) -> Path:
    """Write the pipeline beside ``out`` and put it in place by renaming."""
    language = settings.language
    _fill_meta(nlp, settings, results)
    fresh, old = out.with_name(f".new_{out.name}"), out.with_name(f".old_{out.name}")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(fresh)
    card = (CARDS / f"{language}.md").read_text(encoding="utf-8")
    card = card.replace("{table}", results.table()).replace("{speed}", f"{results.words_per_second:,.0f}")
    (fresh / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    if language == "en":
        _copy_wordnet_licence(fresh)
    size = sum(file.stat().st_size for file in fresh.rglob("*") if file.is_file())
    if size > LIMIT:
        raise ValueError(f"{out.name} has {size:,} bytes; at most {LIMIT:,} are wanted")
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return out


def _fill_meta(nlp: Language, settings: Settings, results: Results) -> None:
    language = settings.language
    nlp.meta["name"] = "reportedly"
    nlp.meta["version"] = VERSION
    nlp.meta["description"] = (
        "Parts of speech, features, lemmas and dependencies (Universal Dependencies) for news."
    )
    nlp.meta["author"] = "The reportedly developers"
    nlp.meta["license"] = LICENCES[language]
    nlp.meta["sources"] = [{"name": key, "license": value} for key, value in SOURCES[language].items()]
    nlp.meta["performance"] = {
        f"{file} ({'sentences given' if given else 'raw text'})": asdict(scores)
        for (file, given), scores in results.rows.items()
    }
    nlp.meta["speed"] = round(results.words_per_second)


def _copy_wordnet_licence(folder: Path) -> None:
    """The word lists come from WordNet, whose licence wants its notice on every copy."""
    spec = importlib.util.find_spec("spacy_lookups_data")
    if spec is not None and spec.origin is not None:
        shutil.copy(Path(spec.origin).parent / "data" / "en_license.txt", folder / "LICENSE-WordNet.txt")
