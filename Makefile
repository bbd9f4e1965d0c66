# Two commands do everything on a machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
.DELETE_ON_ERROR:
.PHONY: demo test suite eval lint types format train lock clean help

help:
	@echo "make demo   install into $(VENV) and code the samples"
	@echo "make test   what CI runs: lint, types, tests"
	@echo "make eval   accuracy against the floors, where the labelled data are"
	@echo "make train  the reader's weights again, where the training data are (hours on a processor)"
	@echo "make lint   ruff alone; make types: mypy alone; make suite: the tests alone"
	@echo "make format let ruff tidy up"
	@echo "make lock   pin dependencies again (needs uv)"
	@echo "make clean  take $(VENV) and everything made away"

demo: $(VENV)/.run
	$(BIN)/facta demo --no-open

test: lint types suite

# Each process holds the reader and may start a browser, so there are never more than four. Bytecode is kept even where the
# environment says otherwise: commands that tests start would compile all of facta anew, half a second each. ONLY takes an
# expression of marks: `make test ONLY="not once"` leaves out what needs to run with one Python only; by default all run.
suite: $(VENV)/.dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist worksteal $(if $(ONLY),-m "$(ONLY)")

eval: $(VENV)/.dev
	$(BIN)/python -m eval

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

train: $(VENV)/.train
	BIN=$(BIN) bash training/all.sh

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "facta needs Python 3.11 or newer; this is $$($(PYTHON) -V). Try: make $(MAKECMDGOALS) PYTHON=python3.13"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 2; }

# A lock names everything, so nothing is left to resolve: older pips ask for "lxml[extra]" anew, and find a release that is not pinned.
$(VENV)/.run: requirements/run.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install -q --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/dev.lock
	@touch $@

$(VENV)/.train: requirements/train.lock $(VENV)/.run
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/train.lock
	@touch $@

# uv reads pyproject.toml; hashes of every platform and Python are kept, so one lock serves all
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --no-header -q -o requirements/run.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --no-header -q -o requirements/dev.lock
	uv pip compile pyproject.toml --group train --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --no-header -q -o requirements/train.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
