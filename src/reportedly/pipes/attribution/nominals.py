"""What a word is to a verb of speech by its form and place: a time, a hearer, a clitic, the head of a phrase."""

from __future__ import annotations

from reportedly.pipes.attribution.lexicon import lexicon
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import NOMINAL, base, form, lemma
from reportedly.pipes.tokens import Doc, Token


def is_link(token: Token) -> bool:
    """Whether a token only ties a verb to the pronoun after it: the "-t" of "a-t-il"."""
    doc, i = token.doc, token.i + 1
    return (
        token.text.startswith("-") and i < len(doc) and doc[i].pos_ == "PRON" and doc[i].text.startswith("-")
    )


def is_clitic(token: Token) -> bool:
    """Whether a pronoun is a reflexive or an object beside its verb, and so nobody who speaks."""
    if token.pos_ != "PRON":
        return False
    bound = "Yes" in token.morph.get("Reflex", []) or base(token) == "expl"
    return bound or (base(token) in ("obj", "iobj") and token.head.i > token.i)


def names_time(token: Token) -> bool:
    """Whether a nominal is the name of a day or a time."""
    times = lexicon(token.doc.vocab.lang or token.doc.lang_).times
    return form(token) in times or lemma(token) in times


def in_other_quote(page: Page, token: Token, verb: Token) -> bool:
    """Whether a token stands in a quotation that its verb is not in: then the parser's link between them is wrong."""
    quote = page.inside[token.i]
    return quote is not None and quote.closed and not quote.start <= verb.i < quote.end


def is_possessive(token: Token) -> bool:
    """Whether a pronoun stands before a noun as its owner: "its minister"."""
    return token.pos_ == "PRON" and (token.dep_ == "nmod:poss" or "Yes" in token.morph.get("Poss", []))


def is_time(page: Page, token: Token) -> bool:
    """Whether a nominal names a time, so that it is no subject: "said Monday"."""
    if token.ent_type_ in ("DATE", "TIME") or token.dep_ == "obl:tmod" or names_time(token):
        return True
    speaks = token.pos_ == "PROPN" or lemma(token) in page.lexicon.roles
    return token.dep_ in ("obl:unmarked", "obl:mod") and not speaks


def after_hearer(page: Page, i: int) -> int:
    """Where the words after a hearer begin, who stands before the subject: "a dit à la presse | le maire"."""
    doc, low = page.doc, i
    if i >= len(doc) or form(doc[i]) not in page.lexicon.addressee:
        return low
    i += 1
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ"):
        i += 1
    if i >= len(doc):
        return low
    mention = page.mention_of(doc[i])
    outlet = mention is not None and mention.kind == "outlet"
    if mention is not None and outlet:
        return mention.end
    return i + 1 if doc[i].pos_ == "NOUN" and lemma(doc[i]) in page.lexicon.hearers else low


def phrase_head(doc: Doc, i: int) -> Token:
    """The head of the noun phrase that begins at a token."""
    token = doc[i]
    while token.head.i != token.i and token.head.i >= i:
        if token.pos_ in NOMINAL and (
            token.head.pos_ in ("VERB", "AUX") or base(token) in ("nsubj", "obl", "conj")
        ):
            break
        token = token.head
    return token
