"""State anew what `extract` reaches on the dev letters: `make level` writes annotations/level.toml.

A test holds this level. It is restated when letters have been added, or when it has risen; where it falls, the change
that made it fall is looked at first.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "annotations" / "dev.jsonl"
LEVEL = ROOT / "annotations" / "level.toml"
#: What the calibration error may rise by: it does where values get better than their confidence.
SPARE = 0.02
HEAD = """\
# What `extract evaluate annotations/dev.jsonl` reaches at least: the headline score of each field; and the largest
# expected calibration error, with a little to spare. tests/cli/test_evaluate.py holds it; `make level` states it anew.
"""


def main(dataset: str) -> None:
    """Write the level that the letters in `dataset` reach."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "report.json"
        command = [sys.executable, "-m", "extract", "evaluate", str(GOLD), "--dataset", dataset]
        subprocess.run([*command, "--no-errors", "--output", str(output)], check=True, stdout=subprocess.DEVNULL)
        report = json.loads(output.read_text(encoding="utf-8"))
    lines = [HEAD, f"letters = {report['letters']}", "", "[score]"]
    for name, field in report["fields"].items():
        if field["score"] is not None:
            lines.append(f"{name} = {math.floor(1000 * field['score']['value']) / 1000}")
    lines += ["", "[calibration_error]"]
    for name, field in report["confidence"]["fields"].items():
        lines.append(f"{name} = {round(field['expected_calibration_error'] + SPARE, 3)}")
    LEVEL.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
