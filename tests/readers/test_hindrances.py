"""What keeps a file from being read without being its fault is told as what it is, also of a part of an arrival."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from arrival_files import make_letter, make_mail, make_zip
from extract.errors import DamagedFileError, HinderedError
from extract.model import Message
from extract.readers import libreoffice
from extract.readers.dispatch import read_bytes
from extract.readers.doc import read_doc
from extract.readers.tesseract import name_file
from extract.system_errors import is_ended_from_outside, is_of_the_machine, tell_system_error
from program_stand_ins import DOC, DOES_NOT_START, IS_KILLED, OPENS_NOTHING, stand_in_for_libreoffice


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (DOES_NOT_START, r"v\.doc could not be read this time: LibreOffice did not start \(exit code 77\)"),
        (IS_KILLED, r"v\.doc could not be read this time: .* ended from outside, .* \(signal 9\)"),
    ],
)
def test_a_hindered_libreoffice_is_no_fault_of_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, words: str
) -> None:
    monkeypatch.setenv("PATH", stand_in_for_libreoffice(tmp_path / "bin", script))
    with pytest.raises(HinderedError, match=words):
        read_doc(DOC, "v.doc")


def test_what_libreoffice_cannot_open_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", stand_in_for_libreoffice(tmp_path / "bin", OPENS_NOTHING))
    with pytest.raises(DamagedFileError, match=r"v\.doc is damaged"):
        read_doc(DOC, "v.doc")


def test_no_room_for_temporary_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", stand_in_for_libreoffice(tmp_path / "bin", OPENS_NOTHING))
    monkeypatch.setattr(libreoffice, "_LEAST_ROOM", 2**62)
    with pytest.raises(HinderedError, match="no room is left in the folder for temporary files"):
        read_doc(DOC, "v.doc")


def test_no_folder_for_temporary_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", stand_in_for_libreoffice(tmp_path / "bin", OPENS_NOTHING))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(HinderedError, match="the folder for temporary files cannot be used: there is nothing at that"):
        read_doc(DOC, "v.doc")


def test_an_arrival_waits_for_its_hindered_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else what the part holds would be missing for good."""
    monkeypatch.setenv("PATH", stand_in_for_libreoffice(tmp_path / "bin", DOES_NOT_START))
    files = {"pielikums.doc": DOC, "vēstule.docx": make_letter("2022. gadā piedalījās 12 bērni.")}
    with pytest.raises(HinderedError, match=r"a\.eml › a\.zip › pielikums\.doc could not be read this time"):
        read_bytes(bytes(make_mail("Labdien!", {"a.zip": make_zip(files)})), "a.eml")


def test_a_hindered_recognition_names_the_file() -> None:
    error = name_file(HinderedError(Message("it did not start"), Message("Install it.")), "v.pdf")
    assert isinstance(error, HinderedError)
    assert str(error.cause) == "v.pdf could not be read this time: it did not start."


@pytest.mark.parametrize(
    ("number", "words", "of_the_machine"),
    [
        (errno.ENOSPC, "no room is left on the disk", True),
        (errno.EIO, "the disk reports an error", True),
        (errno.EACCES, "you have no right to it", False),
        (errno.EPROTO, "the system reports “Protocol error”", False),
    ],
)
def test_errors_of_the_system(number: int, words: str, of_the_machine: bool) -> None:
    error = OSError(number, os.strerror(number))
    assert str(tell_system_error(error)) == words
    assert is_of_the_machine(error) is of_the_machine


@pytest.mark.parametrize(("exitcode", "expected"), [(-9, True), (-15, True), (-11, False), (0, False), (1, False)])
def test_what_ends_from_outside(exitcode: int, expected: bool) -> None:
    assert is_ended_from_outside(exitcode) is expected
