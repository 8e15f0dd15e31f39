"""One article: its text with the marks of its reading, its claims, what was judged of them, and whose words it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.corroborate.model import DirectionBy, Link, LinkKind
from reportedly.errors import MissingError
from reportedly.export.selection import within_ontology
from reportedly.ledger import View
from reportedly.ledger.query import Condition, Query
from reportedly.ledger.records import ArticleRow
from reportedly.model import Reading
from reportedly.web.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The ledger's id of an article, or the one that it came with."""

    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody judged of a claim; ``other`` is the second claim where there are two, ``about`` what to call it."""

    number: int
    verdict: str
    other: str | None
    about: str | None
    by: str
    at: str
    why: str | None
    undone: bool
    undone_by: str | None
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim under the ledger's name: which event of many articles it tells, and what was judged of it."""

    id: str
    #: Its id within the reading.
    local: str
    story: str | None
    judgements: tuple[Said, ...]

    @property
    def standing(self) -> tuple[Said, ...]:
        """What has not been taken back."""
        return tuple(one for one in self.judgements if not one.undone)

    @property
    def verdict(self) -> str | None:
        """The newest word on whether it is right or wrong."""
        said = [one.verdict for one in self.standing if one.verdict in ("right", "wrong")]
        return said[-1] if said else None


@dataclass(frozen=True, slots=True)
class Debt:
    """Whose words the article has: another article's, or those of an agency, an outlet, a document that is not here."""

    article: str | None
    name: str
    outlet: str | None
    published: str | None
    kind: LinkKind
    #: The share of its words, 0 to 1; of an article told in other words, how alike the two are.
    score: float
    #: How many passages they have in common.
    passages: int
    direction_by: DirectionBy


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its reading; ``claims`` names the reading's claims as the ledger does."""

    article: ArticleRow
    reading: Reading
    claims: tuple[Kept, ...]
    derived_from: tuple[Debt, ...]

    @property
    def kept(self) -> dict[str, Kept]:
        """The ledger's claims by their ids in the reading."""
        return {claim.local: claim for claim in self.claims}


def build(view: View, asked: Asked) -> Told:
    """The newest version as it was read last."""
    row = article_row(view, asked.id)
    return Told(
        article=row,
        reading=within_ontology(view.reading(row.id)),
        claims=kept_claims(view, row.id),
        derived_from=tuple(debts(view, row.id)),
    )


def article_row(view: View, key: str) -> ArticleRow:
    """An article's line.

    :raises MissingError: if there is none.
    """
    article = view.article(key)
    row = next(view.articles(Query((Condition("article", str(article.id)),)), limit=1), None)
    if row is None:
        raise MissingError(f"{view.path}: there is no article {key!r}")
    return row


def kept_claims(view: View, article: str) -> tuple[Kept, ...]:
    """An article's claims in the order of its text, with their stories and judgements."""
    query = Query((Condition("article", article),))
    ids = {row.id: row for row in sorted(view.claims(query, limit=None), key=lambda row: row.start)}
    stories = view.events_of(list(ids))
    said = judged(view, list(ids))
    return tuple(Kept(key, row.local, stories.get(key), said[key]) for key, row in ids.items())


def judged(view: View, claims: Sequence[str]) -> dict[str, tuple[Said, ...]]:
    """What was said of each claim, the oldest first."""
    found: dict[str, list[Said]] = {key: [] for key in claims}
    for one in view.judgements(claims=claims):
        for key, other in ((one.left, one.right), (one.right, one.left)):
            if key in found:
                found[key].append(
                    Said(
                        one.number, one.verdict, other, called(view, other), one.by, one.at, one.why,
                        one.undone, one.undone_by, one.undone_at,
                    )
                )  # fmt: skip
    return {key: tuple(said) for key, said in found.items()}


def called(view: View, claim: str | None) -> str | None:
    """A claim by its word and where it stands; by its id where it is no more."""
    if claim is None:
        return None
    try:
        row = view.claim(claim)
    except MissingError:
        return claim
    return f"{row.anchor} · {row.outlet or row.title or row.article}"


def debts(view: View, article: str) -> list[Debt]:
    """Whose words it has, as far as the ledger was corroborated."""
    told = view.story_article(article)
    return [debt(view, link) for link in told.derived_from] if told else []


def debt(view: View, link: Link) -> Debt:
    """A link with what to call the other side."""
    how = (link.kind, link.score, len(link.passages), link.direction_by)
    if isinstance(link.to, dict):
        (name,) = link.to.values()
        return Debt(None, name, None, None, *how)
    row = article_row(view, link.to)
    return Debt(row.id, row.title or row.id, row.outlet, row.published, *how)


PAGE = Page(
    name="article",
    path="/articles/{id}",
    summary="One article: its text, its claims, what was judged of them, and whose words it has.",
    asked=Asked,
    told=Told,
    build=build,
    template="article.html",
)
