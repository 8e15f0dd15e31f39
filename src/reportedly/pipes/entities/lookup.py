"""Looking mentions up by token."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator

from reportedly.pipes.draft import Draft, Mentioned

#: No mention is longer than this many tokens, so that a look-up need not walk back further.
LONGEST = 60


def place_of(mention: Mentioned) -> tuple[int, int]:
    """The order of mentions: by start, the longer one first."""
    return mention.start, -mention.end


def mentions_over(draft: Draft, token: int) -> Iterator[Mentioned]:
    """The mentions that hold a token, the latest start first."""
    mentions = draft.mentions
    at = bisect_right(mentions, token, key=lambda mention: mention.start)
    while at:
        at -= 1
        mention = mentions[at]
        if mention.start < token - LONGEST:
            return
        if token < mention.end:
            yield mention


def mention_at(draft: Draft, head_token: int) -> Mentioned | None:
    """The most specific mention whose head is a token.

    Where no mention has it as its head, the shortest *name* that holds the token answers ("Clinton" in
    "President Bill Clinton"): taggers differ on which word heads a name."""
    over = sorted(mentions_over(draft, head_token), key=lambda mention: mention.end - mention.start)
    for mention in over:
        if mention.head == head_token:
            return mention
    return next((mention for mention in over if mention.type == "name"), None)


def add_mention(draft: Draft, mention: Mentioned) -> None:
    """Puts one more mention in its place among the others."""
    insort(draft.mentions, mention, key=place_of)
