"""A dataset of two letters, its page in this process, and the page in Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from extract.codebook import Codebook, load_codebook
from extract.dataset import Dataset, UserRole, open_dataset
from extract.rendering import Renderer
from extract.review.app import make_app, make_desk
from extract.review.desk import Desk
from extract.review.hosts import host_names
from extract.review.passwords import hash_password
from extract.review.server import Address, PageServer, bind
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, UNKNOWN, make_extraction
from review_page import HOST, PASSWORD, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that each test has a copy of."""
    file = tmp_path_factory.mktemp("filled") / "letters.sqlite"
    with open_dataset(str(file)) as opened, opened.begin_run(PROVENANCE) as run:
        run.save(make_extraction(LESSONS, CAMP, NOTHING))
        run.save(make_extraction(UNKNOWN, name="mape/tukums.pdf", respondent="Tukuma novads"))
    return file


@pytest.fixture
def dataset(filled: Path, tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(shutil.copy(filled, tmp_path))) as opened:
        yield opened


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="session")
def password_hash() -> str:
    """That of PASSWORD; hashing takes its time by intent."""
    return hash_password(PASSWORD)


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    with Renderer() as opened:
        yield opened


@pytest.fixture
def desk(dataset: Dataset, codebook: Codebook, renderer: Renderer) -> Desk:
    return make_desk(dataset, codebook, renderer)


@pytest.fixture
def make_client(desk: Desk) -> Callable[[], TestClient]:
    """A browser that is not signed in, and knows only Latvian."""
    app = make_app(desk, host_names("127.0.0.1"))
    return lambda: TestClient(app, base_url=HOST)


@pytest.fixture
def sign_in(desk: Desk, make_client: Callable[[], TestClient], password_hash: str) -> Callable[..., Visitor]:
    """Someone of that name and role, made on the first call, who has signed in."""

    def sign_in(name: str = "Ilze", role: UserRole = UserRole.LEAD) -> Visitor:
        if desk.users.find(name) is None:
            desk.users.add(name, role, password_hash)
        client = make_client()
        assert client.post("/sign-in", data={"name": name, "password": PASSWORD}).status_code == 200
        return Visitor(client)

    return sign_in


@pytest.fixture
def visitor(sign_in: Callable[..., Visitor]) -> Visitor:
    return sign_in()


@pytest.fixture
def serve() -> Iterator[Callable[[Desk], str]]:
    """Serves a desk's page on a free port, as the command does, until the test ends; gives its address."""
    running: list[tuple[PageServer, threading.Thread]] = []

    def serve(desk: Desk, port: int = 0) -> str:
        address = Address("127.0.0.1", port)
        bound, ready = bind(address), threading.Event()
        server = PageServer(make_app(desk, host_names("127.0.0.1")), address, ready.set)
        thread = threading.Thread(target=server.run, args=([bound],))
        thread.start()
        running.append((server, thread))
        assert ready.wait(20)
        return address.url(bound.getsockname()[1]).rstrip("/")

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens an address in a browser of its own, in English, that fails the test on errors and on foreign requests."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(url: str, language: str = "en") -> Page:
        host = url.split("/")[2]

        def note_request(request: Request) -> None:
            if request.url.split("/")[2] != host:
                wrong.append(request.url)

        def note_said(said: ConsoleMessage) -> None:
            if "Content Security Policy" in said.text:
                wrong.append(said.text)

        context = browser.new_context(viewport={"width": 1440, "height": 900})
        contexts.append(context)
        context.add_cookies([{"name": "extract-language", "value": language, "url": f"http://{host}"}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", note_request)
        page.on("console", note_said)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def address(desk: Desk, serve: Callable[[Desk], str]) -> str:
    """The page as whoever works alone opens it: with the word that lets them in."""
    desk.users.add("Ilze", UserRole.LEAD, None)
    return serve(desk)
