"""The description of the API is true: sound, whole, and kept under whatever a fuzzer thinks of."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from reportedly.cli import main
from reportedly.ledger import View, Writer
from reportedly.web.app import create_app
from reportedly.web.openapi import description
from reportedly.web.page import Page
from reportedly.web.routes import ACTS, PAGES, all_routes
from reportedly.web.settings import Settings

DESCRIBED = json.loads(description(PAGES, ACTS))
HOST = {"host": "localhost"}
#: What no program asks for: pages, files, forms of people.
UNDESCRIBED = re.compile(r"/static/|/log(in|out)$|/openapi\.json$|/report$")


def test_every_address_of_programs_is_described() -> None:
    for route in all_routes():
        assert isinstance(route, Route)
        if UNDESCRIBED.search(route.path) or not route.path.endswith(".json"):
            continue
        for method in (route.methods or set()) - {"HEAD"}:
            assert method.lower() in DESCRIBED["paths"][route.path], route.path


def test_every_reference_leads_somewhere() -> None:
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(DESCRIBED)))
    assert names <= set(DESCRIBED["components"]["schemas"])
    assert len(names) > 20


@pytest.fixture(scope="module")
def told(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with events and a judgement."""
    path = Path(shutil.copy(filled, tmp_path_factory.mktemp("told") / "news.db"))
    assert CliRunner().invoke(main, ["corroborate", "--ledger", str(path)]).exit_code == 0
    with Writer(path) as writer:
        claim = writer.connection.execute("SELECT id FROM claims").fetchone()[0]
        writer.judge("wrong", claim, by="reviewer", why="no such ship")
    return path


def address(path: str, ledger: Path) -> str:
    """A path with the ids of what is there."""
    with View(ledger) as view:
        articles = [row.id for row in view.articles()]
        claim, event = next(view.claims()), next(view.events())
        number = view.judgements()[0].number
    there = {
        "/articles/{id}": articles[0], "{other}": articles[1], "/claims/{id}": claim.id, "/events/{id}": event.id,
        "{number}": str(number), "{name}": quote(claim.actors[0]),
    }  # fmt: skip
    for place, value in there.items():
        path = path.replace(place, place[: place.index("{")] + value)
    return path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_told_is_what_is_described(told: Path, page: Page) -> None:
    schema = DESCRIBED["paths"][f"{page.path}.json"]["get"]["responses"]["200"]["content"]["application/json"]
    whole = {**schema["schema"], "components": DESCRIBED["components"]}
    with TestClient(create_app(Settings(ledger=told)), base_url="http://localhost") as client:
        answer = client.get(address(f"{page.path}.json", told))
    assert answer.status_code == 200
    Draft202012Validator(whole).validate(answer.json())


def queried(operation: dict[str, Any]) -> bool:
    """Whether anything can be wrong with an address: any word may be somebody's id."""
    return any(each["in"] == "query" for each in operation["parameters"])


@pytest.fixture(scope="module")
def app(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    """A page over a ledger that may be written to."""
    return create_app(Settings(ledger=Path(shutil.copy(filled, tmp_path_factory.mktemp("fuzz") / "news.db"))))


#: Every described operation, with what is allowed and with what is not.
ASKED = [
    (path, method, mode)
    for path, methods in DESCRIBED["paths"].items()
    for method, operation in methods.items()
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    if mode is GenerationMode.POSITIVE or "requestBody" in operation or queried(operation)
]


@pytest.mark.parametrize(
    ("path", "method", "mode"), ASKED, ids=lambda each: str(getattr(each, "value", each))
)
def test_nothing_breaks_and_every_answer_is_described(
    app: Starlette, path: str, method: str, mode: GenerationMode
) -> None:
    operation = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)[path][method]
    with TestClient(app, base_url="http://localhost") as client:
        token = client.get("/token.json")
    known = {"x-csrf-token": token.json()["token"], "cookie": token.headers["set-cookie"].partition(";")[0]}

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case) -> None:
        # What is well-formed may still mean nothing to the ledger: "same" without a second claim.
        left_out = [positive_data_acceptance] if method == "post" else []
        case.call_and_validate(
            headers={**(case.headers or {}), **HOST, **known}, excluded_checks=left_out, timeout=60
        )

    ask()
