"""The codebook's rules that look at more than one predicate, or at how an act is put."""

from __future__ import annotations

from reportedly.pipes.coding.codebook import cameo_code, types
from reportedly.pipes.coding.near import awaited
from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.draft import ClaimDraft
from reportedly.pipes.predicates.objects import is_past_taken_for_adjective
from reportedly.pipes.predicates.tree import base, feature, is_infinitive, is_participle, kids, lemma
from reportedly.pipes.tokens import Token

#: What is asked for, refused or threatened is no event of its own: the asking, refusing or threatening is.
SPEECH_ACTS = frozenset({"REQUEST", "REJECT", "THREATEN"})
#: What is lifted, cut off, given up or turned down is no event of its own either.
UNDOING = SPEECH_ACTS | {"CONCEDE", "SANCTION", "RETREAT"}


def settle(claims: list[ClaimDraft], parties: Parties) -> list[ClaimDraft]:
    """The claims with the rules applied; roles stay, so that a reader of all claims loses nothing."""
    by_word = {claim.predicate.head: claim for claim in claims}
    by_word |= {claim.predicate.light: claim for claim in claims if claim.predicate.light is not None}
    for claim in claims:
        if is_refused(claim, parties):
            claim.type, claim.mode, claim.act = "REJECT", None, None
            claim.cameo = cameo_code("REJECT", None, None)
            claim.recipients = claim.recipients or awaited(claim.predicate, parties)
    for claim in claims:
        claim.decided = is_decided(claim, parties)
    dropped = [
        claim for claim in claims if is_content(claim, by_word, parties) or is_bare_participle(claim, parties)
    ]
    dropped += [order for claim in claims if (order := order_of(claim, by_word, parties)) is not None]
    dropped += [warning for claim in claims if (warning := warned_of(claim, by_word, parties)) is not None]
    for claim in dropped:
        claim.type, claim.mode, claim.act, claim.cameo, claim.contexts = None, None, None, None, ()
    assaults: dict[int, list[ClaimDraft]] = {}
    for claim in claims:
        if claim.type == "ASSAULT" and claim.recipients:
            for argument in claim.predicate.arguments:
                assaults.setdefault(argument.head, []).append(claim)
    for claim in claims:
        borrow_victims(claim, assaults.get(claim.predicate.head, []))
    return claims


def is_refused(claim: ClaimDraft, parties: Parties) -> bool:
    """A cooperative act that somebody says will not come: "Rome ne cédera pas"."""
    if claim.type is None or not types()[claim.type].quad.endswith("cooperation"):
        return False
    if claim.predicate.pos == "NOUN" and claim.predicate.light is None:
        return False
    place = claim.predicate.light if claim.predicate.light is not None else claim.predicate.head
    return is_negated(parties.doc[place]) and is_to_come(parties.doc[place], parties)


def is_negated(verb: Token) -> bool:
    """Whether a negation hangs on a verb or on its auxiliary."""
    for kid in verb.children:
        if "Neg" in feature(kid, "Polarity") or lemma(kid) in ("not", "n't", "pas", "jamais", "never"):
            return base(kid) in ("advmod", "neg", "aux", "dep", "discourse")
    return False


def is_to_come(verb: Token, parties: Parties) -> bool:
    """Whether an act is put as still to come: future and conditional."""
    words = [verb, *(kid for kid in kids(verb, "aux"))]
    if any("Fut" in feature(word, "Tense") or "Cnd" in feature(word, "Mood") for word in words):
        return True
    form, infinitive = verb.text.lower(), lemma(verb)
    stem = infinitive.removesuffix("e")
    if parties.lexicon.future_on_infinitive and form != infinitive and form.startswith(stem) and form != stem:
        return True
    return any(lemma(word) in parties.lexicon.future for word in words[1:])


def is_threatened(verb: Token, parties: Parties) -> bool:
    """Whether an act still to come hangs on a condition or on a threat: "Rome ripostera si Tunis attaque"."""
    if not is_to_come(verb, parties):
        return False
    near = [verb.head, *kids(verb, "parataxis", "ccomp")]
    if any(
        frame.type == "THREATEN"
        for one in near
        for frame in parties.lexicon.frames.get(("VERB", lemma(one)), ())
    ):
        return True
    forms = {word.text.lower().replace("’", "'") for word in verb.sent}
    return bool(forms & parties.lexicon.conditions)


def decision_on(claim: ClaimDraft, parties: Parties) -> Token | None:
    """The verb by which those in power decide on an act: "the court ordered his release", "decided to ease"."""
    token = parties.doc[claim.predicate.head if claim.predicate.light is None else claim.predicate.light]
    while base(token) == "conj" and token.head.i != token.i:
        token = token.head
    if base(token) not in ("obj", "xcomp", "ccomp", "nsubj", "obl") or token.head.i == token.i:
        return None
    return token.head if lemma(token.head) in parties.lexicon.decisions else None


def is_decided(claim: ClaimDraft, parties: Parties) -> bool:
    """Whether an act that a decree brings about has been decided on."""
    if claim.type is None or not types()[claim.type].by_decree:
        return False
    verb = decision_on(claim, parties)
    return verb is not None and not is_negated(verb) and not is_to_come(verb, parties)


def order_of(claim: ClaimDraft, by_word: dict[int, ClaimDraft], parties: Parties) -> ClaimDraft | None:
    """The order that is nothing but the act decided on: "ordered the arrest"."""
    verb = decision_on(claim, parties) if claim.decided and claim.predicate.pos == "NOUN" else None
    governor = by_word.get(verb.i) if verb is not None else None
    return governor if governor is not None and governor.type in ("REQUEST", "SUPPORT", "AGREE") else None


def is_content(claim: ClaimDraft, by_word: dict[int, ClaimDraft], parties: Parties) -> bool:
    """Whether an act is only asked for, refused or threatened, or only a purpose of another act."""
    if claim.type is None or claim.decided:
        return False
    token = parties.doc[claim.predicate.head]
    light = claim.predicate.light
    if light is not None and parties.doc[light].head.i != token.i:
        token = parties.doc[light]
    label, governor = base(token), governing(token, by_word)
    if governor is None or governor.type is None or governor is claim:
        return False
    if claim.predicate.pos == "NOUN" and governor.type in UNDOING:
        slots = {one.head for one in governor.predicate.arguments if one.slot in ("object", "indirect")}
        return bool({token.i, claim.predicate.head} & slots) or under(token, slots)
    if warned_of(claim, by_word, parties) is not None:
        return False
    if governor.type in SPEECH_ACTS or governor.mode == "censor":
        slots = {one.head for one in governor.predicate.arguments if one.slot in ("clause", "object")}
        return token.i in slots or claim.predicate.head in slots or label in ("xcomp", "ccomp")
    aims = any(lemma(kid) in parties.lexicon.aims for kid in kids(token, "mark", "case", "advmod"))
    return (
        label in ("advcl", "acl")
        and (aims or (is_infinitive(token) and label == "advcl"))
        and governor.type != "AGREE"
    )


def warned_of(claim: ClaimDraft, by_word: dict[int, ClaimDraft], parties: Parties) -> ClaimDraft | None:
    """The warning that only reports a threat: "Oslo warned that Rome would respond"."""
    if claim.type != "THREATEN" or claim.predicate.pos != "VERB":
        return None
    governor = governing(parties.doc[claim.predicate.head], by_word)
    if governor is None or governor.type != "THREATEN" or governor.predicate.pos != "VERB":
        return None
    clauses = {one.head for one in governor.predicate.arguments if one.slot == "clause" and one.case}
    return governor if claim.predicate.head in clauses and claim.actors else None


def under(token: Token, slots: set[int]) -> bool:
    """Whether a noun stands inside one of some arguments: "l'embargo sur les ventes"."""
    for _ in range(3):
        if base(token) != "nmod" or token.head.i == token.i:
            return False
        token = token.head
        if token.i in slots:
            return True
    return False


def governing(token: Token, by_word: dict[int, ClaimDraft]) -> ClaimDraft | None:
    """The claim of the nearest verb above, modals and coordination looked through."""
    for kid in kids(token, "amod"):
        if kid.i in by_word and is_past_taken_for_adjective(kid):
            return by_word[kid.i]
    for _ in range(6):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.i in by_word and (token.pos_ != "NOUN" or by_word[token.i].type is not None):
            return by_word[token.i]
        if token.pos_ not in ("VERB", "AUX", "NOUN"):
            return None
    return None


def is_bare_participle(claim: ClaimDraft, parties: Parties) -> bool:
    """A participle beside its noun, with nobody who does it, says what the noun is: "la Cisjordanie occupée"."""
    predicate = claim.predicate
    token = parties.doc[predicate.head]
    if (
        claim.type is None
        or predicate.pos != "VERB"
        or base(token) not in ("acl", "amod")
        or not is_participle(token)
    ):
        return False
    others = [one for one in (*claim.actors, *claim.recipients) if one.head != token.head.i]
    return not others and not is_existential(token.head) and not is_seen(token.head, parties)


def is_existential(noun: Token) -> bool:
    """Whether a noun is only said to be there, so that what describes it happened: "there were men killed"."""
    return base(noun) in ("nsubj", "obj") and any(base(kid) == "expl" for kid in noun.head.children)


def is_seen(noun: Token, parties: Parties) -> bool:
    """Whether somebody is told to be seen or found so, so that what describes him happened: "saw ten men killed"."""
    return base(noun) == "obj" and lemma(noun.head) in parties.context.lexicon.sees


def borrow_victims(claim: ClaimDraft, governors: list[ClaimDraft]) -> None:
    """Whom a raid killed is told by the verb: "le raid a tué trois soldats", "tués dans un raid"."""
    if claim.type != "ASSAULT" or claim.predicate.pos != "NOUN":
        return
    for other in governors:
        slots = ("subject",) if claim.recipients else ("subject", "oblique", "indirect")
        subjects = {one.head for one in other.predicate.arguments if one.slot in slots}
        if claim.predicate.head in subjects:
            claim.recipients = list(other.recipients)
            return
