"""Word 97-2003 documents through LibreOffice: what comes of them, and what without it."""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from compound_files import write_compound
from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, MissingProgramError, ReadError
from extract.model import Cell
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


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.95])
def test_one_cut_off_before_its_directory_is_told_as_such(tmp_path: Path, kept: float) -> None:
    data = write_compound({"1Table": bytes(9000), "WordDocument": bytes(9000)})
    path = tmp_path / "v.doc"
    directory = data.index("WordDocument".encode("utf-16-le"))
    path.write_bytes(data[: int(directory * kept)])
    with pytest.raises(DamagedFileError, match=r"v\.doc is damaged: it is cut off"):
        read_document(path)


@needs_libreoffice
def test_time_limit_ends_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libreoffice, "TIMEOUT", 0.05)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with pytest.raises(DamagedFileError, match=r"v\.doc was given up"):
        read_doc(OLE, "v.doc")


@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_what_libreoffice_writes_is_read_as_it_was_meant(tmp_path: Path, kind: str) -> None:
    letter = docx.Document()
    letter.add_heading("Izglītība", 1)
    letter.add_paragraph("Ģimenēm palīdzēja 3 skolotāji.")
    letter.add_paragraph("koncerts žurnālam", style="List Bullet")
    letter.add_paragraph("pirmais solis", style="List Number")
    letter.add_paragraph("otrais solis", style="List Number")
    table = letter.add_table(2, 3)
    for i, cell in enumerate(table.row_cells(0)):
        cell.text = f"g{i}"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "kopā"
    table.cell(1, 2).text = "7"
    letter.sections[0].header.paragraphs[0].text = "Jūras novads"
    letter.save(str(tmp_path / "v.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "v.docx")], check=True, capture_output=True, timeout=120)
    document = read_document(tmp_path / f"v.{kind}")
    found = [(b.kind, b.marker, document.text[b.start : b.end], b.cell) for b in document.blocks]
    assert document.format == kind
    assert found == [
        ("header", None, "Jūras novads", None), ("heading", None, "Izglītība", None),
        ("paragraph", None, "Ģimenēm palīdzēja 3 skolotāji.", None), ("list_item", "•", "koncerts žurnālam", None),
        ("list_item", "1.", "pirmais solis", None), ("list_item", "2.", "otrais solis", None),
        ("cell", None, "g0", Cell(0, 0, 0)), ("cell", None, "g1", Cell(0, 0, 1)), ("cell", None, "g2", Cell(0, 0, 2)),
        ("cell", None, "kopā", Cell(0, 1, 0)), ("cell", None, "7", Cell(0, 1, 2)),
    ]  # fmt: skip


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
