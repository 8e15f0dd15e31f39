"""The component ``reportedly.coding``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from reportedly.pipes.coding.codebook import cameo_code
from reportedly.pipes.coding.contexts import contexts_of
from reportedly.pipes.coding.frames import Conditions, candidates
from reportedly.pipes.coding.lexicon import Frame, coding_lexicon
from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.coding.roles import Roles
from reportedly.pipes.coding.rules import settle
from reportedly.pipes.draft import ClaimDraft, Predicate, draft_of
from reportedly.pipes.predicates.tree import kids

#: No more modals than this stand one under another.
MODALS = 4


class CodingPipe:
    """Gives each predicate its type and its roles; writes ``draft.claims``."""

    def __init__(self, nlp: Language, name: str = "reportedly.coding") -> None:
        self.name = name
        self.language = str(nlp.lang)

    def process(self, doc: Doc) -> list[ClaimDraft]:
        """A claim for each predicate of the draft, in order."""
        draft = draft_of(doc)
        parties = Parties(doc, draft, coding_lexicon(self.language), self.language)
        coder = Coder(parties)
        return settle([coder.coded(predicate) for predicate in draft.predicates], parties)

    def __call__(self, doc: Doc) -> Doc:
        """Writes the claims into the draft."""
        draft_of(doc).claims = self.process(doc)
        return doc


class Coder:
    """Codes the predicates of one document, each once; a predicate may ask for another's code."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.done: dict[int, ClaimDraft] = {}
        self.open: set[int] = set()

    def code(self, head: int) -> ClaimDraft | None:
        """The claim of the predicate at a token; None where there is none or it is being coded."""
        predicate = self._predicate(head)
        if predicate is None or predicate.head in self.open:
            return None
        return self.coded(predicate)

    def _predicate(self, head: int) -> Predicate | None:
        """The predicate at a token, or under it where it is a modal or another verb that names no act."""
        token = self.parties.doc[head]
        for _ in range(MODALS):
            found = self.parties.by_word.get(token.i)
            below = next((kid for kid in kids(token, "xcomp", "ccomp")), None)
            if found is not None or below is None:
                return found
            token = below
        return None

    def coded(self, predicate: Predicate) -> ClaimDraft:
        """The claim of a predicate."""
        if predicate.head in self.done:
            return self.done[predicate.head]
        self.open.add(predicate.head)
        claim = self._typed(predicate) or Roles(predicate, None, self.parties, self.code).fill(
            ClaimDraft(predicate)
        )
        self.open.discard(predicate.head)
        self.done[predicate.head] = claim
        return claim

    def _typed(self, predicate: Predicate) -> ClaimDraft | None:
        """The claim under the first frame whose conditions hold."""
        frames = candidates(predicate, self.parties)
        conditions = Conditions(predicate, self.parties, self.code)
        for frame in frames:
            if not conditions.hold(frame):
                continue
            claim = ClaimDraft(predicate, type=frame.type, mode=frame.mode, act=frame.act)
            Roles(predicate, frame, self.parties, self.code).fill(claim)
            if has_parties(claim, frame):
                claim.cameo = cameo_code(claim.type, claim.mode, claim.act)
                claim.contexts = contexts_of(predicate, self.parties)
                return claim
        return None


def has_parties(claim: ClaimDraft, frame: Frame) -> bool:
    """Whether the parties that a frame needs have been found."""
    if claim.predicate.pos != "NOUN" and not claim.actors and not claim.recipients:
        return False  # "I agree": nobody that the ledger could enter
    if frame.needs == "actor":
        return bool(claim.actors)
    if frame.needs == "recipient":
        return bool(claim.recipients)
    if frame.needs == "two":
        return len(claim.actors) + len(claim.recipients) > 1
    return frame.needs != "party" or bool(claim.actors or claim.recipients)
