"""Each family's own example, read by the whole pipeline, gives a claim of the family's type, mode and act."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from reportedly.language import load as load_pipeline
from reportedly.lexicon import load
from reportedly.pipes.coding.lexicon import families
from reportedly.pipes.draft import ClaimDraft, draft_of

PARTS = ("verbs", "nouns", "adjectives")
FILES = ("coding_frames", "coding_families")
LANGUAGES = ("fr", "en")


@cache
def read(language: str) -> dict[str, list[ClaimDraft]]:
    """The claims of each example of a language."""
    examples = sorted({one["example"] for one in families(language)})
    docs = load_pipeline(language).pipe(examples)
    return {text: draft_of(doc).claims for text, doc in zip(examples, docs, strict=True)}


def fits(claim: ClaimDraft, family: Mapping[str, Any]) -> bool:
    code = (claim.type, claim.mode, claim.act)
    return code == (family["type"], family.get("mode"), family.get("act"))


def cases() -> list[Any]:
    found = []
    for language in LANGUAGES:
        for number, family in enumerate(families(language)):
            found.append(pytest.param(language, family, id=f"{language}-{number}-{family['type']}"))
    return found


@pytest.mark.parametrize(("language", "family"), cases())
def test_an_example_codes_to_its_family(language: str, family: Mapping[str, Any]) -> None:
    claims = read(language)[family["example"]]
    hits = [one for one in claims if fits(one, family)]
    assert hits, f"{family['example']!r} has {[(c.predicate.lemma, c.type, c.mode, c.act) for c in claims]}"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_has_an_example(language: str, name: str) -> None:
    bare = [one for one in load(name, language)["frame"] if not one.get("example")]
    assert bare == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_families_share_an_example(language: str) -> None:
    told = [one["example"] for one in families(language)]
    assert sorted({text for text in told if told.count(text) > 1}) == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_family_is_told_twice(language: str, name: str) -> None:
    conditions = [
        {key: value for key, value in one.items() if key not in (*PARTS, "example")}
        for one in load(name, language)["frame"]
    ]
    pairs = [
        (key, word, repr(sorted(condition.items())))
        for one, condition in zip(load(name, language)["frame"], conditions, strict=True)
        for key in PARTS
        for word in one.get(key, "").split()
    ]
    assert sorted({pair for pair in pairs if pairs.count(pair) > 1}) == []
