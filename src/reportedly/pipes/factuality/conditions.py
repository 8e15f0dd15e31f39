"""Conditions and what depends on them: if-clauses, inversions, "en cas de", "sans" with a conditional."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.factuality.lexicon import lemma, plain
from reportedly.pipes.factuality.tree import VERBAL, Marker, Tree

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
        if antecedent is None or asks(tree, marker, antecedent) or _lasts(tree, marker, antecedent):
            continue
        done.update(range(marker.start, marker.end))
        main = _main(tree, antecedent, marker)
        if main is not None and (_granted(tree, antecedent, main) or _conceded(tree, marker, main)):
            continue
        kind = "counterfactual" if tree.group(antecedent).pluperfect else "open"
        yield Condition(marker.start, marker.end, antecedent, _consequents(tree, main, antecedent), kind)


def _granted(tree: Tree, antecedent: int, main: int) -> bool:
    """ "S'il a signé, il n'a pas désarmé": a past fact set beside another is granted, not supposed."""
    told, group = tree.group(antecedent), tree.group(main)
    said = tree.lexicon.effect("clause", lemma(tree.doc[main]))
    if told.pluperfect or told.tense == "future" or group.form != "ind" or group.tense != "past" or said:
        return False
    return (
        (group.perfect and not group.pluperfect)
        if tree.lexicon.language == "fr"
        else not tree.children(main, "cop")
    )


def _conceded(tree: Tree, marker: Marker, main: int) -> bool:
    """ "Même si la ville est tombée, ils se battent": a fact conceded; with "would" it is supposed."""
    group = tree.group(main)
    even = any(m.start <= marker.start < m.end for m in tree.marked("conditions.even"))
    return even and group.form != "cnd" and group.modal is None and group.tense != "future"


def _lasts(tree: Tree, marker: Marker, antecedent: int) -> bool:
    """ "As long as the war lasts", « tant que durera la guerre »: a span of time, which nobody supposes."""
    span = any(m.start <= marker.start < m.end for m in tree.marked("conditions.span"))
    return span and lemma(tree.doc[antecedent]) in tree.lexicon.words("verbs", "lasting")


def _subordinates(tree: Tree, marker: Marker) -> bool:
    """Is a one-word marker a conjunction or preposition here? ("si grand", "s'est", "provided arms" are not.)"""
    token = tree.doc[marker.start]
    if marker.end - marker.start > 1:
        return True
    if plain(token.text) == "s'":
        return (
            marker.end < tree.end
            and plain(tree.doc[marker.end].text) in tree.lexicon.words("links", "after_if")
            and token.pos_ == "SCONJ"
        )
    loose = token.pos_ == "VERB" and token.dep_.startswith(("advcl", "parataxis"))
    loose = loose and not tree.children(marker.start, "aux", "nsubj")
    clause = bool(tree.children(marker.start, "ccomp", "xcomp"))
    loose = loose and (clause or not tree.children(marker.start, "obj"))  # "as well as providing arms"
    return token.dep_ in {"mark", "case"} or token.pos_ in {"SCONJ", "ADP"} or loose


def introduced(tree: Tree, marker: Marker, *, verbal: bool) -> int | None:
    """The head of what a marker introduces."""
    head: int | None = tree.governor(marker.end - 1)
    if tree.doc[marker.end - 1].pos_ == "VERB":  # "assuming they agree": the marker is itself a verb
        return next(iter(tree.children(marker.end - 1, "ccomp", "xcomp")), None)
    while head is not None and marker.start <= head < marker.end:
        head = tree.governor(head)
    if head is not None and head >= marker.end and (not verbal or _predicative(tree, head)):
        return head
    wanted = VERBAL if verbal else {"NOUN", "PROPN", *VERBAL}
    found = (
        i
        for i in range(marker.end, min(marker.end + 60, tree.end))
        if tree.doc[i].pos_ in wanted and _content(tree, i)
    )
    return next(found, head if head is not None and head >= marker.end else None)


def _content(tree: Tree, i: int) -> bool:
    return not tree.doc[i].dep_.startswith(("aux", "cop"))


def _predicative(tree: Tree, i: int) -> bool:
    return tree.doc[i].pos_ in VERBAL or bool(tree.children(i, "cop", "nsubj"))


def asks(tree: Tree, marker: Marker, clause: int) -> bool:
    """Is "si" or "if" an indirect question: the complement of a verb of asking or knowing?"""
    words = tree.lexicon.words("marks", "whether")
    if plain(tree.doc[marker.start].text) not in words or marker.end - marker.start > 1:
        return False
    if not _subordinates(tree, marker):
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
    beside = tree.doc[antecedent].dep_ == "conj"
    main = tree.governor(antecedent if beside else tree.position(antecedent))
    while main is not None and (marker.start <= main < marker.end or not _predicative(tree, main)):
        main = tree.governor(main)
    if main is None:
        main = _beside(tree, antecedent)
    if main is None:
        before = range(marker.start - 1, max(marker.start - 60, tree.start) - 1, -1)
        main = next((i for i in before if tree.doc[i].pos_ == "VERB"), None)
    return main


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
    if tree.doc[main].pos_ == "ADJ":  # "were ready for a response if ...": so does what they are ready for
        return (main, *_nouns(tree, main, antecedent))
    if effect is None or effect.name not in UNAFFECTED:
        return () if _told(tree, main, antecedent) else (main,)
    inner = [c for c in tree.children(main, "ccomp", "xcomp", "parataxis") if c != antecedent]
    objects = _nouns(tree, main, antecedent)
    if inner:
        return tuple(inner)
    undone = tree.group(main).tense == "future" or tree.group(main).form == "cnd"
    return (*objects, main) if undone or effect.name == "say" or not objects else tuple(objects)


def _nouns(tree: Tree, main: int, antecedent: int) -> list[int]:
    """The nouns that a word governs, the condition aside."""
    return [c for c in tree.children(main, "obj", "obl") if c != antecedent and tree.doc[c].pos_ == "NOUN"]


def _told(tree: Tree, main: int, antecedent: int) -> bool:
    """ "It held out more aid if they cooperate": what has happened hangs on nothing that is to come."""
    group, other = tree.group(main), tree.group(antecedent)
    told = group.form == "ind" and group.tense == "past" and not (group.modal or group.pluperfect)
    return told and other.tense in {"present", "future"} and not other.perfect


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
    inverted = tree.lexicon.words("links", "inverted")
    places = [i for i, word in enumerate(tree.words, tree.start) if word in inverted]
    if not places or tree.ends_with_question() is not None:
        return
    for i in places:
        if late := _late(tree, i):
            yield late
        if late or not _fronted(tree, i):
            continue
        verb = _inverted_verb(tree, i)
        if verb is None or any(c < i for c in tree.children(verb, "nsubj", "mark")):
            continue
        if i > tree.start and tree.doc[i - 1].pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            continue  # "Norway had each sold a part": the subject stands before
        if i != tree.start and not any(
            c > i for c in (*tree.children(verb, "nsubj"), *tree.children(i, "nsubj"))
        ):
            continue  # "had itself filed": the subject stands before
        main = tree.governor(tree.position(verb)) if tree.governor(i) == verb else i
        main = _beside(tree, verb if tree.governor(i) == verb else i) if main in {None, i} else main
        kind = "counterfactual" if plain(tree.doc[i].text) == "had" else "open"
        yield Condition(i, i + 1, verb, _consequents(tree, main, verb), kind)


def _late(tree: Tree, i: int) -> Condition | None:
    """ "Is ready to retaliate should the rebels attack": an inversion behind the main clause."""
    if tree.words[i - tree.start] != "should" or i <= tree.start + 1 or i + 2 >= tree.end:
        return None
    if tree.doc[i + 1].pos_ not in {"DET", "PROPN", "PRON", "NUM"} or tree.children(i, "nsubj"):
        return None
    if any(tree.doc[c].dep_.startswith("nsubj") and c < i for c in tree.children(tree.governor(i) or i)):
        return None
    stop = next((t for t in range(i + 2, tree.end) if tree.doc[t].is_punct), tree.end)
    acts = [t for t in range(i + 2, stop) if tree.doc[t].pos_ == "VERB" or t in tree.acts]
    main = next((t for t in range(i - 1, tree.start, -1) if tree.doc[t].pos_ == "VERB"), None)
    return Condition(i, i + 1, acts[0], (main,), "open") if acts and main is not None else None


def _fronted(tree: Tree, i: int) -> bool:
    """Does an auxiliary open its clause, with a subject after it?"""
    opens = i == tree.start or tree.doc[i - 1].pos_ not in {
        "ADV",
        "CCONJ",
        "PRON",
        "SCONJ",
        "PART",
        "NOUN",
        "PROPN",
    }
    hangs = tree.governor(i) is not None and tree.doc[i].dep_.startswith("aux")
    return (
        (opens or hangs)
        and i + 2 < tree.end
        and tree.doc[i + 1].pos_ in {"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"}
    )


def _inverted_verb(tree: Tree, i: int) -> int | None:
    """The verb of an inverted clause: the auxiliary's, or the next one before a comma."""
    above = tree.governor(i)
    past = plain(tree.doc[i].text) == "had"
    if above is not None and above > i + 1 and tree.doc[i].dep_.startswith("aux"):
        return above if not past or tree.group(above).perfect else None
    if i != tree.start or not any(t.text == "," for t in tree.doc[i : tree.end]):
        return None
    for j in range(i + 2, tree.end):
        if tree.doc[j].text == ",":
            return None
        if tree.doc[j].pos_ == "VERB" and ("Past" in tree.doc[j].morph.get("Tense", [])) == past:
            return j
    return None
