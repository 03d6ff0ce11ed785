"""The difficult files of other projects: each ends in time in a document, or in an error with its true cause."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.batch import Arrival, Outcome, extract_arrivals
from extract.codebook import load_codebook

#: Seconds after which a file is given up. All of them take 43 on two quiet processors; busy ones must not fail.
TIME = 300.0
DAMAGED, NO_TEXT, EMPTY_PAGES = "is damaged", "has no text in its body", "has any text, and none was recognised"
PASSWORD, ELSEWHERE = "needs a password", "could land outside of its folder"
#: Every file that cannot be read, by the end of its name, with words of its cause.
CAUSES = {
    "57603-seven_columns.doc": NO_TEXT,
    "Bug60341.docx": NO_TEXT,
    "POIXWPFFuzzer-5313273089884160.docx": DAMAGED,
    "POIHSMFFuzzer-4735011465854976.msg": "attachment is damaged",
    "password_tika_binaryrc4.doc": PASSWORD,
    "truncated62886.docx": DAMAGED,
    "zero-length.docx": NO_TEXT,
    "testBinControlWord.rtf": NO_TEXT,
    "testPDF_malformedXFA.pdf": "measures 1 × 1 points",
    "testWORD_truncated.docx": DAMAGED,
    "testZIP_corrupted_oom.zip": DAMAGED,
    "testZip_absolutePath.zip": ELSEWHERE,
    "EmptyPage-corrupted.pdf": DAMAGED,
    "issue-203-decimalize.pdf": EMPTY_PAGES,
    "password-example.pdf": PASSWORD,
    "PDFBOX-4352-0.pdf": EMPTY_PAGES,
    "REDHAT-1531897-0.pdf": DAMAGED,
    "bug1020226.pdf": DAMAGED,
    "bug1980958.pdf": DAMAGED,
    "empty_protected.pdf": EMPTY_PAGES,
    "encrypted-attachment.pdf": "attachment.pdf needs a password",
    "issue15893_reduced.pdf": PASSWORD,
    "issue3371.pdf": PASSWORD,
    "issue9105_other.pdf": DAMAGED,
    "jbig2_file_header.pdf": EMPTY_PAGES,
    "operator_list_cycle.pdf": EMPTY_PAGES,
    "poppler-395-0-fuzzed.pdf": DAMAGED,
    "poppler-742-0-fuzzed.pdf": DAMAGED,
    "poppler-85140-0.pdf": "measures 595 × 2147483648 points",
    "poppler-937-0-fuzzed.pdf": DAMAGED,
    "libreoffice-writer-password.pdf": PASSWORD,
}
#: Files of which a part is read, with words of what is told of the rest.
NOTICES = {
    "testZipEncrypted.zip": "encrypted.txt needs a password",
    "testZip_overlappingNames.zip": ELSEWHERE,
    "testODTnotaZipFile.odt": "is named as ODT, but it is TXT",
    "malformed-pades.pdf": "is damaged; it was read with a second engine",
    "asice-relative.asice": "carries no signature",
    "multifiles-too-much-files.asice": "No signature in",
    "multifiles-wrong-file.asice": "signed files that are not in the container",
    "pt-empty.asice": "carries no signature",
    "tsl.asice": "could not be checked",
}

pytestmark = pytest.mark.shared


def arrival(path: Path) -> Arrival:
    return Arrival(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.fixture(scope="module")
def outcomes(shared: Path) -> Iterator[dict[str, Outcome]]:
    """What becomes of the difficult files and the letters, in one run; the batch itself gives up those out of time."""
    files = [path for path in (shared / "hard").iterdir() if path.suffix != ".tsv"]
    files += (shared / "gold" / "letters").iterdir()
    random.Random(1).shuffle(files)  # noqa: S311 - so that the slow ones do not stand together
    done = extract_arrivals([arrival(path) for path in files], load_codebook(None), 2, TIME)
    found = {outcome.arrival.name: outcome for outcome in done}
    assert len(found) == len(files)
    yield found


def ended(outcomes: dict[str, Outcome], end: str) -> Outcome:
    (outcome,) = (outcome for name, outcome in outcomes.items() if name.endswith(end))
    return outcome


def test_no_file_takes_too_long_or_makes_a_worker_end(outcomes: dict[str, Outcome]) -> None:
    for name, outcome in outcomes.items():
        said = str(outcome.error.cause) if outcome.error else ""
        for fault in ("was given up", "defect of the program", "made the program that reads it end", "more memory"):
            assert fault not in said, name
        if outcome.extraction is not None:
            assert outcome.extraction.letter.document.text


def test_only_the_files_of_the_table_cannot_be_read(outcomes: dict[str, Outcome]) -> None:
    failed = {name for name, outcome in outcomes.items() if outcome.error is not None}
    assert {name for name in failed if not name.endswith(tuple(CAUSES))} == set()
    assert len(failed) == len(CAUSES)


@pytest.mark.parametrize(("end", "words"), CAUSES.items(), ids=CAUSES)
def test_each_error_names_its_cause(outcomes: dict[str, Outcome], end: str, words: str) -> None:
    outcome = ended(outcomes, end)
    assert outcome.error is not None
    assert words in str(outcome.error.cause)
    assert outcome.arrival.name in str(outcome.error.cause)
    assert len(str(outcome.error.advice)) > 20


@pytest.mark.parametrize(("end", "words"), NOTICES.items(), ids=NOTICES)
def test_what_is_wrong_with_a_file_that_is_read_is_told(outcomes: dict[str, Outcome], end: str, words: str) -> None:
    outcome = ended(outcomes, end)
    assert outcome.extraction is not None
    assert any(words in str(notice) for notice in outcome.extraction.notices)
