# `make run` opens the program, `make test` runs everything that is checked. Both set themselves up first, on a
# fresh Debian 12 too (.ci/setup). The other goals: quick, bench, installer, i18n, clean.

PY := .venv/bin/python
PARTS := $(shell find gogrow assets decks -type f ! -name '*.pyc' ! -name '*.mo')

.NOTPARALLEL:
.PHONY: run test quick bench installer pictures i18n clean setup-run setup-test ruff mypy imports pytest smoke

run: setup-run ## open the program; without a display, play the sample workshop
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then exec $(PY) -m gogrow; fi; \
	echo "No display here, so GoGrow plays its sample workshop." && \
	QT_QPA_PLATFORM=offscreen $(PY) -m gogrow demo --out out/demo && \
	echo "Its files lie in $(CURDIR)/out/demo"

test: setup-test ## every check and test, the installer's smoke test included
	@$(MAKE) --no-print-directory --keep-going ruff mypy imports smoke pytest

quick: setup-test ## all of that but the installer
	@$(MAKE) --no-print-directory --keep-going ruff mypy imports pytest

bench: setup-test ## one line for each figure
	@$(PY) -m tests.bench

installer: dist/gogrow/gogrow ## a folder that runs without Python

dist/gogrow/gogrow: build_installer.spec requirements.lock $(PARTS) | setup-test
	$(PY) -m PyInstaller --noconfirm --log-level WARN build_installer.spec

setup-run setup-test: setup-%:
	@.ci/setup $*
	@$(MAKE) --no-print-directory i18n

ruff:
	$(PY) -m ruff check .

mypy:
	$(PY) -m mypy

imports:
	.venv/bin/lint-imports

pytest:
	$(PY) -m pytest --ignore=tests/installer --numprocesses auto --dist worksteal

smoke: installer
	$(PY) -m pytest tests/installer

i18n: ## compile the translations
	@$(PY) -c "from gogrow import paths, texts; texts.compile_catalogues(paths.assets() / 'i18n')"

clean: ## remove everything that was made, the virtual environment too
	rm -rf .venv build dist out *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find assets gogrow -name '*.mo' -delete

pictures: setup-run ## make the README's pictures anew
	$(PY) -m tests.pictures
