# make run:  set up, extract the sample letters, export them        make test: set up, run every check
# make review: open the page on which the sample letters are checked and corrected
# make lock: pin the newest packages anew                           make translations: compile the Latvian messages
# make wheel: build dist/extract-*.whl                              make corpus: make the sample letters from their sources
# make level: state anew what the dev letters reach                 make calibration: fit anew what confidences are worth
# make models: train lv_extract anew (hours; needs the corpora that models/project.yml names)
# make domains: learn anew which words and headings name which domain       make denials, make numbers: learn these anew
#              (after any of the three: make calibration)
# make restoration: train anew what puts lost diacritics back (half an hour; needs ../shared/corpora)
.PHONY: run review test lint lock translations corpus domains denials numbers restoration calibration level models wheel clean
BIN := .venv/bin
CATALOGUES := src/extract/translations
DEMO := build/demo.sqlite

run: .venv/.run
	@mkdir -p build
	@# Exit code 3 (some letters need a look) is what a real batch ends with; it is no failure of the demonstration.
	@$(BIN)/extract run corpus/files --dataset $(DEMO) || test $$? -eq 3
	@$(BIN)/extract export --dataset $(DEMO) --format jsonl --output build/demo/records.jsonl
	@$(BIN)/extract export --dataset $(DEMO) --format csv --output build/demo/csv
	@$(BIN)/extract export --dataset $(DEMO) --format xlsx --output build/demo/letters.xlsx
	@echo "Pārskatīšana (review): make review"

review: .venv/.run
	@test -e $(DEMO) || $(MAKE) --no-print-directory run
	@$(BIN)/extract review --dataset $(DEMO) || test $$? -eq 130

test: .venv/.dev lint
	@# A file's tests stay together, so that what they share is made once.
	$(BIN)/pytest -n 2 --dist loadscope --no-loadscope-reorder

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: .venv/.dev
	$(BIN)/pip-compile --quiet --upgrade --extra dev --extra postgresql --strip-extras --no-emit-index-url \
	  --no-emit-find-links --no-emit-trusted-host --annotation-style=line --output-file constraints.txt pyproject.toml

translations: .venv/.dev
	$(BIN)/pybabel --quiet compile --directory $(CATALOGUES) --domain extract
	$(BIN)/pybabel --quiet compile --directory $(CATALOGUES) --domain messages

corpus: .venv/.dev
	$(BIN)/python corpus/build.py

domains: .venv/.dev
	$(BIN)/python scripts/train_domains.py
	$(BIN)/python scripts/train_headings.py

denials: .venv/.dev
	$(BIN)/python scripts/train_denials.py

numbers: .venv/.dev
	$(BIN)/python scripts/train_numbers.py

restoration: .venv/.dev
	OMP_NUM_THREADS=1 $(BIN)/python scripts/train_restoration.py

calibration: .venv/.dev
	$(BIN)/python scripts/calibrate.py

level: run
	$(BIN)/python scripts/state_level.py $(DEMO)

wheel: .venv/.dev
	$(BIN)/python -m build

models: .venv-models/.ready
	PATH="$(CURDIR)/.venv-models/bin:$$PATH" PYTHONPATH=. python -m weasel run all models

.venv-models/.ready: pyproject.toml constraints.txt models/requirements.txt
	$(or $(PYTHON),python3) -m venv .venv-models
	.venv-models/bin/pip install --quiet --constraint constraints.txt --requirement models/requirements.txt --editable .
	@touch $@

.venv/.run: pyproject.toml constraints.txt scripts/set_up.sh
	@scripts/set_up.sh run
	@touch $@

.venv/.dev: pyproject.toml constraints.txt scripts/set_up.sh
	@scripts/set_up.sh dev
	@touch $@ .venv/.run

clean:
	rm -rf .venv .venv-models build dist models/build
