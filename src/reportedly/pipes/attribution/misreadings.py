"""What a headline's short grammar makes other rules misread: bare passives, infinitives, verbs that share a subject."""

from __future__ import annotations

from dataclasses import replace

from reportedly.pipes.attribution.chains import holds
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe
from reportedly.pipes.attribution.tree import Range, is_finite, lemma, trim
from reportedly.pipes.draft import AttributionDraft, SourceDraft
from reportedly.pipes.titles.title import Title

#: Roles of nouns that can speak by themselves in a headline.
ROLES = frozenset(["group", "official", "organization", "outlet", "person", "spokesperson"])
#: Frames of verbs whose bare participle in a headline is a passive.
PASSIVE = frozenset(["of_documents", "person_infinitive", "raised", "told"])


def mend(page: Page, title: Title, found: list[AttributionDraft]) -> None:
    """Corrects the attributions that a headline holds; those that are none are taken out of ``found``."""
    for each in [one for one in found if one.cue is not None and title.holds(one.cue.start)]:
        if _is_deed(page, each) or _is_described(page, each):
            found.remove(each)
        elif (speaker := _behind(page, title, each)) is not None:
            each.source, each.content = speaker
        elif _is_said_of(page, title, each):
            each.source = None
        else:
            _share_subject(page, title, each, found)


def _is_deed(page: Page, each: AttributionDraft) -> bool:
    """Whether the verb is an infinitive with a thing as object, an act to come: "Oslo to introduce fees"."""
    cue = each.cue
    if (
        cue is None
        or each.kind != "indirect"
        or page.doc[cue.start].form not in page.lexicon.words["infinitive"]
    ):
        return False
    return not any(
        token.pos_ in ("VERB", "AUX") for start, end in each.content for token in page.doc[start:end]
    )


def _is_described(page: Page, each: AttributionDraft) -> bool:
    """Whether a bare "-ing" only describes whoever something befalls: "Deputy showing symptoms was sent home"."""
    cue, source = each.cue, each.source
    if cue is None or source is None or source.end != cue.start or source.role == "document":
        return False
    token = page.doc[cue.start]
    shows = any(
        "of_documents" in entry.frames and entry.sort == "report"
        for entry in page.lexicon.verbs.get(cue.lemma, ())
    )
    bare = "Pres" in token.morph.get("Tense") or "Ger" in token.morph.get("VerbForm")
    bare = bare and not is_finite(token) and not any(child.label == "aux" for child in token.children)
    told = (page.doc[k] for start, end in each.content for k in range(start, end))
    return shows and bare and any(is_finite(one) for one in told)


def _is_said_of(page: Page, title: Title, attribution: AttributionDraft) -> bool:
    """Whether a headline's bare participle is said of its subject: "Dog found abandoned", "Boy told to leave"."""
    cue = attribution.cue
    if cue is None or attribution.source is None or not title.holds(cue.start) or cue.end != cue.start + 1:
        return False
    token = page.doc[cue.start]
    participle = "Part" in token.morph.get("VerbForm") or "Past" in token.morph.get("Tense")
    helped = any(child.label in ("aux", "obj", "ccomp") for child in token.children if child.i < token.i)
    if not participle or helped or attribution.source.start > token.i or cue.end >= title.end:
        return False
    after = page.doc[cue.end]
    told = {frame for entry in page.lexicon.verbs.get(cue.lemma, ()) for frame in entry.frames} & PASSIVE
    infinitive = after.form in page.lexicon.words["infinitive"]
    described = after.pos_ in ("VERB", "ADJ") and "Fin" not in after.morph.get("VerbForm")
    return bool(told) and (infinitive or described)


def _behind(page: Page, title: Title, each: AttributionDraft) -> tuple[SourceDraft, list[Range]] | None:
    """The speaker after a verb and what stands before: "Rebels agree to truce claims Malian official"."""
    cue, part = each.cue, None if each.cue is None else title.part_of(each.cue.start)
    if cue is None or part is None or page.forms[cue.start] not in title.lexicon.scope["saying"]:
        return None
    start, end = trim(page.doc, cue.end, part.end)
    first, last = trim(page.doc, part.start, cue.start)
    after = page.doc[start:end]
    if (
        not after
        or page.lexicon.roles.get(lemma(after[-1])) not in ROLES
        or page.doc[cue.start - 1].text == ","
    ):
        return None
    nominal = not any(token.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "DET") for token in after)
    if not nominal or not any(is_finite(token) for token in page.doc[first:last]):
        return None
    return describe(page, after[-1], start, end), [(first, last)]


def _share_subject(page: Page, title: Title, each: AttributionDraft, found: list[AttributionDraft]) -> None:
    """Gives a verb after a comma the speaker of the one before: "Baker denies sale, says shop is safe"."""
    cue, source = each.cue, each.source
    if cue is None or source is None or cue.start <= title.start or page.doc[cue.start - 1].text != ",":
        return
    outer = next(
        (
            a
            for a in found
            if a is not each and a.cue and a.cue.start < source.start and holds(a, source.head)
        ),
        None,
    )
    if outer is None or outer.source is None:
        return
    each.source, each.within = replace(outer.source), None
    outer.content = [
        (start, min(end, cue.start - 1)) for start, end in outer.content if start < cue.start - 1
    ]
