"""What a request costs does not grow with the dataset: counted in queries, as clocks differ from machine to machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from extract.dataset import Dataset
from extract.review.desk import Desk
from letter_factory import CAMP, LESSONS, PROVENANCE, make_extraction
from review_page import Visitor

LETTER = "/letters/talsi.pdf"


@contextmanager
def counted() -> Iterator[list[str]]:
    """The queries that are sent meanwhile, without those that begin and end transactions."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def grow(dataset: Dataset) -> Callable[[int], None]:
    def grow(letters: int) -> None:
        with dataset.begin_run(PROVENANCE) as run:
            for number in range(letters):
                run.save(make_extraction(LESSONS, CAMP, name=f"{number:03}.pdf"))

    return grow


def costs(visitor: Visitor, dataset: Dataset) -> dict[str, int]:
    """Queries of each kind of request; whatever is kept in memory was loaded before."""
    for path in ("/", "/queue", LETTER):
        visitor.client.get(path)
    chosen = next(r for r in dataset.records("talsi.pdf") if r.statement.text == LESSONS.text)
    version = chosen.decisions.get("domain", 0)
    change = {"statement": chosen.id, "field": "domain", "value": "culture", "version": version}
    found = {}
    asks: dict[str, Callable[[], object]] = {
        "opening": lambda: visitor.client.get(LETTER),
        "saving": lambda: visitor.send("/edit", {"document": "talsi.pdf", "changes": [change]}),
        "start page after that": lambda: visitor.client.get("/"),
        "queue": lambda: visitor.client.get("/queue?text=berni&order=effect"),
        "undoing": lambda: visitor.send("/undo", {"document": "talsi.pdf"}),
    }
    for kind, ask in asks.items():
        with counted() as sent:
            ask()
        found[kind] = len(sent)
    return found


def test_no_request_costs_more_in_a_larger_dataset(
    visitor: Visitor, dataset: Dataset, grow: Callable[[int], None]
) -> None:
    before = costs(visitor, dataset)
    grow(30)
    assert costs(visitor, dataset) == before
    assert before["opening"] <= 12
    assert before["saving"] <= 30


def test_what_is_kept_in_memory_is_loaded_once(desk: Desk, grow: Callable[[int], None]) -> None:
    grow(10)
    with counted() as first:
        desk.warm_up()
    with counted() as second:
        desk.numbers.letters()
    assert len(second) < len(first)
    assert len(second) <= 2
