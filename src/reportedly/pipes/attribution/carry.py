"""Who was told stays told: a later statement of a source that told an outlet passes through that outlet too."""

from __future__ import annotations

from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import form, kids, lemma
from reportedly.pipes.draft import AttributionDraft, SourceDraft

#: A hearer is carried no further than this many sourced attributions.
REACH = 6


def carry_addressees(page: Page, attributions: list[AttributionDraft]) -> None:
    """Set the addressee of later statements by a source that told an outlet.

    :param attributions: in order of place.
    """
    told: AttributionDraft | None = None
    last: SourceDraft | None = None
    distance = 0
    for attribution in attributions:
        source = attribution.source
        if source is None or attribution.within is not None:
            continue
        if attribution.addressee is not None:
            if _is_outlet(page, attribution):
                told, last, distance = attribution, source, 0
            continue
        distance += 1
        if told is None or told.source is None or last is None or distance > REACH:
            continue
        if speaks_again(page, told.source, source, adjacent=last):
            attribution.addressee = told.addressee
        last = source if attribution.addressee is None else told.source


def _is_outlet(page: Page, attribution: AttributionDraft) -> bool:
    start, end = attribution.addressee or (0, 0)
    for token in page.doc[start:end]:
        mention = page.mention_of(token)
        if mention is not None and mention.kind == "outlet":
            return True
        if token.pos_ == "PROPN" and mention is None:
            return True
    return False


def speaks_again(page: Page, told: SourceDraft, source: SourceDraft, *, adjacent: SourceDraft) -> bool:
    """Whether a source is, by its form, the one that told: a pronoun, "this source", "one of the sources", its name."""
    head, first = page.doc[source.head], page.doc[told.head]
    if source.count and source.count != told.count:
        return False
    if head.pos_ == "PRON" and not _is_partitive(page, source):
        return (
            adjacent is told
            and is_plural(page, told) == is_plural(page, source)
            and _is_personal(page, source)
        )
    if source.named or told.named:
        return (
            source.named and told.named and lemma(page.doc[source.end - 1]) == lemma(page.doc[told.end - 1])
        )
    if _is_partitive(page, source):
        return is_plural(page, told)
    if not _points_back(page, source) or is_plural(page, told) != is_plural(page, source):
        return False
    return lemma(head) == lemma(first) or "group" in (source.role, told.role) or source.role == told.role


def is_plural(page: Page, source: SourceDraft) -> bool:
    """Whether a source is more than one."""
    return bool(source.count) or "Plur" in page.doc[source.head].morph.get("Number", [])


def _is_personal(page: Page, source: SourceDraft) -> bool:
    head = page.doc[source.head]
    word = form(head)
    lexicon = page.lexicon
    return (
        "3" in head.morph.get("Person", []) and word not in lexicon.first | lexicon.second | lexicon.generic
    )


def _points_back(page: Page, source: SourceDraft) -> bool:
    """A definite or demonstrative article: "the sources", "cette source"."""
    for det in kids(page.doc[source.head], "det"):
        if "Def" in det.morph.get("Definite", []) or "Dem" in det.morph.get("PronType", []):
            return True
    return False


def _is_partitive(page: Page, source: SourceDraft) -> bool:
    """ "One of the sources": a numeral or pronoun with a definite plural after "of"."""
    head = page.doc[source.head]
    if head.pos_ not in ("PRON", "NUM", "DET") and form(head) not in page.lexicon.words["partitive"]:
        return False
    for child in kids(head, "nmod", "obl"):
        if child.i < source.end and "Plur" in child.morph.get("Number", []):
            cases = {form(case) for case in kids(child, "case")} | {
                lemma(case) for case in kids(child, "case")
            }
            return bool(cases & page.lexicon.words["of"])
    return False
