"""A user's own ontology: checked with the place of what is wrong, and read by the same rules as ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import reportedly
from reportedly.cli import main
from reportedly.errors import LexiconError
from reportedly.ontology import read_ontology

EXAMPLE = Path(__file__).parents[1] / "examples" / "smuggling.toml"
GOOD = """
name = "test"
[acts.haggling]
definition = "Prices talked over."
[[frames.en]]
act = "haggling"
verbs = "haggle"
nouns = "haggling"
example = "Oslo haggled with Rome."
"""


@pytest.fixture
def written(tmp_path: Path):  # type: ignore[no-untyped-def]
    def write(text: str) -> str:
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def acts(text: str, path: str, **options: str) -> list[tuple[str | None, str | None, str]]:
    claims = reportedly.read(text, ontology=path, **options).claims
    return [(one.type, one.act, one.anchor.text) for one in claims if one.type or one.act]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three dealers smuggled rifles into Chad.", ("COERCE", "smuggling", "smuggled")),
        ("Trois marchands ont trafiqué des fusils au Tchad.", ("COERCE", "smuggling", "trafiqué")),
        ("Deux sociétés ont réexporté des moteurs vers la Russie.", (None, "transshipment", "réexporté")),
    ],
)
def test_its_acts_are_found(text: str, found: tuple[str | None, str, str]) -> None:
    assert found in acts(text, str(EXAMPLE))


def test_the_types_of_plover_stay(written) -> None:  # type: ignore[no-untyped-def]
    assert ("ASSAULT", None, "shelled") in acts("Rome shelled Tunis.", written(GOOD))


def test_it_may_stand_alone(written) -> None:  # type: ignore[no-untyped-def]
    path = written('extends = "nothing"\n' + GOOD)
    assert acts("Rome shelled Tunis. Oslo haggled with Rome.", path) == [(None, "haggling", "haggled")]


def test_its_nouns_name_acts(written) -> None:  # type: ignore[no-untyped-def]
    assert acts("The haggling between Oslo and Rome went on.", written(GOOD))[0][1] == "haggling"


def test_an_act_of_its_own_has_roles_and_an_event(written) -> None:  # type: ignore[no-untyped-def]
    reading = reportedly.read("Oslo haggled with Rome.", ontology=written(GOOD))
    claim = next(one for one in reading.claims if one.act)
    assert [one.text for one in claim.roles.actors] == ["Oslo"]
    assert [event.claims for event in reading.events] == [(claim.id,)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "own.toml"),
        (GOOD.replace("verbs =", "verb ="), r"`frames\.en\[0\]\.verb`: no such key"),
        (GOOD.replace('name = "test"', 'name = "test"\nlanguage = "en"'), "`language`: no such key"),
        (GOOD.replace("definition", "meaning"), r"`acts\.haggling\.meaning`: no such key"),
        (GOOD.replace('act = "haggling"', 'act = "haggle"'), "no act 'haggle'"),
        (GOOD.replace('act = "haggling"', 'type = "HAGGLE"'), r"HAGGLE.*frames"),
        (GOOD.replace('verbs = "haggle"\nnouns = "haggling"\n', ""), "needs some"),
        (GOOD.replace('example = "Oslo haggled with Rome."', ""), "example"),
        (GOOD.replace('act = "haggling"', ""), "names either"),
        (GOOD.replace('"haggle"', '"haggle haggle"'), "same conditions"),
        (GOOD.replace('verbs = "haggle"', "verbs = 3"), r"Expected `str`"),
        ('name = "x"\n[acts]\n[frames]\n', "nothing would be found"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(written, text: str, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LexiconError, match=message):
        read_ontology(written(text))


def test_a_missing_file_is_said() -> None:
    with pytest.raises(LexiconError, match=r"no such place\.toml"):
        read_ontology("no such place.toml")


def test_the_command_reads_every_example() -> None:
    result = CliRunner().invoke(main, ["ontology", str(EXAMPLE)])
    assert result.exit_code == 0
    assert result.stdout.count("ok ") == 6


def test_the_command_says_which_example_is_read_otherwise(written) -> None:  # type: ignore[no-untyped-def]
    path = written(GOOD.replace("Oslo haggled with Rome.", "Oslo met Rome."))
    result = CliRunner().invoke(main, ["ontology", path])
    assert result.exit_code == 1
    assert "wrong" in result.stdout
    assert "'met' as CONSULT" in result.stdout


def test_the_command_refuses_what_is_no_ontology(written) -> None:  # type: ignore[no-untyped-def]
    result = CliRunner().invoke(main, ["ontology", written("name = 3")])
    assert result.exit_code == 2
    assert "own.toml" in result.stderr
