# Two commands do everything: `make run` and `make test`. Needs Python >= 3.12 and make, nothing else.

.DEFAULT_GOAL := help
SHELL := /bin/sh
BACKBEAT_DATA ?= .data
export BACKBEAT_DATA
export PIP_DISABLE_PIP_VERSION_CHECK := 1
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test check bench bench-statistics look format lock clean

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/'

run: $(VENV)/installed $(BACKBEAT_DATA)/secret-key ## Install, start the database, migrate, load the catalogue, serve
	@exec $(BIN)/python manage.py serve

test: $(VENV)/installed-dev ## Install and pass the whole suite, browser tests included
	@sh .ci/browser
	$(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/installed-dev ## All linters and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files 'templates/*.html' | xargs $(BIN)/djade --check --target-version 6.0
	git ls-files '*.py' ':!*/migrations/*' | xargs $(BIN)/django-upgrade --target-version 6.0
	$(BIN)/lint-imports
	$(BIN)/mypy .
	SECRET_KEY=check $(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=check $(BIN)/python manage.py check_catalogue
	SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))')" HTTPS=1 TRUSTED_PROXIES=1 EMAIL_HOST=localhost \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

bench: $(VENV)/installed-dev ## Time our pages beside a bare Django view
	$(BIN)/python -m tests.bench

bench-statistics: $(VENV)/installed-dev ## Simulate histories whose truth is known, and count what is said of them
	nice -n 10 $(BIN)/python -m tests.bench_statistics

look: $(VENV)/installed-dev ## Take a picture of every page into .look/
	@sh .ci/browser
	$(BIN)/python -m tests.look

format: $(VENV)/installed-dev ## Write everything in the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files 'templates/*.html' | xargs $(BIN)/djade --target-version 6.0

lock: ## Pin all packages anew, with hashes
	sh .ci/lock

clean: ## Remove what was installed and built; the data stays
	rm -rf $(VENV) .static .look .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BACKBEAT_DATA)/secret-key: | $(VENV)/installed
	@umask 077; mkdir -p "$(BACKBEAT_DATA)"; $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))' > "$@.new" && mv "$@.new" "$@"

$(VENV)/bin/python:
	@sh .ci/venv $(VENV)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/installed
