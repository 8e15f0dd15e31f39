"""The component that gives every claim its verdict."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.pipes.draft import Verdict, draft_of
from reportedly.pipes.factuality.judgement import Judge
from reportedly.pipes.plain import AnyDoc, plain


class Factuality:
    """Sets ``verdict`` on each claim of the draft.

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> from reportedly.pipes.draft import ClaimDraft, Predicate
    >>> nlp = spacy.blank("en")
    >>> doc = Doc(nlp.vocab, words=["Rome", "may", "sign"], heads=[2, 2, 2], deps=["nsubj", "aux", "ROOT"],
    ...           pos=["PROPN", "AUX", "VERB"], lemmas=["Rome", "may", "sign"], morphs=["", "", "VerbForm=Inf"])
    >>> draft_of(doc).claims.append(ClaimDraft(Predicate(head=2, anchor=(2, 3), lemma="sign", pos="VERB")))
    >>> doc = Factuality(nlp, "reportedly.factuality")(doc)
    >>> verdict = draft_of(doc).claims[0].verdict
    >>> verdict.certainty, verdict.tense, verdict.status
    ('possible', 'future', 'possible')
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def process(self, doc: AnyDoc) -> list[Verdict]:
        """The verdicts on the draft's claims, in their order."""
        doc = plain(doc)
        draft = draft_of(doc)
        judge = Judge(doc, draft)
        wanted = (draft.every or claim.named for claim in draft.claims)
        return [
            judge.verdict(claim.predicate) if want else Verdict()
            for claim, want in zip(draft.claims, wanted, strict=True)
        ]

    def __call__(self, doc: Parsed) -> Parsed:
        """Write the verdicts into the draft."""
        for claim, verdict in zip(draft_of(doc).claims, self.process(doc), strict=True):
            claim.verdict = verdict
        return doc
