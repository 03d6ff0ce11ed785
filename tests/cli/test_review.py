"""`extract review`: the command that serves the page, and those that say who may use it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from command_line import Call
from extract.dataset import UserRole, open_dataset
from letter_factory import LESSONS, PROVENANCE, make_extraction

PASSWORD = "četri vārdi pēc kārtas"  # noqa: S105 - of users that the tests make


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    file = tmp_path / "letters.sqlite"
    with open_dataset(str(file)) as opened, opened.begin_run(PROVENANCE) as run:
        run.save(make_extraction(LESSONS))
    return file


@contextmanager
def serving(dataset: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command while it runs, and the address it tells."""
    command = [sys.executable, "-m", "extract", "--language", "en", "review", "--dataset", str(dataset), "--no-browser"]
    process = subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        found = re.search(r"http\S+", first)
        assert found is not None, first + (process.stderr.read() if process.stderr else "")
        yield found[0], process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)


def test_ended_by_the_system_it_leaves_nothing_behind(dataset: Path) -> None:
    with serving(dataset, "--port", "0") as (url, process):
        build_opener(HTTPCookieProcessor(CookieJar())).open(url, timeout=20).read()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "leaked" not in errors and "Traceback" not in errors


def test_one_command_opens_the_page_signed_in(dataset: Path) -> None:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    with serving(dataset, "--port", "0") as (url, process):
        page = browser.open(url, timeout=20).read().decode()
        assert "Talsu novads" in page
        letter = browser.open(url.partition("/enter")[0] + "/letters/talsi.pdf", timeout=20).read().decode()
        assert LESSONS.text.split()[0] in letter
    assert process.returncode == 130
    with open_dataset(str(dataset)) as opened:
        (user,) = opened.users.all()
        assert (user.role, user.has_password) == (UserRole.LEAD, False)


def test_a_port_that_is_taken(dataset: Path, call: Call) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = call("review", "--dataset", dataset, "--no-browser", "--port", port)
    assert done.returncode == 2
    assert f"127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


def test_users_are_added_and_sign_in_by_password(dataset: Path) -> None:
    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "extract", "--language", "en", "review", "--dataset", str(dataset)]
        return subprocess.run([*program, *arguments], input=PASSWORD, capture_output=True, text=True, timeout=60)

    refused = command("add-user", "Anna")
    assert (refused.returncode, "The first user has to be a lead." in refused.stderr) == (2, True)
    assert command("add-user", "Ilze", "--role", "lead").returncode == 0
    assert command("add-user", "Anna").returncode == 0
    assert command("add-user", "anna").returncode == 2
    assert command("add-user", "Zane", "--role", "boss").returncode == 2
    assert command("set-password", "Nobody").returncode == 2
    assert command("set-password", "Anna").returncode == 0
    assert command("users").stdout.split("\n")[:2] == ["Anna: reviewer", "Ilze: lead"]
    with serving(dataset, "--port", "0") as (url, _):
        assert "/enter" not in url
        page = build_opener().open(url, timeout=20)
        assert page.url.endswith("/sign-in")


def test_a_short_password_is_refused(dataset: Path) -> None:
    program = [sys.executable, "-m", "extract", "--language", "en", "review", "--dataset", str(dataset)]
    done = subprocess.run(
        [*program, "add-user", "Ilze", "--role", "lead"], input="short", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "12 characters" in done.stderr


def test_over_a_network_everybody_needs_a_password(dataset: Path, call: Call) -> None:
    done = call("review", "--dataset", dataset, "--no-browser", "--host", "0.0.0.0")  # noqa: S104 - refused
    assert done.returncode == 2
    assert "Nobody has a password yet" in done.stderr


def test_a_certificate_needs_its_key(dataset: Path, call: Call, tmp_path: Path) -> None:
    done = call("review", "--dataset", dataset, "--no-browser", "--certificate", tmp_path / "c.pem")
    assert (done.returncode, "Give both" in done.stderr) == (2, True)
    done = call("review", "--dataset", dataset, "--certificate", tmp_path / "c.pem", "--key", tmp_path / "k.pem")
    assert (done.returncode, "c.pem does not exist." in done.stderr) == (2, True)


def test_a_dataset_that_is_not_there(call: Call, tmp_path: Path) -> None:
    done = call("review", "--dataset", tmp_path / "none.sqlite", "--no-browser")
    assert (done.returncode, "There is no dataset" in done.stderr) == (2, True)
