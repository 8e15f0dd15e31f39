"""Attributions by nouns: "the claim that", "l'annonce selon laquelle", "son opinion", "reports of a landing"."""

from __future__ import annotations

from reportedly.pipes.attribution.contents import (
    before_next_report,
    clip,
    kind_of,
    phrase_content,
    to_break,
    with_quotes,
)
from reportedly.pipes.attribution.cues import NounCue, noun_cues
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe, source_span
from reportedly.pipes.attribution.subjects import agent_of, own_subject, understood_subject
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    Range,
    base,
    form,
    is_finite,
    kids,
    lemma,
    match_at,
    span_of,
)
from reportedly.pipes.draft import AttributionDraft, CueDraft, SourceDraft
from reportedly.pipes.tokens import Token

#: How far before "selon laquelle" its noun may stand, in tokens.
REACH = 8
#: The words of a set phrase before or after its noun.
LONGEST_PHRASE = 5


def read_nouns(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """The attributions that nouns make in a sentence."""
    return [read for cue in noun_cues(page, start, end) if (read := _read_noun(page, cue, (start, end)))]


def _read_noun(page: Page, cue: NounCue, sentence: Range) -> AttributionDraft | None:
    head = cue.head
    if base(head) in ("compound", "flat", "fixed"):
        return None
    owner = _owner(page, cue)
    if (page.inside[head.i] is not None and owner is None) or _is_elsewhere(page, cue, sentence):
        return None
    content = _clause(page, cue) or _governed(page, cue, owner)
    end = head.i + 1
    if content is not None and content[0] == end + 2 and page.forms[end] in page.lexicon.phrases:
        # "l'idée selon laquelle"
        end += 2
    if content is None:
        return _alone(page, cue, owner)
    if content[0] == end + 1 and base(page.doc[end]) == "case":
        end += 1
    pieces = clip(page, [content], page.inside[head.i])
    source = _source(page, cue, owner)
    if not pieces or _is_own_word(page, cue, source):
        return None
    kind = kind_of(page, pieces) if page.inside[head.i] is None else "indirect"
    return AttributionDraft(kind, source, cue.draft(end=end), pieces)  # type: ignore[arg-type]


def _is_own_word(page: Page, cue: NounCue, source: SourceDraft | None) -> bool:
    """Whether a noun in a quotation tells of the speaker's own words: "« my view is … »"."""
    if page.inside[cue.head.i] is None:
        return False
    return source is None or form(page.doc[source.head]) in page.lexicon.first


def _alone(page: Page, cue: NounCue, owner: Token | None) -> AttributionDraft | None:
    """The attribution of a noun with nothing that says what: "cette idée", "un discours", "le rapport"."""
    kind, head = cue.noun.alone, cue.head
    if not kind or (kind == "owned" and owner is None):
        return None
    source = _source(page, cue, owner)
    if _is_own_word(page, cue, source):
        return None
    whole = [_noun_phrase(page, head)] if kind in ("owned", "thought") else []
    pieces = clip(page, whole, page.inside[head.i])
    return AttributionDraft("indirect", source, cue.draft(), pieces)


def _noun_phrase(page: Page, head: Token) -> Range:
    """A noun phrase without the preposition before it."""
    low = max((case.i + 1 for case in kids(head, "case") if case.i < head.i), default=0)
    return phrase_content(page, head, low, page.sentence_of(head.i)[1])


def _is_elsewhere(page: Page, cue: NounCue, sentence: Range) -> bool:
    """Whether a noun stands in a phrase in which it is something else: "par rapport à", "sans doute"."""
    for i in range(max(sentence[0], cue.head.i - LONGEST_PHRASE), cue.head.i + 1):
        for word in {page.forms[i], lemma(page.doc[i])}:
            for phrase in page.lexicon.no_nouns.get(word, ()):
                if (match_at(page.doc, i, phrase, sentence[1], gap=1) or 0) > cue.head.i:
                    return True
    return False


def _clause(page: Page, cue: NounCue) -> Range | None:
    """A clause with its complementiser, or an infinitive, that says what the noun says."""
    for child in cue.head.rights:
        if base(child) not in ("acl", "ccomp", "xcomp", "advcl"):
            continue
        start, end = span_of(child)
        first = form(page.doc[start])
        if cue.noun.clause and first in page.lexicon.words["that"] and not _is_relative(page.doc[start]):
            start += first in page.lexicon.words["dropped"]
            return with_quotes(page, start, before_next_report(page, start, end))
        if (
            cue.noun.infinitive
            and "Inf" in child.morph.get("VerbForm", [])
            and first in page.lexicon.words["infinitive"]
        ):
            return with_quotes(page, start + (first not in page.lexicon.words["kept"]), end)
    return _missed_clause(page, cue)


def _missed_clause(page: Page, cue: NounCue) -> Range | None:
    """A clause after its noun that the parser hung on another word: "gained the belief that", "…, selon laquelle"."""
    start = (_that_clause(page, cue) if cue.noun.clause else None) or _by_which(page, cue.head)
    if start is None:
        return None
    return clause_from(page, start)


def clause_from(page: Page, start: int) -> Range:
    """The clause that begins at a token, as far as the parser or the next stop takes it."""
    clause, high = page.doc[start].head, page.sentence_of(start)[1]
    while clause.head.i != clause.i and clause.head.i >= start:
        clause = clause.head
    end = min(clause.right_edge.i + 1 if clause.i >= start else start, high)
    return with_quotes(page, start, before_next_report(page, start, max(end, to_break(page, start))))


def _that_clause(page: Page, cue: NounCue) -> int | None:
    i, high = cue.head.i + 1, page.sentence_of(cue.head.i)[1]
    while i < high and page.doc[i].pos_ == "ADJ":
        i += 1
    that = page.doc[i] if i + 2 < high else cue.head
    if form(that) in page.lexicon.words["that"] and that.pos_ == "SCONJ" and base(that) == "mark":
        return i + (form(that) in page.lexicon.words["dropped"])
    return None


def _by_which(page: Page, noun: Token) -> int | None:
    """Where the clause begins after "selon laquelle", between which and the noun only words of its phrase stand."""
    for i in range(noun.i + 1, page.sentence_of(noun.i)[1] - 2):
        if page.forms[i] in page.lexicon.phrases and page.forms[i + 1] in page.lexicon.words["which"]:
            return i + 2
        other = page.doc[i].pos_ == "NOUN" and lemma(page.doc[i]) in page.lexicon.nouns
        if other or is_finite(page.doc[i]) or page.doc[i].pos_ == "AUX":
            return None
    return None


def read_which(page: Page, start: int, end: int) -> list[AttributionDraft]:
    """Clauses after "selon laquelle" whose noun is in no lexicon: "la position selon laquelle"."""
    found = []
    for i in range(start + 1, end - 2):
        if page.forms[i] not in page.lexicon.phrases or page.forms[i + 1] not in page.lexicon.words["which"]:
            continue
        nouns = [page.doc[k] for k in range(max(start, i - REACH), i) if page.doc[k].pos_ == "NOUN"]
        if (
            not nouns
            or any(lemma(noun) in page.lexicon.nouns for noun in nouns)
            or page.inside[i] is not None
        ):
            continue
        source = None
        if page.lexicon.roles.get(lemma(nouns[-1])) == "document":
            source = describe(page, nouns[-1], *_noun_phrase(page, nouns[-1]))
            source.end = min(source.end, i)
        pieces = [clause_from(page, i + 2)]
        cue = CueDraft(i, i + 2, page.forms[i])
        found.append(AttributionDraft(kind_of(page, pieces), source, cue, pieces))  # type: ignore[arg-type]
    return found


def _is_relative(token: Token) -> bool:
    if "Rel" not in token.morph.get("PronType", []):
        return False
    # "les doutes que le préfet a émis": a light verb is not what is doubted, whatever the parser calls its object.
    return base(token) in ("nsubj", "obj") or lemma(token.head) in words_of(token, "light")


def _governed(page: Page, cue: NounCue, owner: Token | None) -> Range | None:
    """The noun phrase that a preposition of the noun governs: "fears of war"."""
    for child in cue.head.rights:
        if base(child) not in ("nmod", "obl", "acl") or (owner is not None and child.i == owner.i):
            continue
        for case in kids(child, "case", "mark"):
            if {form(case), lemma(case)} & cue.noun.prepositions and case.i < child.i:
                return phrase_content(page, child, case.i + 1, page.sentence_of(child.i)[1])
    return None


def _owner(page: Page, cue: NounCue) -> Token | None:
    """Whose word it is: a possessive, one who can speak after "of", "by" or "de", or who is said to have given it."""
    for child in cue.head.children:
        label = base(child)
        if child.dep_ == "nmod:poss" or "Yes" in child.morph.get("Poss", []):
            return child
        if label == "acl" and child.i > cue.head.i and (giver := _giver(child)):
            return giver
        if label not in ("nmod", "obl") or child.i < cue.head.i:
            continue
        cases = {form(case) for case in kids(child, "case")} | {lemma(case) for case in kids(child, "case")}
        if cases & page.lexicon.words["agent"]:
            return child
        if cases & page.lexicon.words["of"] and _is_somebody(page, child):
            return child
    return None


def _giver(clause: Token) -> Token | None:
    """Who gives a word, in the clause that describes it: "remarks made by the mayor", "les doutes qu'il a émis"."""
    if lemma(clause) not in words_of(clause, "light"):
        return None
    if not is_finite(clause) and not any(is_finite(t) for t in kids(clause, "aux")):
        return agent_of(clause)
    held = any("Rel" in c.morph.get("PronType", []) for c in kids(clause, "obj", "mark"))
    return own_subject(clause) if held else None


def _is_somebody(page: Page, token: Token) -> bool:
    mention = page.mention_of(token)
    if mention is not None:
        return mention.kind in ("person", "group", "organization", "outlet", "country")
    role = page.lexicon.roles.get(lemma(token))
    return token.pos_ == "PROPN" or (role is not None and role != "document")


def _source(page: Page, cue: NounCue, owner: Token | None) -> SourceDraft | None:
    owner = owner or _light_subject(cue)
    if owner is None and cue.noun.alone == "writing":
        return describe(page, cue.head, *_noun_phrase(page, cue.head))
    if owner is None:
        return None
    if owner.pos_ in ("DET", "PRON") and owner.i < cue.head.i and owner.head.i == cue.head.i:
        return describe(page, owner, owner.i, owner.i + 1)
    start, end = source_span(page, owner, (cue.head.i, cue.head.i + 1))
    return describe(page, owner, start, end)


def _light_subject(cue: NounCue) -> Token | None:
    """The subject of the light verb whose object the noun is: "the mayor made a promise to"."""
    verb = cue.head.head
    if base(cue.head) != "obj" or verb.pos_ != "VERB" or lemma(verb) not in words_of(verb, "light"):
        return None
    subject = own_subject(verb) or understood_subject(verb)
    if subject is None or subject.pos_ not in NOMINAL or base(subject) == "expl":
        return None
    return subject if subject.i != cue.head.i else None
