# The one entry point. It needs Python 3.11 or later with venv and pip; everything else it brings, into this folder only
# (.tools, .venv, .venv-bench). Every target can be run again.

PY ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
UV := .tools/bin/uv
BIN := .venv/bin
# Arguments for pytest: make test ARGS="-k truth -x"
ARGS ?=
# Arguments for the benchmarks: make bench BENCH="--help"
BENCH ?=
# How many decisions: make faults FAULTS=100
FAULTS ?= 1000
# Where `make run` serves: make run PORT=8001
PORT ?= 8000
DJANGO = DJANGO_SETTINGS_MODULE=sharewell.config.settings $(BIN)/python -m django

export UV_PYTHON_DOWNLOADS := never
export UV_LINK_MODE := copy
export UV_NO_PROGRESS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help run test faults check coverage screenshots assets bench serving ledger lock setup browser postgresql clean

help:  ## This list
	@echo "Sharewell: should I share this information about a child, with whom, on what basis, how much?"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup  ## Set everything up and serve a demonstration at http://127.0.0.1:8000 (PORT=8001 for another)
	@echo "[run] migrating the embedded database, collecting static files"
	@$(DJANGO) migrate --verbosity 0
	@$(DJANGO) collectstatic --noinput --verbosity 0
	@$(BIN)/sharewell demonstration --if-empty && export SHAREWELL_DEMONSTRATION=yes; \
	echo; \
	echo "  Sharewell is at http://127.0.0.1:$(PORT)        (Ctrl+C to stop)"; \
	test "$$SHAREWELL_DEMONSTRATION" != yes || \
		echo "  Be anybody of an invented county: http://127.0.0.1:$(PORT)/sign-in/as/"; \
	echo "  In a terminal instead: $(BIN)/sharewell ask"; \
	echo "  If a child may be in danger now, ring 999 or children's social care first."; \
	echo; \
	exec $(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --workers 1 --blocking-threads 4 \
		--no-access-log --log-level warning sharewell.config.wsgi:application

test: setup browser postgresql  ## Set everything up and run the whole suite, on either database
	@echo "[test] running the whole suite, with SQLite where there is a database"
	@$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadfile $(ARGS)
	@if test -n "$$PG_BIN" || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then \
		echo "[test] running what has a database again, on PostgreSQL"; \
		SHAREWELL_TEST_ON=postgresql $(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadfile \
			--ignore tests/browser $(ARGS) || test $$? = 5; \
	else echo "[test] NO POSTGRESQL: what has a database was tested on SQLite only" >&2; fi

faults: setup postgresql  ## A thousand decisions while the server and the database are killed (FAULTS=1000)
	@echo "[faults] $(FAULTS) decisions each, with the server or the database killed all the while"
	@SHAREWELL_FAULTS=$(FAULTS) $(BIN)/python -m pytest -n0 -rP tests/faults

check: setup  ## Lint, format, types, layers, packs; reports how much of policy and ledger is covered
	@echo "[check] ruff";           $(BIN)/ruff check -q src tests $(wildcard bench)
	@echo "[check] ruff format";    $(BIN)/ruff format -q --check src tests $(wildcard bench)
	@echo "[check] mypy --strict";  $(BIN)/mypy --strict
	@echo "[check] import-linter";  $(BIN)/lint-imports --no-cache
	@echo "[check] packs";          $(BIN)/sharewell pack check
	@$(MAKE) -s coverage || echo "[check] policy or ledger is not wholly covered (reported only)"

coverage: setup  ## Branch coverage of the policy and ledger rooms, each by its own tests
	@for room in policy ledger; do echo "[coverage] $$room, by its own tests"; \
		$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --cov --cov-report= tests/$$room || exit 1; \
		$(BIN)/coverage report --include="src/sharewell/$$room/*" --fail-under=100 || exit 1; \
	done

screenshots: setup  ## Pictures of every kind of page, wide, narrow, dark, printed, into screenshots/
	@$(BIN)/python -m pytest -q -p no:cacheprovider tests/browser/take_screenshots.py $(ARGS)

assets:  ## Fetch again the fonts and the accessibility checker that are kept in the repository (needs npm)
	@sh src/sharewell/web/fonts/fetch.sh

bench: .venv-bench/.stamp  ## Run the benchmarks beside their peers, in an environment of their own
	@PYTHONPATH=src .venv-bench/bin/python -m bench $(BENCH)

serving: setup  ## Time the start of the server, and its question pages under load, on this machine only
	@$(DJANGO) collectstatic --noinput --verbosity 0
	@PYTHONPATH=. $(BIN)/python -m bench.serving

ledger: .venv-bench/.stamp  ## Time the ledger: a million entries appended, verified and proved, beside peers
	@PYTHONPATH=src .venv-bench/bin/python -m bench.ledger

lock: .tools/.stamp  ## Compile requirements/*.in into hash-locked *.lock files that name no host
	@test -x $(UV) || { echo "[lock] needs uv, which could not be installed into .tools" >&2; exit 1; }
	@for f in bootstrap base dev bench; do \
		echo "[lock] requirements/$$f.lock"; \
		$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
			--no-emit-index-url --no-emit-find-links requirements/$$f.in -o requirements/$$f.lock >/dev/null || exit 1; \
	done
	@! grep -nE '://|index-url|find-links' requirements/*.lock

setup: .venv/.stamp  ## Only set everything up

# The journeys need Debian's Chromium. It is installed where that can be done without asking anybody; elsewhere the journeys
# are skipped, loudly.
browser:
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "[setup] installing Chromium and fonts for the browser journeys"; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			chromium fonts-liberation; } >.tools/chromium.log 2>&1 || { cat .tools/chromium.log >&2; exit 1; }; \
	else echo "[setup] NO CHROMIUM: the browser journeys are skipped; install it: apt-get install chromium fonts-liberation" >&2; fi

# The tests start a PostgreSQL of their own from Debian's programs, and need no server that runs. A cluster that the
# package would make by itself is not wanted.
postgresql:
	@if [ -n "$$PG_BIN" ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "[setup] installing PostgreSQL for the tests on both databases"; \
		mkdir -p /etc/postgresql-common && test -e /etc/postgresql-common/createcluster.conf || \
			echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			postgresql; } >.tools/postgresql.log 2>&1 || { cat .tools/postgresql.log >&2; exit 1; }; \
	else echo "[setup] NO POSTGRESQL: tests run on SQLite only; install it: apt-get install postgresql" >&2; fi

clean:  ## Remove what these targets made
	rm -rf .tools .venv .venv-bench .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage

# -- how it is set up ------------------------------------------------------------------------------------------------

# uv is put where no environment is needed for it. Where pip refuses that (a Python managed by the system, or no pip), or
# has no uv to give, the environments below are made by venv and pip instead: slower, and the same packages to the hash.
.tools/.stamp: requirements/bootstrap.lock
	@test -n "$(PY)" || { echo "[setup] no Python 3.11 or later found; name one: make PY=/path/to/python3" >&2; exit 1; }
	@mkdir -p .tools
	@echo "[setup] fetching uv into .tools"
	@$(PY) -m pip install -q --require-hashes --upgrade --target .tools -r requirements/bootstrap.lock \
		>.tools/log 2>&1 || { rm -rf .tools/bin; echo "[setup] pip did not give uv; going on without it (see .tools/log)"; }
	@touch $@

# $(call environment,FOLDER,LOCK): FOLDER holds exactly what requirements/LOCK.lock lists.
define environment
	@echo "[setup] installing requirements/$(2).lock into $(1)"
	@{ test -x $(UV) && { test -x $(1)/bin/python || $(UV) venv -q --python $(PY) $(1); } && \
		$(UV) pip sync -q --require-hashes --python $(1)/bin/python requirements/$(2).lock; } || { \
		echo "[setup] without uv: venv and pip, half a minute or so"; \
		$(PY) -m venv --clear $(1) && \
		$(1)/bin/python -m pip install -q --require-hashes -r requirements/$(2).lock; }
endef

.venv/.stamp: .tools/.stamp requirements/dev.lock pyproject.toml
	$(call environment,.venv,dev)
	@echo "[setup] installing sharewell from this folder"
	@if test -x $(UV); then \
		$(UV) pip install -q --no-deps --no-build-isolation --python .venv/bin/python --editable .; \
	else .venv/bin/python -m pip install -q --no-deps --no-build-isolation --editable .; fi
	@touch $@

.venv-bench/.stamp: .tools/.stamp requirements/bench.lock
	$(call environment,.venv-bench,bench)
	@touch $@
