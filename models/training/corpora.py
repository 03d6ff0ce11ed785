"""Reads the corpora: the treebank (CoNLL-U), the named entities (tab-separated), and plain text."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(slots=True)
class Sentence:
    """Words with what is annotated of them; `heads` count from 1, 0 is the root. What is not annotated is None."""

    forms: list[str]
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    entities: list[str] | None = None
    identifier: str = ""


def read_rows(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Sentences of a tab-separated file: `# sent_id` and the rows of their words (no empty nodes)."""
    identifier, rows = "", list[list[str]]()
    with path.open(encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield identifier, rows
                rows = []
            elif line.startswith("# sent_id"):
                identifier = line.partition("=")[2].strip()
            elif not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    if rows:
        yield identifier, rows


def _words(identifier: str, rows: list[list[str]]) -> Sentence:
    """What both kinds of files tell of each word."""
    forms, lemmas, upos, feats = ([row[column] for row in rows] for column in (1, 2, 3, 5))
    return Sentence(forms, upos, feats, lemmas, identifier=identifier)


def read_treebank(path: Path) -> list[Sentence]:
    """All sentences of a CoNLL-U file."""
    return [
        replace(_words(identifier, rows), heads=[int(row[6]) for row in rows], relations=[row[7] for row in rows])
        for identifier, rows in read_rows(path)
    ]


def read_entities(path: Path) -> list[Sentence]:
    """All sentences of an entity file, with the outer entities as BIO tags."""
    return [
        replace(_words(identifier, rows), entities=[row[6] for row in rows]) for identifier, rows in read_rows(path)
    ]


def merge(treebank: list[Sentence], entities: list[Sentence]) -> list[Sentence]:
    """The treebank's sentences with their entities where the same words have them, then those it does not have."""
    rest = {sentence.identifier: sentence for sentence in entities}
    for sentence in treebank:
        other = rest.get(sentence.identifier)
        if other is not None and other.forms == sentence.forms:
            sentence.entities = other.entities
            del rest[sentence.identifier]
    return treebank + list(rest.values())


def read_paragraphs(path: Path) -> list[str]:
    """The paragraphs of an xz-packed text, one a line."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip()]
