"""What the words around a saying do to what is said: "false claims that", "wrongly said that", "rumours say that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
TELLING = {"allegation", "accusation", "say", "suspect", "belief", "evidence", "confirm", "denial"}


def content_clause(tree: Tree, i: int) -> bool:
    """Is a clause what its noun tells ("claims that he sold arms"), though the parser made a relative of it?"""
    if _according(tree, i):
        return True
    opener = _opener(tree, i)
    if opener is None:
        return False
    if tree.doc[opener].pos_ == "SCONJ" or tree.doc[opener].dep_ == "mark":
        return True
    subjects = [c for c in tree.children(i, "nsubj") if c != opener]
    objects = [c for c in tree.children(i, "obj") if c != opener]
    return tree.lexicon.language == "en" and bool(subjects and objects)


def _opener(tree: Tree, i: int) -> int | None:
    words = tree.lexicon.words("marks", "complementisers")
    return next((c for c in tree.children(i) if c < i and plain(tree.doc[c].text) in words), None)


def _according(tree: Tree, i: int) -> bool:
    """ "Selon laquelle", "according to which": what follows is what the noun before tells."""
    words = tree.lexicon.words("marks", "which")
    pronouns = {c for c in tree.children(i) if c < i and plain(tree.doc[c].text) in words}
    return bool(pronouns) and any(m.end in pronouns for m in tree.marked_before(i, "marks.attribution"))


def teller(tree: Tree, i: int, governor: int) -> int | None:
    """The noun that tells a clause which the parser hung on its verb: "no proof has emerged that"."""
    opener = _opener(tree, i)
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
    for c in tree.children(noun, "amod", "acl"):
        effect = tree.lexicon.effect("predicate", *tree.keys(c))
        if effect is not None and effect.name == "falsehood":
            yield c, effect


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
        plain(tree.doc.span(tree.doc[c].left_edge.i, tree.doc[c].right_edge.i + 1).text),
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
        effect = tree.lexicon.effect("noun", lemma(tree.doc[c])) if tree.doc[c].pos_ == "NOUN" else None
        if effect is not None and effect.name == "allegation":
            return state.at_most("possible").with_cue(cue(c, c + 1, "hedge"))
    return state


def condemned(tree: Tree, noun: int, governor: int) -> Effect | None:
    """What is said of a tale as its predicate: "the claim that he left is false", « l'information est fausse »."""
    if not tree.doc[tree.position(noun)].dep_.startswith("nsubj") or not predicative(tree, governor):
        return None
    effect = tree.lexicon.effect("predicate", *tree.keys(governor))
    return effect if effect is not None and effect.name == "falsehood" else None


def accused(tree: Tree, governor: int) -> Effect | None:
    """ "Are accused of", « est inculpé d'avoir »: without an accuser, no more than a suspicion."""
    agents = tree.children(governor, "obl:agent", "obl:by")
    by = [
        c for c in tree.children(governor, "obl") if case_of(tree, c) in tree.lexicon.words("links", "agent")
    ]
    return effects()["suspect"] if predicative(tree, governor) and not agents and not by else None
