"""How much of difficult columns is read in the order in which a person reads them."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from functools import cache
from pathlib import Path

import pytest

from extract.readers.pdf import read_pdf

pytestmark = pytest.mark.shared

ORDERS = tomllib.loads((Path(__file__).parent / "reading_orders.toml").read_text(encoding="utf-8"))
#: The best order that was measured of other readers is .90 to .92, that of a trial .96.
LEAST_SCORE = 0.94
#: The first pages of each file are written down.
PAGES = 3


def longest_in_order(places: list[int]) -> int:
    """Length of the longest increasing subsequence."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def score(phrases: list[str], text: str) -> tuple[float, list[str]]:
    """Tokens of the phrases in the longest in-order run, over tokens matched; and the phrases not in the text once."""
    places, missing = [], []
    for phrase in phrases:
        if text.count(phrase) != 1:
            missing.append(phrase)
            continue
        at = text.index(phrase)
        places += [at + i for i, _ in enumerate(phrase.split())]
    return longest_in_order(places) / len(places), missing


@cache
def text_of(path: Path) -> str:
    """The text of the pages whose order is written down; a paragraph counts to the page that it begins on."""
    document = read_pdf(path.read_bytes(), path.name)
    return " ".join(document.text[block.start : block.end] for block in document.blocks if (block.page or 0) <= PAGES)


def test_the_measure_tells_columns_read_across() -> None:
    text = "left one right one left two right two left three right three"
    in_order = ["left one", "left two", "left three", "right one", "right two", "right three"]
    assert score(in_order, text)[0] < 0.7
    assert score(in_order, " ".join(in_order)) == (1.0, [])


@pytest.mark.parametrize("name", ORDERS)
def test_columns_are_read_in_order(shared: Path, name: str) -> None:
    phrases = ORDERS[name]["body"] + ORDERS[name]["notes"]
    measured, missing = score(phrases, text_of(shared / "hard" / name))
    assert measured >= LEAST_SCORE
    assert len(missing) <= 0.03 * len(phrases), missing
