"""A comparison of two readers for a terminal: a line a field, then examples of what they differ on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.compare.fields import Value
from reportedly.compare.run import Agreement, Comparison, Example
from reportedly.show.index import flat
from reportedly.show.words import Words, words_in


def render(found: Comparison, labels: str = "en") -> str:
    """The whole comparison."""
    words = words_in(labels)
    return "\n".join([*_head(found, words), *_fields(found, words), *_examples(found, words)]) + "\n"


def _head(found: Comparison, words: Words) -> Iterator[str]:
    yield f"A  {flat(found.left)}"
    yield f"B  {flat(found.right)}"
    yield ""
    for name, count in (("articles", found.articles), ("claims", found.claims)):
        told = words("compare", "count", both=count.both, left=count.left, right=count.right)
        agreed = f"  F1 {_percent(count.agreement)}" if name == "claims" else ""
        yield f"{words('compare', name):16}{told}{agreed}"
    yield ""


def _fields(found: Comparison, words: Words) -> Iterator[str]:
    yield f"{'':16}{words('compare', 'compared'):>10}{words('compare', 'share'):>10}{'kappa':>10}"
    for name, one in found.fields.items():
        kappa = "" if one.kappa is None else f"{one.kappa:.2f}"
        yield f"{words('compare', name):16}{one.compared:>10}{_percent(one.share):>10}{kappa:>10}".rstrip()


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


def _examples(found: Comparison, words: Words) -> Iterator[str]:
    differing: list[tuple[str, Sequence[Example]]] = [("claims", found.claims.examples)]
    differing += [(name, one.examples) for name, one in _fields_in_doubt(found)]
    for name, examples in differing:
        if examples:
            yield ""
            yield words("compare", name).upper()
            for one in examples:
                yield f"  {flat(one.article)} [{one.anchor.start}:{one.anchor.end}] {flat(one.anchor.text)}"
                yield f"    A {_value(one.left, words)}"
                yield f"    B {_value(one.right, words)}"
                yield f"    {flat(one.evidence.text)}"


def _fields_in_doubt(found: Comparison) -> list[tuple[str, Agreement]]:
    """The fields with the least agreement first."""
    return sorted(found.fields.items(), key=lambda pair: pair[1].share if pair[1].share is not None else 1.0)


def _value(value: Value | None, words: Words) -> str:
    return words("compare", "not_found") if value is None else flat(value.text)
