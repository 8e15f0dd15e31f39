"""Which words attribute: verbs with what belongs to them, nouns, prepositions of the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.pipes.attribution.lexicon import Entry, Noun, Words
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import base, form, is_mark, is_passive, kids, lemma, match_at
from reportedly.pipes.draft import CueDraft
from reportedly.pipes.tokens import Token

#: How many adverbs may stand between a verb and the words that belong to it.
GAP = 2


@dataclass(slots=True)
class VerbCue:
    """A verb that may attribute; ``start`` and ``end`` hold its whole group, ``tail`` ends what the lexicon names."""

    head: Token
    entry: Entry
    start: int
    end: int
    #: The end of the words that the entry names; the head's own end where it names none.
    tail: int

    @property
    def passive(self) -> bool:
        """Whether the verb stands in the passive; one that is reflexive by itself never does."""
        return not self.entry.reflexive and (is_passive(self.head) or self._raised())

    def _raised(self) -> bool:
        """ "People said to be spies": a participle, whatever the parser made of it."""
        doc, i = self.head.doc, self.head.i
        past = (
            "Past" in self.head.morph.get("Tense", []) and self.has("raised") and not self.has("infinitive")
        )
        return past and i + 1 < len(doc) and doc[i + 1].pos_ == "PART"

    def has(self, frame: str) -> bool:
        """Whether the verb takes a frame."""
        return frame in self.entry.frames

    def draft(self, end: int | None = None) -> CueDraft:
        """The cue as the draft holds it."""
        return CueDraft(self.start, end or self.end, self.entry.lemma, self.entry.stance, self.entry.sort)


@dataclass(slots=True)
class NounCue:
    """A noun that may attribute."""

    head: Token
    noun: Noun

    def draft(self, start: int | None = None, end: int | None = None) -> CueDraft:
        """The cue as the draft holds it."""
        i = self.head.i
        first, last = i if start is None else start, end or i + 1
        return CueDraft(first, last, self.noun.lemma, self.noun.stance, self.noun.sort)


def verb_cues(page: Page, start: int, end: int) -> Iterator[VerbCue]:
    """The verbs of a sentence that may attribute."""
    done = start
    for i in range(start, end):
        token = page.doc[i]
        if i < done or (token.pos_ not in ("VERB", "AUX", "ADJ") and not is_mistaken_noun(page, token)):
            continue
        entries = page.lexicon.verbs.get(verb_lemma(page, token), ())
        if base(token) in ("aux", "cop"):
            # "faire savoir": the parser takes the first verb for an auxiliary of the second.
            entries = tuple(entry for entry in entries if entry.tail)
        if entries and (cue := _verb_cue(token, entries, start, end)):
            done = cue.tail
            yield cue


def verb_lemma(page: Page, token: Token) -> str:
    """The lemma of a verb, or that of the verb whose participle the tagger took for an adjective."""
    word, verbs = lemma(token), page.lexicon.verbs
    if token.pos_ == "NOUN":
        return _ending(form(token), page.lexicon.presents)
    if token.pos_ != "ADJ":
        # Lemmatizers that cut an ending by rule leave an "e" too many: "shoute".
        return word[:-1] if word not in verbs and word[:-1] in verbs else word
    return _ending(word, page.lexicon.participles)


def _ending(word: str, endings: Mapping[str, str]) -> str:
    """A word with its ending changed for that of the verb; empty where it has none of the endings."""
    for ending, verb in endings.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: len(word) - len(ending)] + verb
    return ""


def is_mistaken_noun(page: Page, token: Token) -> bool:
    """Whether a bare noun between a comma or a quotation and one who can speak is a verb: ", notes Berg"."""
    i, doc = token.i, token.doc
    if token.pos_ == "NOUN" and _names_clause(page, token):
        return True
    if token.pos_ != "NOUN" or base(token) not in ("parataxis", "root", "conj", "appos", "dep") or not i:
        return False
    if not (doc[i - 1].text == "," or page.quote_ending_before(i)) or i + 1 >= len(doc):
        return False
    return doc[i + 1].pos_ in ("DET", "PROPN") and not any(True for _ in kids(token, "det", "case", "amod"))


def _names_clause(page: Page, token: Token) -> bool:
    """Whether a bare plural after a name has a clause, so that it is a verb: "The Post reports that"."""
    doc, i = token.doc, token.i
    if not 0 < i < len(doc) - 1 or doc[i - 1].pos_ != "PROPN" or "Plur" not in token.morph.get("Number", []):
        return False
    return form(doc[i + 1]) in page.lexicon.words["that"] and base(token) in ("root", "parataxis", "conj")


def _verb_cue(token: Token, entries: tuple[Entry, ...], start: int, end: int) -> VerbCue | None:
    reflexive = is_reflexive(token)
    plain: Entry | None = None
    for entry in entries:
        if entry.reflexive and not reflexive:
            continue
        tail = _tail_end(token, entry.tail, end)
        if tail is None:
            continue
        if not entry.tail:
            plain = plain or entry
            continue
        first = group_start(token, start)
        head = next(
            (t for t in token.doc[token.i + 1 : tail] if t.pos_ == "VERB" and token.head.i == t.i), token
        )
        together = tail - token.i - 1 <= len(entry.tail) + GAP
        return VerbCue(head, entry, first, max(tail, token.i + 1) if together else token.i + 1, tail)
    if plain is None:
        return None
    return VerbCue(token, plain, group_start(token, start), token.i + 1, token.i + 1)


def _tail_end(token: Token, tail: Words, end: int) -> int | None:
    if not tail:
        return token.i + 1
    found = match_at(token.doc, token.i + 1, tail, end, gap=GAP)
    if found is None and token.i + 1 < end and token.doc[token.i + 1].pos_ == "ADV":
        found = match_at(token.doc, token.i + 2, tail, end, gap=GAP)
    if found is None and len(tail) == 1:
        found = _apart(token, tail[0], end)
    if found is None and len(tail) > 1 and match_at(token.doc, token.i + 1, tail[:-1], end, gap=GAP):
        # "a fait part au conseil | de ses doutes"
        found = _apart(token, tail[-1], end)
    return found


def _apart(token: Token, preposition: str, end: int) -> int | None:
    """The end of a preposition that something stands before: "parle, lui, d'un échec"."""
    for child in token.rights:
        if base(child) in ("obl", "iobj", "advcl", "nmod") and child.i < end:
            for case in kids(child, "case", "mark"):
                if form(case) == preposition or (lemma(case) == preposition and len(form(case)) < 4):
                    return int(case.i + 1)
    return None


def is_reflexive(token: Token) -> bool:
    """Whether a verb has a reflexive pronoun of its own."""
    for child in token.children:
        reflexive = child.dep_ in ("expl:pv", "expl:pass", "expl:comp") or "Yes" in child.morph.get(
            "Reflex", []
        )
        if reflexive and child.i < token.i and child.pos_ == "PRON":
            return True
    return False


def group_start(token: Token, low: int) -> int:
    """Where a verb's group begins: its auxiliaries, clitics, negation and the adverbs before it."""
    doc, i = token.doc, token.i
    while i > low:
        before = doc[i - 1]
        phrase = before.pos_ == "ADP" and base(before) in ("fixed", "advmod")
        joined = (phrase or before.pos_ in ("AUX", "PART", "ADV")) and not is_mark(before)
        clitic = (
            before.pos_ == "PRON"
            and base(before) in ("obj", "iobj", "expl")
            and before.head.i >= token.i
            and before.dep_ != "expl:subj"
        )
        inverted = before.pos_ == "PRON" and before.text.startswith("-") and token.i - i < GAP
        if not joined and not clitic and not inverted:
            break
        if before.pos_ == "ADV" and (base(before) == "mark" or "Int" in before.morph.get("PronType", [])):
            break
        if before.is_sent_start and before.pos_ == "ADV":
            break
        i -= 1
    return i


def noun_cues(page: Page, start: int, end: int) -> Iterator[NounCue]:
    """The nouns of a sentence that may attribute."""
    for i in range(start, end):
        token = page.doc[i]
        if token.pos_ == "NOUN" and (noun := page.lexicon.nouns.get(lemma(token))):
            yield NounCue(token, noun)


def sequences(
    page: Page, phrases: dict[str, tuple[Words, ...]], start: int, end: int
) -> Iterator[tuple[int, int, Words]]:
    """Where phrases of the lexicon stand in a stretch, the longest at each place."""
    for i, form_ in enumerate(page.forms[start:end], start):
        for words in phrases.get(form_, ()):
            if (stop := match_at(page.doc, i, words, end)) is not None:
                yield i, stop, words
                break


def marker(token: Token) -> Token | None:
    """The complementiser of a clause."""
    return next(kids(token, "mark"), None)
