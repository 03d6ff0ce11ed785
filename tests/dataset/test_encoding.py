"""What goes into the columns comes back equal, whatever the document."""

from dataclasses import replace
from datetime import UTC
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json, to_json

from extract.dataset.encoding import decode_document, encode_reading
from extract.model import (
    BlockKind,
    Box,
    Cell,
    Document,
    DocumentPart,
    Message,
    Page,
    PartRole,
    Signature,
    SignatureState,
    SignedFile,
)
from extract.readers.assembly import DocumentBuilder

FLOATS = st.floats(-1e4, 1e4, allow_nan=False)
BOXES = st.builds(Box, st.integers(1, 3), FLOATS, FLOATS, FLOATS, FLOATS)
WORDS = st.lists(st.tuples(st.text(min_size=1, max_size=8), st.lists(BOXES, max_size=2)), max_size=6)
SIMPLE = st.dictionaries(st.sampled_from(["a", "b"]), st.one_of(st.text(), st.integers(), FLOATS))
VALUES = SIMPLE | st.dictionaries(st.just("first"), st.builds(Message, st.just("Iekšā."), SIMPLE))

PAGES = st.lists(st.builds(Page, st.integers(1, 9), FLOATS, FLOATS, st.booleans()), max_size=3)
MESSAGES = st.builds(Message, st.just("Test."), VALUES)
WITHIN = st.lists(st.text(max_size=4), max_size=2).map(tuple)
PARTS = st.lists(
    st.builds(DocumentPart, st.text(), st.just("pdf"), st.just("f" * 64), st.sampled_from(PartRole), WITHIN,
              reason=st.none() | MESSAGES, first_page=st.none() | st.integers(1, 9)),
    min_size=1, max_size=3,
).map(tuple)  # fmt: skip
SIGNATURES = st.lists(
    st.builds(Signature, st.none() | st.text(), st.none() | st.datetimes(timezones=st.just(UTC)),
              st.sampled_from(SignatureState), MESSAGES,
              st.lists(st.builds(SignedFile, st.text(), st.none() | st.booleans()), max_size=2).map(tuple), WITHIN),
    max_size=2,
).map(tuple)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    builder = DocumentBuilder("vēstule.pdf", "0" * 64, draw(st.sampled_from(["pdf", "docx"])))
    for _ in range(draw(st.integers(0, 4))):
        kind, cell = draw(st.sampled_from(BlockKind)), draw(st.none() | st.just(Cell(1, 2, 3)))
        if draw(st.booleans()):
            words, marker = draw(WORDS), draw(st.none() | st.text(max_size=3))
            boxes = [box for _, boxes in words for box in boxes]
            sure = draw(st.just({}) | st.fixed_dictionaries(dict.fromkeys(boxes, st.floats(0, 1))))
            builder.add_words(words, kind, cell=cell, marker=marker, confidences=sure)
        else:
            builder.add_text(draw(st.text(max_size=40)), kind, paragraph=draw(st.none() | st.integers(0, 9)), cell=cell)
    builder.notice(Message("Test.", draw(VALUES)))
    document = builder.build(draw(PAGES))
    return replace(document, parts=draw(PARTS), signatures=draw(SIGNATURES)) if draw(st.booleans()) else document


@given(documents())
def test_a_document_comes_back_equal(document: Document) -> None:
    columns: dict[str, Any] = encode_reading(document)
    stored = {name: from_json(to_json(columns[name])) for name in ("notices", "parts", "signatures")}
    columns |= stored
    row: Any = SimpleNamespace(**columns)
    assert decode_document("vēstule.pdf", row) == document


@given(documents(), documents())
def test_readings_are_told_apart(one: Document, other: Document) -> None:
    assert (encode_reading(one)["reading_sha256"] == encode_reading(other)["reading_sha256"]) == (one == other)
