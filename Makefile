# make demo   install into .venv and check the examples
# make test   everything that must hold before a change goes in
# make slow   the sweeps that take long
# make pages  write what docs/ holds of the rules: pages and JSON Schemas

# The first Python that is new enough and can make an environment; PYTHON=… names another.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
BIN = .venv/bin

.PHONY: demo test slow pages clean

demo: .venv/installed
	$(BIN)/tonecheck check --fail-on never examples/drafts examples/angry-exchange.jsonl

test: .venv/developed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

pages: .venv/developed
	$(BIN)/python scripts/write_schemas.py
	$(BIN)/python scripts/write_rule_pages.py

slow: .venv/developed
	$(BIN)/pytest -m slow

.venv/installed: pyproject.toml
	@if [ -z '$(PYTHON)' ]; then echo 'tonecheck needs Python 3.11 or newer, with venv' >&2; exit 1; fi
	test -x $(BIN)/python || '$(PYTHON)' -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

# --group came with pip 25.1.
.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	touch $@

clean:
	rm -rf .venv dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
