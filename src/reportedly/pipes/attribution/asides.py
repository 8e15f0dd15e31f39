"""Reporting clauses in parentheses: what they leave of their sentence is what is said.

A quotation right before the reporting clause is its content whole, however many sentences it holds; with no quotation
the sentence around the clause is. A clause that follows is told by its quotation mark or its colon.
"""

from __future__ import annotations

from reportedly.pipes.attribution.complements import right_clause
from reportedly.pipes.attribution.contents import around
from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.following import following_quote
from reportedly.pipes.attribution.guards import says_itself
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.sources import source_span
from reportedly.pipes.attribution.stretches import quoted_stretch, stretch_before
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    OPENERS,
    Range,
    base,
    form,
    is_finite,
    is_light,
    is_mark,
    kids,
    left_of,
    lemma,
    right_of,
    trim,
    words,
)
from reportedly.pipes.tokens import Token

#: After these a quotation is somebody's and what stands before it is not.
OPENS = frozenset([":", "–", "—", "--"])
BREAKS = frozenset([",", "–", "—", "-", "?", "!", "…", "("])
STOPS = frozenset([",", ".", ")", "–", "—", "-", ";", "?", "!"])


def aside_content(page: Page, cue: VerbCue, subject: Token | None) -> list[Range]:
    """What a reporting clause says that stands after or within its content; empty where it does not stand so."""
    low, high = page.sentence_of(cue.head.i)
    left = _clause_left(page, cue, subject, low)
    if _is_relative(subject) or not is_finite_group(page, cue):
        return []
    if _is_setting(page, cue, subject, (low, left), high):
        return []
    quote = page.quote_ending_before(left)
    said = quote is not None and page.inside[cue.head.i] is None and not _asks_more(page, quote, left)
    if quote is not None and said and (left > low or not _says_more(page, cue)):
        return _quoted_before(page, quote, left, cue, (low, high))
    if following := following_quote(page, cue):
        return following
    if (
        says_itself(page, cue, subject)
        or _is_to_come(page, cue)
        or not _stands_apart(page, cue, subject, left, low)
    ):
        return []
    hole = (left, _clause_right(page, cue, subject, left, (low, high)))
    pieces = around(page, low, high, hole)
    return pieces if any(_has_verb(page, piece) for piece in pieces) else []


def _is_setting(page: Page, cue: VerbCue, subject: Token | None, before: Range, high: int) -> bool:
    """Whether what stands before a subject only sets the scene: "On "The Morning Show," | she said he was right"."""
    low, left = before
    if subject is None or not low < left <= subject.i < cue.start or cue.end >= high:
        return False
    first = next((page.doc[i] for i in range(low, left) if not is_light(page.doc[i])), None)
    if first is None or first.pos_ not in ("ADP", "SCONJ", "VERB") or page.inside[first.i] is not None:
        return False
    after = page.doc[cue.end]
    opens = after.pos_ in OPENERS or page.opening_at(cue.end) is not None
    opens = opens or form(after) in page.lexicon.words["that"]
    return opens and any(is_finite(page.doc[i]) for i in range(cue.end, high))


def _clause_left(page: Page, cue: VerbCue, subject: Token | None, low: int) -> int:
    left = cue.start
    if subject is not None and low <= subject.left_edge.i < left and subject.head.i == cue.head.i:
        left = subject.left_edge.i
    if subject is not None and subject.i < cue.start and low <= subject.i:
        stretch = quoted_stretch(page, cue) or stretch_before(page, cue)
        left = stretch[0] if stretch is not None and stretch[0] <= subject.i < stretch[1] else left
    while left > low and (page.doc[left - 1].pos_ == "PROPN" or page.doc[left - 1].dep_ == "nmod:desc"):
        left -= 1
    before = left - 1
    if before >= low and cue.passive and form(page.doc[before]) in page.lexicon.expletive:
        # "…, | it was learned from diplomats".
        return before
    if before >= low and form(cue.head.doc[before]) in page.lexicon.words["like"]:
        return before
    return left


def _is_to_come(page: Page, cue: VerbCue) -> bool:
    """Whether a verb stands in the future or under a modal, so that nobody has said anything yet: "will respond"."""
    group = [cue.head, *page.doc[cue.start : cue.end]]
    if any("Fut" in t.morph.get("Tense", []) or "Cnd" in t.morph.get("Mood", []) for t in group):
        return True
    return (
        not cue.entry.tail
        and "Inf" in cue.head.morph.get("VerbForm", [])
        and any(is_finite(t) for t in group[1:])
    )


def _is_relative(subject: Token | None) -> bool:
    return subject is not None and "Rel" in subject.morph.get("PronType", [])


def _asks_more(page: Page, quote: Quote, left: int) -> bool:
    """Whether a quotation before the subject is but a word of the sentence: "the \"deal\", he said, was off"."""
    return not any(not is_light(page.doc[i]) for i in range(quote.start, quote.end)) or quote.end > left + 1


def _says_more(page: Page, cue: VerbCue) -> bool:
    """Whether a reporting clause that begins its sentence has its content after it."""
    return has_complement(page, cue) or bool(following_quote(page, cue))


def has_complement(page: Page, cue: VerbCue) -> bool:
    """Whether a complement follows the verb: a clause, known by the parser or by its complementiser."""
    if right_clause(cue.head, cue.end) is not None:
        return True
    return any(form(page.doc[i]) in page.lexicon.words["that"] for i in _before_stop(page, cue))


def _before_stop(page: Page, cue: VerbCue) -> range:
    """The few words after a verb that nothing breaks off."""
    high = min(page.sentence_of(cue.head.i)[1], cue.end + 8)
    stop = next((i for i in range(cue.end, high) if is_light(page.doc[i]) or is_finite(page.doc[i])), high)
    return range(cue.end, stop)


def _stands_apart(page: Page, cue: VerbCue, subject: Token | None, left: int, low: int) -> bool:
    """Whether a reporting clause without a quotation stands in parentheses."""
    doc = page.doc
    if form(doc[left]) in page.lexicon.words["like"]:
        return True
    before = left_of(doc, left, low)
    if before < low or doc[before].text not in BREAKS:
        return False
    broken_off = _is_broken_off(page, cue, subject)
    if subject is not None and subject.i > cue.head.i:
        return broken_off or not has_complement(page, cue)
    if not broken_off and (has_complement(page, cue) or _has_object(cue)):
        return False
    return _says_it(cue, subject, broken_off=broken_off)


def _has_object(cue: VerbCue) -> bool:
    """Whether a noun phrase after the verb is what is said."""
    thing = next(kids(cue.head, "obj"), None)
    return thing is not None and thing.i > cue.head.i and cue.has("object")


def _says_it(cue: VerbCue, subject: Token | None, *, broken_off: bool) -> bool:
    """Whether a verb after its subject has its content around it."""
    if subject is None or subject.i > cue.head.i or (subject.head.i != cue.head.i and not broken_off):
        return False
    if base(cue.head) in ("parataxis", "ccomp") or broken_off:
        return True
    return any(base(child) == "ccomp" for child in cue.head.lefts)


def is_finite_group(page: Page, cue: VerbCue) -> bool:
    """Whether a verb or its auxiliary is finite."""
    if (
        cue.head.pos_ == "NOUN"
        or is_finite(cue.head)
        or any(is_finite(page.doc[i]) for i in range(cue.start, cue.end))
    ):
        return True
    # English has one form for the past and for the participle, and taggers mix them up.
    form_ = set(cue.head.morph.get("VerbForm", []))
    after = page.quote_ending_before(cue.start) is not None or quoted_stretch(page, cue) is not None
    quoted = after and "Past" in cue.head.morph.get("Tense", [])
    return quoted or (not form_ & {"Inf", "Ger"} and any(True for _ in kids(cue.head, "nsubj")))


def _is_broken_off(page: Page, cue: VerbCue, subject: Token | None) -> bool:
    """Whether a comma or the end of the sentence comes right after the verb and its subject."""
    high = page.sentence_of(cue.head.i)[1]
    end = cue.end
    if subject is not None and subject.i >= cue.end:
        end = subject.right_edge.i + 1
    if cue.has("told"):
        end = max([end, *(c.right_edge.i + 1 for c in kids(cue.head, "obj", "iobj") if c.pos_ in NOMINAL)])
    after = right_of(page.doc, end, high)
    if after >= high or page.doc[after].text in STOPS or is_mark(page.doc[after]):
        return True
    token = page.doc[after]
    if token.pos_ not in ("ADP", "ADV") and form(token) not in page.lexicon.times:
        return False
    # A time, a place or a hearer may follow before the break, but no clause.
    for i in range(after, high):
        if page.doc[i].text in STOPS:
            return True
        if is_finite(page.doc[i]) or form(page.doc[i]) in page.lexicon.complementisers:
            return False
    return True


def _quoted_before(page: Page, quote: Quote, left: int, cue: VerbCue, sentence: Range) -> list[Range]:
    """A quotation that ends right before the reporting clause, with what comes before and after it."""
    low, high = sentence
    start = quote.start
    while quote.carries is not None:
        quote = quote.carries
        start = quote.start
    opens = left_of(page.doc, quote.start, 0)
    if low < quote.start and words(page.doc, low, quote.start) and page.doc[max(opens, 0)].text not in OPENS:
        # Some of the sentence before the quotation is in the reporter's words.
        start = low
    pieces = [trim(page.doc, start, _quote_end(page, left))]
    again = _quote_again(page, cue, high)
    return pieces if again is None else [*pieces, again]


def _quote_end(page: Page, left: int) -> int:
    while left > 0 and page.closing_at(left) is None:
        left -= 1
    return left


def _quote_again(page: Page, cue: VerbCue, high: int) -> Range | None:
    """The quotation that goes on after the reporting clause in the same sentence, a conjunction before it included."""
    doc = page.doc
    for i in range(cue.end, high):
        if (quote := page.opening_at(i)) is not None:
            joined = doc[i - 1].pos_ == "CCONJ" and doc[i - 2].text == ","
            apart = doc[i - 1].text in (",", ":", "–", "—", "-", ";") or i == cue.end
            return (i - joined, quote.end) if apart or joined else None
        if doc[i].pos_ == "VERB" and _is_saying(page, doc[i]):
            # What is quoted after another verb of saying is not this one's.
            return None
    return None


def _is_saying(page: Page, token: Token) -> bool:
    entries = page.lexicon.verbs.get(lemma(token), ())
    return any({"clause", "quote"} & entry.frames and entry.sort == "report" for entry in entries)


def _clause_right(page: Page, cue: VerbCue, subject: Token | None, left: int, sentence: Range) -> int:
    """Where a reporting clause ends: at the sentence's end, or at the comma after which the content goes on."""
    low, high = sentence
    doc = page.doc
    after = form(doc[left]) in page.lexicon.words["like"]
    # The parser likes to hang what follows on an inverted subject: its head is safer than its right edge.
    end = max(cue.end, subject.i + 1 if subject is not None and subject.i > cue.head.i else 0)
    if subject is not None and end > cue.end and form(doc[left]) in page.lexicon.words["like"]:
        end = source_span(page, subject, (cue.start, cue.end))[1]
    whole = not after and _has_verb(page, (low, left)) and not _is_subordinate(page, low, left)
    for i in range(end, high):
        if doc[i].text in (",", "–", "—", ")") and (
            _resumes(page, i + 1, high) if whole else _has_verb(page, (i + 1, high))
        ):
            return i + 1
    return high


def _is_subordinate(page: Page, low: int, left: int) -> bool:
    """Whether what stands before a reporting clause waits for a main clause: "Even if it rains, | he said, …"."""
    doc = page.doc
    heads = [i for i in range(low, left) if not is_light(doc[i]) and doc[i].pos_ not in ("CCONJ", "ADV")]
    if sum(is_finite(doc[i]) for i in range(low, left)) > 1 or not heads:
        return False
    opens = doc[heads[0]]
    return opens.pos_ == "SCONJ" or "Int" in opens.morph.get("PronType", []) or base(opens) == "mark"


def _resumes(page: Page, i: int, high: int) -> bool:
    """Whether a sentence goes on after a reporting clause with what its content still lacks: its verb or a reason."""
    doc = page.doc
    while i < high and (doc[i].is_space or doc[i].pos_ == "ADV"):
        i += 1
    if i >= high:
        return False
    return is_finite(doc[i]) or doc[i].pos_ == "AUX" or form(doc[i]) in page.lexicon.words["resuming"]


def _has_verb(page: Page, piece: Range) -> bool:
    return any(page.doc[i].pos_ in ("VERB", "AUX") for i in range(*piece))
