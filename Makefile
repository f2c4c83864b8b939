PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOWEST := .venv-lowest
PACKAGE := .venv-package
INSTALL := -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: render test test-lowest package test-sdist clean

render: $(READY)
	$(BIN)/hearingkit render

test: $(READY)
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n auto --dist worksteal

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(INSTALL) -e '.[dev]'
	touch $@

# Types are left to `test`: old releases of libraries have none, though they work.
test-lowest: $(LOWEST)/.ready
	$(LOWEST)/bin/python -m ruff check
	$(LOWEST)/bin/python -m ruff format --check
	$(LOWEST)/bin/python -m pytest -n auto --dist worksteal

$(LOWEST)/.ready: pyproject.toml
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python $(INSTALL) uv
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct -e '.[dev]'
	touch $@

package: $(PACKAGE)/.ready
	rm -rf dist
	$(PACKAGE)/bin/validate-pyproject pyproject.toml
	$(PACKAGE)/bin/python -m build
	$(PACKAGE)/bin/twine check --strict dist/*
	$(PACKAGE)/bin/check-wheel-contents dist/*.whl

test-sdist: package
	rm -rf build/sdist
	mkdir -p build/sdist
	tar -xzf dist/*.tar.gz -C build/sdist --strip-components=1
	$(MAKE) -C build/sdist test

$(PACKAGE)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv --clear $(PACKAGE)
	$(PACKAGE)/bin/python $(INSTALL) build check-wheel-contents twine 'validate-pyproject[all]'
	touch $@

clean:
	rm -rf $(VENV) $(LOWEST) $(PACKAGE) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
