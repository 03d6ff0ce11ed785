"""Words of an arrival of several parts are told with the part and its own page, wherever a person reads of them."""

import csv
import json
from pathlib import Path

import pytest

from arrival_files import make_letter, make_pdf, make_zip
from command_line import Call

FIRST, SECOND, THIRD = (
    "2022. gada nometne piedalijas 12 romu berni.",
    "2022. gada kursus apmekleja 3 romu tautibas vecaki.",
    "2022. gadā projektā „Ceļš” strādāja 5 romu mediatori.",
)
PLACES = {FIRST: ("vēstule.pdf", 2), SECOND: ("mape.zip › pielikums.pdf", 1), THIRD: ("mape.zip › v.docx", None)}


@pytest.fixture(scope="module")
def dataset(call: Call, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two PDF files and one without pages, two of them in an archive of their own."""
    folder = tmp_path_factory.mktemp("arrival")
    inner = make_zip({"pielikums.pdf": make_pdf(SECOND), "v.docx": make_letter(THIRD)})
    letter = make_pdf("Talsu novada pasvaldiba atbild uz 14.03.2023. vestuli.", FIRST)
    (folder / "vēstules.zip").write_bytes(make_zip({"vēstule.pdf": letter, "mape.zip": inner}))
    done = call("run", folder / "vēstules.zip", "--dataset", folder / "out.sqlite")
    assert done.returncode in {0, 3}, done.stdout + done.stderr
    return folder / "out.sqlite"


def test_show(call: Call, dataset: Path) -> None:
    shown = call("show", "vēstules.zip", "--dataset", dataset).stdout
    assert f"{FIRST}  vēstule.pdf, page 2\n" in shown
    assert f"{SECOND}  mape.zip › pielikums.pdf, page 1\n" in shown
    assert f"{THIRD}  mape.zip › v.docx\n" in shown
    assert "vēstule.pdf, 2. lpp." in call("show", "vēstules.zip", "--dataset", dataset, language="lv").stdout


def test_records(call: Call, dataset: Path, tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    assert call("export", "--dataset", dataset, "--format", "jsonl", "--output", target).returncode == 0
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert {line["statement"]: (line["part"], line["page"]) for line in lines} == PLACES
    for line in lines:
        (evidence, *_) = line["counts"][0]["evidence"]
        assert (evidence["part"], evidence["page"]) == PLACES[line["statement"]]
        assert {box["page"] for box in evidence["boxes"]} <= {evidence["page"]}


def test_tables(call: Call, dataset: Path, tmp_path: Path) -> None:
    assert call("export", "--dataset", dataset, "--format", "csv", "--output", tmp_path / "csv").returncode == 0
    for table in ("statements", "counts"):
        with (tmp_path / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(PLACES)
        found = {(row["part"], row["page"]) for row in rows}
        assert found == {(part, str(page or "")) for part, page in PLACES.values()}
