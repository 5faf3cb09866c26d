# Every command of the project. `make` alone lists them.
# A stamp in .venv says that scripts/setup has done its work for this checkout; as long as it stands, nothing is checked again.

MAKEFLAGS += --no-print-directory --no-builtin-rules
.SUFFIXES:
.DEFAULT_GOAL := help

READY := .venv/.ready
READY_DEV := .venv/.ready-dev
BIN := .venv/bin

.PHONY: help
help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

.PHONY: run
run: $(READY) ## open the app; without a terminal, compile the brief that ships and print the PDF's path
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/briefing -w .; else $(BIN)/briefing -w . compile deconfliction --final || exec $(BIN)/briefing -w . compile deconfliction; fi

.PHONY: test
test: $(READY_DEV) ## run all tests
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest

.PHONY: lint
lint: $(READY_DEV) ## ruff, formatting, mypy and the contracts between the layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

.PHONY: format
format: $(READY_DEV) ## put the code in the project's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: bench
bench: $(READY_DEV) ## measure speed and memory beside peers
	@$(BIN)/python -m benchmarks

.PHONY: conformance
conformance: $(READY_DEV) ## have veraPDF judge a dozen briefings: PDF/A-3a and PDF/UA-1
	@scripts/conformance

.PHONY: bundle
bundle: $(READY) ## a folder of wheels, dist/bundle, for a machine without internet
	@rm -rf dist/bundle
	@$(BIN)/python -m pip wheel --disable-pip-version-check --quiet --wheel-dir dist/bundle .
	@printf '%s\n' \
	  "On the machine without internet, with the same system, processor and Python ($$($(BIN)/python -V)):" "" \
	  '    python3 -m venv briefing' \
	  '    briefing/bin/pip install --no-index --find-links bundle briefing-tui' \
	  '    briefing/bin/briefing -w WORKSPACE' "" \
	  'where bundle is this folder. It needs these packages of Debian or Ubuntu as well:' "" \
	  '    python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core' >dist/bundle/INSTALL.txt
	@echo dist/bundle

.PHONY: clean
clean: ## remove the environment, builds and caches; out/ stays
	@rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A checkout that was moved needs a new environment: scripts keep the path they were installed under.
ifneq ($(wildcard .venv/.ready*),)
ifneq ($(shell cat .venv/.ready 2>/dev/null),$(CURDIR))
$(READY) $(READY_DEV): moved
.PHONY: moved
moved: ;
endif
endif

$(READY): pyproject.toml scripts/setup
	@scripts/setup >&2

$(READY_DEV): pyproject.toml scripts/setup
	@scripts/setup dev >&2
