"""A reviewer who makes a letter say what its gold says, with nothing but the keyboard."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extract.dataset import Dataset, ReviewStatus, StoredRecord

if TYPE_CHECKING:
    from playwright.sync_api import Page

Gold = Mapping[str, Any]

#: Words as the page steps over them.
_WORD = re.compile(r"[^\s„“”\"«»(),;:]+")
_BOUNDS = ("exact", "about", "at_least", "at_most")
_UNITS = ("persons", "families")
_ROLES = ("participant", "provider")
_KINDS = ("project", "campaign", "competition")


def word_starts(text: str, start: int, end: int) -> list[int]:
    """Where the words of `text[start:end]` begin."""
    return [match.start() for match in _WORD.finditer(text, start, end)]


def same_words(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


class KeyboardReviewer:
    """Works in an open page; `keys` counts what was pressed."""

    def __init__(self, page: Page, address: str, dataset: Dataset, domains: Sequence[str]) -> None:
        self._page = page
        self._address = address
        self._dataset = dataset
        self._domains = domains
        self._document = ""
        self.keys = 0

    def review(self, gold: Gold) -> None:
        """Review a letter to its gold: every statement and every value of it, then accept what is left."""
        self._document = gold["file"]
        self._page.goto(f"{self._address}/letters/{self._document}")
        self._page.wait_for_selector("#fields .value:focus")
        letter = self._dataset.letter(self._document)
        if letter.respondent != gold["respondent"]:
            self._press(*["k"] * 400)
            self._mark("respondent")
            self._press("e")
            self._type(gold["respondent"])
            self._save("Enter")
        for statement in gold["statements"]:
            self._find(statement)
        for record in self._records():
            if not any(same_words(statement["text"], record.statement.text) for statement in gold["statements"]):
                self._go_to(record)
                self._save("x")
        for statement in gold["statements"]:
            self._correct(statement)

    # Statements

    def _find(self, gold: Gold) -> None:
        """Split a statement that holds this one and another, or add it from the words of the letter."""
        records = self._records()
        if any(same_words(gold["text"], record.statement.text) for record in records):
            return
        text = self._dataset.document(self._document).text
        start, end = self._place(gold["text"], text)
        for record in records:
            statement = record.statement
            if statement.start <= start and end <= statement.end:
                self._go_to(record)
                words = word_starts(text, statement.start, statement.end)
                cut = start if start > statement.start else min(word for word in words if word >= end)
                self._press("s", *["ArrowRight"] * (words.index(cut) - 1))
                self._save("Enter")
                return
        blocks = self._dataset.document(self._document).blocks
        words = [word for block in blocks for word in word_starts(text, block.start, block.end)]
        first = words.index(start)
        self._press("A")
        self._page.wait_for_selector("#whole-text[open] [data-start]")
        self._press(*["ArrowRight"] * first, *["Shift+ArrowRight"] * sum(start < word < end for word in words))
        self._press("Enter")
        self._save("s")

    @staticmethod
    def _place(wanted: str, text: str) -> tuple[int, int]:
        words = [re.escape(word) for word in re.findall(r"\w+", wanted)]
        match = re.search(r"[\W_]+".join(words), text, re.IGNORECASE)
        assert match is not None, wanted
        return match.span()

    # Values

    def _correct(self, gold: Gold) -> None:
        record = self._record(gold)
        if gold["domain"] and (record.domain is None or record.domain.value != gold["domain"]):
            self._go_to(record)
            self._save(str(self._domains.index(gold["domain"]) + 1))
        record = self._record(gold)
        if gold["years"] is not None and (record.years is None or list(record.years.value) != gold["years"]):
            self._go_to(record)
            self._mark("years")
            self._press("e")
            self._type(", ".join(str(year) for year in gold["years"]))
            self._save("Enter")
        record = self._record(gold)
        if bool(record.no_measures and record.no_measures.value) != bool(gold["no_measures"]):
            self._go_to(record)
            self._mark("no_measures")
            self._save("Space")
        self._correct_counts(gold)
        self._correct_projects(gold)
        self._go_to(self._record(gold))
        if self._record(gold).review_status is not ReviewStatus.ACCEPTED or self._record(gold).flags:
            # Every value that is doubtful is looked at by itself before the statement is accepted.
            for _ in range(1 + len(self._record(gold).flags)):
                if self._record(gold).flags or self._record(gold).review_status is ReviewStatus.UNREVIEWED:
                    self._press("Enter")
                    self._page.wait_for_timeout(60)
            self._settle()

    def _correct_counts(self, gold: Gold) -> None:
        wanted = [count for count in gold["counts"] if not count.get("ignore")]
        for index, found in reversed(list(enumerate(self._record(gold).counts))):
            quote = found.evidence[0].quote if found.evidence else ""
            twin = next((count for count in wanted if count["text"] == quote), None)
            if twin is None:
                self._go_to(self._record(gold))
                self._mark("counts", index)
                self._save("x")
                continue
            wanted.remove(twin)
            value = found.value
            held = (value.value, value.bound, value.unit, value.group, value.role)
            if held != tuple(twin[part] for part in ("value", "bound", "unit", "group", "role")):
                self._go_to(self._record(gold))
                self._mark("counts", index)
                self._press("e")
                self._fill_count(twin)
        for count in wanted:
            self._select(self._record(gold), count["text"], count["start"], "c")
            self._fill_count(count)

    def _fill_count(self, count: Mapping[str, Any]) -> None:
        self._type(str(count["value"]))
        self._press("Tab")
        self._choose(_BOUNDS, count["bound"])
        self._press("Tab")
        self._type(count["group"] or "")
        self._press("Tab")
        self._choose(_UNITS, count["unit"])
        self._press("Tab")
        self._choose(_ROLES, count["role"])
        self._save("Enter")

    def _correct_projects(self, gold: Gold) -> None:
        wanted = [project for project in gold["projects"] if not project.get("ignore")]
        for index, found in reversed(list(enumerate(self._record(gold).projects))):
            held = (found.value.name, found.value.kind, found.value.number)
            twin = next((one for one in wanted if (one["name"], one["kind"], one["number"]) == held), None)
            if twin is None:
                self._go_to(self._record(gold))
                self._mark("projects", index)
                self._save("x")
            else:
                wanted.remove(twin)
        for project in wanted:
            self._select(self._record(gold), project["text"], project["start"], "p")
            self._type(project["name"])
            self._press("Tab")
            self._choose(_KINDS, project["kind"])
            self._press("Tab")
            self._type(project["number"] or "")
            self._save("Enter")

    def _select(self, record: StoredRecord, quote: str, start: int, key: str) -> None:
        """Choose words of a statement for a new count (c) or project (p)."""
        self._go_to(record)
        text = record.statement.text
        start = text.index(quote) if not text.startswith(quote, start) else start
        words = word_starts(text, 0, len(text))
        first = next(i for i, word in enumerate(words) if word >= start)
        last = max(i for i, word in enumerate(words) if word < start + len(quote))
        self._press("a", *["ArrowRight"] * first, *["Shift+ArrowRight"] * (last - first), "Enter")
        self._page.wait_for_selector("#adding[open]")
        self._press(key)
        self._page.wait_for_selector("#fields form")

    # Keys

    def _press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)
        self.keys += len(keys)

    def _type(self, text: str) -> None:
        """Type over what the field holds."""
        self._press("Control+a")
        if text:
            self._page.keyboard.type(text)
        else:
            self._press("Delete")
        self.keys += len(text)

    def _choose(self, options: Sequence[str], option: str) -> None:
        self._press("Home", *["ArrowDown"] * options.index(option))

    def _save(self, key: str) -> None:
        self._page.evaluate("document.getElementById('saved').dataset.state = ''")
        self._press(key)
        self._settle()

    def _settle(self) -> None:
        self._page.wait_for_selector("#saved:is([data-state=saved], [data-state=said])", state="attached")

    # Places

    def _records(self) -> list[StoredRecord]:
        return [r for r in self._dataset.records(self._document) if r.review_status is not ReviewStatus.REJECTED]

    def _record(self, gold: Gold) -> StoredRecord:
        return next(r for r in self._records() if same_words(gold["text"], r.statement.text))

    def _go_to(self, record: StoredRecord) -> None:
        """Mark the statement as a whole."""
        order = [r.id for r in self._dataset.records(self._document)]
        here = self._page.evaluate("document.activeElement.closest('.statement')?.dataset.statement || null")
        at = order.index(here) if here in order else len(order)
        target = order.index(record.id)
        self._press(*(["J"] * (target - at) if target > at else ["K"] * (at - target)) or ["J", "K"])
        marked = self._page.evaluate("document.activeElement.closest('.statement')?.dataset.statement")
        if marked != record.id or self._field()[0] != "statement":
            self._press(*["K"] * len(order), *["J"] * target)

    def _mark(self, field: str, index: int | None = None) -> None:
        for _ in range(40):
            if self._field() == (field, None if index is None else str(index)):
                return
            self._press("j")
        raise AssertionError(f"{field} {index} was not found")

    def _field(self) -> tuple[str | None, str | None]:
        field, index = self._page.evaluate(
            "(value => [value?.dataset.field ?? null, value?.dataset.index ?? null])"
            "(document.activeElement.closest('.value'))"
        )
        return field, index
