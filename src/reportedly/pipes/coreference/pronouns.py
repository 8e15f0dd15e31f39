"""Pronouns: whom "he", "they", « celle-ci » and "which" stand for, or nobody where that is in doubt."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.pipes.coreference.book import Book, Thread
from reportedly.pipes.coreference.lexicon import Lexicon
from reportedly.pipes.draft import Draft, Mentioned
from reportedly.pipes.entities import mention_at
from reportedly.pipes.tokens import Doc, Token

_NEAR = 2
_KINDS: dict[str, frozenset[str]] = {
    "person": frozenset({"person"}),
    "thing": frozenset({"country", "organization", "outlet", "weapon", "document", "place"}),
    "several": frozenset({"group", "organization", "person", "weapon", "outlet", "country"}),
    "nearest": frozenset({"person", "organization", "country", "group", "outlet"}),
    "either": frozenset({"person", "country", "organization", "outlet"}),
}
_PARTIES = frozenset({"person", "group", "country", "organization", "outlet"})
#: Sectors of those whom a state calls its own; allies and partners are not.
_OWN = frozenset({"COP", "CVL", "GOV", "JUD", "LEG", "MIL", "SPY"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})


def bare(token: Token) -> str:
    """A pronoun without the hyphen that ties it to its verb: « a-t-il dit »."""
    return token.lower_.lstrip("-")


class Pronouns:
    """Resolves pronouns over one document."""

    def __init__(self, doc: Doc, draft: Draft, book: Book, words: Lexicon) -> None:
        self.doc = doc
        self.draft = draft
        self.book = book
        self.words = words
        self.quoted = [
            (start, end, said.source.head)
            for said in draft.attributions
            if said.kind == "direct" and said.source is not None
            for start, end in said.content
        ]

    def find(self, mention: Mentioned, sentence: int, *, source: bool) -> Thread | None:
        """The thread that a pronoun belongs to, or None.

        :param source: the pronoun is the source of an attribution, so it is a person or a body that speaks.
        """
        text = " ".join(self.doc.span(mention.start, mention.end).text.lower().split())
        form = text if text in self.words.reaches else bare(self.doc[mention.head])
        reach = self.words.reaches.get(form)
        if reach is None or reach == "speaker":
            return None
        if reach == "relative":
            return self._antecedent(self.doc[mention.head])
        gender = "Fem" if form in self.words.feminine else "Masc" if form in self.words.masculine else None
        several = form in self.words.plural
        speakers = {head for start, end, head in self.quoted if start <= mention.head < end}
        kinds = _KINDS[reach] & _PARTIES if source else _KINDS[reach]

        def fits(thread: Thread) -> bool:
            if thread.kind not in kinds or sentence - thread.sentence > _NEAR:
                return False
            if gender and thread.gender and thread.gender != gender:
                return False
            if speakers and self._is_one(thread, speakers):
                return False  # whoever speaks is "I" in his own words
            return self._number(thread, several) and not self._same_clause(thread, mention)

        return self._choose(fits, nearest=reach == "nearest", source=source)

    def _is_one(self, thread: Thread, heads: set[int]) -> bool:
        """Whether a thread is of one of these words, or of the same name."""
        names = {self.doc[head].lower_ for head in heads if self.doc[head].pos_ == "PROPN"}
        return any(
            one.head in heads or (one.type == "name" and self.doc[one.end - 1].lower_ in names)
            for one in thread.mentions
        )

    def owner(self, mention: Mentioned, sentence: int) -> Thread | None:
        """Whose « ses soldats », "its officials" are: the latest subject of the sentence, or a name before them."""
        first = self.doc[mention.start]
        if mention.country or mention.sector not in _OWN or "Yes" not in first.morph.get("Poss", []):
            return None
        near = [t for t in self.book.recent() if t.sentence == sentence and t.kind in _PARTIES and t.country]
        return next((thread for thread in near if thread.salient), near[0] if len(near) == 1 else None)

    @staticmethod
    def _number(thread: Thread, several: bool) -> bool:
        if several:
            return thread.plural or thread.kind == "group"
        return not thread.plural

    def _choose(self, fits: Callable[[Thread], bool], *, nearest: bool, source: bool) -> Thread | None:
        """For a source the latest person (else body) that spoke; else the latest subject, else the one that fits."""
        found = [thread for thread in self.book.recent() if fits(thread)]
        if not found or nearest:
            return found[0] if found else None
        if source:
            speakers = [thread for thread in found if thread.speaker]
            # « L'Iran ne livrera rien, a-t-il dit »: somebody who spoke before, sooner than the country.
            person = next((thread for thread in speakers if thread.kind == "person"), None)
            if speakers:
                return person or speakers[0]
        salient = next((thread for thread in found if thread.salient), None)
        if salient is not None:
            return salient
        return found[0] if len(found) == 1 else None

    def _same_clause(self, thread: Thread, mention: Mentioned) -> bool:
        """Two arguments of one verb are two parties."""
        mine, theirs = self.doc[mention.head], self.doc[thread.last.head]
        return mine.head == theirs.head and mine.dep_ != theirs.dep_ and mine.i != theirs.i

    def _antecedent(self, pronoun: Token) -> Thread | None:
        """The noun that a relative clause belongs to."""
        for clause in [pronoun, *pronoun.ancestors]:
            if clause.dep_.startswith("acl"):
                mention = mention_at(self.draft, clause.head.i)
                return self.thread_of(mention) if mention is not None else None
            if clause.dep_ in {"ccomp", "advcl", "conj", "parataxis"}:
                return None
        return None

    def thread_of(self, mention: Mentioned) -> Thread | None:
        """The thread that a mention has joined."""
        return self.book.threads[mention.entity] if mention.entity is not None else None


def is_subject(token: Token) -> bool:
    """Is a token the subject of its clause?"""
    return token.dep_ in _SUBJECTS
