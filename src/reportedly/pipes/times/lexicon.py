"""A language's words of time and grammar, compiled once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.lexicon import load
from reportedly.numbers.chart import EMPTY, Grammar, Rule, expand
from reportedly.numbers.lexicon import Surface, variants
from reportedly.numbers.tokens import pieces
from reportedly.pipes.times.builders import BUILDERS
from reportedly.pipes.times.terms import Cal, Every, Turn, Unit

Entry = tuple[Surface, str, Any]
Maker = Callable[[str, Any, dict[str, Any]], Any]


def _unit(surface: str, value: str, data: dict[str, Any]) -> Unit:
    count, _space, name = value.rpartition(" ")
    invariable = surface in data["words"]["invariable"]
    return Unit(name, float(count or 1), surface.endswith("s") and not invariable, invariable)


def _turn(surface: str, value: int, data: dict[str, Any]) -> Turn:
    return Turn(
        value,
        week=surface in data["convention"]["next_weekday"],
        hard=surface in data["convention"]["with_number"],
        loose=surface in data["convention"]["told"],
    )


#: How each table's entries become meanings, and under which category.
TABLES: dict[str, tuple[str, Maker]] = {
    "clock_word": ("clock_word", lambda _, v, __: Cal(hour=v, meridiem="24")),
    "daypart": ("daypart", lambda _, v, __: Cal(daypart=v)),
    "dayparts": ("dayparts", lambda _, v, __: Every(f"T{v}")),
    "decade": ("decade", lambda _, v, __: Cal(decade=v)),
    "deictic": ("deictic", lambda _, v, __: Cal(rel=("day", v))),
    "closing": ("deictic", lambda _, v, __: Cal(rel=(v[1], 0), part=v[0])),
    "deictic_part": ("deictic_part", lambda _, v, __: Cal(rel=("day", v[0]), daypart=v[1])),
    "half": ("half_unit", lambda _, v, __: Unit(v)),
    "holiday": ("holiday", lambda _, v, __: Cal(holiday=v)),
    "month": ("month", lambda _, v, __: Cal(month=v)),
    "next_day": ("next_day", lambda _, v, __: v),
    "many": ("many", _unit),
    "part": ("part", lambda _, v, __: v),
    "recurring": ("recurring", lambda _, v, __: Every(v)),
    "ref": ("ref", lambda _, v, __: Cal(ref=v)),
    "season": ("season", lambda _, v, __: Cal(season=v)),
    "rank": ("ordinal", lambda _, v, __: v),
    "share": ("share", lambda _, v, __: v),
    "turn": ("turn", _turn),
    "turn_after": ("turn_after", _turn),
    "unit": ("unit", _unit),
    "unit_sign": ("unit_sign", _unit),
    "vague": ("vague", lambda _, v, __: v),
    "weekday": ("weekday", lambda _, v, __: Cal(weekday=v)),
    "weekdays": ("weekdays", lambda _, v, __: Every(f"XXXX-WXX-{v}")),
    "bound": ("bound", lambda _, v, __: v),
    "zone": ("zone", lambda _, v, __: Cal(zone=v)),
    "zone_name": ("zone_name", lambda *_: Cal()),
}
#: Tables whose words may begin or fill a time expression but do not make one.
WEAK = {
    "half",
    "rank",
    "part",
    "share",
    "turn",
    "turn_after",
    "vague",
    "bound",
    "zone",
    "zone_name",
    "unit_sign",
}
#: Particles that mean something to a builder.
PARTICLES: dict[str, Any] = {"fiscal_word": "FY", "school_word": "SY", "in_eight": 1, "in_fifteen": 2}


@dataclass(frozen=True, slots=True)
class Guards:
    """What a word must have beside it to be a word of time at all."""

    capital: frozenset[str]
    beside_number: frozenset[str]
    ambiguous: frozenset[str]
    ambiguous_after: frozenset[str]
    not_before: dict[str, frozenset[str]]
    not_after: dict[str, frozenset[str]]
    only_after: dict[str, frozenset[str]]
    #: Words that are these categories only with their accent.
    accented: frozenset[tuple[str, str]]
    #: Endings of ordinals in digits: "1st", « 1er ».
    ordinal_end: frozenset[str]
    months: frozenset[str]
    #: Entries that end in these are times only where no word follows: "in the past", not "in the past week".
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tense:
    """Words that tell past from future, and the endings of verbs that do."""

    future: frozenset[str]
    past: frozenset[str]
    future_ending: tuple[str, ...]
    past_ending: tuple[str, ...]
    #: Look ahead only right before the time: "by June 30".
    near: frozenset[str]
    #: Auxiliaries that look ahead, unless a perfect follows them, and those of the perfect.
    ahead: frozenset[str]
    have: frozenset[str]
    #: Before a past participle, these leave its time open: "to be signed".
    passive: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Everything the finder of times knows of a language."""

    language: str
    entries: dict[str, tuple[Entry, ...]]
    grammar: Grammar
    #: Tokens that may stand inside an expression, and those that make one worth parsing.
    vocabulary: frozenset[str]
    triggers: frozenset[str]
    guards: Guards
    tense: Tense
    day_first: bool
    year_before: frozenset[str]
    year_not_before: frozenset[str]
    year_not_after: frozenset[str]
    determiners: frozenset[str]
    for_words: frozenset[str]
    loose_next: frozenset[str]
    age_nouns: frozenset[str]
    #: What joins a person to an age, and what follows one.
    age_links: frozenset[str]
    age_after: frozenset[Surface]
    #: Before "under 17 years" they make it people of that age; before a capital word, somebody.
    age_bound: frozenset[str]
    person_articles: frozenset[str]
    #: Before "third day": a day counted within something that is told elsewhere.
    rank_before: frozenset[str]
    #: Words that make a bare part of the day or decade definite.
    definites: frozenset[str]
    #: Point at a time from today, whatever follows it: "this week the army left".
    pointing: frozenset[str]
    #: Words after a length that lead on to what it is told from: "after", « avant ».
    told_from: frozenset[str]
    openers: dict[str, tuple[Surface, ...]]
    #: Is « 9h30 » a time of day?
    french_clock: bool
    #: Is "nineteen ninety-six" a year?
    spoken_years: bool
    #: Words for a century, before which Roman numerals count.
    centuries: frozenset[str]
    plural_ordinal: tuple[str, ...]
    #: Join two times: "and", "or".
    joiners: frozenset[str]
    #: Articles and amounts in words that make a rate: "twice a year".
    rate_articles: frozenset[str]
    #: After "the day after" these lead on to what it is told from.
    leads_on: frozenset[str]
    amounts: frozenset[str]


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    for table, (category, maker) in TABLES.items():
        for surface, value in data.get(table, {}).items():
            meaning = maker(surface, value, data)
            for form in variants(surface):
                yield table, (form, category, meaning)
                if table == "unit":
                    for extra in _unit_categories(meaning):
                        yield table, (form, extra, meaning)
    for category, surfaces in data["particle"].items():
        for surface in surfaces:
            for form in variants(surface):
                yield "particle", (form, category, PARTICLES.get(category, EMPTY))


def _unit_categories(unit: Unit) -> Iterator[str]:
    if unit.name == "week" and unit.count == 1:
        yield "unit_week"
    if unit.name == "minute":
        yield "unit_minute"


def _grammar(data: dict[str, Any]) -> Grammar:
    rules: list[Rule] = []
    for category, builders in data["grammar"].items():
        for name, patterns in builders.items():
            seen: dict[tuple[str, ...], Rule] = {}
            for pattern in patterns:
                for symbols in expand(pattern):
                    seen.setdefault(
                        symbols, Rule(f"{category}.{name}", category, symbols, BUILDERS[name], 1.0)
                    )
            rules += seen.values()
    return Grammar(rules)


def _pairs(lines: list[str]) -> dict[str, frozenset[str]]:
    """ "word|a,b" as word: {a, b}."""
    return {k: frozenset(v.split(",")) for k, _, v in (line.partition("|") for line in lines)}


def _guards(data: dict[str, Any]) -> Guards:
    guard = data["guard"]
    return Guards(
        capital=frozenset(guard["capital"]),
        beside_number=frozenset(guard.get("beside_number", ())),
        ambiguous=frozenset(guard["ambiguous"]),
        ambiguous_after=frozenset(guard["ambiguous_after"]),
        not_before=_pairs(guard["not_before"]),
        not_after=_pairs(guard["not_after"]),
        only_after=_pairs(guard.get("only_after", [])),
        accented=frozenset((w, c) for w, many in _pairs(guard.get("accented", [])).items() for c in many),
        months=frozenset(pieces(name)[0] for name in data["month"]),
        ordinal_end=frozenset(guard["ordinal_end"]),
        alone=frozenset(guard["alone"]),
    )


def _tense(data: dict[str, Any]) -> Tense:
    tense = data["tense"]
    return Tense(
        future=frozenset(tense["future"]),
        past=frozenset(tense["past"]),
        ahead=frozenset(tense["ahead"]),
        have=frozenset(tense["have"]),
        near=frozenset(tense["near"]),
        future_ending=tuple(tense["future_ending"]),
        past_ending=tuple(tense["past_ending"]),
        passive=frozenset(tense["passive"]),
    )


@cache
def time_words(language: str) -> TimeWords:
    """The words of time of ``fr`` or ``en``."""
    data = load("times", language)
    by_first: dict[str, list[Entry]] = {}
    vocabulary: set[str] = set()
    triggers: set[str] = set()
    openers: dict[str, set[Surface]] = {}
    for table, entry in _entries(data):
        by_first.setdefault(entry[0][0], []).append(entry)
        vocabulary.update(entry[0])
        if table == "particle":
            triggers.update(p for p in entry[0] if entry[1] in PARTICLES and len(p) > 3 and not p.isdecimal())
            openers.setdefault(entry[1], set()).add(entry[0])
        elif table not in WEAK:
            empty = data["words"]["empty"] if len(entry[0]) > 1 else ()
            triggers.update(p for p in entry[0] if len(p) > 1 and p not in empty)
    words = data["words"]
    triggers.update(words["year_word"])
    return TimeWords(
        language=language,
        entries={k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in by_first.items()},
        grammar=_grammar(data),
        vocabulary=frozenset(vocabulary),
        triggers=frozenset(triggers),
        guards=_guards(data),
        tense=_tense(data),
        day_first=data["convention"]["day_first"],
        year_before=frozenset(pieces(w)[-1] for w in data["year"]["before"]),
        year_not_before=frozenset(data["year"]["not_before"]),
        year_not_after=frozenset(data["year"]["not_after"]),
        determiners=frozenset(words["determiner"]),
        for_words=frozenset(words["for"]),
        loose_next=frozenset(words["loose_next"]),
        age_nouns=frozenset(words["age_noun"]),
        age_links=frozenset(words["age_link"]),
        age_after=frozenset(pieces(w) for w in words["age_after"]),
        age_bound=frozenset(words["age_bound"]),
        person_articles=frozenset(words["person_article"]),
        rank_before=frozenset(words["rank_before"]),
        definites=frozenset(words["definite"]),
        pointing=frozenset(words["pointing"]),
        told_from=frozenset(words["told_from"]),
        french_clock=data["convention"]["hour_letter"],
        spoken_years=data["convention"]["spoken_years"],
        centuries=frozenset(words["roman_before"]),
        plural_ordinal=tuple(words["plural_ordinal"]),
        rate_articles=frozenset(words["rate_article"]),
        amounts=frozenset(words["amount"]),
        leads_on=frozenset(words["leads_on"]),
        joiners=frozenset(words["joiner"]),
        openers={k: tuple(sorted(v, key=lambda f: (-len(f), f))) for k, v in openers.items()},
    )
