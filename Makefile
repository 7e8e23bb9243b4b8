# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later

PYTHON := .venv/bin/python
# Processes that share the tests: many of them wait for a qgis_process.
JOBS := 2

.PHONY: help setup demo test processors lint bench training reference package clean

help:
	@echo "make demo               a simulated scene through the real QGIS, ends in a project and a PNG"
	@echo "make demo DATA=folder   the same on your own interferograms"
	@echo "make test               everything that is tested, by two processes (JOBS=4: by four)"
	@echo "make test ARGS=...      a part of it: ARGS=tests/areas, ARGS='-k sbas', ARGS='--pdb' JOBS=0"
	@echo "make processors         the numerical tests as on other processors (ARGS=--quick: some of them, a minute)"
	@echo "make lint               ruff: rules and format"
	@echo "make bench              timings beside public peers"
	@echo "make training           PyTorch, for scripts/train_*.py alone"
	@echo "make reference          pages of the tools as Python functions and of the core: build/reference"
	@echo "make package            build/groundshift-<version>.zip for QGIS' plugin manager"
	@echo "make setup              QGIS and Python packages by apt, .venv (the others call it)"
	@echo "make clean              removes what the others made here"

setup:
	@bash scripts/setup.sh

demo: setup
	@$(PYTHON) scripts/demo.py $(if $(DATA),--data "$(DATA)")

test: setup lint
	@$(PYTHON) -m pytest -c tests/pytest.ini --rootdir=. --dist loadfile --max-worker-restart 1 \
		-n $(JOBS) $(ARGS)

processors: setup
	@JOBS=$(JOBS) bash scripts/processors.sh $(ARGS)

lint: setup
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

bench: setup
	@set -e; for script in benchmarks/bench_*.py; do $(PYTHON) $$script; done

training: setup
	@/usr/bin/python3 -c "import torch" 2>/dev/null || \
		apt-get install -y -q --no-install-recommends python3-torch || \
		{ echo "PyTorch is missing: as root, apt-get install python3-torch" >&2; exit 1; }

reference: setup
	@$(PYTHON) scripts/make_reference.py

package: setup
	@$(PYTHON) scripts/package.py

clean:
	rm -rf .venv build demo .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
