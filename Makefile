# make run    try the program with a fictional case
# make test   everything that must hold before a change is taken in
# make fix    put the code in form, as far as a machine can
# make words  take new texts into the catalogues and list what is to be translated
# make bench  measure start-up, keys, saving and idling beside other programs
# make faults kill, starve and crowd the store for some minutes, and write docs/reliability.md
# make walks  lead a meeting of each structure by Enter in a real terminal, and go a whole round
# make docs   write the generated pages and screenshots anew
# make lock   choose the newest versions that pyproject.toml allows
# make clean  remove all that make has made
#
# Needs Python 3.11 or newer and nothing else; the rest goes into .venv, by name and hash.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(name))))
WORKERS ?= 3
ARGS ?=

BIN := .venv/bin
CATALOGUES := $(wildcard data/translations/*/LC_MESSAGES/*.po)
COMPILED := $(CATALOGUES:.po=.mo)
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	--python-version 3.11 --upgrade

.NOTPARALLEL:
.PHONY: help run test formatted linted typed layered tested fix words bench faults walks docs lock clean

help:
	@sed -n 's/^# \(make [a-z]* .*\)/\1/p' Makefile

run: .venv/.ready-to-run $(COMPILED)
	@$(BIN)/viddevakt $(ARGS) demo

test: formatted linted typed layered tested

formatted: .venv/.ready-to-test
	$(BIN)/ruff format --check .

linted: .venv/.ready-to-test
	$(BIN)/ruff check .

typed: .venv/.ready-to-test
	$(BIN)/mypy --strict app phases data tests

layered: .venv/.ready-to-test
	$(BIN)/lint-imports --no-logo

# Where Python is told to keep no bytecode, each of the hundred programs that the tests start would
# compile itself anew, and pytest each test.
tested: export PYTHONDONTWRITEBYTECODE :=
tested: .venv/.ready-to-test $(COMPILED)
	$(BIN)/coverage erase
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term --cov-fail-under=90
	@echo 'covered in phases/, per cent:'
	@$(BIN)/coverage report --include='phases/*' --fail-under=97 --format=total

fix: .venv/.ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

words: .venv/.ready-to-test
	$(BIN)/python -m scripts.translations update

bench: .venv/.ready-to-test $(COMPILED)
	$(BIN)/python -m tests.benchmarks $(ARGS)

faults: .venv/.ready-to-test $(COMPILED)
	$(BIN)/python -m tests.faults $(ARGS)

walks: .venv/.ready-to-test $(COMPILED)
	$(BIN)/python -m tests.app.terminal $(ARGS)

docs: .venv/.ready-to-test $(COMPILED)
	$(BIN)/python -m scripts.docs
	$(BIN)/python -m scripts.screenshots

# The second lock is bound to the first, so that tests run on what people get.
lock: .venv/.ready-to-test
	$(LOCK) --group build pyproject.toml --output-file requirements.lock
	$(LOCK) --extra pdf --group build --group dev --constraint requirements.lock pyproject.toml \
		--output-file requirements-dev.lock

clean:
	rm -rf .venv build dist .coverage .coverage.* htmlcov .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	rm -f $(COMPILED)

# The stamps: nothing is asked or installed again until what it was made from changes.
.venv/.made:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed'; exit 1; }
	@echo 'Making .venv with $(notdir $(PYTHON)) …'
	@$(PYTHON) -m venv .venv
	@touch $@

# Without build isolation pip would fetch the build's own requirements unlocked.
.venv/.ready-to-run: .venv/.made requirements.lock pyproject.toml hatch_build.py
	@echo 'Installing what the program needs into .venv, by name and hash (the first time only) …'
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	@echo 'Installing viddevakt into .venv …'
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.ready-to-test: .venv/.ready-to-run requirements-dev.lock
	@echo 'Installing what the tests need into .venv (the first time only) …'
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

%.mo: %.po
	@$(BIN)/python -m scripts.translations compile
