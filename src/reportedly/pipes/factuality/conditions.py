"""Conditions and what depends on them: if-clauses, inversions, "en cas de", "sans" with a conditional."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.factuality.lexicon import lemma, plain
from reportedly.pipes.factuality.tree import VERBAL, Marker, Tree

INVERTED = {"had", "should", "were"}
#: Classes whose own act is done however the condition turns out: threatening, promising, saying.
UNAFFECTED = {
    "say",
    "threaten",
    "plan",
    "consider",
    "hope",
    "demand",
    "fear",
    "belief",
    "factive",
    "confirm",
    "expect",
}
MAIN = ("parataxis", "ccomp", "conj", "advcl", "xcomp", "csubj")


@dataclass(frozen=True, slots=True)
class Condition:
    """Tokens ``[start, end)`` that set the condition, its head and what hangs on it.

    ``kind``: ``open``, ``counterfactual`` or ``absence`` (sans, without); ``unreal``: an absence that was none.
    """

    start: int
    end: int
    antecedent: int
    consequents: tuple[int, ...]
    kind: str
    unreal: bool = False


def conditions(tree: Tree) -> tuple[Condition, ...]:
    """The conditions of a sentence."""
    found = [*_marked(tree), *_absences(tree)]
    if tree.lexicon.language == "en":
        found += _inversions(tree)
    return tuple(found)


def _marked(tree: Tree) -> Iterator[Condition]:
    exempt = tree.marked("conditions.concessive", "conditions.comparison")
    done: set[int] = set()
    for marker in tree.marked("conditions.clause", "conditions.noun"):
        covered = any(m.start <= marker.start < m.end for m in exempt) or marker.start in done
        if covered or not _subordinates(tree, marker):
            continue
        antecedent = introduced(tree, marker, verbal=marker.sequence.name == "conditions.clause")
        if antecedent is None or asks(tree, marker, antecedent):
            continue
        done.update(range(marker.start, marker.end))
        main = _main(tree, antecedent, marker)
        kind = "counterfactual" if tree.group(antecedent).pluperfect else "open"
        yield Condition(marker.start, marker.end, antecedent, _consequents(tree, main, antecedent), kind)


def _subordinates(tree: Tree, marker: Marker) -> bool:
    """Is a one-word marker a conjunction or preposition here? ("si grand", "s'est", "provided arms" are not.)"""
    token = tree.doc[marker.start]
    if marker.end - marker.start > 1:
        return True
    if plain(token.text) == "s'":
        return (
            marker.end < tree.end
            and plain(tree.doc[marker.end].text) in {"il", "ils"}
            and token.pos_ == "SCONJ"
        )
    return token.dep_ in {"mark", "case"} or token.pos_ in {"SCONJ", "ADP"}


def introduced(tree: Tree, marker: Marker, *, verbal: bool) -> int | None:
    """The head of what a marker introduces."""
    head: int | None = tree.governor(marker.end - 1)
    while head is not None and marker.start <= head < marker.end:
        head = tree.governor(head)
    if head is not None and head >= marker.end and (not verbal or _predicative(tree, head)):
        return head
    wanted = VERBAL if verbal else {"NOUN", "PROPN", *VERBAL}
    return next(
        (i for i in range(marker.end, tree.end) if tree.doc[i].pos_ in wanted and _content(tree, i)), None
    )


def _content(tree: Tree, i: int) -> bool:
    return not tree.doc[i].dep_.startswith(("aux", "cop"))


def _predicative(tree: Tree, i: int) -> bool:
    return tree.doc[i].pos_ in VERBAL or bool(tree.children(i, "cop", "nsubj"))


def asks(tree: Tree, marker: Marker, clause: int) -> bool:
    """Is "si" or "if" an indirect question: the complement of a verb of asking or knowing?"""
    words = tree.lexicon.words("marks", "whether")
    if plain(tree.doc[marker.start].text) not in words or marker.end - marker.start > 1:
        return False
    head = tree.governor(tree.position(clause))
    if head is None or head > marker.start:
        return False
    effect = tree.lexicon.effect("whether", lemma(tree.doc[head])) or tree.lexicon.effect(
        "predicate", *tree.keys(head)
    )
    direct = tree.doc[clause].dep_.startswith(("ccomp", "xcomp", "obj")) or marker.start - head <= 2
    known = effect is not None and effect.name == "question"
    return known and direct and tree.doc[marker.start - 1].text != ","


def _main(tree: Tree, antecedent: int, marker: Marker) -> int | None:
    """The clause that a condition belongs to."""
    main = tree.governor(tree.position(antecedent))
    while main is not None and (marker.start <= main < marker.end or not _predicative(tree, main)):
        main = tree.governor(main)
    return _beside(tree, antecedent) if main is None else main


def _beside(tree: Tree, antecedent: int) -> int | None:
    """Where the parser made the condition the root: the clause that hangs beside it."""
    return next((c for c in tree.children(antecedent, *MAIN) if _predicative(tree, c)), None)


def _consequents(tree: Tree, main: int | None, antecedent: int) -> tuple[int, ...]:
    """What hangs on the condition: the main verb, or what it says, threatens or promises."""
    if main is None:
        return ()
    effect = tree.lexicon.effect("clause", lemma(tree.doc[main])) or tree.lexicon.effect(
        "infinitive", lemma(tree.doc[main])
    )
    inner = [c for c in tree.children(main, "ccomp", "xcomp", "parataxis") if c != antecedent]
    objects = [c for c in tree.children(main, "obj", "obl") if c != antecedent and tree.doc[c].pos_ == "NOUN"]
    if effect is None or effect.name not in UNAFFECTED:
        return (main,)
    return tuple(inner or objects)


def _absences(tree: Tree) -> Iterator[Condition]:
    """ "Sans ce retrait, Kiev ne signerait pas": a condition where the main verb is conditional."""
    for marker in tree.marked("conditions.absence"):
        head = introduced(tree, marker, verbal=False)
        if head is None or tree.doc[head].pos_ not in {"NOUN", "PROPN"}:
            continue
        main = _main(tree, head, marker)
        if main is None:
            continue
        group = tree.group(main)
        if group.form == "cnd" or group.modal == "would":
            yield Condition(marker.start, marker.end, head, (main,), "absence", unreal=group.perfect)


def _inversions(tree: Tree) -> Iterator[Condition]:
    """ "Had they signed", "should Iran attack", "were it to leave"."""
    if tree.ends_with_question() is not None:
        return
    for i in range(tree.start, tree.end):
        token = tree.doc[i]
        verb = tree.governor(i)
        if (
            plain(token.text) not in INVERTED
            or verb is None
            or verb < i + 2
            or not token.dep_.startswith("aux")
        ):
            continue
        subject = any(i < c < verb for c in tree.children(verb, "nsubj", "expl"))
        fronted = i == tree.start or tree.doc[i - 1].pos_ not in {"ADV", "CCONJ", "PRON", "SCONJ", "PART"}
        before = any(c < i for c in tree.children(verb, "nsubj", "mark"))
        if (
            not subject
            or not fronted
            or before
            or (plain(token.text) == "had" and not tree.group(verb).perfect)
        ):
            continue
        main = tree.governor(tree.position(verb))
        main = _beside(tree, verb) if main is None else main
        kind = "counterfactual" if plain(token.text) == "had" else "open"
        yield Condition(i, i + 1, verb, _consequents(tree, main, verb), kind)
