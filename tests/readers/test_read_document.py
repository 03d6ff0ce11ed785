"""From a path to a document: files that are not there, not letters, or not what their name says."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from arrival_files import make_container, make_mail
from extract import readers
from extract.errors import EmptyFileError, EncryptedFileError, ReadError, UnsupportedFormatError
from extract.readers import is_letter_file, read_document

SCAN = Path(__file__).parent / "scans" / "sif.jpg"
MakeWord = Callable[..., bytes]
BODY = "<w:p><w:r><w:t>Ziemā notika trīs koncerti.</w:t></w:r></w:p>"


def test_word_file(tmp_path: Path, make_word: MakeWord) -> None:
    path = tmp_path / "vēstule.docx"
    path.write_bytes(make_word(BODY))
    document = read_document(path, "mape/vēstule.docx")
    assert (document.name, document.format, document.text) == (
        "mape/vēstule.docx",
        "docx",
        "Ziemā notika trīs koncerti.",
    )
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.notices == ()


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("a.txt", False), ("a.text", False), ("vēstule", False), ("vēstule 2021.gada", False), ("a.docx", True),
     ("a.pdf", True), ("a.DOC", True), ("a.html", True), ("a.eml", True), ("a.zip", True)],
)  # fmt: skip
def test_renamed_text_file_is_read_and_told_of(tmp_path: Path, name: str, is_told: bool) -> None:
    (tmp_path / name).write_text("Ziemā notika koncerti.", encoding="utf-8")
    document = read_document(tmp_path / name)
    assert document.format == "txt"
    assert [name in str(notice) and "it is TXT" in str(notice) for notice in document.notices] == [True] * is_told


def test_renamed_word_file_is_read_and_told_of(tmp_path: Path, make_word: MakeWord) -> None:
    (tmp_path / "a.pdf").write_bytes(make_word(BODY))
    document = read_document(tmp_path / "a.pdf")
    assert document.format == "docx"
    assert [str(notice) for notice in document.notices] == [
        "a.pdf is named as PDF, but it is DOCX; it was read as what it is."
    ]


def test_formats_are_called_by_their_names(tmp_path: Path) -> None:
    signed = make_container({"v.txt": "Novadā notika nodarbības.".encode()}, [])
    (tmp_path / "a.pdf").write_bytes(signed)
    assert str(read_document(tmp_path / "a.pdf").notices[0]).startswith("a.pdf is named as PDF, but it is ASiC-E;")


@pytest.mark.tesseract
def test_a_renamed_picture_is_called_a_picture_and_is_as_sure_in_a_mail(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SCAN.read_bytes())
    alone = read_document(tmp_path / "a.pdf")
    assert str(alone.notices[0]) == "a.pdf is named as PDF, but it is a picture; it was read as what it is."
    (tmp_path / "a.eml").write_bytes(make_mail("Labdien!", {"skens.jpg": SCAN.read_bytes()}).as_bytes())
    mailed = read_document(tmp_path / "a.eml")
    sure = [word.confidence for word in mailed.words]
    assert sure == [word.confidence for word in alone.words]
    assert min(confidence or 0.0 for confidence in sure) < 0.9


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"Rar!\x1a\x07\x00", "a.x is a packed archive, which is not read."),
        (b"\x00\x01\x02\xff" + b"abcdefgh" * 9, "a.x is neither text nor a document of a known format."),
    ],
)
def test_unsupported_format_names_the_file_and_what_to_do(tmp_path: Path, data: bytes, cause: str) -> None:
    path = tmp_path / "a.x"
    path.write_bytes(data)
    with pytest.raises(UnsupportedFormatError) as caught:
        read_document(path)
    assert str(caught.value.cause) == cause
    assert len(str(caught.value.advice)) > 20


def test_office_file_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EncryptedFileError, match=r"a\.docx is an Office document that needs a password"):
        read_document(path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0" * 100])
def test_empty_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "tukšs.docx"
    path.write_bytes(data)
    with pytest.raises(EmptyFileError, match=r"tukšs\.docx is empty"):
        read_document(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nav\.docx does not exist"):
        read_document(tmp_path / "nav.docx")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        read_document(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match="may not be read by you"):
        read_document(path)


def test_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "liels.txt"
    with path.open("wb") as file:
        file.truncate(readers.MAX_BYTES + 1)  # a hole: it takes no room on the disk
    with pytest.raises(ReadError, match=r"liels\.txt has 200 MB, more than the 200 MB"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("vēstule.docx", True), ("vēstule", True), ("a.jpg", True), ("a.tmp", True), (".DS_Store", False),
     (".a.docx", False), ("~$stule.docx", False), ("~WRL0001.tmp", False), ("Thumbs.db", False), ("thumbs.db", False),
     ("desktop.ini", False), ("thumbs.docx", True)],
)  # fmt: skip
def test_is_letter_file(name: str, expected: bool) -> None:
    assert is_letter_file(Path("mape") / name) is expected


@pytest.mark.shared
def test_text_named_as_a_document_is_read_as_text(shared: Path) -> None:
    document = read_document(shared / "hard" / "apache+tika__testODTnotaZipFile.odt")
    assert document.format == "txt"
    assert "named as ODT" in str(document.notices[0])
