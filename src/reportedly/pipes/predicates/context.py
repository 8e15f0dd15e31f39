"""What every step of the pipe needs to know: the document, its mentions and the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.pipes.draft import Draft, Mentioned
from reportedly.pipes.predicates.lexicon import PredicateLexicon
from reportedly.pipes.tokens import Doc, Token

#: What can act; a place may stand for those who govern it.
ACTORS = frozenset({"country", "organization", "person", "group", "outlet"})


@dataclass(slots=True)
class Context:
    """One document with an index of its mentions by token."""

    doc: Doc
    lexicon: PredicateLexicon
    by_token: dict[int, Mentioned] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc, draft: Draft, lexicon: PredicateLexicon) -> Context:
        """The context of a document; a token inside several mentions belongs to the shortest."""
        index: dict[int, Mentioned] = {}
        for mention in sorted(draft.mentions, key=lambda m: (m.start - m.end, m.start, m.head)):
            for place in range(mention.start, min(mention.end, len(doc))):
                index[place] = mention
        return cls(doc, lexicon, index)

    def mention(self, token: Token) -> Mentioned | None:
        """The mention whose head a token is."""
        found = self.by_token.get(token.i)
        return found if found is not None and found.head == token.i else None

    def is_actor(self, token: Token) -> bool:
        """Whether a phrase's head names somebody or something that can act."""
        mention = self.by_token.get(token.i)
        if mention is not None:
            return mention.kind in ACTORS or (mention.kind == "place" and mention.type == "name")
        return token.pos_ in ("PROPN", "PRON") and not token.like_num
