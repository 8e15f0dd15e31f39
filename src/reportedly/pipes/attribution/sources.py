"""Who speaks: the whole phrase of a source, its role, its number, and whether it has a name."""

from __future__ import annotations

from reportedly.model import SourceRole
from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.nominals import after_hearer, is_clitic, phrase_head
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.stretches import quoted_stretch, set_off_before, stretch_before
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    SUBJECTS,
    Range,
    base,
    form,
    is_finite,
    is_light,
    is_mark,
    kids,
    lemma,
    trim,
)
from reportedly.pipes.draft import SourceDraft
from reportedly.pipes.tokens import Token


def source_span(page: Page, head: Token, cue: Range, verb: VerbCue | None = None) -> Range:
    """The tokens of a source: its whole phrase, appositions and relative clauses with it, but never the cue."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    low, high = page.sentence_of(head.i)
    start, end = max(start, low), min(end, high)
    if head.i < cue[0]:
        if verb is not None and (stretch := _by_place(page, head, verb)):
            return stretch
        end = _end_before_cue(page, head, end, cue[0])
    elif head.i >= cue[1]:
        start, end = _after_cue(page, head, (start, end), cue)
    while start < head.i and (page.doc[start].pos_ in ("ADP", "CCONJ", "SCONJ") or is_light(page.doc[start])):
        start += 1
    start = _after_place(page, start, head.i)
    while end < high and (_is_hyphened(page, end) or _is_of_same_name(page, head, end)):
        end += 1
    if page.inside[head.i] is None:
        # A quotation is the content, not part of the one who speaks.
        start, end = _outside_quotes(page, start, end, head.i)
    start, end = trim(page.doc, start, _without_opener(page, head, end) if head.i < cue[0] else end)
    return (start, _with_bracket(page, start, end)) if start <= head.i < end else (head.i, head.i + 1)


def _by_place(page: Page, head: Token, verb: VerbCue) -> Range | None:
    """The stretch before a verb that holds a head, where the parser does not show the subject's edges."""
    if stretch := quoted_stretch(page, verb):
        return stretch if stretch[0] <= head.i < stretch[1] else None
    stretches = () if base(head) in SUBJECTS else (stretch_before(page, verb), set_off_before(page, verb))
    return next((s for s in stretches if s is not None and s[0] <= head.i < s[1]), None)


def _without_opener(page: Page, head: Token, end: int) -> int:
    """The end of a source without what opens the clause after it: "accused the mayor | of hiding …"."""
    while end > head.i + 1 and (
        page.doc[end - 1].pos_ in ("ADP", "SCONJ", "CCONJ") or is_light(page.doc[end - 1])
    ):
        end -= 1
    return end


def _with_bracket(page: Page, start: int, end: int) -> int:
    """The end of a source with the bracket that closes one within it: "Senator Berg (R-Utah|)"."""
    doc = page.doc
    opens = sum((token.text == "(") - (token.text == ")") for token in doc[start:end])
    return end + 1 if opens > 0 and end < len(doc) and doc[end].text == ")" else end


def _end_before_cue(page: Page, head: Token, end: int, limit: int) -> int:
    """The end of a source that stands before its cue, appositions and relative clauses with it."""
    end = min(end, limit)
    while end < limit and page.doc[end].pos_ == "PROPN":
        end += 1
    end = _through_apposition(page, end, limit)
    end = _before_time(page, head, end)
    relative = any("Rel" in token.morph.get("PronType", []) for token in page.doc[head.i + 1 : end])
    if relative and not any(is_light(token) for token in page.doc[end:limit]):
        end = limit
    return end


def _before_time(page: Page, head: Token, end: int) -> int:
    """The end of a source without the day that it spoke on: "Rome | on Friday denied", « Rome | lundi a démenti »."""
    for kid in head.children:
        day = base(kid) in ("nmod", "obl") and form(kid) in page.lexicon.times
        if day and kid.left_edge.i > head.i and kid.right_edge.i + 1 == end:
            return kid.left_edge.i
    return end


def _after_cue(page: Page, head: Token, span: Range, cue: Range) -> Range:
    """A source after its cue, without the hearer before or after it."""
    start, end = span
    low = page.sentence_of(head.i)[0]
    start = max(start, cue[1])
    hearer = after_hearer(page, start)
    start = hearer if hearer <= head.i else start
    end = _before_hearer(page, head, end)
    if cue[0] > low and form(page.doc[cue[0] - 1]) in page.lexicon.words["like"]:
        comma = next((i for i in range(head.i + 1, end) if page.doc[i].text == ","), end)
        end = _through_title(page, comma)
    return start, end


def _through_title(page: Page, comma: int) -> int:
    """The end of a name with the office that is set off after it: "as Ola Berg, the minister, | said"."""
    doc, high = page.doc, page.sentence_of(comma)[1]
    if comma + 2 >= high or doc[comma].text != "," or doc[comma + 1].pos_ not in ("DET", "NOUN", "ADJ"):
        return comma
    close = next((i for i in range(comma + 1, high) if is_light(doc[i]) and not is_mark(doc[i])), high)
    if close >= high or doc[close].text != "," or any(is_finite(t) for t in doc[comma:close]):
        return comma
    roles = {page.lexicon.roles.get(lemma(t)) for t in doc[comma + 1 : close] if t.pos_ == "NOUN"}
    return close if roles & {"official", "spokesperson", "person"} else comma


def _after_place(page: Page, start: int, head: int) -> int:
    """Where a source begins, a phrase set off before it left out: "À Bruxelles, | l'Union européenne"."""
    if page.doc[max(start - 1, 0)].pos_ != "ADP" and page.doc[start].pos_ != "ADP":
        return start
    return next((i + 1 for i in range(head - 1, start, -1) if page.doc[i].text == ","), start)


def _is_of_same_name(page: Page, head: Token, i: int) -> bool:
    """Whether a token goes on with a name that the parser hung on the outlet before it: "à la BBC Ola | Berg"."""
    token = page.doc[i]
    return base(head) == "flat" == base(token) and token.head.i == head.head.i and token.i > head.i


def _is_hyphened(page: Page, i: int) -> bool:
    """Whether a hyphen ties a token to the one before it: "l'état|-|major"."""
    doc = page.doc
    if i < 1 or doc[i - 1].whitespace_ or doc[i].pos_ == "PRON":
        return False
    return doc[i - 1].text == "-" or (
        doc[i].text.startswith("-") and not (doc[i].text == "-" and doc[i].whitespace_)
    )


def _before_hearer(page: Page, head: Token, end: int) -> int:
    """The end of a source after its verb, without the one who is told: "ont dit deux employés à l'agence"."""
    for i in range(head.i + 1, end - 1):
        token = page.doc[i]
        if token.text == "," and _withholds(page, i + 1, end):
            return i
        if (
            form(token) in page.lexicon.addressee
            and token.pos_ == "ADP"
            and hears(page, phrase_head(page.doc, i + 1))
        ):
            return i
    return end


def _withholds(page: Page, start: int, end: int) -> bool:
    """Whether a phrase says that somebody speaks unnamed: ", sous couvert d'anonymat"."""
    return page.doc[start].pos_ == "ADP" and any(
        lemma(token) in page.lexicon.anonymous for token in page.doc[start:end]
    )


def hears(page: Page, head: Token) -> bool:
    """Whether a noun names somebody whom sources talk to: an outlet, journalists, the public."""
    mention = page.mention_of(head)
    if mention is not None and mention.kind == "outlet":
        return True
    return lemma(head) in page.lexicon.hearers


def can_hear(page: Page, token: Token) -> bool:
    """Whether a nominal after "to" can be one who is told, and no place, sum or thing: "said to reporters"."""
    if hears(page, token) or (token.pos_ == "PRON" and not is_clitic(token)):
        return True
    mention = page.mention_of(token)
    if mention is not None and mention.kind != "other":
        return mention.kind in ("person", "group", "organization", "outlet", "country")
    role = page.lexicon.roles.get(lemma(token))
    return token.pos_ == "PROPN" or (role is not None and role != "document")


def _outside_quotes(page: Page, start: int, end: int, head: int) -> Range:
    for i in range(start, head):
        if is_mark(page.doc[i]) and page.closing_at(i + 1):
            start = i + 1
    for i in range(head, end):
        if (quote := page.opening_at(i)) is not None and page.sentence_of(i)[1] < quote.end:
            return start, i
    return start, end


def _through_apposition(page: Page, end: int, limit: int) -> int:
    """The end of a subject that a comma follows, where another comma stands right before the verb."""
    doc = page.doc
    if end >= limit or doc[end].text != "," or doc[limit - 1].text != "," or limit - 1 <= end + 1:
        return end
    after = doc[end + 1]
    relative = "Rel" in after.morph.get("PronType", []) or form(after) in page.lexicon.words["relative"]
    if relative or after.pos_ in ("DET", "PROPN", "NOUN", "NUM"):
        return limit - 1
    return end


def voice_behind(page: Page, cue: VerbCue) -> SourceDraft | None:
    """Who is behind an impersonal "on": "indique-t-on | au ministère", "a-t-on appris auprès de | la préfecture"."""
    high = page.sentence_of(cue.head.i)[1]
    for i in range(cue.end, high - 1):
        token = page.doc[i]
        if (is_light(token) and token.text != "-") or is_finite(token):
            return None
        if form(token) not in page.lexicon.words["behind"] or token.pos_ not in ("ADP", "ADV"):
            continue
        after = i + 1 + (page.doc[i + 1].pos_ == "ADP")
        head = phrase_head(page.doc, after) if after < high else token
        if head.pos_ in NOMINAL and head.i < high and can_hear(page, head):
            return describe(page, head, *source_span(page, head, (cue.start, after)))
    return None


def describe(page: Page, head: Token, start: int, end: int) -> SourceDraft:
    """A source with its role, whether it is named, and how many it is."""
    role = role_of(page, _member(page, head), start, end)
    return SourceDraft(start, end, head.i, role, is_named(page, head, start, end, role), count_of(page, head))


def _member(page: Page, head: Token) -> Token:
    """What a collective number counts, or the head itself: the "témoins" of "une dizaine de témoins"."""
    if head.pos_ != "NOUN" or not number(page, head):
        return head
    return next((c for c in kids(head, "nmod") if c.i > head.i), head)


def role_of(page: Page, head: Token, start: int, end: int) -> SourceRole:
    """The role of a source, by its nouns first and its entity second."""
    roles = page.lexicon.roles
    mention = page.mention_of(head)
    if mention is not None and mention.kind in ("outlet", "document"):
        return "outlet" if mention.kind == "outlet" else "document"
    plural = "Plur" in head.morph.get("Number", [])
    for token in page.doc[start:end]:
        if token.i != head.i and base(token) in ("nmod", "obl", "acl") and token.i > head.i:
            break
        role = roles.get(lemma(token)) or roles.get(form(token))
        if role and (token.i == head.i or base(token) in ("flat", "compound", "appos", "nmod", "amod")):
            if role == "person" and plural and token.i == head.i:
                return "group"
            return role
    if mention is not None:
        kinds: dict[str, SourceRole] = {"person": "person", "group": "group"}
        return kinds.get(mention.kind, "organization")
    if head.pos_ == "PRON":
        return "group" if plural else "person"
    return "person" if head.pos_ == "PROPN" else "group" if plural else "organization"


def is_named(page: Page, head: Token, start: int, end: int, role: SourceRole) -> bool:
    """Whether a source has a name: its own, or that of the institution that it is or that its document comes from."""
    doc, lexicon = page.doc, page.lexicon
    if head.pos_ == "PRON" or any(lemma(token) in lexicon.anonymous for token in doc[start:end]):
        return False
    if _is_name(page, head):
        return True
    for token in doc[head.i + 1 : end]:
        if token.pos_ in ("ADP", "VERB", "AUX", "PRON"):
            break
        if _is_name(page, token):
            return True
    if role in ("organization", "outlet") and _definite(head):
        return lemma(head) in lexicon.institutions or any(t.pos_ == "PROPN" for t in doc[start:end])
    if role in ("document", "organization", "outlet"):
        return any(t.pos_ == "PROPN" for t in doc[start:end])
    return False


def _is_name(page: Page, token: Token) -> bool:
    if token.pos_ == "PROPN":
        return True
    mention = page.mention_of(token)
    return mention is not None and mention.type == "name" and mention.head == token.i


def _definite(head: Token) -> bool:
    dets = list(kids(head, "det"))
    if not dets:
        return any(base(c) in ("nmod", "amod", "compound") for c in head.children)
    return any("Def" in c.morph.get("Definite", []) for c in dets)


def count_of(page: Page, head: Token) -> int | None:
    """How many a source is, where a number above one says so."""
    for child in kids(head, "nummod"):
        value = number(page, child)
        if value and value > 1:
            return value
    collective = number(page, head) if head.pos_ == "NOUN" and any(True for _ in kids(head, "nmod")) else None
    return collective if collective and collective > 1 else None


def number(page: Page, token: Token) -> int | None:
    """A small number written in figures or in words."""
    text = form(token)
    if text.isdecimal():
        return int(text)
    return page.lexicon.numbers.get(text)
