# Everything runs in .venv, which the first target that needs it makes.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared
READER := $(BIN)/reportedly read --all --format jsonl

DEMO ?= demo.db

.PHONY: run demo test browser pictures lint types gate bench train docs clean

run: .venv/ready  ## Set up, and read the example in both languages.
	$(BIN)/reportedly read examples/missiles.fr.txt
	$(BIN)/reportedly read examples/missiles.en.txt

demo: .venv/ready  ## Set up, make a small ledger of the examples, and open its page.
	$(BIN)/reportedly add examples/demo --ledger $(DEMO)
	$(BIN)/reportedly corroborate --ledger $(DEMO) > /dev/null
	$(BIN)/reportedly serve $(DEMO) --open

test: .venv/ready  ## Set up, and run all tests with coverage.
	$(BIN)/pytest --cov --cov-report=term:skip-covered

browser: .venv/ready  ## Install Chromium for the browser tests where apt may; without it they skip, and say so.
	@$(BIN)/python -c 'import sys; from benchmarks.browser import chromium; sys.exit(not chromium())' || { \
	  test "$$(id -u)" = 0 && command -v apt-get > /dev/null && \
	  timeout 600 sh -c 'apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-dejavu'; \
	} || echo "CHROMIUM IS NOT INSTALLED: the page will not be tested in a browser" >&2

pictures: .venv/ready  ## Take the documentation's pictures of the page.
	$(BIN)/python -m benchmarks.screenshots

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

gate: .venv/ready  ## Hold the gold sets' figures against their floors.
	$(BIN)/python -m benchmarks.gate --shared $(SHARED)

bench: .venv/ready  ## Print every figure of benchmarks/RESULTS.md.
	$(BIN)/python -m benchmarks.accuracy --shared $(SHARED)
	$(BIN)/python -m benchmarks.speed --shared $(SHARED) --profile benchmarks/profiles
	$(BIN)/python -m benchmarks.gate_check --shared $(SHARED)
	$(BIN)/python -m benchmarks.alone
	$(BIN)/python -m benchmarks.peers --shared $(SHARED)

train: .venv/ready  ## Train the bundled pipelines anew (about an hour on two cores).
	$(BIN)/python -m pip install --quiet --group training
	$(BIN)/python -m training --treebanks $(SHARED)/treebanks

clean:
	rm -rf .venv dist .coverage .mypy_cache .pytest_cache .ruff_cache

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src  # an editable installation leaves that to the first run
	touch $@
