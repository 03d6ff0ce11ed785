"""The letters' sources: one TOML file a letter, whose text carries its own annotations.

The text of a statement stands in one place only, so a letter's file and its gold cannot disagree, and offsets are
counted, never written by hand. `README.md` tells the notation.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

DOMAINS = (
    "cooperation",
    "education",
    "employment",
    "health",
    "participation",
    "culture",
    "family_assistant",
    "housing",
)
SPLITS = ("train", "dev", "test")
LAYOUTS = ("plain", "headings", "numbered", "table")
FAMILY_GROUPS = ("ģimenes", "mājsaimniecības")
BOUNDS = ("exact", "about", "at_least", "at_most")
KINDS = ("project", "campaign", "competition")
#: Blocks that hold lines, and those that hold blocks until `@end`.
TEXT_BLOCKS = ("heading", "question", "para", "bullet", "item", "textbox")
_OUTER_MARKS = "„”“\"«»,'"
_MARK = re.compile(r"<(?P<tag>/?(?:b|ins|del|fn))>|(?P<open>[{\[])|(?P<close> => (?P<value>[^}\]]*)[}\]])")
_STATEMENT = re.compile(
    r"(?P<domain>[a-z_]+|-)(?P<years> \d{4}(?:,\d{4})*| \?)?(?P<none> none)? ::(?P<glued>\^?) ?(?P<text>.+)"
)


class SourceError(Exception):
    """A letter's source breaks the notation."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one style: plain, bold, ins (inserted), del (deleted) or note (`text` is the footnote's)."""

    text: str
    style: str = "plain"


@dataclass(frozen=True)
class Line:
    """A statement of the letter, or a text that is none (`gold` is then None). `glued`: no space before it."""

    runs: tuple[Run, ...]
    gold: dict[str, Any] | None
    glued: bool = False

    @property
    def text(self) -> str:
        """What a reader of the letter sees of it, footnote marks aside."""
        return "".join(run.text for run in self.runs if run.style not in ("del", "note"))


@dataclass
class Block:
    """A heading, question, paragraph, list item or text box."""

    kind: str
    lines: list[Line] = field(default_factory=list)

    def runs(self) -> list[Run]:
        """The runs of all lines, with the spaces between them."""
        runs: list[Run] = []
        for line in self.lines:
            if runs and not line.glued:
                runs.append(Run(" "))
            runs.extend(line.runs)
        return runs


@dataclass
class Table:
    """Rows of cells; a cell holds blocks and tables."""

    rows: list[list[list[Block | Table]]] = field(default_factory=list)


Content = Block | Table


@dataclass(frozen=True)
class Source:
    """One letter. `parts` is the body; the strings "columns" and "onecolumn" among them change the page."""

    file: str
    split: str
    respondent: str
    letter_date: date
    letter_number: str | None
    years: tuple[int, ...]
    layout: str
    purpose: str
    letterhead: tuple[str, ...]
    reference: tuple[str, ...]
    addressee: tuple[str, ...]
    subject: str
    parts: tuple[Content | str, ...]
    closing: tuple[str, ...]
    render: dict[str, Any]

    def statements(self) -> list[dict[str, Any]]:
        """The gold of the letter's statements in the order of the text; years that no sentence names are inherited."""
        told: dict[str | None, list[int]] = {}
        statements = []
        for line in _lines(self.parts):
            if line.gold is None:
                continue
            gold = dict(line.gold)
            if not gold.pop("undated", False):
                gold["years"] = gold["years"] or told.get(gold["domain"], list(self.years))
                told[gold["domain"]] = gold["years"]
            statements.append(gold)
        return statements

    def gold(self) -> dict[str, Any]:
        """The letter's line in the annotations."""
        return {
            "file": self.file,
            "respondent": self.respondent,
            "letter_date": self.letter_date.isoformat(),
            "letter_number": self.letter_number,
            "reporting_years": list(self.years),
            "layout": self.layout,
            "scanned": False,
            "statements": self.statements(),
        }


def _lines(parts: tuple[Content | str, ...] | list[Content]) -> list[Line]:
    found: list[Line] = []
    for part in parts:
        if isinstance(part, Block):
            found.extend(part.lines)
        elif isinstance(part, Table):
            for row in part.rows:
                for cell in row:
                    found.extend(_lines(cell))
    return found


def read_source(path: Path) -> Source:
    """Read a letter's source. Raises SourceError with the place where it breaks the notation."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        source = Source(
            file=raw.pop("file"),
            split=raw.pop("split"),
            respondent=raw.pop("respondent"),
            letter_date=raw.pop("date"),
            letter_number=raw.pop("number", None),
            years=tuple(raw.pop("years")),
            layout=raw.pop("layout"),
            purpose=raw.pop("purpose"),
            letterhead=tuple(raw.pop("letterhead")),
            reference=tuple(raw.pop("reference")),
            addressee=tuple(raw.pop("addressee")),
            subject=raw.pop("subject", ""),
            parts=tuple(_parse_body(raw.pop("body"))),
            closing=tuple(raw.pop("closing")),
            render=raw.pop("render", {}),
        )
        _expect(not raw, f"unknown keys {sorted(raw)}")
        _expect(source.split in SPLITS, f"split {source.split}")
        _expect(source.layout in LAYOUTS, f"layout {source.layout}")
    except (KeyError, SourceError) as error:
        raise SourceError(f"{path.name}: {error}") from error
    return source


def _expect(condition: bool, what: str) -> None:
    if not condition:
        raise SourceError(what)


def _parse_body(body: str) -> list[Content | str]:
    parts: list[Content | str] = []
    open_tables: list[Table] = []
    block: Block | None = None

    def add(part: Content | str) -> None:
        if not open_tables:
            parts.append(part)
        elif isinstance(part, str):
            raise SourceError("columns cannot change inside a table")
        else:
            open_tables[-1].rows[-1][-1].append(part)

    for line in body.splitlines():
        if not line.strip():
            continue
        if not line.startswith("@"):
            if block is None:
                raise SourceError(f"text outside a block: {line}")
            block.lines.append(_parse_line(line))
            continue
        directive, _, text = line[1:].partition(" ")
        block = None
        if directive in TEXT_BLOCKS:
            block = Block(directive, [Line(_parse_marks(text)[0], None)] if text else [])
            add(block)
        elif directive == "table":
            table = Table()
            add(table)
            open_tables.append(table)
        elif directive == "end":
            open_tables.pop()
        elif directive == "row":
            open_tables[-1].rows.append([])
        elif directive == "cell":
            open_tables[-1].rows[-1].append([])
            block = Block("para", [Line(_parse_marks(text)[0], None)] if text else [])
            add(block)
        elif directive in ("columns", "onecolumn"):
            add(directive)
        else:
            raise SourceError(f"unknown directive @{directive}")
    _expect(not open_tables, "a table is not closed")
    return parts


def _parse_line(line: str) -> Line:
    if line.startswith("~"):
        glued = line.startswith("~^")
        return Line(_parse_marks(line[2:].lstrip())[0], None, glued)
    parsed = _STATEMENT.fullmatch(line.rstrip())
    if parsed is None:
        raise SourceError(f"neither a statement nor a plain line: {line}")
    domain = None if parsed["domain"] == "-" else parsed["domain"]
    _expect(domain is None or domain in DOMAINS, f"domain in: {line}")
    years = (parsed["years"] or "").strip()
    runs, counts, projects = _parse_marks(parsed["text"])
    gold: dict[str, Any] = {
        "text": "".join(run.text for run in runs if run.style not in ("del", "note")).replace("\u00a0", " "),
        "domain": domain,
        "years": None if years in ("", "?") else [int(year) for year in years.split(",")],
        "years_explicit": years not in ("", "?"),
        "no_measures": bool(parsed["none"]),
        "counts": counts,
        "projects": projects,
    }
    if years == "?":
        gold["undated"] = True
    return Line(runs, gold, bool(parsed["glued"]))


def _parse_marks(text: str) -> tuple[tuple[Run, ...], list[dict[str, Any]], list[dict[str, Any]]]:
    """The runs of a text, its counts and its projects; offsets are counted in what a reader sees."""
    runs: list[Run] = []
    counts: list[dict[str, Any]] = []
    projects: list[dict[str, Any]] = []
    opened: list[tuple[str, int]] = []
    seen, style, last = "", "plain", 0

    def take(piece: str) -> None:
        nonlocal seen
        if piece:
            runs.append(Run(piece, style))
            if style not in ("del", "fn"):
                seen += piece.replace("\u00a0", " ")

    text = text.replace("&nbsp;", "\u00a0")
    for mark in _MARK.finditer(text):
        take(text[last : mark.start()])
        last = mark.end()
        if mark["tag"]:
            style = "plain" if mark["tag"].startswith("/") else mark["tag"]
        elif mark["open"]:
            opened.append((mark["open"], len(seen)))
        else:
            _expect(bool(opened), f"nothing opened before: {mark[0]}")
            bracket, start = opened.pop()
            if bracket == "{":
                counts.append(_count(seen, start, mark["value"]))
            else:
                projects.append(_project(seen, start, mark["value"]))
    take(text[last:])
    _expect(not opened, f"a mark is not closed: {text}")
    renamed = tuple(Run(run.text, "note" if run.style == "fn" else run.style) for run in runs)
    in_order = itemgetter("start")
    return renamed, sorted(counts, key=in_order), sorted(projects, key=in_order)


def _count(seen: str, start: int, spec: str) -> dict[str, Any]:
    value, *words = spec.split()
    ignored = words[-1] == "ignore" and bool(words.pop())
    bound = words.pop(0) if words[0] in BOUNDS else "exact"
    role = words.pop(0) if words[0] == "provider" else "participant"
    group = " ".join(words)
    _expect(bool(group) and start < len(seen), f"count {spec}")
    unit = "families" if group in FAMILY_GROUPS else "persons"
    found: dict[str, Any] = {"text": seen[start:], "start": start, "value": int(value)}
    found |= {"bound": bound, "unit": unit, "group": group, "role": role}
    return {**found, "ignore": True} if ignored else found


def _project(seen: str, start: int, spec: str) -> dict[str, Any]:
    kind, *options = spec.split("; ")
    _expect(kind in KINDS, f"kind of project {kind}")
    given = dict(option.split(": ", 1) for option in options if ": " in option)
    found: dict[str, Any] = {"text": seen[start:], "start": start}
    found |= {"name": given.get("name", _bare(seen[start:])), "kind": kind, "number": given.get("nr")}
    if "ignore" in options:
        found["ignore"] = True
    return found


def _bare(name: str) -> str:
    """A name without its outer quotation marks; marks of a name inside it stay."""
    bare = name[2:] if name.startswith(",,") else name[1:] if name[0] in _OUTER_MARKS else name
    return bare[:-1] if name != bare and bare[-1] in _OUTER_MARKS else bare
