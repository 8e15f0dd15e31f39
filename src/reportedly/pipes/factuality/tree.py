"""A sentence as the walk sees it: children, verb groups, markers found in its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.pipes.factuality.calendar import NOTHING, Known
from reportedly.pipes.factuality.lexicon import FactLexicon, Sequence, fact_lexicon, forms, lemma, plain
from reportedly.pipes.factuality.tense import Group, form, read_group
from reportedly.pipes.tokens import Doc

#: How far before a clause's head its marker may stand, in tokens.
NEAR = 40
AUXILIARY = ("aux", "cop")
VERBAL = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"}


@dataclass(frozen=True, slots=True)
class Marker:
    """Tokens ``[start, end)`` that a sequence of the lexicon matched."""

    start: int
    end: int
    sequence: Sequence


def _start(marker: Marker) -> int:
    return marker.start


class Tree:
    """One sentence: tokens ``[start, end)`` of ``doc`` with their children listed once."""

    def __init__(self, doc: Doc, start: int, end: int, language: str, known: Known = NOTHING) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.ahead, self.acts = known.ahead, known.acts
        self.lexicon: FactLexicon = fact_lexicon(language)
        self._children: dict[int, list[int]] = {}
        self._heads = [token.head.i for token in doc[start:end]]
        for i, head in enumerate(self._heads, start):
            if head != i:
                self._children.setdefault(head, []).append(i)
        self._labelled: dict[tuple[int, tuple[str, ...]], list[int]] = {}
        self._marked: dict[tuple[str, ...], list[Marker]] = {}
        self._groups: dict[int, Group] = {}
        self._positions: dict[int, int] = {}
        self._introducers: dict[int, list[int]] = {}

    def children(self, i: int, *labels: str) -> list[int]:
        """The children of a token, in order; with ``labels``, those whose dependency starts with one of them."""
        below = self._children.get(i)
        if below is None:
            return []
        if not labels:
            return below
        key = (i, labels)
        found = self._labelled.get(key)
        if found is None:
            found = self._labelled[key] = [c for c in below if self.doc[c].dep_.startswith(labels)]
        return found

    def introducers(self, i: int) -> list[int]:
        """The prepositions and conjunctions before a token, those that the parser hung on its auxiliaries too."""
        found = self._introducers.get(i)
        if found is None:
            owners = [i, *[p for p in self.children(i, *AUXILIARY) if p < i]]
            found = sorted([c for owner in owners for c in self.children(owner, "mark", "case") if c < i])
            self._introducers[i] = found
        return found

    def governor(self, i: int) -> int | None:
        """The head of a token inside the sentence; None at the root."""
        head = self._heads[i - self.start] if self.start <= i < self.end else self.doc[i].head.i
        return head if head != i and self.start <= head < self.end else None

    def below(self, i: int, top: int) -> bool:
        """Is token ``i`` the token ``top`` or under it?"""
        for _ in range(60):
            if i == top:
                return True
            above = self.governor(i)
            if above is None:
                return False
            i = above
        return False

    def verblike(self, i: int) -> bool:
        """Is a token tagged as a noun built into the sentence as a verb, with a subject and no article?"""
        if self.doc[i].pos_ in VERBAL:
            return True
        below = self.children(i)
        labels = {self.doc[c].dep_.split(":")[0] for c in below if c < i and not self._negated(c)}
        bare = not labels & {"det", "case", "cop", "amod", "nummod"}
        return bare and bool(labels & {"nsubj", "expl"}) and self.doc[i].pos_ in {"ADV", "NOUN", "X", "PROPN"}

    def _negated(self, c: int) -> bool:
        """ "No longer": no adjective, though the tagger may have it so."""
        words = self.lexicon.words("negation", "words")
        return self.doc[c].pos_ == "ADV" and any(plain(self.doc[b].text) in words for b in self.children(c))

    def nounlike(self, i: int) -> bool:
        """Is a token tagged as a verb built into the sentence as a noun, with an article and nobody who does it?"""
        if self.doc[i].pos_ != "VERB" or not any(c < i for c in self.children(i, "det")):
            return False
        verbal = ("advmod", "aux", "ccomp", "cop", "expl", "nsubj", "obj", "xcomp")
        return not any(self.children(i, label) for label in verbal)

    def position(self, i: int) -> int:
        """The first conjunct of a token, whose place in the sentence the token shares.

        A finite clause shares no infinitive's place, whatever the parser says: it goes with the clause above.
        """
        if i not in self._positions:
            self._positions[i] = self._position(i)
        return self._positions[i]

    def _position(self, i: int) -> int:
        above = self.governor(i)
        finite = self.finite(i) or (above is not None and self._mismatched(i, above))
        for _ in range(20):
            above = self.governor(i)
            if above is None or not (self.doc[i].dep_ == "conj" or (finite and self._nonfinite(i))):
                return i
            i = above
        return i

    def finite(self, i: int) -> bool:
        """Does the verb group carry a tense?"""
        return self.doc[i].pos_ in VERBAL and self.group(i).form in {"ind", "cnd"}

    def _mismatched(self, i: int, above: int) -> bool:
        """Is an English "-ed" word beside an infinitive a finite verb that was tagged as a participle?"""
        lone = self.lexicon.language == "en" and not self.children(i, *AUXILIARY)
        return (
            lone
            and form(self.doc[i]) == "part"
            and form(self.doc[above]) == "inf"
            and self.doc[i].dep_ == "conj"
        )

    def _nonfinite(self, i: int) -> bool:
        return (
            self.doc[i].pos_ in VERBAL
            and self.group(i).form == "inf"
            and self.doc[i].dep_ in {"xcomp", "ccomp"}
        )

    @cached_property
    def words(self) -> list[str]:
        """The sentence's words as the lexicon writes them."""
        return [plain(token.text) for token in self.doc[self.start : self.end]]

    def said(self, start: int, end: int) -> str:
        """Tokens ``[start, end)`` as the lexicon writes a phrase."""
        return " ".join(self.words[start - self.start : end - self.start]).replace("' ", "'")

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """Every marker in the sentence, longest first at each place."""
        return tuple(self._find_markers())

    def _find_markers(self) -> Iterator[Marker]:
        index, words = self.lexicon.sequences, self.words
        for at, word in enumerate(words):
            taken: set[str] = set()
            for sequence in index.get(word, ()):
                size = len(sequence.words)
                if sequence.name not in taken and tuple(words[at : at + size]) == sequence.words:
                    taken.add(sequence.name)
                    yield Marker(self.start + at, self.start + at + size, sequence)
                    if sequence.name == "marks.anonymity":
                        # "On condition of anonymity" is no condition of what is said.
                        break

    def marked(self, *names: str) -> list[Marker]:
        """The markers of some kinds, in order."""
        found = self._marked.get(names)
        if found is None:
            found = self._marked[names] = [m for m in self.markers if m.sequence.name in names]
        return found

    def marked_before(self, i: int, *names: str) -> list[Marker]:
        """The markers of some kinds that end before token ``i`` and not too far from it."""
        markers = self.marked(*names)
        if not markers:
            return markers
        first = bisect_left(markers, i - NEAR, key=_start)
        return [m for m in markers[first : bisect_left(markers, i, key=_start)] if m.end <= i]

    def group(self, i: int) -> Group:
        """The verb group around a token; for a conjunct without auxiliaries, with those that it shares."""
        if i not in self._groups:
            self._groups[i] = read_group(self, i, self.auxiliaries(i))
        return self._groups[i]

    def auxiliaries(self, i: int) -> list[int]:
        """The auxiliaries and copulas of a token, in order, its own before those that it shares."""
        own = [c for c in self.children(i, *AUXILIARY) if self.doc[c].pos_ in VERBAL]
        token = self.doc[i]
        above = self.governor(i)
        if own or token.dep_ != "conj" or above is None or form(token) not in {"inf", "part"}:
            return own
        if self._stranded(i, above):
            return [above]
        shares = form(token) == form(self.doc[above]) and not self.children(i, "nsubj", "mark")
        return self.auxiliaries(above) if shares and above < i else own

    def _stranded(self, i: int, above: int) -> bool:
        """Is a word the auxiliary of the participle after an insertion: « n'a pas, selon lui, tiré »?"""
        helps = lemma(self.doc[above]) in self.lexicon.words("verbs", "auxiliary")
        return (
            helps and above < i and form(self.doc[i]) == "part" and not self.children(above, "obj", "xcomp")
        )

    def ends_with_question(self) -> int | None:
        """The question mark that closes the sentence, if one does."""
        for i in range(self.end - 1, max(self.start, self.end - 6) - 1, -1):
            text = self.doc[i].text
            if "?" in text:
                return None if self._tag(i) else i
            if not (self.doc[i].is_punct or self.doc[i].is_quote or text.isspace()):
                return None
        return None

    def asked(self, i: int, above: list[int]) -> int | None:
        """The question mark that closes the quotation of token ``i``, where what governs it stands outside."""
        mark = next((t for t in range(i + 1, min(i + NEAR, self.end)) if self._closes(t)), None)
        if mark is None or "?" not in self.doc[mark].text or self._tag(mark):
            return None
        if mark + 1 >= self.end or not self.doc[mark + 1].is_quote:
            return None
        opening = next(
            (t for t in range(i - 1, max(i - NEAR, self.start) - 1, -1) if self._closes(t)), self.start
        )
        return None if any(opening < node < mark for node in above) else mark

    def _closes(self, t: int) -> bool:
        token = self.doc[t]
        return token.is_quote or token.text in {"?", "!", ";", ".", "…"}

    def _tag(self, mark: int) -> bool:
        """Is all that the question mark closes a tag: "…, do you?", « …, non ? »"""
        comma = next(
            (i for i in range(mark - 1, max(mark - 5, self.start), -1) if self.doc[i].text == ","), None
        )
        if comma is None or comma + 1 >= mark:
            return False
        words = self.doc.span(comma + 1, mark)
        if plain(words.text) in self.lexicon.words("inquiry", "tags"):
            return True
        return words[0].pos_ == "AUX" and words[-1].pos_ == "PRON" and len(words) <= 3

    def inverted(self, i: int) -> int | None:
        """The "do" that opens an English question, where no question mark was set."""
        if self.lexicon.language != "en":
            return None
        first = next((c for c in self.children(i, "aux") if lemma(self.doc[c]) == "do"), None)
        subject = next(iter(self.children(i, "nsubj")), None)
        if first is None or subject is None or not first < subject < i:
            return None
        fronting = self.lexicon.words("inquiry", "fronting")
        fronted = any(plain(self.doc[c].text) in fronting for c in self.children(i) if c < first)
        return None if fronted else first

    def any_word(self, words: frozenset[str], start: int, end: int) -> int | None:
        """The first token of ``[start, end)`` whose form or lemma is one of ``words``."""
        for i in range(max(start, self.start), min(end, start + 60, self.end)):
            if plain(self.doc[i].text) in words or lemma(self.doc[i]) in words:
                return i
        return None

    def is_participle(self, i: int) -> bool:
        """Does the token stand as an adjective or participle would?"""
        return self.doc[i].pos_ == "ADJ" or form(self.doc[i]) == "part"

    def keys(self, i: int) -> tuple[str, ...]:
        """The keys under which the lexicon may know a token."""
        return forms(self.doc[i])
