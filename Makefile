# `make demo` and `make test` are all that a newcomer needs.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO = demo-workspace

.PHONY: demo test check explorer golden docs clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Installed anew only when the project's file changes.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test-installed: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group test
	touch $@

demo: $(VENV)/.installed
	$(BIN)/newsgraph --workspace $(DEMO) build sample_corpus
	@echo
	@echo "Who is related to whom, and the sentence that says so:"
	$(BIN)/newsgraph --workspace $(DEMO) query --named related-people
	$(BIN)/newsgraph --workspace $(DEMO) export demo.gexf

test: $(VENV)/.test-installed
	$(MAKE) check

# The pages that `newsgraph serve` shows; an installation makes them too.
explorer:
	@if command -v npm >/dev/null; then cd web && npm ci --silent && npm run --silent build; \
	else echo "no npm: the explorer is not built"; fi

check: explorer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest
	@$(BIN)/python -m tests.budget

# What the extractor gives now for the sample corpus; read the diff before you commit it.
golden:
	$(BIN)/python -m tests.golden

# The pages that are written from the help texts and the ontology.
docs:
	$(BIN)/python -m docs.refresh

clean:
	rm -rf $(DEMO) demo.gexf dist build
