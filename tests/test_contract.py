"""The reading format: exact round trips, a schema that real output keeps, errors that name the place."""

import json

import jsonschema
import pytest

import reportedly
from reportedly import Reading
from reportedly.contract import json_schema, to_json
from reportedly.errors import ContractError

FRENCH = (
    "Des chars livrés à Kiev\n\nLa Pologne aurait livré douze chars à l'Ukraine mardi, selon deux diplomates. "
    "« Nous ne confirmons rien », a déclaré le porte-parole du ministère de la Défense."
)
ENGLISH = (
    "Poland will not send tanks to Ukraine next week, a spokesman said. "
    "Officials told Reuters that at least 12 tanks might be delivered by May."
)


@pytest.fixture(scope="module", params=[FRENCH, ENGLISH, "", "Reuters", "123"])
def reading(request: pytest.FixtureRequest) -> Reading:
    return reportedly.read(request.param, published="2024-08-20")


def test_round_trip_is_exact(reading: Reading) -> None:
    assert Reading.from_dict(reading.to_dict()) == reading
    assert Reading.from_dict(json.loads(to_json(reading))) == reading


def test_output_keeps_the_schema(reading: Reading) -> None:
    jsonschema.validate(json.loads(to_json(reading)), json_schema())


def test_the_schema_refuses_what_is_not_a_reading(reading: Reading) -> None:
    broken = reading.to_dict() | {"format": "reportedly.reading/2"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, json_schema())


def test_same_text_same_bytes() -> None:
    first, second = (to_json(reportedly.read(FRENCH)) for _ in range(2))
    assert first == second


def test_errors_name_the_place(reading: Reading) -> None:
    broken = reading.to_dict() | {"sentences": [{"start": "0", "end": 1}]}
    with pytest.raises(ContractError, match=r"sentences\[0\]\.start|sentences\[...\]\.start"):
        Reading.from_dict(broken)
