"""Which class of word governs an act, by the frame that it stands in."""

from __future__ import annotations

from reportedly.pipes.factuality.lexicon import Effect, lemma, plain, verbs
from reportedly.pipes.factuality.tense import Group
from reportedly.pipes.factuality.tree import VERBAL, Marker, Tree

GERUND = "ing"
#: Words that make a phrasal verb with the verb before them.
PARTICLES = {"ADP", "ADV", "PART", "SCONJ"}
#: Classes whose verbs want "to", never a bare gerund.
TO_ONLY = {"demand", "cause", "enable", "hope", "plan", "refuse"}
#: Classes of verbs whose object may do what an infinitive says.
CONTROL = {
    "stop",
    "demand",
    "cause",
    "enable",
    "fail",
    "refuse",
    "accusation",
    "suspect",
    "risk",
    "expect",
    "consider",
}
#: Classes whose nouns say nothing of a noun beside them: "the time of the attack", "reasons for the strike".
CLAUSES_ONLY = {"evaluation", "duty", "question", "seem", "belief", "fiction", "manage", "factive"}


def phrasal(tree: Tree, i: int) -> tuple[str, ...]:
    """What a verb and the words behind it may be called together, longest first: "back out of", "back out"."""
    word, found = lemma(tree.doc[i]), []
    after = list(range(i + 1, min(i + 3, tree.end)))
    for size in (2, 1):
        words = after[:size]
        if len(words) == size and all(tree.doc[t].pos_ in PARTICLES for t in words):
            found.append(" ".join([word, *(plain(tree.doc[t].text) for t in words)]))
    found += [f"{word} {plain(tree.doc[c].text)}" for c in tree.children(i, "compound:prt")]
    return tuple(found)


def group_span(tree: Tree, i: int) -> tuple[int, int]:
    """A governing verb with its auxiliaries, where they are near, and the words that it is phrasal with."""
    first = min(tree.group(i).parts, default=i)
    known = (key for key in phrasal(tree, i) if key in tree.lexicon.phrasal)
    size = len(next(known, "").split())
    return (first if 0 < i - first <= 4 else i), i + max(size, 1)


def phrasal_effect(tree: Tree, i: int, governor: int) -> tuple[int, Effect] | None:
    """The verb of a phrase that says whether the act was done, with its class: "had the courage to", "a jugé bon de".

    After Karttunen ("Simple and phrasal implicatives", 2012).
    """
    above = tree.governor(tree.position(governor))
    if tree.doc[governor].pos_ in VERBAL:
        pairs = [(governor, c) for c in tree.children(governor, "obj", "xcomp", "obl", "advmod") if c < i]
    else:
        pairs = [(above, governor)] if above is not None and above < governor else []
    for verb, noun in pairs:
        if noun != i and (
            effect := tree.lexicon.effect("phrasal", f"{lemma(tree.doc[verb])} {lemma(tree.doc[noun])}")
        ):
            return verb, effect
    return None


def marker_before(tree: Tree, i: int, *names: str) -> Marker | None:
    """The marker of a kind that introduces token ``i``: its last word, or all of it, hangs on the verb group."""
    markers = tree.marked_before(i, *names)
    if not markers:
        return None
    own = {i, *tree.children(i, "aux", "cop")}
    introducers = tree.introducers(i)
    for marker in markers:
        inside = range(marker.start, marker.end)
        owners = {tree.governor(t) for t in inside} - set(inside)
        if marker.end - 1 in introducers or (owners and owners <= own):
            return marker
    return None


def phrase_before(tree: Tree, i: int) -> Marker | None:
    """A phrase such as "sur le point de" that leads into token ``i``, with function words between at most."""
    for marker in tree.marked_before(i, "phrase"):
        between = range(marker.end, i)
        if i - marker.end <= 4 and all(_light(tree, b, i) for b in between):
            return marker
    return None


def _light(tree: Tree, b: int, i: int) -> bool:
    return tree.doc[b].pos_ in {"PRON", "AUX", "ADV", "PART", "DET", "ADP"} or tree.governor(b) == i


def clause_effect(tree: Tree, i: int, group: Group, governor: int) -> Effect | None:
    """The class of the word that governs a clause or infinitive headed by ``i``."""
    lexicon, token = tree.lexicon, tree.doc[governor]
    if predicative(tree, governor) and (effect := lexicon.effect("predicate", *tree.keys(governor))):
        return effect
    if token.pos_ in {"NOUN", "PROPN"} and not tree.verblike(governor):
        return lexicon.effect("noun", lemma(token))
    return _verb_effect(tree, i, group, governor)


def _verb_effect(tree: Tree, i: int, group: Group, governor: int) -> Effect | None:
    lexicon, marks = tree.lexicon, tree.introducers(i)
    words = (
        *_let(tree, governor),
        *phrasal(tree, governor),
        *with_marks(tree, governor, marks),
        *verbs(tree.doc[governor]),
    )
    bare = not marks
    if not (tree.doc[governor].pos_ in VERBAL or _misread(tree, governor)) or ("have" in words and bare):
        return None
    gerund = group.form == "part" and plain(tree.doc[group.carrier].text).endswith(GERUND)
    effect = next(
        (e for frame in _frames(group, gerund=gerund) if (e := lexicon.effect(frame, *words))), None
    )
    raised = group.form == "inf" and marks == [governor + 1] and lemma(tree.doc[governor])
    if raised and raised in lexicon.words("verbs", "raised"):
        return lexicon.effect("predicate", *tree.keys(governor))  # "people said to be spies"
    if gerund and bare and effect and effect.name in TO_ONLY and not lexicon.effect("gerund", *words):
        return None
    return effect


def _let(tree: Tree, governor: int) -> tuple[str, ...]:
    """A verb with the infinitive before or under it, or a phrase: « laisse penser », « met en doute »."""
    above, verb = tree.governor(governor), lemma(tree.doc[governor])
    beside = (tree.doc[c] for c in tree.children(governor, "obl", "advmod") if c > governor)
    short = (c for c in beside if c.right_edge.i - c.i < 3)
    phrases = [f"{verb} {tree.said(c.left_edge.i, c.right_edge.i + 1)}" for c in short]
    around = [(governor, c) for c in tree.children(governor, "xcomp")]
    around += [(above, governor)] if above is not None and tree.doc[governor].dep_.startswith("xcomp") else []
    return (*phrases, *(f"{lemma(tree.doc[one])} {lemma(tree.doc[inner])}" for one, inner in around))


def with_marks(tree: Tree, governor: int, marks: list[int]) -> tuple[str, ...]:
    """The verb with what introduces the clause behind it: "keep from", "passer pour"."""
    return tuple(f"{lemma(tree.doc[governor])} {plain(tree.doc[m].text)}" for m in marks if m > governor)


def _frames(group: Group, *, gerund: bool) -> tuple[str, ...]:
    """The frames that a clause of this form may fill, best first."""
    if group.form in {"ind", "cnd", "sub"}:
        return ("clause",)
    if gerund:
        return ("gerund", "infinitive", "clause")
    return ("clause", "infinitive") if group.form == "inf" and group.perfect else ("infinitive", "clause")


def _misread(tree: Tree, i: int) -> bool:
    """Is a word tagged as an adjective or noun the verb of its clause?"""
    return tree.verblike(i) or (tree.doc[i].pos_ == "ADJ" and not tree.children(i, "cop", "det"))


def controlled_effect(tree: Tree, i: int, group: Group, noun: int) -> tuple[int, Effect] | None:
    """The verb whose object the parser hung the infinitive on: "a forcé l'armée à reculer", with its class."""
    verb = tree.governor(tree.position(noun))
    if verb is None or not tree.introducers(i) or not verb < noun < i:
        return None
    if tree.doc[verb].pos_ not in VERBAL and not _misread(tree, verb):
        return None
    if not tree.doc[tree.position(noun)].dep_.startswith(("obj", "iobj", "obl", "nsubj", "nmod")):
        return None
    effect = clause_effect(tree, i, group, verb)
    return (verb, effect) if effect and effect.name in CONTROL else None


def predicative(tree: Tree, i: int) -> bool:
    """Does the token describe its subject or noun, as an adjective, a passive or a bare participle?"""
    token = tree.doc[i]
    if token.pos_ == "ADJ" or (token.pos_ in {"ADV", "NOUN"} and tree.children(i, "cop")):
        return True
    if not tree.is_participle(i):
        return False
    group = tree.group(i)
    if tree.lexicon.language == "fr":
        return not group.perfect or any(
            plain(tree.doc[p].text) in tree.lexicon.words("links", "been") for p in group.parts
        )
    return group.passive or group.progressive


def noun_effect(tree: Tree, i: int, governor: int) -> Effect | None:
    """The class of the word that governs the event noun ``i``."""
    lexicon, token = tree.lexicon, tree.doc[governor]
    label = tree.doc[tree.position(i)].dep_
    case = case_of(tree, i)
    if token.pos_ in {"NOUN", "PROPN"} and not label.startswith("nsubj"):
        if effect := lexicon.effect("noun", f"{lemma(token)} {_uncontracted(tree, case)}"):
            return effect
        linked = label.startswith("compound") or (
            case in tree.lexicon.words("links", "objects") or case is None
        )
        effect = lexicon.effect("noun", lemma(token)) if linked else None
        return None if effect and effect.name in CLAUSES_ONLY else effect
    if (
        label.startswith("obl")
        and predicative(tree, governor)
        and case in lexicon.words("links", "objects") | lexicon.words("links", "purpose")
    ):
        effect = lexicon.effect("predicate", *tree.keys(governor))
        if effect and effect.name in {"ready", "expect", "plan", "consider", "concern", "fear"}:
            return effect
    together = lexicon.effect("object", *phrasal(tree, governor), *_with_object(tree, governor, case))
    if together and label.startswith(("obj", "obl", "nsubj:pass")):
        return together
    oblique = case and label.startswith(("obl", "nmod"))
    if oblique and (effect := lexicon.effect("object", f"{lemma(token)} {_uncontracted(tree, case)}")):
        return effect
    return object_effect(tree, governor) if _affected(tree, label, case, governor) else None


def _with_object(tree: Tree, governor: int, case: str | None) -> tuple[str, ...]:
    """A verb with its bare complement and what follows that: « faire état de », « mettre en garde contre »."""
    bare = (c for c in tree.children(governor, "obj", "obl") if not tree.children(c, "det"))
    phrases = ([governor, *tree.children(c, "case"), c] for c in bare)
    ends = (_uncontracted(tree, case) or "",)
    return tuple(
        " ".join([lemma(tree.doc[verb]), *(plain(tree.doc[t].text) for t in words), *ends])
        for verb, *words in phrases
    )


def object_effect(tree: Tree, governor: int) -> Effect | None:
    """The class of a verb with an event noun as its object."""
    word = lemma(tree.doc[governor])
    if effect := tree.lexicon.effect("object", word):
        return effect
    effects = (tree.lexicon.effect(frame, word) for frame in ("infinitive", "clause"))
    return next((e for e in effects if e and e.nouns), None)


def content_effect(tree: Tree, noun: int, governor: int) -> Effect | None:
    """What is said of a claim itself: "rejects claims that …", "confirms reports of …"."""
    label, case = tree.doc[tree.position(noun)].dep_, _uncontracted(tree, case_of(tree, noun))
    if effect := tree.lexicon.effect("content", f"{lemma(tree.doc[governor])} {case}"):
        return effect
    if not _affected(tree, label, case_of(tree, noun), governor):
        return None
    words = (*phrasal(tree, governor), lemma(tree.doc[governor]))
    frames = ("content", "object", "clause")
    effect = next((e for frame in frames if (e := tree.lexicon.effect(frame, *words))), None)
    return (
        effect if effect and effect.name in {"denial", "confirm", "doubt", "exclusion", "factive"} else None
    )


def undoing_effect(tree: Tree, noun: int, governor: int) -> Effect | None:
    """What undoes a plan, an offer or a request: "dropped its plan to", "rejected the offer to"."""
    label = tree.doc[tree.position(noun)].dep_
    if not _affected(tree, label, case_of(tree, noun), governor):
        return None
    keys = (*phrasal(tree, governor), lemma(tree.doc[governor]))
    frames = ("content", "object", "infinitive")
    effect = next((e for frame in frames if (e := tree.lexicon.effect(frame, *keys))), None)
    return effect if effect and effect.name in {"denial", "fail", "refuse", "exclusion"} else None


def _affected(tree: Tree, label: str, case: str | None, governor: int) -> bool:
    if label.startswith(("obj", "nsubj:pass", "iobj", "xcomp", "ccomp")):
        return True
    if label.startswith("nsubj"):
        return tree.lexicon.language == "fr" and tree.group(governor).passive
    return (
        label.startswith(("obl", "nmod"))
        and case in tree.lexicon.words("links", "objects")
        and not label.endswith(("agent", "tmod"))
    )


def _uncontracted(tree: Tree, case: str | None) -> str | None:
    """A preposition as the lexicon writes it: "du" is "de"."""
    pairs = (entry.split(":") for entry in tree.lexicon.words("links", "contracted"))
    return dict(pairs).get(case or "", case)


def case_of(tree: Tree, i: int) -> str | None:
    """The preposition before a noun."""
    first = next(iter(tree.children(tree.position(i), "case")), None)
    return plain(tree.doc[first].text) if first is not None else None


def attribute_effects(tree: Tree, i: int) -> list[tuple[int, Effect]]:
    """The adjectives and participles that say how far an event noun holds, with their classes."""
    found = []
    for c in tree.children(i):
        if not (
            tree.doc[c].dep_.startswith(("amod", "acl", "appos", "compound")) or tree.doc[c].pos_ == "ADJ"
        ):
            continue
        if tree.children(c, "xcomp", "ccomp", "mark") or tree.doc[c].dep_.startswith("acl:relcl"):
            continue
        if tree.is_participle(c) and (effect := tree.lexicon.effect("attribute", *tree.keys(c))):
            found.append((c, effect))
    return found
