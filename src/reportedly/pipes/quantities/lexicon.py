"""A language's units, currencies and words of amount, compiled once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.lexicon import load
from reportedly.numbers.chart import EMPTY, Grammar, Rule, expand
from reportedly.numbers.lexicon import Surface, variants
from reportedly.pipes.quantities.terms import BUILDERS, Unit

#: Token form, category, meaning, and whether its tokens must stand without white space.
Entry = tuple[Surface, str, Any, bool]


def _unit(value: str) -> Unit:
    symbol, _, dimension = value.rpartition(" ")
    return Unit(symbol, dimension)  # type: ignore[arg-type]


def _as_is(value: Any) -> Any:
    return value


#: Table: the category of its words and how their values become meanings.
TABLES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "scale": ("scale", _unit),
    "unit": ("unit", _unit),
    "currency": ("currency", _as_is),
    "currency_sign": ("sign", _as_is),
    "large": ("large_currency", _as_is),
    "percent": ("percent", _as_is),
    "magnitude": ("magnitude", float),
    "magnitude_after": ("magnitude_after", float),
    "money_words": ("money_words", float),
    "money_scale": ("money_scale", float),
    "round": ("round", float),
}


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Everything the finder of quantities knows of a language."""

    language: str
    entries: dict[str, tuple[Entry, ...]]
    exact: dict[str, Unit]
    grammar: Grammar
    vocabulary: frozenset[str]
    triggers: frozenset[str]
    modifiers: dict[str, tuple[tuple[Surface, str], ...]]
    modifiers_after: dict[str, tuple[tuple[Surface, str], ...]]
    not_before: dict[str, frozenset[str]]
    never_bare: frozenset[str]
    designators: frozenset[str]
    designators_of: frozenset[str]
    designator_links: frozenset[str]
    #: Words of change, and what leads from one amount to another: "rose from 5 to 7 percent".
    change: frozenset[str]
    change_from: frozenset[str]
    change_to: frozenset[str]
    #: Words that join two amounts of one unit.
    sharing: frozenset[str]
    #: Near these, a bare C or F is a degree.
    heat: frozenset[str]
    #: Before digits with "m", these make it a length: "1.2m long".
    long: frozenset[str]
    stops: frozenset[str]
    verb_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    adjectives: frozenset[str]
    #: Plural nouns, by themselves and by their endings: the last words of what is counted.
    plurals: frozenset[str]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]
    determiners: frozenset[str]
    of: frozenset[str]
    not_ordinal_before: frozenset[str]
    not_ordinal_after: frozenset[str]
    article_units: frozenset[str]
    case_codes: frozenset[str]
    angles: frozenset[str]
    #: Units that are what they are only before these words, or before none.
    only_before: dict[str, frozenset[str]]
    #: Words after a rate's unit that make it a time: "a year earlier".
    not_rate: frozenset[str]


def _entries(data: dict[str, Any]) -> Iterator[Entry]:
    for table, (category, maker) in TABLES.items():
        for surface, value in data[table].items():
            for form in variants(surface):
                yield form, category, maker(value), _tight(surface, form)
                if category == "currency":
                    yield from _currency(form, value)
    for category, surfaces in data["particle"].items():
        for surface in surfaces:
            for form in variants(surface):
                yield form, category, "half" if category == "half_word" else EMPTY, False


def _tight(surface: str, form: Surface) -> bool:
    """ "m2", "km/h" and "S$" are written in one piece."""
    return len(form) > 1 and " " not in surface and not all(part.isalpha() or part in "-'" for part in form)


def _currency(form: Surface, code: str) -> Iterator[Entry]:
    """The other uses of a currency's name: as hundredths, as a code before the sum, as millions of it."""
    if code == "cent":
        yield form, "cent", code, False
    if len(form) == 1 and len(form[0]) == 3:
        yield form, "currency_code", code, False
        if form[0].upper() == code:
            yield (f"m{form[0]}",), "scale_code", (code, 1e6), False


def _ends(table: dict[str, str], last: bool) -> dict[str, tuple[tuple[Surface, str], ...]]:
    """Phrases by their last (or first) token, longest first."""
    found: dict[str, list[tuple[Surface, str]]] = {}
    for surface, value in table.items():
        for form in variants(surface):
            found.setdefault(form[-1 if last else 0], []).append((form, value))
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in found.items()}


def _grammar(data: dict[str, Any]) -> Grammar:
    rules = [
        Rule(f"{category}.{name}", category, symbols, BUILDERS[name], 1.0)
        for category, builders in data["grammar"].items()
        for name, patterns in builders.items()
        for pattern in patterns
        for symbols in expand(pattern)
    ]
    return Grammar(rules, longest=20)


@cache
def amount_words(language: str) -> AmountWords:
    """The words of amount of ``fr`` or ``en``."""
    data = load("quantities", language)
    by_first: dict[str, list[Entry]] = {}
    vocabulary: set[str] = set()
    triggers: set[str] = set()
    for entry in _entries(data):
        by_first.setdefault(entry[0][0], []).append(entry)
        vocabulary.update(entry[0])
        if entry[1] in ("magnitude", "round", "scale"):
            triggers.add(entry[0][0])
    words, guard = data["words"], data["guard"]
    return AmountWords(
        language=language,
        entries={k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in by_first.items()},
        exact={surface: _unit(value) for surface, value in data["unit_exact"].items()},
        grammar=_grammar(data),
        vocabulary=frozenset(vocabulary),
        triggers=frozenset(triggers),
        modifiers=_ends(data["modifier"], last=True),
        modifiers_after=_ends(data["modifier_after"], last=False),
        not_before={
            k: frozenset(v.split(",")) for k, _, v in (g.partition("|") for g in guard["not_before"])
        },
        never_bare=frozenset(guard["never_bare"]),
        designators=frozenset(words["designator"]),
        designators_of=frozenset(words["designator_of"]),
        designator_links=frozenset(words["designator_link"]),
        change=frozenset(words["change"]),
        change_from=frozenset(words["change_from"]),
        change_to=frozenset(words["change_to"]),
        sharing=frozenset(words["sharing"]),
        heat=frozenset(words["heat"]),
        long=frozenset(words["long"]),
        stops=frozenset(words["stop"]),
        verb_endings=tuple(words["verb_ending"]),
        adjective_endings=tuple(words["adjective_ending"]),
        adjectives=frozenset(words["adjective"]),
        plurals=frozenset(words["plural"]),
        plural_endings=tuple(words["plural_ending"]),
        singular_endings=tuple(words["singular_ending"]),
        determiners=frozenset(words["determiner_after_of"]),
        of=frozenset(form[0] for surface in data["particle"]["of"] for form in variants(surface)),
        not_ordinal_before=frozenset(words["not_ordinal_before"]),
        not_ordinal_after=frozenset(words["not_ordinal_after"]),
        article_units=frozenset(words["article_units"]),
        case_codes=frozenset(words["case_codes"]),
        angles=frozenset(words["angle"]),
        only_before={
            k: frozenset(v.split(",")) for k, _, v in (g.partition("|") for g in guard["only_before"])
        },
        not_rate=frozenset(words["not_rate"]),
    )
