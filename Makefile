# Everything that a person or CI does with a checkout. Each target does its own set-up, once: `make help`.

VENV := .venv
ENGINES := .venv-engines
RUN := $(VENV)/bin/python -m
PEERS := .venv-peers
PIP := $(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt

PEERS_PIP := $(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check \
	--constraint bench/peers-constraints.txt

# The first Python on PATH that is new enough.
IS_NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(or $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(IS_NEW_ENOUGH)' 2>/dev/null && echo $$python && break; done),python3)

# Stops with a sentence, the second argument, unless the command in the first succeeds.
require = $(if $(shell $(1) >/dev/null 2>&1 && echo there),,$(error $(2)))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test test-quick test-deep test-engines check check-release docs bench bench-peers chromium

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

report: $(VENV)/runtime ## write report.html from claims/ and print its path
	@$(RUN) factcheck report claims -o report.html

test: $(VENV)/test chromium ## run the whole suite
	@$(RUN) pytest --numprocesses 2 --dist loadfile

SEED := $(or $(SEED),$(shell od -An -N4 -tu4 /dev/urandom | tr -d " "))

test-quick: $(VENV)/test ## what runs in a minute: without browser, git and engines
	@$(RUN) pytest --numprocesses 2 --dist loadfile -m "not (browser or git or engines)"

test-deep: $(VENV)/test ## the tests that draw their cases, with many of them; SEED=N draws those of an earlier run again
	@echo "make test-deep SEED=$(SEED)"
	@$(RUN) pytest --numprocesses 2 --deep --hypothesis-seed=$(SEED) -m "hypothesis or drawn"

test-engines: $(ENGINES)/ready ## the tests of Spark, with a Java 17 and an environment of their own
	@$(ENGINES)/bin/python -m checks.java
	@$(ENGINES)/bin/python -m pytest tests/engines

check: $(VENV)/check ## ruff, mypy, sizes, layers, pins, generated docs, and the built wheel
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) checks.size
	$(RUN) pytest --quiet tests/test_architecture.py
	$(RUN) checks.pins
	$(RUN) checks.docs_drift
	$(RUN) checks.reading --check
	$(RUN) factcheck check claims
	$(RUN) checks.wheel

check-release: check test-deep ## check and test-deep, then what a release needs: every translation, its entry in the changelog
	$(RUN) checks.release

docs: $(VENV)/runtime ## generate docs/rules, the tables of languages, of docs/reading.md and docs/settings.md, the schemas
	@$(RUN) factcheck rules --write docs/rules
	@$(RUN) checks.languages
	@$(RUN) checks.reading
	@$(RUN) checks.catalogue
	@$(RUN) checks.settings
	@$(RUN) checks.schemas

bench: $(VENV)/bench ## measure reading, loading and starting, each against a peer
	@$(RUN) bench

bench-peers: $(PEERS)/ready ## measure comparing against peers, which are installed apart
	@$(PEERS)/bin/python -m bench.names
	@$(PEERS)/bin/python -m bench.peers

chromium: $(VENV)/runtime
	@$(RUN) checks.chromium

$(VENV)/runtime: pyproject.toml constraints.txt
	$(call require,command -v git,git is missing; on Debian it is installed by: apt-get install git)
	$(call require,$(PYTHON) -c '$(IS_NEW_ENOUGH)',Python 3.11 or newer is missing; on Debian it is installed by: apt-get install python3 python3-venv)
	$(call require,$(PYTHON) -c 'import ensurepip; import venv',Python's venv module is missing; on Debian it is installed by: apt-get install python3-venv)
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --upgrade pip hatchling editables
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/test: $(VENV)/runtime
	@echo "Installing what the tests need …"
	@$(PIP) --group test
	@touch $@

$(ENGINES)/ready: pyproject.toml constraints.txt
	@echo "Setting up $(ENGINES) …"
	@$(PYTHON) -m venv --clear $(ENGINES)
	@$(ENGINES)/bin/python -m pip install --quiet --upgrade pip
	@$(ENGINES)/bin/python -m pip install --quiet --constraint constraints.txt --editable . --group engines
	@touch $@

$(VENV)/bench: $(VENV)/runtime
	@echo "Installing what the benchmarks need …"
	@$(PIP) --group bench
	@touch $@

# What the peers need fits neither constraints.txt nor each other's wishes: they have a place and pins
# of their own. truthdiscovery asks for the very versions of 2023, and runs with later ones.
$(PEERS)/ready: $(VENV)/runtime bench/peers-constraints.txt
	$(call require,pkg-config --exists icu-i18n,ICU is missing; on Debian it is installed by: apt-get install libicu-dev pkg-config g++)
	@echo "Installing the peers …"
	@$(PYTHON) -m venv --clear $(PEERS)
	@$(PEERS_PIP) --upgrade pip hatchling editables
	@$(PEERS_PIP) --no-build-isolation --editable . --group peers
	@$(PEERS_PIP) --no-deps truthdiscovery
	@$(PEERS)/bin/python -m checks.pins bench/peers-constraints.txt
	@touch $@

$(VENV)/check: $(VENV)/runtime
	@echo "Installing what the checks need …"
	@$(PIP) --group check
	@touch $@

# A virtual environment whose Python has gone (an upgraded system) is made anew.
ifeq ($(shell $(VENV)/bin/python -c 'print("works")' 2>/dev/null),)
.PHONY: $(VENV)/runtime
endif
