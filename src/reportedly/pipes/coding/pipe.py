"""The component ``reportedly.coding``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.model import EventType
from reportedly.ontology import read_ontology
from reportedly.pipes.coding.absent import is_told_absent, without_nobody
from reportedly.pipes.coding.codebook import cameo_code
from reportedly.pipes.coding.contexts import contexts_of
from reportedly.pipes.coding.frames import Conditions, candidates
from reportedly.pipes.coding.lexicon import Frame, coding_lexicon
from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.coding.pointing import is_definite, point_back
from reportedly.pipes.coding.roles import Roles
from reportedly.pipes.coding.rules import settle
from reportedly.pipes.draft import ClaimDraft, Predicate, draft_of
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.predicates.tree import base, case_of, kids, lemma

#: No more modals than this stand one under another.
MODALS = 4


class CodingPipe:
    """Gives each predicate its type and its roles; writes ``draft.claims``."""

    def __init__(
        self, nlp: Language, name: str = "reportedly.coding", *, ontology: str | None = None
    ) -> None:
        self.name = name
        self.language = str(nlp.lang)
        self.lexicon = coding_lexicon(self.language, read_ontology(ontology) if ontology else None)

    def process(self, doc: AnyDoc) -> list[ClaimDraft]:
        """A claim for each predicate and state of the draft, in order."""
        doc = plain(doc)
        draft = draft_of(doc)
        parties = Parties(doc, draft, self.lexicon, self.language)
        coder = Coder(parties)
        claims = [coder.coded(predicate) for predicate in draft.predicates]
        states = [coder.untyped(state) for state in draft.states]
        settled = without_nobody(settle(name_again(claims, coder), parties), parties)
        return sorted(
            [*point_back(settled, parties), *states],
            key=lambda claim: claim.predicate.head,
        )

    def __call__(self, doc: Parsed) -> Parsed:
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
        claim = self._typed(predicate) or self.untyped(predicate)
        self.open.discard(predicate.head)
        self.done[predicate.head] = claim
        return claim

    def untyped(self, predicate: Predicate) -> ClaimDraft:
        """The claim of a predicate outside the ontology."""
        return Roles(predicate, None, self.parties, self.code).fill(ClaimDraft(predicate))

    def _typed(self, predicate: Predicate) -> ClaimDraft | None:
        """The claim under the first frame whose conditions hold."""
        if names_a_holder(predicate, self.parties):
            return None
        known = is_definite(self.parties.doc[predicate.head], self.parties)
        return next(
            (
                claim
                for claim, frame in self.offers(predicate)
                if has_parties(claim, frame, known) or is_told_absent(claim, self.parties)
            ),
            None,
        )

    def offers(self, predicate: Predicate) -> Iterator[tuple[ClaimDraft, Frame]]:
        """The claims under all frames whose conditions hold, whether or not their parties are named."""
        conditions = Conditions(predicate, self.parties, self.code)
        for frame in candidates(predicate, self.parties):
            if conditions.hold(frame):
                claim = ClaimDraft(predicate, type=frame.type, mode=frame.mode, act=frame.act)
                Roles(predicate, frame, self.parties, self.code).fill(claim)
                claim.cameo = frame.cameo or cameo_code(claim.type, claim.mode, claim.act)
                claim.contexts = contexts_of(predicate, self.parties)
                yield claim, frame


def name_again(claims: list[ClaimDraft], coder: Coder) -> list[ClaimDraft]:
    """Nouns that name no party take the type of an act told before: "Rome delivered tanks. The shipments ..."."""
    told: set[tuple[EventType, str]] = set()
    found = []
    for given in claims:
        claim = told_before(given, told, coder) if told and given.type is None else given
        if claim.type is not None and claim.act is not None and claim.cameo is not None:
            told.add((claim.type, claim.cameo))
        found.append(claim)
    return found


def told_before(claim: ClaimDraft, told: set[tuple[EventType, str]], coder: Coder) -> ClaimDraft:
    """The claim of an act told before that a noun points back to, else the claim as it is."""
    if not is_definite(coder.parties.doc[claim.predicate.head], coder.parties):
        return claim
    offers = (offer for offer, _ in coder.offers(claim.predicate))
    return next((one for one in offers if one.type and one.cameo and (one.type, one.cameo) in told), claim)


def names_a_holder(predicate: Predicate, parties: Parties) -> bool:
    """Whether a noun only says what a place, body or thing is for: "detention centre", "centre de détention"."""
    token = parties.doc[predicate.head]
    holder = token.head
    if predicate.pos != "NOUN" or lemma(holder) not in parties.lexicon.classes["holder"]:
        return False
    if base(token) == "compound":
        return True
    own = any(base(kid) in ("det", "nmod:poss", "nummod") for kid in token.children)
    cases = parties.context.lexicon.of
    return (
        base(token) == "nmod"
        and not own
        and token.i - holder.i == 2
        and case_of(token, parties.context.lexicon) in cases
    )


def has_parties(claim: ClaimDraft, frame: Frame, known: bool) -> bool:
    """Whether the parties that a frame needs have been found.

    :param known: the act is a noun that points at something told before, which may have them.
    """
    handed = bool(claim.objects and frame.object)
    if claim.predicate.pos != "NOUN" and not claim.actors and not claim.recipients and not handed:
        return False  # "I agree": nobody that the ledger could enter
    parties = bool(claim.actors or claim.recipients)
    needs = {
        "earlier": False,
        "actor": bool(claim.actors),
        "recipient": bool(claim.recipients) or len(claim.actors) > 1,
        "two": len(claim.actors) + len(claim.recipients) > 1,
        "participant": known or parties or bool(claim.objects or claim.locations),
        "party": parties,
    }
    return needs.get(frame.needs or "", True)
