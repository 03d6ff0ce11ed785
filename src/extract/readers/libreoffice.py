"""LibreOffice, for formats that no library reads whole. It runs without a window and with a profile of its own."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from extract.errors import DamagedFileError, MissingProgramError
from extract.model import Message
from extract.system_errors import ended_from_outside, hindered, is_ended_from_outside, tell_system_error

#: Seconds after which LibreOffice is ended; it takes about two for a letter, most of them to start.
TIMEOUT = 60.0
#: With this code LibreOffice asks to be started again, after it has set up a new profile.
_RESTART = 81
#: With these codes it ends where it could not start: it has no place for its profile, or asks again to be started.
_NOT_STARTED = frozenset({77, _RESTART})
#: Where fewer bytes than this are left for temporary files, that is why nothing came out.
_LEAST_ROOM = 1024 * 1024
_PR_SET_PDEATHSIG = 1


def convert_to_docx(data: bytes, suffix: str, name: str) -> bytes | None:
    """The document as DOCX, or None where LibreOffice cannot open it.

    Raises MissingProgramError without LibreOffice, and the errors of `convert`.
    """
    if find_libreoffice() is None:
        raise MissingProgramError(
            Message("{file} is a Word 97-2003 document (DOC), which is read with LibreOffice; that is missing.",
                    {"file": name}),
            Message("Install it (Debian: sudo apt-get install libreoffice-writer-nogui), or save the letter as DOCX."),
        )  # fmt: skip
    return convert(data, suffix, "docx", name)


def find_libreoffice() -> Path | None:
    """The program; None where it is not installed."""
    found = shutil.which("soffice")
    if found is None:
        return None
    # The program itself, not the script in front of it: one process, which can be ended as one.
    program = Path(found).resolve().with_name("soffice.bin")
    return program if program.exists() else Path(found)


def convert(data: bytes, suffix: str, target: str, name: str) -> bytes | None:
    """The document in the format of the suffix `target`; None where LibreOffice is missing or cannot open it.

    Raises DamagedFileError where it takes longer than `TIMEOUT`, HinderedError where it did not start, was ended from
    outside, or had no room for its files.
    """
    program = find_libreoffice()
    if program is None:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="extract-", ignore_cleanup_errors=True) as folder:
            return _convert_in(Path(folder), program, data, suffix, target, name)
    except OSError as error:
        reason = Message("the folder for temporary files cannot be used: {error}", {"error": tell_system_error(error)})
        raise hindered(name, reason) from error


def _convert_in(folder: Path, program: Path, data: bytes, suffix: str, target: str, name: str) -> bytes | None:
    source = folder / f"letter.{suffix}"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [str(program), "--headless", "--norestore", "--nolockcheck", "--nodefault"]
    command += [f"-env:UserInstallation={profile}", "--convert-to", target, "--outdir", str(folder), str(source)]
    exitcode = _run(command, folder, name)
    if exitcode == _RESTART:
        exitcode = _run(command, folder, name)
    converted = source.with_suffix(f".{target}")
    is_done = converted.exists()
    if exitcode or not is_done:
        _check_hindrance(exitcode, folder, name)
    return converted.read_bytes() if is_done else None


def _check_hindrance(exitcode: int, folder: Path, name: str) -> None:
    """Raise HinderedError where it is not the document that kept LibreOffice from its work."""
    if shutil.disk_usage(folder).free < _LEAST_ROOM:
        place = {"folder": str(folder.parent)}
        raise hindered(name, Message("no room is left in the folder for temporary files, {folder}", place))
    if is_ended_from_outside(exitcode):
        raise ended_from_outside(name, exitcode)
    if exitcode in _NOT_STARTED:
        raise hindered(name, Message("LibreOffice did not start (exit code {exitcode})", {"exitcode": exitcode}))


def _run(command: list[str], folder: Path, name: str) -> int:
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - the program found above, and paths of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
        preexec_fn=_die_with_parent,
    ) as process:
        try:
            return process.wait(TIMEOUT)
        except subprocess.TimeoutExpired as error:
            raise DamagedFileError(
                Message("{file} was given up after {seconds} seconds.", {"file": name, "seconds": round(TIMEOUT)}),
                Message("Open the file and save it anew as PDF or DOCX, then run again."),
            ) from error
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _die_with_parent() -> None:
    """Let the system end LibreOffice when the process that started it ends, however that happens."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
