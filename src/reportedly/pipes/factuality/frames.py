"""Where an act's clause stands, and which word governs it there."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.conditions import asks, introduced
from reportedly.pipes.factuality.governors import clause_effect, marker_before, phrasal, with_marks
from reportedly.pipes.factuality.lexicon import Effect, lemma, plain
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.signs import contrasted
from reportedly.pipes.factuality.tales import content_clause
from reportedly.pipes.factuality.tense import Group, form
from reportedly.pipes.factuality.tree import Tree

FINITE = {"ind", "cnd", "sub"}


@dataclass(frozen=True, slots=True)
class Clause:
    """An act's clause in its place: ``place`` is its first conjunct, ``label`` that one's dependency."""

    tree: Tree
    i: int
    place: int
    group: Group
    label: str


def clause(tree: Tree, i: int) -> Clause:
    """The clause of token ``i``."""
    place = tree.position(i)
    return Clause(tree, i, place, tree.group(i), tree.doc[place].dep_)


def relative(here: Clause) -> bool:
    """A relative clause; "doubts that he left" is none, whatever the parser says."""
    return here.label.startswith("acl:relcl") and not content_clause(here.tree, here.place)


def whether(here: Clause) -> VerdictCue | None:
    """ "Whether", which always asks; "if" and "si" ask only under some verbs."""
    tree = here.tree
    introducers = tree.introducers(here.place)
    if not introducers:
        return None
    words = tree.lexicon.words("marks", "whether") - tree.lexicon.words("conditions", "clause")
    if here.i != here.place and contrasted(tree, here.i):
        return None
    at = next((m for m in introducers if plain(tree.doc[m].text) in words), None)
    return None if at is None else cue(at, at + 1, "question")


def effect_on(here: Clause, governor: int) -> Effect | None:
    """The class under which a governing word holds a clause; None where the clause merely stands beside it."""
    tree, i = here.tree, here.place
    if question := _asked(tree, i, governor):
        return question
    if here.label.startswith("parataxis") or relative(here) or _aside(here, governor):
        return None
    if marker_before(tree, i, "marks.absence", "marks.before"):
        # « Est allé jusqu'à accuser »: the verb asks for it.
        return tree.lexicon.effect("infinitive", *with_marks(tree, governor, tree.introducers(i)))
    effect = clause_effect(tree, i, here.group, governor)
    purpose = marker_before(tree, i, "marks.purpose")
    if purpose and effect and plain(tree.doc[purpose.start].text) != "to":
        marked = tree.lexicon.effect("infinitive", *with_marks(tree, governor, tree.introducers(i)))
        return effect if effect in {marked, tree.lexicon.effect("predicate", *tree.keys(governor))} else None
    return effect


def _aside(here: Clause, governor: int) -> bool:
    """Is the clause an adverbial or a participle that its governor does not ask for?"""
    tree, i = here.tree, here.place
    shape = here.group.form
    cases = tree.introducers(i)
    if shape == "part" and here.label.startswith(("acl", "advcl", "amod")):
        return not cases and not _follows(here, governor)
    if not here.label.startswith("advcl") or here.label == "advcl:cleft":
        return False
    return shape in FINITE or bool(tree.children(governor, "xcomp", "ccomp"))


def _follows(here: Clause, governor: int) -> bool:
    """Does a gerund stand right behind a verb and the particle that asks for it: "ruled out sending"?"""
    first = min(here.group.parts, default=here.place)
    asked = here.tree.lexicon.effect("gerund", *phrasal(here.tree, governor))
    return asked is not None and governor < first <= governor + 3


def _asked(tree: Tree, i: int, governor: int) -> Effect | None:
    """The class of a verb that asks, where "si" or "whether" opens the clause."""
    for marker in tree.marked_before(i, "conditions.clause", "marks.whether"):
        single = marker.end - marker.start == 1 and marker.end <= i
        if single and introduced(tree, marker, verbal=True) == i and asks(tree, marker, i):
            whether = tree.lexicon.effect("whether", lemma(tree.doc[governor]))
            return whether or tree.lexicon.effect("predicate", *tree.keys(governor))
    return None


def nearby(here: Clause, governor: int | None) -> tuple[int, Effect] | None:
    """The word before an infinitive or gerund that the parser hung elsewhere: "intends to …", "avoids …ing"."""
    tree = here.tree
    gerund = _stray_gerund(here)
    first = here.place if gerund else _opening(here)
    if first is None or first <= tree.start:
        return None
    word = first - 1
    if word == governor or tree.doc[word].pos_ not in {"VERB", "ADJ", "NOUN"}:
        return None
    if gerund and tree.doc[word].pos_ == "NOUN":
        effect = tree.lexicon.effect("gerund", lemma(tree.doc[word]))
    else:
        effect = clause_effect(tree, here.place, here.group, word)
    return (word, effect) if effect else None


def _stray_gerund(here: Clause) -> bool:
    loose = here.label.startswith(("amod", "acl", "ROOT", "xcomp"))
    return here.group.form == "part" and loose and not here.tree.introducers(here.place)


def _opening(here: Clause) -> int | None:
    """The first token of an infinitive with its mark, its clitics or its auxiliary; None for what is none."""
    tree, group, i = here.tree, here.group, here.place
    purpose = marker_before(tree, i, "marks.purpose")
    if purpose and plain(tree.doc[purpose.start].text) != "to":
        return None
    if form(tree.doc[i]) != "inf" and group.form != "inf":
        return None
    marks = tree.introducers(i)
    if marks:
        return marks[0]
    first = group.carrier if group.form == "inf" else i
    while first > tree.start and _leans(tree, first - 1):
        first -= 1
    return first


def _leans(tree: Tree, i: int) -> bool:
    """Is a token a clitic, "ne" or the mark of the infinitive after it?"""
    token = tree.doc[i]
    if plain(token.text) in tree.lexicon.words("negation", "half") or plain(token.text) == "to":
        return True
    return token.pos_ == "PRON" and token.dep_.startswith(("expl", "obj", "iobj", "obl")) and len(token) <= 3
