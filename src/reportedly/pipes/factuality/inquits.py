"""Verbs of saying set into or beside what is said: "if they fall, he said, the town …", « …, a-t-il dit »."""

from __future__ import annotations

from reportedly.pipes.factuality.lexicon import lemma
from reportedly.pipes.factuality.tree import Tree


def inquit(tree: Tree, i: int) -> bool:
    """Is it a verb of saying between commas or quotation marks, with a speaker and nothing that it introduces?

    Its own act is done whatever the sentence around it supposes, asks or denies.
    """
    said = tree.lexicon.effect("clause", lemma(tree.doc[i]))
    if tree.doc[i].pos_ != "VERB" or said is None or said.name != "say" or tree.introducers(i):
        return False
    if tree.group(i).form != "ind" or tree.group(i).modal or tree.group(i).tense == "future":
        return False
    own = [i, *tree.children(i, "aux")]
    speakers = [c for c in tree.children(i, "nsubj", "expl", "obj") if not _far(tree, c, own)]
    edges = [
        *own,
        *(tree.doc[c].left_edge.i for c in speakers),
        *(tree.doc[c].right_edge.i for c in speakers),
    ]
    first, last = min(edges), max(edges)
    closed = last + 1 >= tree.end or tree.doc[last + 1].is_punct or tree.doc[last + 1].is_quote
    return bool(speakers) and first > tree.start and _stop(tree, first - 1) and closed


def _stop(tree: Tree, i: int) -> bool:
    return tree.doc[i].is_quote or tree.doc[i].text in {",", "–", "—", "-"}


def _far(tree: Tree, c: int, own: list[int]) -> bool:
    """Does a speaker stand away from the verb, or hold a clause of its own?"""
    left, right = tree.doc[c].left_edge.i, tree.doc[c].right_edge.i
    return right - left > 25 or not (min(own) - 3 <= right and left <= max(own) + 3)
