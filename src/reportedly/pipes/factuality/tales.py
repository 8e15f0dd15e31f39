"""What the words around a saying do to what is said: "false claims that", "wrongly said that", "rumours say that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.governors import attribute_effects, case_of, predicative
from reportedly.pipes.factuality.lexicon import Effect, effects, lemma, plain
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.signs import negator
from reportedly.pipes.factuality.state import State, govern
from reportedly.pipes.factuality.tree import Tree

#: Classes of adjectives that say something of what a noun tells: "unconfirmed reports that".
QUALIFYING = {"alleged", "denial", "falsehood", "presumed", "reported", "unconfirmed"}
#: Classes of verbs that vouch for a clause or leave it to its own words; how they say it counts.
VOUCHING = {"say", "belief", "confirm", "allegation"}
#: Classes of nouns for what is told or taken for a sign.
TELLING = {
    "accusation",
    "allegation",
    "belief",
    "concern",
    "confirm",
    "denial",
    "doubt",
    "evidence",
    "expect",
    "falsehood",
    "fear",
    "hope",
    "possible",
    "risk",
    "say",
    "suspect",
}


def content_clause(tree: Tree, i: int) -> bool:
    """Is a clause what its noun tells ("claims that he sold arms"), though the parser made a relative of it?"""
    if _according(tree, i):
        return True
    opener = first_opener(tree, i)
    if opener is None:
        return False
    if tree.doc[opener].pos_ == "SCONJ" or tree.doc[opener].dep_ == "mark":
        return True
    subjects = [c for c in tree.children(i, "nsubj") if c != opener]
    objects = [c for c in tree.children(i, "obj") if c != opener]
    return tree.lexicon.language == "en" and bool(subjects and objects)


def first_opener(tree: Tree, i: int) -> int | None:
    """The "that" that opens a clause."""
    words = tree.lexicon.words("marks", "complementisers")
    return next((c for c in tree.children(i) if c < i and plain(tree.doc[c].text) in words), None)


def _according(tree: Tree, i: int) -> bool:
    """ "Selon laquelle", "according to which": what follows is what the noun before tells."""
    words = tree.lexicon.words("marks", "which")
    pronouns = {c for c in tree.children(i) if c < i and plain(tree.doc[c].text) in words}
    return bool(pronouns) and any(m.end in pronouns for m in tree.marked_before(i, "marks.attribution"))


def teller(tree: Tree, i: int, governor: int) -> int | None:
    """The noun that tells a clause which the parser hung on its verb: "no proof has emerged that"."""
    opener = first_opener(tree, i)
    if (
        opener is None
        or opener <= tree.start
        or not tree.doc[i].dep_.startswith(("ccomp", "advcl", "acl", "xcomp"))
    ):
        return None
    nearest = [opener - 1] if tree.governor(opener - 1) == governor else []
    idle = tree.lexicon.effect("clause", lemma(tree.doc[governor])) is None
    subjects = tree.children(governor, "nsubj") if idle else []
    return next((c for c in (*nearest, *subjects) if c < i and _tells(tree, c)), None)


def _tells(tree: Tree, c: int) -> bool:
    effect = tree.lexicon.effect("noun", lemma(tree.doc[c])) if tree.doc[c].pos_ == "NOUN" else None
    return effect is not None and effect.name in TELLING


def qualified(tree: Tree, noun: int, state: State) -> State:
    """The state of what a noun tells, after its adjectives: "unconfirmed reports that", "false claims that"."""
    for word, effect in _qualities(tree, noun):
        negative = _negated(tree, word)
        quality = effects()["unconfirmed"] if effect.name == "confirm" and negative else effect
        if quality is effect and (negative or effect.name not in QUALIFYING):
            continue
        state = _judged(state, quality).with_cue(cue(word, word + 1, quality.cue or "hedge"))
    return state


def _qualities(tree: Tree, noun: int) -> Iterator[tuple[int, Effect]]:
    yield from attribute_effects(tree, noun)
    for c in tree.children(noun, "amod", "acl", "compound"):
        if untrue(tree, c):
            yield c, effects()["falsehood"]


def _negated(tree: Tree, word: int) -> bool:
    words = tree.lexicon.words("negation", "prefix")
    return (word > tree.start and plain(tree.doc[word - 1].text) in words) or negator(tree, word) is not None


def _judged(state: State, effect: Effect) -> State:
    if effect.affirmed in {"-certain", "denied"} and state.certainty != "certain":
        # Whatever the clause's own words hedge, it is called untrue as a whole.
        state = replace(state, certainty="certain", modal=False)
    return govern(state, State(), effect)


def mannered(tree: Tree, verb: int, state: State) -> State:
    """The state of what is said, by how and by what it is said: "wrongly said that", "rumours say that"."""
    for c in tree.children(verb, "advmod", "obl"):
        effect = _manner(tree, verb, c)
        if effect is not None and effect.cue:
            start = next(iter(tree.children(c, "case")), c)
            state = _judged(state, effect).with_cue(cue(min(start, c), c + 1, effect.cue))
    return rumoured(tree, verb, state)


def _manner(tree: Tree, verb: int, c: int) -> Effect | None:
    word, case = plain(tree.doc[c].text), case_of(tree, c)
    keys = (
        word,
        f"{case} {word}",
        tree.said(tree.doc[c].left_edge.i, tree.doc[c].right_edge.i + 1),
    )
    if found := tree.lexicon.effect("manner", *keys):
        return found
    return tree.lexicon.effect("revised", *keys) if _revised(tree, verb) else None


def _revised(tree: Tree, verb: int) -> bool:
    """Does "but" follow a report, so that something else came of it?"""
    return tree.any_word(tree.lexicon.words("inquiry", "contrast"), verb, tree.end) is not None


def rumoured(tree: Tree, verb: int, state: State) -> State:
    """What rumours say is no surer than they are."""
    for c in tree.children(verb, "nsubj"):
        if tree.doc[c].pos_ != "NOUN":
            continue
        effect = tree.lexicon.effect("noun", lemma(tree.doc[c]))
        if effect is not None and effect.name == "allegation":
            state = state.at_most("possible").with_cue(cue(c, c + 1, "hedge"))
        if effect is not None and effect.name == "falsehood":
            state = _judged(state, effect).with_cue(cue(c, c + 1, "negation"))
        if old := _superseded(tree, c):
            state = state.at_most("possible").with_cue(old)
        state = qualified(tree, c, state)
    return state


def _superseded(tree: Tree, noun: int) -> VerdictCue | None:
    """ "An earlier version of this article": what it said has been put right since."""
    if lemma(tree.doc[noun]) not in tree.lexicon.words("nouns", "superseded"):
        return None
    found = (w for w, effect in attribute_effects(tree, noun) if effect.name == "recent")
    word = next(found, None)
    return None if word is None else cue(word, word + 1, "hedge")


def fancied(tree: Tree, i: int, state: State) -> State:
    """ "In the novel, the army bombs the capital": told, and never done."""
    nouns, within = tree.lexicon.words("nouns", "fictional"), tree.lexicon.words("links", "within")
    for c in tree.children(i, "obl"):
        if lemma(tree.doc[c]) in nouns and case_of(tree, c) in within:
            return replace(state, certainty="unknown").with_cue(cue(c, c + 1, "hedge"))
    return state


def scant(tree: Tree, i: int) -> int | None:
    """The word of "little evidence", « peu d'éléments »: no sign by which anything could be told."""
    words = tree.lexicon.words("negation", "scant")
    frame = "noun" if tree.doc[i].pos_ == "NOUN" else "clause"
    effect = tree.lexicon.effect(frame, lemma(tree.doc[i]))
    if effect is None or effect.name not in {"evidence", "confirm"}:
        return None
    first = min((tree.doc[c].left_edge.i for c in tree.children(i, "nsubj")), default=i)
    near = range(first, first + 1) if frame == "clause" else range(max(tree.start, i - 3), i)
    scarce = (t for t in near if plain(tree.doc[t].text) in words)
    return next((t for t in scarce if tree.doc[t].pos_ in {"ADJ", "ADV", "DET"}), None)


def condemned(tree: Tree, noun: int, governor: int) -> Effect | None:
    """What is said of a tale: "the claim that he left is false"; "called the claim that he left a lie"."""
    if tree.doc[tree.position(noun)].dep_.startswith("nsubj") and untrue(tree, governor):
        return effects()["falsehood"]
    beside = (
        c for c in tree.children(governor, "xcomp", "obj", "obl", "advcl", "amod", "acl", "appos", "nsubj")
    )
    return effects()["denial"] if any(c != noun and untrue(tree, c) for c in beside) else None


def untrue(tree: Tree, i: int) -> bool:
    """Does a word call something untrue: "false", "baseless", "a lie"?"""
    known = (tree.lexicon.effect("predicate", *tree.keys(i)), tree.lexicon.effect("noun", lemma(tree.doc[i])))
    named = any(effect is not None and effect.name == "falsehood" for effect in known)
    return named and tree.doc[i].pos_ in {"ADJ", "NOUN", "VERB"}


def accused(tree: Tree, governor: int) -> Effect | None:
    """ "Are accused of", « est inculpé d'avoir »: without an accuser, no more than a suspicion."""
    agents = tree.children(governor, "obl:agent", "obl:by")
    by = [
        c for c in tree.children(governor, "obl") if case_of(tree, c) in tree.lexicon.words("links", "agent")
    ]
    return effects()["suspect"] if predicative(tree, governor) and not agents and not by else None


def untrue_tales(tree: Tree) -> tuple[tuple[range, VerdictCue], ...]:
    """Where the words of a sentence tell what it calls untrue, by order alone: trees of such sentences are often wrong.

    "Reports that | … | were untrue", "called « fanciful » the report that | …".
    """
    found = []
    openers = tree.lexicon.words("marks", "which") | tree.lexicon.words("marks", "complementisers")
    for opener in (i for i, word in enumerate(tree.words, tree.start) if word in openers and i > tree.start):
        if not _opens_tale(tree, opener):
            continue
        stop = next((t for t in range(opener + 1, tree.end) if tree.doc[t].text in {";", "."}), tree.end)
        called = _called(tree, opener)
        after = (t for t in range(opener + 1, stop) if untrue(tree, t))
        mark = next((t for t in after if called or _predicated(tree, t)), None)
        before = range(max(tree.start, opener - 6), opener - 1)
        mark = mark or next((t for t in before if untrue(tree, t)), None)
        if mark is not None:
            span = range(opener + 1, mark if mark > opener else stop)
            found.append((span, cue(mark, mark + 1, "negation")))
    return tuple(found)


def _called(tree: Tree, opener: int) -> bool:
    """Does a verb of naming stand before a tale: "called the claim that … a lie"?"""
    verbs = tree.lexicon.words("verbs", "naming")
    return any(lemma(tree.doc[t]) in verbs for t in range(max(tree.start, opener - 5), opener - 1))


def _opens_tale(tree: Tree, i: int) -> bool:
    """Does a word open what the noun right before it tells: "reports | that", "l'information selon | laquelle"?"""
    words = tree.lexicon.words("marks", "which")
    if plain(tree.doc[i].text) in words:
        before = next((m.start for m in tree.marked("marks.attribution") if m.end == i), None)
        return before is not None and before > tree.start and _named(tree, before - 1)
    return plain(tree.doc[i].text) in tree.lexicon.words("marks", "complementisers") and _named(tree, i - 1)


def _named(tree: Tree, i: int) -> bool:
    return tree.doc[i].text.lower() != "that" and (
        _tells(tree, i) or lemma(tree.doc[i]) in tree.lexicon.words("nouns", "content")
    )


def _predicated(tree: Tree, i: int) -> bool:
    """Does a form of "be" or "prove" stand right before an adjective, adverbs aside?"""
    words = tree.lexicon.words("verbs", "proving")
    near = range(max(tree.start, i - 3), i)
    return tree.doc[i].pos_ == "ADJ" and any(lemma(tree.doc[t]) in words for t in near)
