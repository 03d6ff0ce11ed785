"""Opening a letter and saving a value in a dataset of 10,000 statements, beside a request that does nothing.

    python benchmarks/review_page.py [--statements 10000] [--repeats 50]

The letters are those of `corpus/files`, extracted once and stored under many names. The page is served as
`extract review` serves it; the requests come over the loopback, one after another, from this process. `nothing` is a
file of the page's own, which the server sends without asking the dataset. A letter of twice as many statements as any
of the corpus is asked for too, and a dataset of the same letters once each tells what the size costs.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extract.codebook import load_codebook
from extract.dataset import Dataset, Provenance, UserRole, open_dataset
from extract.latvian.language import load_language
from extract.model import Extraction
from extract.pipeline import extract_file
from extract.rendering import Renderer
from extract.review.app import make_app, make_desk
from extract.review.hosts import host_names
from extract.review.server import Address, PageServer, bind

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "files"


class Browser:
    """A signed-in session over one connection that is kept open."""

    def __init__(self, port: int, word: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", port)
        self._headers: dict[str, str] = {}
        response = self._ask("GET", f"/enter?word={word}")
        self._headers = {"cookie": response[1]["set-cookie"].partition(";")[0]}
        page = self.get("/letters")
        self._headers["x-csrf-token"] = _found(r'name="csrf" content="(\w+)"', page)
        self.static = _found(r'href="(/static/\w+/icon.svg)"', page)

    def get(self, path: str) -> str:
        """A page."""
        status, _, body = self._ask("GET", path)
        if status != 200:
            raise RuntimeError(f"{path} was answered with {status}")
        return body

    def post(self, path: str, body: object) -> dict[str, Any]:
        """What a script sends."""
        status, _, answer = self._ask("POST", path, json.dumps(body))
        if status != 200:
            raise RuntimeError(f"{path} was answered with {status}: {answer}")
        return dict(json.loads(answer))

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, dict[str, str], str]:
        self._connection.request(method, path, body, self._headers)
        response = self._connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read().decode()


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise RuntimeError(f"{pattern} is not in the page")
    return match[1]


def extract_corpus() -> list[Extraction]:
    """The letters of the corpus that hold any statement."""
    codebook, language = load_codebook(), load_language()
    files = sorted(file for file in CORPUS.iterdir() if file.suffix in {".pdf", ".docx", ".txt"})
    extracted = [extract_file(file, file.name, codebook, language) for file in files]
    return [extraction for extraction in extracted if extraction.records]


def fill(dataset: Dataset, letters: list[Extraction], statements: int) -> None:
    """Store the letters round and round, under new names, until there are so many statements."""
    stored = 0
    with dataset.begin_run(Provenance("benchmark", "none", "none", "0" * 64)) as run:
        for index, extraction in enumerate(itertools.cycle(letters)):
            if stored >= statements:
                break
            name = f"{index:04}-{extraction.letter.document.name}"
            document = replace(extraction.letter.document, name=name, sha256=f"{index:064x}")
            run.save(replace(extraction, letter=replace(extraction.letter, document=document)))
            stored += len(extraction.records)


def measure(repeats: int, ask: Callable[[int], object]) -> list[float]:
    """Milliseconds of each of so many calls, after two that are not counted."""
    taken = []
    for number in range(-2, repeats):
        begin = time.perf_counter()
        ask(number)
        if number >= 0:
            taken.append(1000 * (time.perf_counter() - begin))
    return taken


def run_page(letters: list[Extraction], statements: int, repeats: int) -> dict[str, list[float]]:
    """Milliseconds of each kind of request on a dataset of so many statements."""
    with tempfile.TemporaryDirectory() as folder, open_dataset(f"{folder}/letters.sqlite") as dataset:
        fill(dataset, letters, statements)
        dataset.users.add("Ilze", UserRole.LEAD, None)
        names = [letter.name for letter in dataset.letters()]
        # The letter with the most statements, of each its first copy.
        longest = max(dataset.letters(), key=lambda letter: letter.statements).name
        with Renderer() as renderer:
            desk = make_desk(dataset, load_codebook(), renderer)
            desk.warm_up()
            address, ready = Address("127.0.0.1", 0), threading.Event()
            bound = bind(address)
            server = PageServer(make_app(desk, host_names("127.0.0.1")), address, ready.set)
            thread = threading.Thread(target=server.run, args=([bound],))
            thread.start()
            ready.wait()
            try:
                browser = Browser(bound.getsockname()[1], desk.make_entrance())
                return ask_all(browser, dataset, names, longest, repeats)
            finally:
                server.should_exit = True
                thread.join()


def ask_all(browser: Browser, dataset: Dataset, names: list[str], longest: str, repeats: int) -> dict[str, list[float]]:
    """Every kind of request, each `repeats` times; letters are taken from all over the dataset."""
    records = {name: next(dataset.records(name)) for name in (*names[:: max(1, len(names) // repeats)], longest)}
    picked = list(itertools.islice(itertools.cycle(records), repeats + 2))
    versions: dict[str, int] = {}

    def save(name: str) -> None:
        record = records[name]
        version = versions.get(name, 0)
        change = {"statement": record.id, "field": "domain", "version": version}
        value = "culture" if version % 2 else "health"
        browser.post("/edit", {"document": name, "changes": [{**change, "value": value}]})
        versions[name] = version + 1

    return {
        "nothing": measure(repeats, lambda _: browser.get(browser.static)),
        "opening a letter": measure(repeats, lambda i: browser.get(f"/letters/{quote(picked[i])}")),
        "opening the longest": measure(repeats, lambda _: browser.get(f"/letters/{quote(longest)}")),
        "saving a value": measure(repeats, lambda i: save(picked[i])),
        "saving in the longest": measure(repeats, lambda _: save(longest)),
        "undoing": measure(repeats, lambda _: browser.post("/undo", {"document": longest})),
        "the queue": measure(repeats, lambda _: browser.get("/queue?order=effect")),
        "searching": measure(repeats, lambda _: browser.get("/queue?text=skolenu+berniem")),
        "the start page": measure(repeats, lambda _: browser.get("/")),
        "the list of letters": measure(repeats, lambda _: browser.get("/letters")),
    }


def main() -> None:
    """Print medians and the slowest twentieth, beside a request that does nothing and beside a small dataset."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--statements", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=50)
    arguments = parser.parse_args()
    letters = extract_corpus()
    small = sum(len(letter.records) for letter in letters)
    few = run_page(letters, small, arguments.repeats)
    many = run_page(letters, arguments.statements, arguments.repeats)
    print(f"{'milliseconds':24}{small:>10} statements{arguments.statements:>11} statements   95 %   times nothing")
    for kind, taken in many.items():
        median, slow = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        beside = median / statistics.median(many["nothing"])
        print(f"{kind:24}{statistics.median(few[kind]):>21.1f}{median:>22.1f}{slow:>7.1f}{beside:>16.1f}")


if __name__ == "__main__":
    main()
