"""Finding, or making, the mention that a role's filler or an attribution's source is."""

from __future__ import annotations

from reportedly.model import EntityKind, MentionType
from reportedly.pipes.coreference.lexicon import Lexicon
from reportedly.pipes.draft import Draft, Filler, Mentioned, SourceDraft
from reportedly.pipes.entities import add_mention, mention_at, mentions_over
from reportedly.pipes.tokens import Doc, Token

_PARTED = frozenset({"nmod", "obl", "obl:arg", "obl:mod", "nmod:arg", "conj"})
_OWNERS = frozenset({"country", "group", "organization", "person"})
_PRONOUNS = frozenset({"PRON", "DET"})


def mention_of(
    doc: Doc, draft: Draft, phrase: Filler | SourceDraft, words: Lexicon, *, party: bool
) -> Mentioned:
    """The mention that a phrase is; one that is made for it joins the draft's.

    :param party: the phrase is an actor or a recipient, so it stands for somebody.
    """
    found = mention_at(draft, phrase.head)
    if found is None and (inner := parted(doc, phrase.head, words)) is not None:
        found = mention_at(draft, inner)
    if found is None:
        over = [mention for mention in mentions_over(draft, phrase.head) if _within(mention, phrase)]
        found = min(over, key=lambda mention: mention.end - mention.start, default=None)
    if found is None and party:
        found = belonging(doc, draft, phrase, words)
    if found is None:
        found = _made(doc, phrase)
        add_mention(draft, found)
    return found


def belonging(doc: Doc, draft: Draft, phrase: Filler | SourceDraft, words: Lexicon) -> Mentioned | None:
    """« les **efforts** d'Haïti », "Ukrainian **strikes**": the party that an act or thing belongs to."""
    found = []
    for child in doc[phrase.head].children:
        if child.dep_.split(":")[0] not in {"nmod", "amod", "compound"}:
            continue
        mention = mention_at(draft, child.i)
        links = {token.lower_ for token in child.children if token.dep_ == "case"}
        if mention is not None and mention.kind in _OWNERS and (not links or links & words.owners):
            found.append(mention)
    return found[0] if len(found) == 1 else None


def parted(doc: Doc, head: int, words: Lexicon) -> int | None:
    """« des **douzaines** de militaires », "**one** of the sources": the token of what is counted."""
    token = doc[head]
    if not {token.lower_, token.lemma_.lower()} & words.partitives and token.pos_ != "NUM":
        return None
    inner = next((child for child in token.rights if child.dep_ in _PARTED and child.pos_ != "NUM"), None)
    return None if inner is None else inner.i


def _within(mention: Mentioned, phrase: Filler | SourceDraft) -> bool:
    return phrase.start <= mention.start and mention.end <= max(phrase.end, phrase.head + 1)


def _made(doc: Doc, phrase: Filler | SourceDraft) -> Mentioned:
    """A mention for a phrase that no gazetteer knew."""
    start, end = phrase.start, max(phrase.end, phrase.start + 1)
    while start < end - 1 and start < phrase.head and (doc[start].pos_ == "ADP" or doc[start].is_space):
        start += 1
    token = doc[phrase.head]
    kind, type_ = _kind(token)
    return Mentioned(
        start=start,
        end=end,
        head=phrase.head,
        type=type_,
        kind=kind,
        name=" ".join(doc.span(start, end).text.split()),
        plural="Plur" in token.morph.get("Number", []),
    )


def _kind(token: Token) -> tuple[EntityKind, MentionType]:
    if token.pos_ in _PRONOUNS:
        return "other", "pronoun"
    if token.pos_ == "PROPN":
        return "other", "name"
    return "other", "nominal"
