"""Filling a coded act's roles: actors, recipients, objects and locations."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.coding.bound import Code, authors, bound, by_aim, judged, targets
from reportedly.pipes.coding.codebook import OUTSIDE, TypeEntry, types
from reportedly.pipes.coding.grounds import ground, locations
from reportedly.pipes.coding.lexicon import Frame
from reportedly.pipes.coding.near import awaited, near
from reportedly.pipes.coding.parties import Parties, unique, within
from reportedly.pipes.coding.plain import plain_roles
from reportedly.pipes.coding.things import handed
from reportedly.pipes.coding.violence import VIOLENT, aimed, instruments, struck, struck_too
from reportedly.pipes.draft import Argument, ClaimDraft, Filler, Predicate
from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.deep import deep_roles, spread
from reportedly.pipes.predicates.tree import case_of, is_participle, kids, lemma
from reportedly.pipes.tokens import Token

#: Types of acts that hand something over.
SUPPLIES = frozenset({"AID", "COOPERATE"})

#: Modes in which those who act together do it to somebody else.
ONE_WAY = frozenset({"visit", "third-party"})

#: Kinds of parties that may stand beside an act as its nation.
NATIONS = frozenset({"country", "group", "organization", "person"})


def entry_of(frame: Frame) -> TypeEntry:
    """The entry of a frame's type."""
    return types()[frame.type] if frame.type else OUTSIDE


class Roles:
    """Assigns the roles of one predicate under one frame; ``code`` gives the claim of another predicate."""

    def __init__(self, predicate: Predicate, frame: Frame | None, parties: Parties, code: Code) -> None:
        self.predicate, self.frame, self.parties, self.code = predicate, frame, parties, code
        self.entry: TypeEntry | None = entry_of(frame) if frame else None
        self.order = self._order()
        self.taken: set[int] = set()

    def _order(self) -> tuple[str, ...]:
        """Where the party acted upon is looked for, in order."""
        order = (self.frame and self.frame.recipients) or (self.entry.recipients if self.entry else ())
        if self.entry and self.entry.owner_acts and self.predicate.light is not None and "object" in order:
            # "Oslo reiterated Norway's support for Tunis": whose support it is, not whom it is for.
            return (*(source for source in order if source != "object"), "object")
        return tuple(order)

    def fill(self, claim: ClaimDraft) -> ClaimDraft:
        """Writes the roles into a claim."""
        if self.frame is None:
            return self._plain(claim)
        claim.actors = self._actors()
        self.taken = {one.head for one in claim.actors}
        self.taken |= {one.head for one in self._slots("subject") if self._token(one).pos_ == "PRON"}
        claim.recipients = [one for one in self._recipients() if not within(one, claim.actors)]
        if self.frame.swap:
            claim.actors, claim.recipients = claim.recipients, claim.actors
        self.taken |= {one.head for one in claim.recipients}
        claim.objects = self._objects()
        claim.locations = locations(self._slots("oblique", "indirect"), self.parties, self.taken)
        return claim

    def _plain(self, claim: ClaimDraft) -> ClaimDraft:
        """Outside the ontology the slots are the roles, but for what only happens to somebody."""
        plain_roles(claim, self.parties)
        own = {one.head for one in claim.recipients}
        claim.locations = locations(self._slots("oblique", "indirect"), self.parties, own)
        return claim

    def _slots(self, *names: str) -> list[Argument]:
        return [one for one in self.predicate.arguments if one.slot in names]

    def _token(self, argument: Argument) -> Token:
        return self.parties.doc[argument.head]

    def _filler(self, argument: Argument) -> Filler:
        return Filler(argument.start, argument.end, argument.head)

    # -- actors

    def _actors(self) -> list[Filler]:
        asides, lexicon = self.parties.lexicon.cases["aside"], self.parties.context.lexicon
        subjects = [one for one in self._slots("subject") if case_of(self._token(one), lexicon) not in asides]
        found = [one for argument in subjects for one in self.parties.named(self._token(argument))]
        found = [one for one in found if self.parties.doc[one.head].pos_ not in ("PRON", "DET")] or found
        if not found:
            held = [one for one in subjects if not self.parties.is_land(self._token(one))]
            found = [one for argument in held for one in self._through(argument, actor=True)]
            found = found or authors([self._token(one) for one in held], self.parties)
        if not found and self.predicate.pos == "VERB" and self.frame and self.frame.type == "ASSAULT":
            found = list(self._strikers())
        if not found:
            nations = [argument for argument in self._slots("modifier") if self._is_nation(argument)]
            found = [self._filler(argument) for argument in nations]
        noun = self.predicate.pos == "NOUN" and not (self.frame and self.frame.mode == "third-party")
        if not found and noun and self.entry and self.entry.symmetric:
            found = list(self._named_with("with"))
        if not found and noun:
            between = list(self._named_with("between"))
            found = between if len(between) > 1 else []  # "the clashes between Oslo and Lima"
        return unique(found)

    def _strikers(self) -> Iterator[Filler]:
        """Who carried out the attack that people died in: "tués dans une frappe de l'armée"."""
        for argument in self._slots("oblique", "indirect"):
            token = self._token(argument)
            # "killed in tank shelling": the tank taken for who shells
            for word in (token, *kids(token, "acl")):
                claim = self.code(word.i)
                if claim is not None and claim.type == "ASSAULT" and not is_participle(word):
                    yield from claim.actors

    def _is_nation(self, argument: Argument) -> bool:
        mention = self.parties.context.by_token.get(argument.head)
        return mention is not None and mention.kind in NATIONS and mention.type != "pronoun"

    def _through(self, argument: Argument, *, actor: bool) -> list[Filler]:
        """The parties of an act or a thing that stands where a party should."""
        token = self._token(argument)
        claim = self.code(token.i) if token.i != self.predicate.head else None
        if claim is not None:
            first = actor or (self.entry is not None and self.entry.through_actors)
            if not actor and self.frame is not None and claim.type == self.frame.type:
                first = False  # "promised his support for Tunis"
            found = (claim.actors or claim.recipients) if first else (claim.recipients or claim.actors)
            found = claim.actors if actor else found
            found = [one for one in found if not self._is_own(one) and not self.parties.sends(one)]
            if claim.type is None:  # its slots are its roles, whoever or whatever stands there
                found = [one for one in found if self.parties.is_somebody(one)]
            if found:
                return list(found)
            if actor and claim.type in VIOLENT:
                # "the bombing of a school killed ten": whoever stands behind the noun bore it
                return [one for one in self.parties.inside(token) if one.head < token.i]
        return self.parties.inside(token, places=not actor, but=self._topics())

    def _is_own(self, filler: Filler) -> bool:
        """Whether a pronoun only says again who acts: "they hailed their talks with Rome"."""
        stands = self.parties.antecedents.of(self.parties.doc[filler.head])
        return bool(stands) and {word.i for word in stands} <= self.taken

    def _topics(self) -> frozenset[str]:
        """Prepositions of what parties who act together speak about: "a summit on Iran"."""
        if self.frame is not None and self.frame.type == "SUPPORT":
            return self.parties.lexicon.cases["against"]  # "backs a campaign against Rome"
        if self.entry is None or not self.entry.symmetric:
            return frozenset()
        return self.parties.lexicon.cases["on"] - self.parties.context.lexicon.of

    # -- recipients

    def _recipients(self) -> list[Filler]:
        assert self.entry is not None  # noqa: S101
        for source in ("with",) if self._is_mutual() else self.order:
            if found := [one for one in self._from(source) if one.head not in self.taken]:
                return unique([*found, *self._beside(source)])
        if judged(self.predicate, self.frame, self.parties, self.code):
            return []
        thrown = [self._token(one) for one in self._slots("object")] if self.entry.name in VIOLENT else []
        died = self.frame is not None and self.frame.swap and self.entry.name in VIOLENT
        return aimed(thrown, self.parties) or ([] if died else self._near())

    def _is_mutual(self) -> bool:
        """Whether those who act are parties to one another; two who visit a third are not."""
        one_way = self.frame is not None and self.frame.mode in ONE_WAY
        return bool(self.entry and self.entry.symmetric) and not one_way and len(self.taken) > 1

    def _beside(self, source: str) -> list[Filler]:
        hit = source == "object" and self.entry is not None and self.entry.name in VIOLENT
        return struck_too(self._slots("object"), self.parties, self.taken) if hit else []

    def _things(self) -> list[Filler]:
        """A thing or place that is hit, unless it is what one hits with: "un tir de missiles"."""
        weapons = self.parties.lexicon.classes["weapon"] if self.predicate.pos == "NOUN" else frozenset()
        found = [one for one in self._slots("object") if lemma(self._token(one)) not in weapons]
        found = [one for one in found if not self.parties.is_date(self._token(one))]  # "the raid of 3 May"
        found = found or struck(self.predicate, self.parties)
        return unique(self._filler(one) for one in found)

    def _near(self) -> list[Filler]:
        predicate = self.predicate
        if predicate.pos == "NOUN" and predicate.light is None:
            return []
        if self._is_mutual():
            return []
        cases = self.parties.lexicon.cases
        wanted = tuple(cases[name] for name in self.order if name in cases)
        own = {one.head for one in self._slots("object")} if "object" not in self.order else set()
        return near(predicate, self.parties, self.taken | own, wanted, self._topics())

    def _from(self, source: str) -> Iterator[Filler]:
        if source == "object":
            yield from self._named(self._slots("object"))
        elif source == "thing":
            yield from self._things()
        elif source in ("inside", "near"):
            yield from self._inside() if source == "inside" else self._near()
        elif source == "clause_subject":
            yield from self._clause_subjects()
        elif source == "clause":
            yield from self._clause_parties()
        elif source == "condition":
            yield from awaited(self.predicate, self.parties)
        elif source == "place":
            slots, sites = self._slots("oblique", "indirect"), bool(self.entry and self.entry.name in VIOLENT)
            yield from ground(slots, self.parties, self.taken, sites=sites)
        elif source == "to":
            yield from self._named(self._slots("indirect"))
            yield from self._named_with("to")
        else:
            yield from self._named_with(source)

    def _named(self, arguments: list[Argument]) -> Iterator[Filler]:
        places = bool(self.entry)
        for argument in arguments:
            yield from self.parties.named(self._token(argument), places=places)

    def _named_with(self, name: str) -> Iterator[Filler]:
        cases = self.parties.lexicon.cases[name]
        found = [one for one in self._slots("oblique", "indirect") if one.case in cases]
        yield from self._named([one for one in found if name != "on" or not self.parties.is_act(one.head)])

    def _inside(self) -> Iterator[Filler]:
        """Parties within the phrases of what is done and of what it is about."""
        if hostile := judged(self.predicate, self.frame, self.parties, self.code):
            yield from (one for claim in hostile for one in claim.actors)
            return
        found = []
        for argument in self._slots("object"):
            found += (
                self._bound(self._token(argument))
                or self._through(argument, actor=False)
                or self._aimed(argument)
            )
        if not found:
            for argument in self._slots("indirect", "oblique"):
                if not self.parties.is_place(self._token(argument)) and not self._is_aside(argument):
                    found += self._through(argument, actor=False)
                if found:
                    break
        yield from found

    def _bound(self, token: Token) -> list[Filler]:
        return [] if self.code(token.i) is not None else bound(token, self.parties, self._topics())

    def _aimed(self, argument: Argument) -> list[Filler]:
        """Whom what is planned or tried is aimed at: "dropped a plan to invade Rome"."""
        plan = self.parties.predicates.get(argument.head)
        claims = [self.code(one.head) for one in plan.arguments if one.slot == "clause"] if plan else []
        return [one for claim in claims if claim for one in claim.recipients or self._untyped_parties(claim)]

    def _is_aside(self, argument: Argument) -> bool:
        """Whether a phrase tells when or on whose word, so that its parties have no part in the act."""
        cases = self.parties.lexicon.cases
        return argument.case in self._topics() or not any(
            argument.case in cases[name] for name in ("against", "around", "on", "to", "with", "for", "from")
        )

    def _clause_subjects(self) -> Iterator[Filler]:
        """Who is to do what is asked."""
        for argument in self._slots("clause"):
            token = self.parties.doc[argument.head]
            doing = deep_roles(token, self.parties.context)[0]
            doing = doing or spread(surface_subjects(token, self.parties.context))
            found = [one for word in doing for one in self.parties.named(word)]
            claim = None if found else self.code(argument.head)
            yield from claim.actors if claim else found

    def _clause_parties(self) -> Iterator[Filler]:
        for one in self._slots("clause"):
            if claim := self.code(one.head):
                found = claim.recipients if claim.type is not None else self._untyped_parties(claim)
                yield from (one for one in found or claim.locations if one.head not in self.taken)

    def _untyped_parties(self, claim: ClaimDraft) -> list[Filler]:
        """Whom an act outside the ontology is done to: a party among its arguments, or inside one."""
        for argument in by_aim(claim.predicate, self.parties):
            found = targets(self._token(argument), self.parties) or self.parties.named(
                self._token(argument), places=True
            )
            if not found and argument.slot != "oblique":
                found = self._through(argument, actor=False)
            if found:
                return found
        return []

    def _objects(self) -> list[Filler]:
        found = [self._filler(one) for one in self._slots("object") if one.head not in self.taken]
        things = [one for one in found if self.parties.is_thing(self.parties.doc[one.head])]
        if self.frame is not None and self.frame.type in VIOLENT:
            things += [one for one in instruments(self.predicate, self.parties) if one.head not in self.taken]
        if things or self.frame is None or self.frame.type not in SUPPLIES:
            return unique(things)
        return unique(handed(self.predicate, self.parties, self.taken))
