"""The letters of corpus/ and their gold in annotations/ agree with each other, with the codebook and with the rules."""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extract.codebook import load_codebook
from extract.model import Bound, Document, Layout, ProjectKind, Role, Unit
from extract.readers import read_document

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "corpus" / "files"
SPLITS = ("train", "dev", "test")
FONTS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
CODEBOOK = load_codebook()
Gold = dict[str, Any]


def load_split(split: str) -> list[Gold]:
    lines = (ROOT / "annotations" / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


GOLD = {split: load_split(split) for split in SPLITS}
LETTERS = {letter["file"]: letter for split in SPLITS for letter in GOLD[split]}
STATEMENTS = [(letter["file"], statement) for letter in LETTERS.values() for statement in letter["statements"]]
by_file = pytest.mark.parametrize("file", sorted(LETTERS))


@cache
def document(file: str) -> Document:
    return read_document(FILES / file)


def test_every_letter_stands_in_one_split_and_every_file_has_its_gold() -> None:
    names = [letter["file"] for split in SPLITS for letter in GOLD[split]]
    assert len(names) == len(set(names))
    assert set(names) == {path.name for path in FILES.iterdir()}


def test_splits_are_about_sixty_twenty_twenty() -> None:
    total = len(LETTERS)
    assert total >= 58
    assert 0.5 <= len(GOLD["train"]) / total <= 0.7
    assert len(GOLD["dev"]) / total >= 0.15
    assert len(GOLD["test"]) / total >= 0.15


@pytest.mark.parametrize("split", SPLITS)
def test_every_split_has_every_domain_layout_and_format(split: str) -> None:
    told = {statement["domain"] for letter in GOLD[split] for statement in letter["statements"]}
    assert told >= set(CODEBOOK.domain_codes)
    assert {letter["layout"] for letter in GOLD[split]} >= {"plain", "headings"}
    assert {Path(letter["file"]).suffix for letter in GOLD[split]} == {".pdf", ".docx", ".txt"}


def test_the_corpus_has_every_trap_more_than_once() -> None:
    counts = [count for _, statement in STATEMENTS for count in statement["counts"]]
    projects = [project for _, statement in STATEMENTS for project in statement["projects"]]
    seen = Counter[object](count["bound"] for count in counts)
    seen.update(count["unit"] for count in counts)
    seen.update(count["role"] for count in counts)
    seen.update(project["kind"] for project in projects)
    seen["zero"] = sum(count["value"] == 0 for count in counts)
    seen["thousands"] = sum("tūkst" in count["text"] for count in counts)
    seen["number alone"] = sum(" " not in count["text"] for count in counts)
    seen["words"] = sum(count["text"].split()[0].isalpha() for count in counts)
    seen["ignored"] = sum("ignore" in finding for finding in [*counts, *projects])
    seen["numbered project"] = sum(project["number"] is not None for project in projects)
    seen["unquoted project"] = sum(project["text"][0].isalpha() for project in projects)
    seen["nothing done"] = sum(statement["no_measures"] for _, statement in STATEMENTS)
    seen["no domain"] = sum(statement["domain"] is None for _, statement in STATEMENTS)
    seen["inherited years"] = sum(not statement["years_explicit"] for _, statement in STATEMENTS)
    seen["two years"] = sum(len(statement["years"] or []) > 1 for _, statement in STATEMENTS)
    expected = {*Bound, *Unit, *Role, *ProjectKind}
    assert {trap for trap in {*expected, *seen} if seen[trap] < 2} == set()


@by_file
def test_a_file_is_small_and_read_without_notices(file: str) -> None:
    assert (FILES / file).stat().st_size < 60_000
    assert document(file).notices == ()


@by_file
def test_statements_are_slices_of_the_text_in_the_order_of_the_letter(file: str) -> None:
    text, position = document(file).text, 0
    for statement in LETTERS[file]["statements"]:
        found = text.find(statement["text"], position)
        assert found >= 0, statement["text"]
        position = found + len(statement["text"])


@by_file
def test_frames_are_valid(file: str) -> None:
    letter = LETTERS[file]
    assert letter["respondent"] in {respondent.name for respondent in CODEBOOK.respondents}
    assert letter["layout"] in set(Layout)
    assert letter["reporting_years"] == sorted(set(letter["reporting_years"]))
    assert letter["letter_number"] in document(file).text
    assert int(letter["letter_date"][:4]) > max(letter["reporting_years"])


@pytest.mark.parametrize(("file", "statement"), STATEMENTS)
def test_findings_are_slices_of_their_statement(file: str, statement: Gold) -> None:
    text = statement["text"]
    assert text == " ".join(text.split())
    for finding in [*statement["counts"], *statement["projects"]]:
        assert text[finding["start"] :].startswith(finding["text"])
        assert finding["text"] == finding["text"].strip()
    spans = sorted((count["start"], count["start"] + len(count["text"])) for count in statement["counts"])
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(("file", "statement"), STATEMENTS)
def test_values_are_those_of_the_codebook(file: str, statement: Gold) -> None:
    assert statement["domain"] is None or statement["domain"] in CODEBOOK.domain_codes
    for count in statement["counts"]:
        assert count["bound"] in set(Bound)
        assert count["role"] in set(Role)
        assert (count["unit"] == Unit.FAMILIES) == (count["group"] in ("ģimenes", "mājsaimniecības"))
        assert count["value"] >= 0
        digits = re.match(r"\d+", count["text"])
        assert digits is None or str(count["value"]).startswith(digits[0])
    for project in statement["projects"]:
        assert project["kind"] in set(ProjectKind)
        assert project["number"] is None or re.fullmatch(r"[\d.]*\d(/\w+)+", project["number"])


@by_file
def test_years_are_those_of_the_sentence_or_inherited(file: str) -> None:
    letter = LETTERS[file]
    told: dict[str | None, list[int]] = {}
    for statement in letter["statements"]:
        years = statement["years"]
        if years is None:
            continue
        if statement["years_explicit"]:
            ends = [year for year in years if str(year) in statement["text"]]  # of `no 2022. līdz 2024. gadam`, say
            assert set(years) <= {*ends, *range(min(ends), max(ends))}
        else:
            assert years == told.get(statement["domain"], letter["reporting_years"])
        told[statement["domain"]] = years


def test_no_real_person_or_number_is_named() -> None:
    streets = {"Valdemāra", "Raiņa"}
    for file in LETTERS:
        text = document(file).text
        surnames = set(re.findall(r"\b[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-z]?\. ?([A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{3,})", text))
        assert surnames <= {*streets, "Paraugs"}, file
        assert set(re.findall(r"@\S*?\.(\w+)", text)) <= {"example"}, file
        assert set(re.findall(r"\b[26]\d{7}\b", text)) <= set(re.findall(r"\b(?:60000\d{3}|210\d{5})\b", text)), file


def test_the_readme_tells_of_every_letter() -> None:
    readme = (ROOT / "corpus" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "corpus" / "letters").glob("*.toml"):
        source = tomllib.loads(path.read_text(encoding="utf-8"))
        assert f"| {source['file']} | {source['split']} | {source['layout']} | {source['purpose']} |" in readme


def test_a_rebuild_gives_the_same_letters_and_gold(tmp_path: Path) -> None:
    if not FONTS.is_file():
        pytest.skip("the DejaVu fonts are not installed")
    command = [sys.executable, str(ROOT / "corpus" / "build.py"), "--output", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    for split in SPLITS:
        made = tmp_path / "annotations" / f"{split}.jsonl"
        assert made.read_bytes() == (ROOT / "annotations" / f"{split}.jsonl").read_bytes()
    assert {path.name for path in (tmp_path / "corpus" / "files").iterdir()} == set(LETTERS)
    for file in LETTERS:
        assert read_document(tmp_path / "corpus" / "files" / file).text == document(file).text
