"""What a verb's own mood, modals and tense say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.model import CueKind
from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.due import due_act
from reportedly.pipes.factuality.lexicon import lemma, plain
from reportedly.pipes.factuality.signs import coming, near, negator
from reportedly.pipes.factuality.state import State
from reportedly.pipes.factuality.tense import Group, feature, form
from reportedly.pipes.factuality.tree import VERBAL, Tree


def cue(start: int, end: int, kind: CueKind) -> VerdictCue:
    """A cue over tokens ``[start, end)``."""
    return VerdictCue(start, end, kind)


def mood(tree: Tree, i: int, *, hanging: bool) -> State:
    """The state that a verb group gives, negation apart; ``hanging`` on a condition it waits for that to decide."""
    group = tree.group(i)
    state = State(
        tense="present" if group.progressive and group.tense is None and not group.modal else group.tense
    )
    if group.form == "imp" and _orders(tree, i):
        return replace(state, certainty="unknown", tense="future").with_cue(cue(i, i + 1, "intention"))
    if due := due_act(tree, i, group):
        return due
    if key := modal_key(tree, i, group):
        return READINGS[key](tree, i, group, state, hanging)
    if group.form == "cnd":
        return french_conditional(tree, i, group, state, hanging)
    return _plain(tree, i, group, state)


def _plain(tree: Tree, i: int, group: Group, state: State) -> State:
    """A tense alone: the future, a present that means the future, a reported past that means the present."""
    if state.tense == "future":
        return state.with_cue(cue(group.carrier, group.carrier + 1, "future"))
    if state.tense == "present" and group.form == "ind" and (words := _soon(tree, i)):
        return replace(state, tense="future").with_cue(cue(*words, "future"))
    reported = _lasting_past(tree, group) and spoken_in_past(tree, i, {"say", "belief"})
    return replace(state, tense="present") if reported else state


def _orders(tree: Tree, i: int) -> bool:
    """Is an imperative one? Beside an infinitive ("to watch and wait") it shares that one's place."""
    above = tree.governor(i) if tree.doc[i].dep_ == "conj" else None
    return not tree.children(i, "nsubj") and (above is None or form_of(tree, above) == "imp")


def _lasting_past(tree: Tree, group: Group) -> bool:
    """ "A dit qu'ils s'entraînaient": the past of a report for what goes on."""
    if group.form != "ind" or group.tense != "past" or group.perfect:
        return False
    return (
        group.progressive
        if tree.lexicon.language == "en"
        else "Imp" in feature(tree.doc[group.carrier], "Tense")
    )


def modal_key(tree: Tree, i: int, group: Group) -> str | None:
    """``can``, ``may``, ``must``, ``should``, ``will``, ``would`` or ``going`` where a modal speaks."""
    if tree.lexicon.language == "en":
        return group.modal
    if not complement(tree, i):
        return None
    word = lemma(tree.doc[i])
    key = tree.lexicon.modals.get(word)
    if key == "must" and group.form == "cnd" and not group.perfect:
        return "should"
    effect = tree.lexicon.effect("infinitive", word)
    return "going" if effect and effect.name == "going" and not group.perfect else key


def definite(tree: Tree, i: int) -> bool:
    """Does a noun have an article that takes it as known?"""
    words = tree.lexicon.words("determiners", "definite")
    return any(plain(tree.doc[c].text) in words for c in tree.children(i, "det", "nmod:poss"))


def complement(tree: Tree, i: int) -> int | None:
    """The infinitive that a French modal governs."""
    return next((c for c in tree.children(i, "xcomp", "ccomp", "obj") if form_of(tree, c) == "inf"), None)


def form_of(tree: Tree, i: int) -> str:
    """The form of the word that carries the tense of ``i``."""
    return tree.group(i).form


def _soon(tree: Tree, i: int) -> tuple[int, int] | None:
    """The words of time that put a present into the future: "leaves tomorrow", "leaves on 3 June"."""
    word = lemma(tree.doc[i])
    if word in tree.lexicon.words("verbs", "stative") or tree.doc[i].pos_ != "VERB":
        return None
    frames = ("predicate", "infinitive", "clause", "object")
    effects = (tree.lexicon.effect(frame, word, plain(tree.doc[i].text)) for frame in frames)
    if any(effect is not None and effect.time == "later" for effect in effects):
        return None  # "is planned for June": what is planned is to come, planning it is not
    at = near(tree, i, tree.lexicon.words("times", "future"))
    return (at, at + 1) if at is not None else coming(tree, i)


def dated(tree: Tree, i: int) -> bool:
    """Is a day, a month or a deadline named for it?"""
    times = tree.lexicon.words("times", "date") | tree.lexicon.words("times", "deadline")
    return near(tree, i, times, 4) is not None or coming(tree, i) is not None


def stative(tree: Tree, i: int) -> bool:
    """Is it a state rather than an act?"""
    copular = bool(tree.children(i, "cop")) and tree.doc[i].pos_ not in VERBAL
    return copular or lemma(tree.doc[i]) in tree.lexicon.words("verbs", "stative")


def contrasted(tree: Tree, i: int) -> bool:
    """Is the act set against what came about instead ("could have …, but …")?"""
    return tree.any_word(tree.lexicon.words("inquiry", "contrast"), i, tree.end) is not None


def spoken_in_past(tree: Tree, i: int, classes: set[str] | None = None) -> bool:
    """Does the clause depend on a past verb of saying or thinking ("said it would")?"""
    for _ in range(6):
        place = tree.position(i)
        head = tree.governor(place)
        if head is None:
            return False
        label = tree.doc[place].dep_
        if label.startswith(("ccomp", "csubj", "acl", "xcomp", "obj", "advcl", "parataxis")) and head < place:
            known = tree.lexicon.effect("clause", lemma(tree.doc[head]))
            noun = tree.doc[head].pos_ == "NOUN" and tree.lexicon.effect("noun", lemma(tree.doc[head]))
            bare = not label.startswith("advcl") or not tree.introducers(place)
            if known and classes and known.name not in classes:
                return False
            if (known and bare and not label.startswith("acl") and _told(tree, head)) or (
                noun and tree.children(place, "mark")
            ):
                return True
        i = head
    return False


def _told(tree: Tree, head: int) -> bool:
    group = tree.group(head)
    return group.tense == "past" or group.form == "part"


def hypothetical(tree: Tree, i: int) -> bool:
    """Is a conditional said of something merely thought of: "cela serait", "un tel accord violerait"?"""
    lexicon = tree.lexicon
    for subject in tree.children(i, "nsubj"):
        if subject in tree.acts and not definite(tree, subject):
            return True  # « une offensive ferait des morts »
        if plain(tree.doc[subject].text) in lexicon.words("inquiry", "anaphora"):
            return True
        if any(
            plain(tree.doc[c].text) in lexicon.words("determiners", "hypothetical")
            for c in tree.children(subject)
        ):
            return True
        if tree.doc[subject].pos_ == "PROPN":
            return False
        if form(tree.doc[subject]) == "inf":
            return True
    return lemma(tree.doc[i]) in lexicon.words("verbs", "evaluative")


def french_conditional(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """Hearsay, the future of a past report, or what would follow; see the guidelines' rule 2."""
    mark = cue(group.carrier, group.carrier + 1, "conditional")
    if lemma(tree.doc[i]) in tree.lexicon.words("verbs", "wish"):
        return replace(state, tense="past" if group.perfect else "present")
    if hanging:
        return replace(state, tense=state.tense or "future").with_cue(mark)
    if group.perfect:
        return replace(state, certainty="probable", tense="past").with_cue(mark)
    if spoken_in_past(tree, i):
        return replace(state, tense="future").with_cue(cue(group.carrier, group.carrier + 1, "future"))
    if hypothetical(tree, i):
        return replace(state, certainty="possible", tense="future", conditional=True).with_cue(mark)
    future = (
        near(tree, i, tree.lexicon.words("times", "future") | tree.lexicon.words("times", "date")) is not None
    )
    return replace(state, certainty="probable", tense="future" if future else "present").with_cue(mark)


def _can(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """Possibility; denied it is a plain negation, and "aurait pu" against a fact is a counterfactual."""
    inner = complement(tree, i) if tree.lexicon.language == "fr" else i
    french = tree.lexicon.language == "fr"
    past_inner = french and inner is not None and tree.group(inner).perfect
    last = i if french and i - group.carrier <= 3 else group.carrier
    mark = cue(group.carrier, last + 1, "modal")
    perfect = group.perfect and (group.form == "cnd" if french else True)
    could = not french and plain(tree.doc[group.carrier].text) == "could"
    if perfect and (contrasted(tree, i) or hanging) and (french or could):
        flipped = replace(state, tense="past", negative=not hanging)
        return flipped.with_cue(cue(group.carrier, group.carrier + 1, "conditional"))
    past = state.tense == "past" or past_inner
    if french and group.perfect and group.form == "ind" and _resolved(tree, i, inner):
        return replace(state, tense="past")
    if negator(tree, i) is not None and group.modal != "may":
        return replace(state, tense="past" if past or could else "future").with_cue(mark)
    return replace(state, certainty="possible", modal=True, tense="past" if past else "future").with_cue(mark)


def _resolved(tree: Tree, i: int, inner: int | None) -> bool:
    """ "A enfin pu partir", "grâce à lui, elle a pu partir": it was done."""
    words = tree.lexicon.words("times", "resolved")
    heads = [i] if inner is None else [i, inner]
    if any(plain(tree.doc[c].text) in words for h in heads for c in tree.children(h, "advmod")):
        return True
    return any(m.end <= i for m in tree.marked("marks.thanks"))


def _must(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """A duty, an inference or an appointment."""
    del hanging
    french = tree.lexicon.language == "fr"
    inner = complement(tree, i) if french else i
    mark = cue(group.carrier, group.carrier + 1, "modal")
    inner_group = tree.group(inner) if inner is not None else group
    if french and group.perfect and group.form == "cnd":
        return replace(state, tense="past", negative=True).with_cue(cue(group.carrier, i + 1, "conditional"))
    inferred = inner_group.passive or (inner is not None and stative(tree, inner))
    if french and group.perfect:
        return (
            replace(state, certainty="probable").with_cue(mark) if inferred else replace(state, tense="past")
        )
    if inner_group.perfect:
        return replace(state, certainty="probable", tense="past").with_cue(mark)
    if not french and (group.progressive or stative(tree, i)):
        return replace(state, certainty="probable", tense="present").with_cue(mark)
    urged = near(tree, i, tree.lexicon.words("times", "demand"), 4) is not None
    where = inner if inner is not None else i
    appointed = french and group.tense != "future" and not urged
    if appointed and (dated(tree, i) or dated(tree, where) or group.tense == "past"):
        return replace(state, certainty="probable", tense="future").with_cue(mark)
    return replace(state, certainty="unknown", tense="future").with_cue(mark)


def _should(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """What is to be expected; "should have" did not happen."""
    del hanging
    mark = cue(group.carrier, group.carrier + 1, "modal")
    french = tree.lexicon.language == "fr"
    inner = complement(tree, i) if french else None
    if group.perfect and not french:
        return replace(state, tense="past", negative=True).with_cue(mark)
    past = inner is not None and tree.group(inner).perfect
    return replace(state, certainty="probable", tense="past" if past else "future").with_cue(mark)


def _will(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """The plain future."""
    del tree, i, hanging
    return replace(state, tense="future").with_cue(cue(group.carrier, group.carrier + 1, "future"))


def _would(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """English "would": a reported future, a wish, or what would follow."""
    mark = cue(group.carrier, group.carrier + 1, "conditional")
    if lemma(tree.doc[i]) in tree.lexicon.words("verbs", "wish"):
        return replace(state, tense="present")
    if hanging:
        return replace(state, tense="past" if group.perfect else "future").with_cue(mark)
    if group.perfect:
        return replace(state, tense="past", negative=True).with_cue(mark)
    if spoken_in_past(tree, i):
        return replace(state, tense="future").with_cue(cue(group.carrier, group.carrier + 1, "future"))
    if negator(tree, i) is not None and not hypothetical(tree, i):
        return replace(state, tense="past")  # "they would not comment": they refused to
    return replace(state, certainty="possible", tense="future", conditional=True).with_cue(mark)


def _going(tree: Tree, i: int, group: Group, state: State, hanging: bool) -> State:
    """The near future: "va partir"."""
    del tree, i, hanging
    return replace(state, tense="future").with_cue(cue(group.head, group.head + 1, "future"))


Reading = Callable[[Tree, int, Group, State, bool], State]
READINGS: dict[str, Reading] = {
    "can": _can,
    "may": _can,
    "must": _must,
    "should": _should,
    "will": _will,
    "would": _would,
    "going": _going,
}
