"""Word 97-2003 documents through LibreOffice: what comes of them, and what without it."""

import shutil
from pathlib import Path

import pytest

from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, MissingProgramError, ReadError
from extract.readers import libreoffice, read_document
from extract.readers.doc import read_doc

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgramError, match=r"v\.doc is a Word 97-2003 .*libreoffice-writer-nogui"):
        read_doc(OLE, "v.doc")


def test_password_is_told_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    block = b"\xec\xa5" + b"\0" * 8 + b"\x00\x01" + b"\0" * 500
    with pytest.raises(EncryptedFileError, match=r"v\.doc"):
        read_doc(OLE + b"\0" * 512 + block, "v.doc")


@needs_libreoffice
def test_time_limit_ends_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libreoffice, "TIMEOUT", 0.05)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with pytest.raises(DamagedFileError, match=r"v\.doc was given up"):
        read_doc(OLE, "v.doc")


@pytest.mark.shared
@needs_libreoffice
@pytest.mark.parametrize(
    ("file", "outcome"),
    [
        ("apache+poi__Word95.doc", "The quick brown fox jumps over the lazy dog"),
        ("apache+poi__Fuzzed.doc", "Heading 1"),
        ("apache+poi__table-merges.doc", "A\nB\nC"),
        ("apache+poi__password_tika_binaryrc4.doc", EncryptedFileError),
        ("apache+poi__57603-seven_columns.doc", EmptyFileError),
    ],
)
def test_hard_files(shared: Path, file: str, outcome: str | type[ReadError]) -> None:
    path = shared / "hard" / file
    if isinstance(outcome, str):
        document = read_document(path)
        assert outcome in document.text
        assert document.format == "doc"
    else:
        with pytest.raises(outcome):
            read_document(path)
