# Two commands: `make run` opens a local area, `make test` checks everything.
# They need python3 >= 3.11 with its venv module, make and git; the rest is fetched from the locks.

PYTHON := .venv/bin/python -P
PYTEST := .venv/bin/python -m pytest -n 2 --dist loadgroup -q
LOCK := .boot/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header

.PHONY: run test check bench lock reset environment statics
.DEFAULT_GOAL := run

run:
	@python3 scripts/environment.py run
	@exec .venv/bin/plait run

test: environment statics
	@$(PYTHON) scripts/pango.py
	@browser="$$($(PYTHON) scripts/browser.py)" && PLAIT_CHROMIUM="$$browser" $(PYTEST)

check: environment statics
	@$(PYTEST) -m "not slow and not browser"

statics:
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy plait/law plait/standards
	@.venv/bin/lint-imports

bench: environment
	@for module in benchmarks/[a-z]*.py; do $(PYTHON) -m "benchmarks.$$(basename "$$module" .py)" || exit 1; done

lock: environment
	@echo uv | $(LOCK) --no-annotate - -o requirements/uv.txt
	@$(LOCK) pyproject.toml --extra dev -o requirements/dev.lock
	@$(LOCK) pyproject.toml --extra linkage -c requirements/dev.lock -o requirements/run.lock

reset:
	@python3 scripts/environment.py run
	@.venv/bin/plait reset --yes

environment:
	@python3 scripts/environment.py dev
