"""Readings made by hand, as a good reader would give them, for the views to print."""

# ruff: noqa: E501  (one record a line reads best)

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from reportedly.model import (
    Anchor,
    Attribution,
    Claim,
    Cue,
    CueKind,
    Document,
    Entity,
    EntityKind,
    Event,
    FactCue,
    Factuality,
    Finding,
    Mention,
    Problem,
    Quantity,
    Reading,
    Role,
    Roles,
    Sentence,
    Source,
    Span,
    Time,
)


@dataclass(frozen=True)
class Maker:
    """Finds words in a text and makes records of them."""

    text: str

    def at(self, words: str, nth: int = 1) -> tuple[int, int, str]:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return start, start + len(words), words

    def span(self, words: str, nth: int = 1) -> Span:
        return Span(*self.at(words, nth))

    def role(self, words: str, entity: str | None, nth: int = 1) -> Role:
        return Role(*self.at(words, nth), entity)

    def cue(self, words: str, kind: CueKind, nth: int = 1) -> FactCue:
        return FactCue(*self.at(words, nth), kind)

    def entity(
        self, key: str, name: str, kind: EntityKind, *mentions: tuple[str, int], **more: str | None
    ) -> Entity:
        found = tuple(Mention(*self.at(words, nth), "name") for words, nth in mentions)
        return Entity(key, name, kind, more.get("country"), more.get("sector"), None, None, found)

    def nominal(self, key: str, name: str, kind: EntityKind, words: str, pronoun: str) -> Entity:
        """An entity that the article describes and does not name."""
        found = (Mention(*self.at(words), "nominal"), Mention(*self.at(pronoun), "pronoun"))
        return Entity(key, name, kind, None, None, None, None, found)

    def document(self, headline: str | None, **more: str | None) -> Document:
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return Document(
            id=more.get("id"),
            url=more.get("url"),
            outlet=more.get("outlet"),
            byline=None,
            language=more.get("language"),
            published=more.get("published"),
            text=self.text,
            sha256=digest,
            headline=self.span(headline) if headline else None,
            extra={},
        )


FRENCH = """L'Arménie va recevoir des dizaines de drones indiens

L'Arménie devrait recevoir en mai des dizaines de drones de surveillance, selon deux employés d'une agence indienne \
cités par Reuters. S'appuyant sur un rapport confidentiel, ils ont précisé que des officiers arméniens s'étaient \
rendus en Inde. New Delhi a démenti toute livraison."""

ENGLISH = """Harbour city signs tram deal

Portugal will reportedly sell "at least 23" trams to Chile, an unnamed official said on Monday.
Chile rejected the offer."""


def french() -> Reading:
    """A headline that overstates, a chain of three hops, an amount as a range, a denial."""
    at = Maker(FRENCH)
    delivery = "L'Arménie devrait recevoir en mai"
    first = at.span(FRENCH.split("\n\n")[1].split(" S'appuyant", maxsplit=1)[0])
    second = at.span(FRENCH[FRENCH.index("S'appuyant") : FRENCH.index(" New Delhi")])
    third = at.span("New Delhi a démenti toute livraison.")
    sure = {"certainty": "certain", "polarity": "positive"}
    claims = (
        Claim(
            "c1", Anchor(*at.at("recevoir"), "recevoir"), "AID", None, (), "supply", "AGREE", "0256",
            Roles((), (at.role("L'Arménie", "e1"),), (at.role("des dizaines de drones indiens", "e3"),)),
            None, ("q1",),
            Factuality(**sure, tense="future", value=3, status="expected", cues=(at.cue("va", "future"),)),
            (), at.span("L'Arménie va recevoir des dizaines de drones indiens"),
        ),
        Claim(
            "c2", Anchor(*at.at("recevoir", 2), "recevoir"), "AID", None, (), "supply", "AGREE", None,
            Roles((), (at.role("L'Arménie", "e1", 2),), (at.role("des dizaines de drones de surveillance", "e3"),)),
            "t1", ("q2",),
            Factuality(
                "probable", "positive", "future", 2, "expected",
                (at.cue("devrait", "modal"), at.cue("selon", "attribution")),
            ),
            ("a1", "a2"), first,
        ),
        Claim(
            "c3", Anchor(*at.at("rendus"), "rendre"), "CONSULT", "visit", (), None, "CONSULT", "042",
            Roles((at.role("des officiers arméniens", None),), (at.role("Inde", "e2"),)),
            None, (),
            Factuality(**sure, tense="past", value=3, status="happened", cues=()),
            ("a1", "a2", "a3"), second,
        ),
        Claim(
            "c4", Anchor(*at.at("livraison"), "livraison"), "AID", None, (), "delivery", "AID", None,
            Roles((at.role("New Delhi", "e2"),)), None, (),
            Factuality("certain", "negative", "past", -3, "denied", (at.cue("démenti", "negation"),)),
            ("a4",), third,
        ),
        Claim(
            "c5", Anchor(*at.at("appuyant"), "appuyer"), None, None, (), None, None, None, Roles(), None, (),
            Factuality(**sure, tense="present", value=3, status="ongoing", cues=()), (), second,
        ),
    )  # fmt: skip
    employees = "deux employés d'une agence indienne"
    attributions = (
        Attribution("a1", "indirect", Source(*at.at("Reuters"), "e4", "outlet", True, None),
                    Cue(*at.at("cités"), "citer", "neutral"), (at.span(delivery),), None, None),
        Attribution("a2", "indirect", Source(*at.at(employees), "e5", "official", False, 2),
                    Cue(*at.at("selon"), "selon", "neutral"), (at.span(delivery),), None, "a1"),
        Attribution("a3", "indirect", Source(*at.at("un rapport confidentiel"), None, "document", False, None),
                    None, (at.span("des officiers arméniens s'étaient rendus en Inde"),), None, "a2"),
        Attribution("a4", "indirect", Source(*at.at("New Delhi"), "e2", "organization", True, None),
                    Cue(*at.at("démenti"), "démentir", "denying"), (at.span("toute livraison"),), None, None),
    )  # fmt: skip
    return Reading(
        format="reportedly.reading/1",
        document=at.document(FRENCH.split("\n", maxsplit=1)[0], language="fr", published="2026-03-04", outlet="La Gazette"),
        sentences=(),
        entities=(
            at.entity("e1", "Arménie", "country", ("L'Arménie", 1), ("L'Arménie", 2), country="ARM"),
            at.entity("e2", "Inde", "country", ("Inde", 1), ("New Delhi", 1), country="IND"),
            at.entity("e3", "drones", "weapon", ("drones", 1), ("drones", 2)),
            at.entity("e4", "Reuters", "outlet", ("Reuters", 1)),
            at.entity("e5", employees, "group", (employees, 1)),
        ),
        times=(Time("t1", at.span("en mai"), "DATE", "2026-05", "2026-05-01", "2026-05-31"),),
        quantities=(
            Quantity("q1", at.span("des dizaines"), 20, 99, None, "count", True, at.span("drones indiens")),
            Quantity("q2", at.span("des dizaines", 2), 20, 99, None, "count", True, at.span("drones de surveillance")),
        ),
        attributions=attributions,
        claims=claims,
        events=(
            Event("v1", ("c1", "c2", "c4"), "AID", (), ("e1",)),
            Event("v2", ("c3",), "CONSULT", (), ("e2",)),
        ),
        findings=(
            Finding("headline_overstates", ("c1", "c2"), (claims[0].evidence, first),
                    "Le titre affirme ce que l'article attribue à deux employés."),
            Finding("single_source", ("c2", "c3"), (at.span(employees),), "Tout repose sur deux employés."),
        ),
        problems=(Problem("language", "un passage mis de côté", *at.at("New Delhi")[:2]),),
    )  # fmt: skip


def english() -> Reading:
    """A claim on an unnamed official's word and one in the article's own voice; no finding, no problem."""
    at = Maker(ENGLISH)
    body = ENGLISH.split("\n\n")[1].split("\n")
    claims = (
        Claim(
            "c1", Anchor(*at.at("sell"), "sell"), "COOPERATE", None, ("military",), "sale_of_trams", None, None,
            Roles((at.role("Portugal", "e1"),), (at.role("Chile", "e2"),), (at.role('"at least 23" trams', None),)),
            "t1", ("q1",),
            Factuality(
                "probable", "positive", "future", 2, "expected",
                (at.cue("will", "future"), at.cue("reportedly", "hedge")),
            ),
            ("a1",), at.span(body[0]),
        ),
        Claim(
            "c2", Anchor(*at.at("rejected"), "reject"), "REJECT", None, (), None, "REJECT", "120",
            Roles((at.role("Chile", "e2", 2),), (), (at.role("the offer", None),)), None, (),
            Factuality("certain", "positive", "past", 3, "happened", ()), (), at.span(body[1]),
        ),
    )  # fmt: skip
    official = Source(*at.at("an unnamed official"), None, "official", False, 1)
    return Reading(
        format="reportedly.reading/1",
        document=at.document("Harbour city signs tram deal", language="en", id="tram-1"),
        sentences=(),
        entities=(
            at.entity("e1", "Portugal", "country", ("Portugal", 1), country="PRT"),
            at.entity("e2", "Chile", "country", ("Chile", 1), ("Chile", 2), country="CHL"),
        ),
        times=(Time("t1", at.span("on Monday"), "DATE", None, None, None),),
        quantities=(Quantity("q1", at.span("at least 23"), 23, None, None, "count", False, at.span("trams")),),
        attributions=(
            Attribution("a1", "indirect", official, Cue(*at.at("said"), "say", "neutral"),
                        (at.span(body[0][:50]),), None, None),
        ),
        claims=claims,
        events=(Event("v1", ("c1",), "COOPERATE", ("e1",), ("e2",)), Event("v2", ("c2",), "REJECT", ("e2",), ())),
        findings=(),
        problems=(),
    )  # fmt: skip


SAMPLE = """Ruritania to receive hundreds of Graustarkian drones

Ruritania should receive hundreds of surveillance drones in May, two employees of a Graustarkian agency told Northwire. \
Citing a confidential report, they said that Ruritanian officers had travelled to Graustark. Graustark has denied \
any delivery."""


def sample() -> Reading:
    """The article that the documentation shows."""
    at = Maker(SAMPLE)
    title, body = SAMPLE.split("\n\n")
    first, second, third = (at.span(sentence) for sentence in re.split(r"(?<=\.) ", body))
    amounts = (at.span("hundreds"), at.span("hundreds", 2))
    claims = (
        Claim(
            "c1", Anchor(*at.at("receive"), "receive"), "AID", None, (), "supply", "AGREE", "0256",
            Roles((), (at.role("Ruritania", "e1"),), (at.role("hundreds of Graustarkian drones", "e3"),)), None, ("q1",),
            Factuality("certain", "positive", "future", 3, "expected", (at.cue("to", "future"),)), (), at.span(title),
        ),
        Claim(
            "c2", Anchor(*at.at("receive", 2), "receive"), "AID", None, (), "supply", "AGREE", "0256",
            Roles((), (at.role("Ruritania", "e1", 2),), (at.role("hundreds of surveillance drones", "e3"),)), "t1", ("q2",),
            Factuality(
                "probable", "positive", "future", 2, "expected",
                (at.cue("should", "modal"), at.cue("told", "attribution")),
            ),
            ("a1", "a2"), first,
        ),
        Claim(
            "c3", Anchor(*at.at("travelled"), "travel"), "CONSULT", "visit", (), None, "CONSULT", "042",
            Roles((at.role("Ruritanian officers", "e4"),), (at.role("Graustark", "e2", 3),)), None, (),
            Factuality("certain", "positive", "past", 3, "happened", (at.cue("said", "attribution"),)),
            ("a1", "a3", "a4"), second,
        ),
        Claim(
            "c4", Anchor(*at.at("delivery"), "delivery"), "AID", None, (), "delivery", "AID", None,
            Roles((at.role("Graustark", "e2", 4),)), None, (),
            Factuality("certain", "negative", "past", -3, "denied", (at.cue("denied", "negation"),)), ("a5",), third,
        ),
    )  # fmt: skip
    employees = "two employees of a Graustarkian agency"
    told = Cue(*at.at("told"), "tell", "neutral")
    attributions = (
        Attribution("a1", "indirect", Source(*at.at("Northwire"), "e5", "outlet", True, None), told, (), None, None),
        Attribution("a2", "indirect", Source(*at.at(employees), "e6", "official", False, 2), told, (), None, "a1"),
        Attribution("a3", "indirect", Source(*at.at("they"), "e6", "official", False, 2),
                    Cue(*at.at("said"), "say", "neutral"), (), None, "a1"),
        Attribution("a4", "indirect", Source(*at.at("a confidential report"), None, "document", False, None),
                    Cue(*at.at("Citing"), "cite", "neutral"), (), None, "a3"),
        Attribution("a5", "indirect", Source(*at.at("Graustark", 4), "e2", "organization", True, None),
                    Cue(*at.at("denied"), "deny", "denying"), (at.span("any delivery"),), None, None),
    )  # fmt: skip
    return Reading(
        format="reportedly.reading/1",
        document=at.document(title, language="en", published="2026-03-04", outlet="The Courier"),
        sentences=tuple(Sentence(each.start, each.end) for each in (at.span(title), first, second, third)),
        entities=(
            at.entity("e1", "Ruritania", "country", ("Ruritania", 1), ("Ruritania", 2)),
            at.entity("e2", "Graustark", "country", ("Graustark", 3), ("Graustark", 4)),
            at.entity("e3", "drones", "weapon", ("drones", 1), ("drones", 2)),
            at.entity("e4", "Ruritanian officers", "group", ("Ruritanian officers", 1)),
            at.entity("e5", "Northwire", "outlet", ("Northwire", 1)),
            at.nominal("e6", employees, "group", employees, "they"),
        ),
        times=(Time("t1", at.span("in May"), "DATE", "2026-05", "2026-05-01", "2026-05-31"),),
        quantities=tuple(
            Quantity(f"q{number}", span, 200, 999, None, "count", True, at.span("drones", number))
            for number, span in enumerate(amounts, start=1)
        ),
        attributions=attributions,
        claims=claims,
        events=(
            Event("v1", ("c1", "c2", "c4"), "AID", (), ("e1",)),
            Event("v2", ("c3",), "CONSULT", ("e4",), ("e2",)),
        ),
        findings=(
            Finding("headline_overstates", ("c1", "c2"), (claims[0].evidence, first),
                    "The headline asserts what the article gives only as expected, on the word of two employees of a "
                    "Graustarkian agency."),
            Finding("contradiction", ("c2", "c4"), (first, third),
                    "The voices contradict each other: “receive” is affirmed here and denied there."),
        ),
        problems=(),
    )  # fmt: skip
