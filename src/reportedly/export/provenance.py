"""Chains of sources as W3C PROV-JSON: claims are entities, derived hop by hop from what each voice said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from reportedly.export.facts import Fact, facts
from reportedly.ledger.keys import short
from reportedly.ledger.records import Kept
from reportedly.naming import folded

SUFFIXES = (".prov.json",)
PREFIX = {
    "rep": "urn:reportedly:",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """One document for all claims."""
    document = Document()
    for fact in facts(found):
        document.add(fact)
    out.write(json.dumps(document.data, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")


class Document:
    """A PROV document that grows claim by claim."""

    def __init__(self) -> None:
        self.data: dict[str, dict[str, Any]] = {
            "prefix": PREFIX,
            "entity": {},
            "agent": {},
            "wasDerivedFrom": {},
            "wasAttributedTo": {},
        }

    def add(self, fact: Fact) -> None:
        """A claim in its article, attributed to the outlet, derived from what each voice is said to have said."""
        article, claim = f"rep:article-{fact.row.article}", f"rep:claim-{fact.row.id}"
        self.entity(article, fact.row.title or fact.row.article, "article", fact.row.url)
        self.entity(claim, fact.row.evidence, "claim", None)
        self.derived(article, claim)
        if fact.row.outlet:
            self.attributed(article, fact.row.outlet)
        told = claim
        for hop, name in enumerate(fact.row.sources):
            statement = f"rep:statement-{fact.row.id}-{hop}"
            self.entity(statement, f"{name}: {fact.row.anchor}", "statement", None)
            self.attributed(statement, name)
            self.derived(told, statement)
            told = statement

    def entity(self, key: str, label: str, kind: str, url: str | None) -> None:
        """A thing with its label."""
        data: dict[str, Any] = {"prov:label": " ".join(label.split()), "prov:type": kind}
        if url:
            data["prov:location"] = url
        self.data["entity"][key] = data

    def derived(self, later: str, earlier: str) -> None:
        """One thing made from another."""
        key = f"_:d{len(self.data['wasDerivedFrom'])}"
        self.data["wasDerivedFrom"][key] = {"prov:generatedEntity": later, "prov:usedEntity": earlier}

    def attributed(self, thing: str, name: str) -> None:
        """Who said it; one agent per name."""
        agent = "rep:" + short("s", folded(name))
        self.data["agent"][agent] = {"prov:label": name}
        key = f"_:a{len(self.data['wasAttributedTo'])}"
        self.data["wasAttributedTo"][key] = {"prov:entity": thing, "prov:agent": agent}
