"""The gate: may an article name an act of the ontology at all? If not, it is not parsed.

An act is typed by its lemma, and what lemmas a form may be given the lemmatizer's tables tell, whatever the tagger
would make of it. So an article of which no word opens the gate has no typed claim, and nothing that such a claim would
need. A quotation mark opens it too: that nobody is said to have spoken is a finding without claims.

The gate is an article's, not a sentence's: parties, voices, days and places of a claim come from the sentences around
it, and the parser looks beyond them, so that a sentence left out may change the claims of another (`docs/speed.md`).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language.lemmas import lemmatizer_of, possible
from reportedly.ontology import read_ontology
from reportedly.pipes.coding.lexicon import coding_lexicon
from reportedly.pipes.predicates.lexicon import first_words, predicate_lexicon
from reportedly.pipes.strings import straight

#: Forms whose answer is kept.
KEPT = 200_000


class Gate:
    """Says which words may name an act.

    :param ontology: the path of a user's own ontology.
    """

    def __init__(self, nlp: Language, ontology: str | None = None) -> None:
        language = nlp.lang or ""
        own = read_ontology(ontology) if ontology else None
        self.lemmatizer = lemmatizer_of(nlp)
        self.participles = predicate_lexicon(language, own).participles
        frames = coding_lexicon(language, own).frames
        self.acts = frozenset(word for _, lemma in frames for word in first_words(straight(lemma)))
        self._known: dict[int, bool] = {}

    def opens(self, doc: Doc) -> bool:
        """Whether a word of a document, which need not be parsed, may name an act; looks no further than the first."""
        return self.lemmatizer is None or any(
            token.is_quote or self.opened_by(token.orth, token.text) for token in doc
        )

    def opened_by(self, key: int, form: str) -> bool:
        """Whether a form may name an act."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            found = self._known[key] = not self.acts.isdisjoint(self.lemmas(form))
        return found

    def lemmas(self, form: str) -> set[str]:
        """What the rules may call a form: its lemmas, and the infinitive of what looks like a participle."""
        if self.lemmatizer is None:
            return set()
        low = form.lower()
        stems = {low[: -len(end)] + to for end, to in self.participles if low.endswith(end)}
        return {straight(word) for word in (*possible(self.lemmatizer, form), *stems)}
