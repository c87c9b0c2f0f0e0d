PY := .venv/bin/python
.PHONY: i18n
i18n: ## compile the translations
	@$(PY) -c "import pathlib; from babel.messages.pofile import read_po; from babel.messages.mofile import write_mo; \
	[write_mo(p.with_suffix('.mo').open('wb'), read_po(p.open('rb'), locale=p.parent.name)) for p in pathlib.Path('assets/i18n').glob('*/*.po')]"
