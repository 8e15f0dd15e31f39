"""``reportedly ontology``: checks a user's own ontology, its own examples included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportedly.ontology import Family, Ontology
    from reportedly.reading import Reader


@click.command(
    "ontology", epilog="Exit codes: 0 every example is read as it should be, 1 some are not, 2 wrong usage."
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def command(file: str) -> None:
    """Check an ontology: its form, and whether each example is read as the act that it stands for."""
    from reportedly.errors import LexiconError
    from reportedly.ontology import LANGUAGES, read_ontology
    from reportedly.reading import Reader

    try:
        ontology = read_ontology(file)
    except LexiconError as error:
        raise click.UsageError(str(error)) from error
    failed = 0
    for language in LANGUAGES:
        reader = Reader(language=language, ontology=file)
        for number, family in enumerate(ontology.families(language)):
            wrong = mismatch(reader, family, ontology)
            failed += wrong is not None
            mark = "wrong" if wrong else "ok"
            told = f"{mark:5}  frames.{language}[{number}]  {family.act or family.type}  {family.example}"
            click.echo(f"{told}\n       {wrong}" if wrong else told)
    click.get_current_context().exit(1 if failed else 0)


def mismatch(reader: Reader, family: Family, ontology: Ontology) -> str | None:
    """What is found in a family's example instead of its act; None where that is found."""
    from reportedly.model import Article

    claims = [one for one in reader.read(Article(text=family.example)).claims if one.type or one.act]
    wanted = (family.act, ontology.kind(family)[0])
    if any((one.act if family.act else None, one.type) == wanted for one in claims):
        return None
    found = ", ".join(f"{one.anchor.text!r} as {one.act or one.type}" for one in claims)
    return f"found: {found or 'no act'}"
