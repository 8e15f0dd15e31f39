"""Names of one thing: the same words, a last name after the full one, an acronym after what it stands for."""

from __future__ import annotations

from reportedly.pipes.coreference.book import Book, Thread
from reportedly.pipes.draft import Mentioned
from reportedly.pipes.entities.forms import fold, words_of
from reportedly.pipes.tokens import Doc

_MIN_INITIALS = 2
_BRACKETS, _CLOSING = frozenset("(["), frozenset(")]")


def by_name(doc: Doc, book: Book, mention: Mentioned) -> Thread | None:
    """The thread that a name belongs to, if it has been met."""
    alone = " " not in name_of_span(doc, mention)
    if mention.kind == "person" and alone and (known := _short(book, mention)) is not None:
        return known
    if mention.key is not None and mention.key in book.by_key:
        return book.by_key[mention.key]
    if (thread := book.by_name.get(name_key(mention))) is not None:
        return thread
    if mention.kind in {"person", "other"} and (thread := _short(book, mention)) is not None:
        return thread
    return _bracketed(doc, book, mention)


def name_of_span(doc: Doc, mention: Mentioned) -> str:
    """A name as the text has it here, which may be shorter than the one that the gazetteer knows."""
    return " ".join(doc.span(mention.start, mention.end).text.split())


def name_key(mention: Mentioned) -> str:
    """A name's words, whatever their case and accents."""
    return " ".join(fold(word) for word in words_of(mention.name))


def enter(book: Book, thread: Thread, mention: Mentioned) -> None:
    """Lets later mentions find a thread by its name and its last name."""
    key = name_key(mention)
    if not key:
        return
    book.by_name.setdefault(key, thread)
    if mention.kind == "person":
        book.by_last[key.rpartition(" ")[2]] = thread


def _short(book: Book, mention: Mentioned) -> Thread | None:
    """ "Ellwood" after "Tobias Ellwood"; "J. Carter" after "Ann Carter" is somebody else."""
    *first, last = name_key(mention).split() or [""]
    thread = book.by_last.get(last)
    if thread is None or (mention.kind == "other" and first):
        return None
    for known in thread.mentions:
        *names, _ = name_key(known).split() or [""]
        if known.type == "name" and names and first and not _agree(first, names):
            return None
    return thread


def _agree(first: list[str], names: list[str]) -> bool:
    """Are these first names of one person, where either may be an initial?"""
    mine, theirs = first[0], names[0]
    return mine == theirs or (min(len(mine), len(theirs)) == 1 and mine[0] == theirs[0])


def _bracketed(doc: Doc, book: Book, mention: Mentioned) -> Thread | None:
    """ "Supreme Harbour Council (SHC)", "SHC [Supreme Harbour Council]": an acronym beside what it stands for."""
    at = mention.start - 1
    closed = mention.end < len(doc) and doc[mention.end].text in _CLOSING
    if at < 1 or doc[at].text not in _BRACKETS or not closed or mention.kind == "person":
        return None
    last = next((thread for thread in book.recent() if thread.last.end == at), None)
    if last is None or last.last.kind not in {"organization", "outlet", "group", "other"}:
        return None
    acronym = mention.name.isupper() and len(mention.name) >= _MIN_INITIALS
    words = name_of_span(doc, mention).split()
    return last if acronym or _spells(name_of_span(doc, last.last).split()[-1], words) else None


def _spells(acronym: str, words: list[str]) -> bool:
    """Do the words of a name begin as an acronym does, in its order?"""
    initials = iter(word[0].lower() for word in words)
    known = [letter for letter in acronym.lower() if letter in initials]
    return acronym.isupper() and len(words) > 1 and len(known) > len(acronym) / 2
