"""`status`, `show`, `export` and the help texts, on the letters of the corpus."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from arrival_files import SIGNER, make_container, make_letter, make_mail, sign
from command_line import ANNOTATIONS, LETTERS, Call


def test_status_lists_every_letter(call: Call, dataset: Path) -> None:
    done = call("status", "--dataset", dataset)
    assert done.returncode in {0, 3}
    assert all(file.name in done.stdout for file in LETTERS.iterdir())


def test_the_table_in_the_readme_is_what_is_printed(call: Call, dataset: Path) -> None:
    readme = (ANNOTATIONS.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("<!-- demo:start -->")[2].partition("<!-- demo:end -->")[0]
    rows = [line.split() for line in shown.splitlines() if "nov" in line or "Vēstule " in line]
    printed = [line.split() for line in call("status", "--dataset", dataset, language="lv").stdout.splitlines()]
    assert len(rows) > 8
    assert [row for row in rows if row not in printed] == [], "put the table that `make run` prints into the README"


def test_status_of_a_dataset_that_is_not_there(call: Call, tmp_path: Path) -> None:
    done = call("status", cwd=tmp_path)
    assert (done.returncode, "There is no dataset extract.sqlite." in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file", sorted(LETTERS.iterdir())[::8], ids=lambda file: file.name)
def test_show_tells_each_statement(call: Call, dataset: Path, file: Path) -> None:
    done = call("show", file.name, "--dataset", dataset)
    assert done.returncode == 0
    assert "Respondent: " in done.stdout
    assert re.search(r"Years: 20\d\d", done.stdout)


def test_show_of_an_unknown_letter(call: Call, dataset: Path) -> None:
    done = call("show", "nav.pdf", "--dataset", dataset)
    assert (done.returncode, "The dataset has no nav.pdf." in done.stderr) == (2, True)


def test_export_to_every_format(call: Call, dataset: Path, tmp_path: Path) -> None:
    for format in ("jsonl", "json", "csv", "xlsx", "parquet"):
        done = call("export", "--dataset", dataset, "--format", format, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        for line in done.stdout.splitlines():
            assert (tmp_path / line.removeprefix("Written: ")).stat().st_size > 0
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    statements = pd.read_parquet(tmp_path / "records-parquet" / "statements.parquet")
    counts = pd.read_csv(tmp_path / "records-csv" / "counts.csv")
    assert len(lines) == len(statements) == len(pd.read_excel(tmp_path / "records.xlsx", sheet_name="statements"))
    assert len(counts) == sum(len(json.loads(line)["counts"]) for line in lines)
    assert set(counts["statement_id"]) <= set(statements["statement_id"])


def test_accept_above_parts_the_statements_and_is_told_everywhere(call: Call, dataset: Path, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    call("export", "--dataset", dataset, "--accept-above", "0.97", "--output", file)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    accepted = [line for line in lines if line["review_status"] == "machine_accepted"]
    waiting = [line for line in lines if line["review_status"] == "unreviewed"]
    assert len(accepted) + len(waiting) == len(lines)
    assert min(len(accepted), len(waiting)) > 20
    assert all(line["confidence"] >= 0.97 and line["attention"] == [] for line in accepted)
    assert all(line["attention"] for line in waiting)
    told = call("status", "--dataset", dataset, variables={"EXTRACT_ACCEPT_ABOVE": "0.97"})
    assert f"accepted by the machine: {len(accepted)}; waiting for a person: {len(waiting)}." in told.stdout
    shown = call("show", waiting[0]["document"], "--dataset", dataset, "--accept-above", "0.97").stdout
    assert "than asked for (0.97)." in shown
    assert call("status", "--dataset", dataset, "--accept-above", "0.3").returncode == 2


def test_export_where_nothing_may_be_written(call: Call, dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("a file, not a folder", encoding="utf-8")
    done = call("export", "--dataset", dataset, "--output", tmp_path / "occupied" / "records.jsonl")
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True)


def test_export_through_a_link_and_into_a_pipe(call: Call, dataset: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "real.jsonl")
    assert call("export", "--dataset", dataset, "--output", link).returncode == 0
    assert link.is_symlink()
    piped = call("export", "--dataset", dataset, "--output", "/dev/stdout").stdout
    assert piped.startswith((tmp_path / "real.jsonl").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lv", "Pārvērš pašvaldību vēstules"),
        ("lv", "Komandas"),
        ("en", "Turns letters of municipalities"),
        ("en", "Commands"),
    ],
)
def test_help_in_both_languages(call: Call, language: str, words: str) -> None:
    done = call("--help", language=language)
    assert done.returncode == 0
    assert words in done.stdout
    assert "130" in done.stdout


def test_an_unknown_language_is_refused(call: Call) -> None:
    assert call("status", language="de").returncode == 2


def test_version(call: Call) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", call("--version").stdout)


def test_show_tells_the_parts_and_what_signatures_say_of_each(call: Call, tmp_path: Path) -> None:
    letter = make_letter("Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības romu bērniem.")
    signed = make_container({"v.docx": letter, "p.txt": b"Pielikums"}, [sign({"v.docx": letter})])
    mail = make_mail("Labdien!\n\nPielikumā vēstule.\n", {"atbilde.edoc": signed})
    (tmp_path / "pasts.eml").write_bytes(mail.as_bytes())
    ran = call("run", "pasts.eml", cwd=tmp_path)
    assert "No signature in pasts.eml › atbilde.edoc covers p.txt." in ran.stdout, ran.stdout + ran.stderr
    told = call("status", cwd=tmp_path)
    assert "covers p.txt" in told.stdout
    shown = call("show", "pasts.eml", cwd=tmp_path).stdout
    for words in (
        "pasts.eml  covering message, not read for statements",
        "atbilde.edoc › v.docx  letter",
        f"Signed by {SIGNER}, ",
        "as the signer claims: unchanged since it was signed",
        "atbilde.edoc › p.txt  annex",
        "No signature covers it.",
        "Whether the certificate can be trusted was not checked.",
    ):
        assert words in shown
    latvian = call("show", "pasts.eml", cwd=tmp_path, language="lv").stdout
    assert "kopš parakstīšanas nav mainīta" in latvian
    done = call("export", "--format", "json", "--output", "letters.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (tree,) = json.loads((tmp_path / "letters.json").read_text(encoding="utf-8"))
    assert [(part["name"], part["role"], part["integrity"]) for part in tree["parts"]] == [
        ("pasts.eml", "cover", None),
        ("v.docx", "letter", "intact"),
        ("p.txt", "annex", None),
    ]
    assert [(each["signer"], each["state"], each["within"]) for each in tree["signatures"]] == [
        (SIGNER, "intact", ["atbilde.edoc"])
    ]
